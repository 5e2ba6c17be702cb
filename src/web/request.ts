/** Who is asking, in which language, and how a page goes back to them. Shared by all audiences. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { StaffRole } from '../catalogue/index.ts'
import { type Session, sessionOf } from '../capabilities/identity/index.ts'
import type { ListPurpose } from '../dossiers/index.ts'
import { renderPage } from '../platform/http/html.ts'
import { formToken, isFormToken } from '../platform/http/csrf.ts'
import type { SystemName } from '../platform/config.ts'
import type { Platform } from '../platform/runtime.ts'
import { type Actor, publicActor } from '../platform/values/actor.ts'
import { isId } from '../platform/values/ids.ts'
import { Refusal } from '../platform/values/refusal.ts'
import type { Lang } from '../platform/values/words.ts'
import { isPage } from './doors/table.ts'
import { CSRF_FIELD, type PageAssets } from './kit/index.ts'
import { keptForm } from './kept-form.ts'
import { paths } from './paths.ts'
import { outagesFor } from './public/status/health.ts'

const SECURE = '__Host-phien'
const PLAIN = 'phien'
const LANG = 'ngon-ngu'

/** What the pages of one process are made with. */
export interface Web {
  readonly platform: Platform
  readonly assets: { readonly citizen: PageAssets; readonly staff: PageAssets }
}

/** One request: the person (if signed in), the language, the token of their forms. */
export interface Visit {
  readonly session: Session | undefined
  readonly lang: Lang
  readonly csrf: string
  readonly actor: Actor
  /** This page's own address, for the language switch. */
  readonly here: string
  /** Outside systems that this page needs and that do not answer now. */
  readonly outages?: readonly SystemName[]
}

function cookieName(platform: Platform): string {
  return platform.config.publicUrl.startsWith('https://') ? SECURE : PLAIN
}

/** Sessions by the request that brought them: the door and the page ask for the same one. */
const sessions = new WeakMap<FastifyRequest, Promise<Session | undefined>>()

/** The session that a request brings, if it is still good; read once for each request. */
export function sessionAt(web: Web, request: FastifyRequest): Promise<Session | undefined> {
  const known = sessions.get(request)
  if (known) return known
  const token = request.cookies[cookieName(web.platform)]
  const session = token ? sessionOf(web.platform, token) : Promise.resolve(undefined)
  sessions.set(request, session)
  return session
}

/** Reads session and language of a request. */
export async function visitOf(web: Web, request: FastifyRequest): Promise<Visit> {
  const [session, outages] = await Promise.all([sessionAt(web, request), outagesFor(web, request.routeOptions.url)])
  return {
    session, lang: request.cookies[LANG] === 'en' ? 'en' : 'vi', here: request.url, outages,
    csrf: session ? formToken(web.platform.keys.session, session.id) : '',
    actor: session ? { kind: 'citizen', personId: session.personId, sessionId: session.id, channel: 'online' } : publicActor,
  }
}

export type CitizenVisit = Visit & { readonly session: Session; readonly actor: Extract<Actor, { kind: 'citizen' }> }
export type StaffVisit = Visit & { readonly session: Session & { readonly staff: NonNullable<Session['staff']> }; readonly actor: Extract<Actor, { kind: 'staff' }> }

/**
 * Sends somebody without a session to sign in, and back to where they were.
 * @throws Refusal 'form-expired' where they had written something, which the page that says so keeps
 */
async function sendToSignIn(web: Web, request: FastifyRequest, reply: FastifyReply, home: string): Promise<undefined> {
  if (keptForm(request)?.words.length) throw new Refusal('form-expired')
  await reply.redirect(paths.signIn(pageOf(web, request) ?? home), 303)
}

/** The visit of somebody signed in; otherwise sends them to sign in and answers undefined. */
export async function citizenVisit(web: Web, request: FastifyRequest, reply: FastifyReply): Promise<CitizenVisit | undefined> {
  const visit = await visitOf(web, request)
  if (!visit.session) return sendToSignIn(web, request, reply, paths.mine())
  checkForm(web, request, visit.session)
  return { ...visit, session: visit.session, actor: { kind: 'citizen', personId: visit.session.personId, sessionId: visit.session.id, channel: 'online' } }
}

/** The visit of a member of staff; others are sent to sign in, or told that this is not theirs. */
async function anyStaffVisit(web: Web, request: FastifyRequest, reply: FastifyReply): Promise<StaffVisit | undefined> {
  const visit = await visitOf(web, request)
  const { session } = visit
  if (!session) return sendToSignIn(web, request, reply, paths.desk())
  const { staff } = session
  if (!staff) throw new Refusal('not-staff')
  checkForm(web, request, session)
  return {
    ...visit, session: { ...session, staff }, actor: staffActorOf(session, staff),
  }
}

