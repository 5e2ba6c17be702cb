/** A clerk's own open visit with the person at the table; whatever else is asked for answers that the visit is over. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findLiveVisit, needsNoting, noteSeen, type Visit } from '../../../capabilities/counters/index.ts'
import { getPerson, type Person } from '../../../capabilities/identity/index.ts'
import type { Actor } from '../../../platform/values/actor.ts'
import { isId } from '../../../platform/values/ids.ts'
import { clerkVisit, type OfficeVisit, type Web } from '../../request.ts'
import { sendOver } from './over.page.tsx'

export interface VisitCase {
  readonly web: Web
  readonly visit: OfficeVisit
  readonly counter: Visit
  readonly person: Person
  readonly today: string
}

/** A visit in which a filing was begun. */
export type FilingCase = VisitCase & { readonly counter: Visit & { readonly draftId: string; readonly way: 'online' | 'in-person' } }

export type VisitRequest = FastifyRequest<{ Params: { visitId: string } }>

/** @returns undefined when the answer has been sent already */
export async function openCase(web: Web, request: VisitRequest, reply: FastifyReply): Promise<VisitCase | undefined> {
  const visit = await clerkVisit(web, request, reply)
  if (!visit) return undefined
  const { visitId } = request.params
  const found = await web.platform.read(visit.actor, async (work) => {
    const counter = isId(visitId) ? await findLiveVisit(work, visitId) : undefined
    return { today: work.today, now: work.now, counter, person: counter && (await getPerson(work, counter.personId)) }
  })
  const { counter, person, today } = found
  if (!counter || !person) {
    sendOver(web, visit, today, reply)
    return undefined
  }
  if (needsNoting(counter, found.now)) await web.platform.work(visit.actor, (work) => noteSeen(work, counter.id))
  return { web, visit, counter, person, today }
}

/** Whether something is being filed and is not filed yet. */
export function isFiling(c: VisitCase): c is FilingCase {
  return c.counter.draftId !== null && c.counter.way !== null && c.counter.dossierId === null
}

/** The clerk as the helper of this person, once they agreed: every event names both, the office and the proof. */
export function helperOf({ visit, counter, person }: FilingCase, consentId: string): Extract<Actor, { kind: 'staff' }> {
  return { ...visit.actor, channel: counter.way, helping: { personId: person.id, consentId } }
}
