/** A clerk's own open visit with the person at the table; one that is over says so, and no other is there at all. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findOwnVisit, isLive, needsNoting, noteSeen, type Visit } from '../../../capabilities/counters/index.ts'
import { getPerson, type Person } from '../../../capabilities/identity/index.ts'
import type { Actor } from '../../../platform/values/actor.ts'
import { isId } from '../../../platform/values/ids.ts'
import { paths } from '../../paths.ts'
import { clerkVisit, type OfficeVisit, type Web } from '../../request.ts'
import { sendOver } from './over.page.tsx'

export interface VisitCase {
  readonly web: Web
  readonly visit: OfficeVisit
  readonly counter: Visit
  readonly person: Person
  readonly today: string
  /** The page fetched itself anew: nobody did anything. */
  readonly isUntouched: boolean
}

/** A visit in which a filing was begun. */
export type FilingCase = VisitCase & { readonly counter: Visit & { readonly draftId: string; readonly way: 'online' | 'in-person' } }

export type VisitRequest = FastifyRequest<{ Params: { visitId: string } }>

/** For a page that somebody opens or a form that they send: that counts as a touch of the visit (IDN4). @returns undefined when the answer has been sent already */
export async function openCase(web: Web, request: VisitRequest, reply: FastifyReply): Promise<VisitCase | undefined> {
  const found = await findCase(web, request, reply)
  if (!found) return undefined
  const { c, now } = found
  if (!c.isUntouched && needsNoting(c.counter, now)) await web.platform.work(c.visit.actor, (work) => noteSeen(work, c.counter.id))
  return c
}

/** For what a page fetches by itself, pictures and papers: a browser's doing, nobody's touch. @returns undefined when the answer has been sent already */
export async function openForFile(web: Web, request: VisitRequest, reply: FastifyReply): Promise<VisitCase | undefined> {
  return (await findCase(web, request, reply))?.c
}

async function findCase(web: Web, request: VisitRequest, reply: FastifyReply): Promise<{ readonly c: VisitCase; readonly now: Date } | undefined> {
  const visit = await clerkVisit(web, request, reply)
  if (!visit) return undefined
  const { visitId } = request.params
  const { own, person, today, now } = await web.platform.read(visit.actor, async (work) => {
    const own = isId(visitId) ? await findOwnVisit(work, visitId) : undefined
    return { own, person: own && isLive(own, work.now) ? await getPerson(work, own.personId) : undefined, today: work.today, now: work.now }
  })
  if (own && person) return { c: { web, visit: { ...visit, actor: { ...visit.actor, attending: person.id } }, counter: own, person, today, isUntouched: isUntouched(request) }, now }
  if (own) sendOver(web, visit, today, reply)
  else reply.callNotFound()
  return undefined
}

function isUntouched({ method, url }: VisitRequest): boolean {
  return method !== 'POST' && (method === 'HEAD' || url === paths.untouched(url.replace(/\?.*/s, '')))
}

/** Lets a page fetch itself anew after some seconds, without that being anybody's touch. */
export function opensAnew(reply: FastifyReply, page: string, seconds: number): void {
  reply.header('refresh', `${seconds}; url=${paths.untouched(page)}`)
}

/** Leads to another page of the visit; whom nobody's touch brought here, none brings there. */
export function leadsOn(c: VisitCase, page: string): string {
  return c.isUntouched ? paths.untouched(page) : page
}

/** Whether something is being filed and is not filed yet. */
export function isFiling(c: VisitCase): c is FilingCase {
  return c.counter.draftId !== null && c.counter.way !== null && c.counter.dossierId === null
}

/** The clerk as the helper of this person, once they agreed: every event names both, the office and the proof. */
export function helperOf({ visit, counter, person }: FilingCase, consentId: string): Extract<Actor, { kind: 'staff' }> {
  return { ...visit.actor, channel: counter.way, helping: { personId: person.id, consentId } }
}