/** The pages of one dossier lie below its own. */
const BELOW_DOSSIER = /^(\/can-bo\/ho-so\/([^/?#]+))\//

/**
 * The page that a request stands for: itself, or the page of ours whose form was sent, so that who signs in anew is back at it. A page
 * that came as the answer to a form may stand at an address that nobody can open: then it is the page of its dossier.
 */
export function pageOf(web: Web, request: FastifyRequest): string | undefined {
  if (request.method === 'GET') return request.url
  const [own, from] = [new URL(web.platform.config.publicUrl).origin, request.headers.referer]
  if (!from?.startsWith(`${own}/`)) return undefined
  const page = from.slice(own.length)
  if (isPage(page)) return page
  const [, dossier, id] = BELOW_DOSSIER.exec(page) ?? []
  return isId(id) ? dossier : undefined
}

/** Who acts when somebody of the staff does. */
export function staffActorOf(session: Session, staff: NonNullable<Session['staff']>): StaffVisit['actor'] {
  return { kind: 'staff', staffId: staff.id, personId: session.personId, role: staff.role, provinceCode: staff.provinceCode, officeCode: staff.officeCode, sessionId: session.id, channel: 'online' }
}

/** Those who handle dossiers have the worklist; everybody else has a home of their own. */
const homes: Readonly<Record<StaffRole, () => string>> = {
  appraiser: paths.desk, signer: paths.desk, supervisor: paths.desk,
  operator: paths.operations, clerk: paths.counter, doctor: paths.clinic, postal: paths.postDesk, leader: paths.leader,
  administrator: paths.calendar, printer: paths.printing, inspector: paths.desk,
}

/** A search is posted so that no name stands in an address; an answer about what staff read changes no dossier. */
const inspectorsForms = [paths.search(), paths.conductAnswer(':id')]

/** The visit of an officer who handles dossiers; others are led from the desk to their own home, for dossiers are not theirs to see. */
export async function staffVisit(web: Web, request: FastifyRequest, reply: FastifyReply): Promise<StaffVisit | undefined> {
  const visit = await anyStaffVisit(web, request, reply)
  if (!visit) return undefined
  const home = homes[visit.session.staff.role]()
  if (home === paths.desk()) {
    // Who inspects reads everything and changes nothing (C1).
    if (visit.session.staff.role === 'inspector' && request.method !== 'GET' && !inspectorsForms.some((url) => url === request.routeOptions.url)) throw new Refusal('other-role')
    return visit
  }
  if (request.method !== 'GET' || request.routeOptions.url !== paths.desk()) throw new Refusal('other-role')
  await reply.redirect(home, 303)
  return undefined
}

/** The visit of a member of staff with one role. @throws Refusal 'other-role' for every other one */
async function visitAs(role: StaffRole, web: Web, request: FastifyRequest, reply: FastifyReply): Promise<StaffVisit | undefined> {
  const visit = await anyStaffVisit(web, request, reply)
  if (visit && visit.session.staff.role !== role) throw new Refusal('other-role')
  return visit
}

export type OfficeVisit = StaffVisit & { readonly officeCode: string }

/** The same for those who work at a place outside the authority's office: their service point or clinic. What they do counts as done in person. */
async function officeVisitAs(role: StaffRole, web: Web, request: FastifyRequest, reply: FastifyReply): Promise<OfficeVisit | undefined> {
  const visit = await visitAs(role, web, request, reply)
  const officeCode = visit?.session.staff.officeCode
  return visit && officeCode ? { ...visit, officeCode, actor: { ...visit.actor, channel: 'in-person' } } : undefined
}

/** The visit of somebody who looks after the service itself. */
export const operatorVisit = visitAs.bind(undefined, 'operator')
/** The visit of a clerk at their service point. */
export const clerkVisit = officeVisitAs.bind(undefined, 'clerk')
/** The visit of a doctor at their clinic. */
export const doctorVisit = officeVisitAs.bind(undefined, 'doctor')
/** The visit of a postal worker at their post office. */
export const postalVisit = officeVisitAs.bind(undefined, 'postal')
/** The visit of somebody who keeps the working calendar. */
export const administratorVisit = visitAs.bind(undefined, 'administrator')
/** The visit of somebody who prints cards. */
export const printerVisit = visitAs.bind(undefined, 'printer')
/** The visit of a provincial leader. */
export const leaderVisit = visitAs.bind(undefined, 'leader')

/** Every form carries the token of its session. Multipart forms are checked by their own handler, once read. */
function checkForm(web: Web, request: FastifyRequest, session: Session): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.isMultipart()) return
  const body: unknown = request.body
  const given = body !== null && typeof body === 'object' && CSRF_FIELD in body ? body[CSRF_FIELD] : undefined
  if (!isFormToken(web.platform.keys.session, session.id, given)) throw new Refusal('form-expired')
}

/** The check for a multipart form. @throws Refusal 'form-expired' */
export function checkFormToken(web: Web, session: Session, given: unknown): void {
  if (!isFormToken(web.platform.keys.session, session.id, given)) throw new Refusal('form-expired')
}

/** Whether a header or field carries the token of a session's forms. */
export function isTokenOf(web: Web, session: Session, given: unknown): boolean {
  return isFormToken(web.platform.keys.session, session.id, given)
}

/** Sets the cookie of a new session. */
export function startSession(web: Web, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(web.platform), token, { path: '/', httpOnly: true, sameSite: 'lax', secure: web.platform.config.publicUrl.startsWith('https://') })
}

export function forgetSession(web: Web, reply: FastifyReply): void {
  reply.clearCookie(cookieName(web.platform), { path: '/' })
}

export function rememberLanguage(reply: FastifyReply, lang: Lang): void {
  reply.setCookie(LANG, lang, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 31_536_000 })
}

/** Sends a page. */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  // A form sent back with what is wrong may be returned to with the back button, which asks the browser's cache alone.
  // Signing out clears that cache.
  if (status === 422) reply.header('cache-control', 'private, no-cache')
  return reply.code(status).type('text/html; charset=utf-8').send(renderPage(page))
}

/** The file of a form: undefined when none was chosen, 'broken' when the line ended before the form did or what came is no form. */
export type SentFile = Buffer | 'too-large' | 'broken' | undefined

/**
 * A form with one file: the token first, then the bytes, never more than allowed. A repeated field is a list.
 * @param mostBytes of the file; undefined for the most that any form may carry
 * @throws Refusal 'form-expired' before any byte of the file is kept, when the token is not that of the session
 */
export async function fileFormOf(web: Web, session: Session, request: FastifyRequest, mostBytes?: number): Promise<{ readonly list: (name: string) => readonly string[]; readonly file: SentFile }> {
  if (!request.isMultipart()) return { list: formOf(request).list, file: undefined }
  const fields = new Map<string, string[]>()
  let file: SentFile
  let checked = false
  const check = (given: unknown) => {
    checkFormToken(web, session, given)
    checked = true
  }
  try {
    for await (const part of request.parts(mostBytes === undefined ? {} : { limits: { fileSize: mostBytes } })) {
      if (part.type === 'file') {
        if (!checked) check(undefined)
        file = await bytesOf(part)
      } else if (part.fieldname === CSRF_FIELD) check(String(part.value))
      else fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), String(part.value)])
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    // Nothing else is read here but what was sent: whatever fails is about that.
    file = file === 'too-large' ? file : 'broken'
  }
  // Without a token nobody learns what was wrong with the rest.
  if (!checked) check(undefined)
  return { list: (name) => fields.get(name) ?? [], file }
}

async function bytesOf(part: { toBuffer(): Promise<Buffer> }): Promise<SentFile> {
  try {
    const bytes = await part.toBuffer()
    return bytes.length === 0 ? undefined : bytes
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') return 'too-large'
    throw error
  }
}

/** The fields of a plain form as texts; absent ones are empty, repeated ones a list. No keyboard types the character zero, and the database takes no text with it: it is left out. */
export function formOf(request: FastifyRequest): { text(name: string): string; list(name: string): string[] } {
  const body: unknown = request.body
  const fields: Record<string, unknown> = body !== null && typeof body === 'object' ? { ...body } : {}
  const list = (name: string) => {
    const value = fields[name]
    return [value].flat().flatMap((one) => (typeof one === 'string' ? [one.replaceAll('\0', '')] : []))
  }
  return { list, text: (name) => list(name)[0] ?? '' }
}

/** Whom a page shows to a member of staff in rows. */
export interface Shown {
  readonly purpose: ListPurpose
  readonly dossierIds?: readonly string[]
  /** Identity numbers of people whom a clinic shows: it knows no dossier. */
  readonly people?: readonly string[]
}

const shown = new WeakMap<FastifyRequest, Shown>()

/** Says whom the page shows that is about to be sent, also when there is nobody: the door notes it before anything leaves (AUD4). */
export function showing(reply: FastifyReply, whom: Shown): FastifyReply {
  shown.set(reply.request, whom)
  return reply
}

/** What the page said; undefined when it said nothing. */
export function shownAt(request: FastifyRequest): Shown | undefined {
  return shown.get(request)
}
