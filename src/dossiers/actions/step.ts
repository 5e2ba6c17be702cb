/** What every verb on a dossier shares: lock, ask the table, change, record, announce. */
import { isSamePerson, listSigningPowers, type SigningPower } from '../../capabilities/identity/index.ts'
import type { SignedPaper } from '../../catalogue/index.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { can, type Impediment, isClosed, paperOf, type Standing, target, type Verb } from '../lifecycle.ts'
import { findDecision } from '../store/decisions.ts'
import { keptBy } from './due-dates/kept.ts'
import { listAppraisers } from '../store/worklists/events.ts'
import { appendChange, appendEvent, type Dossier, type DossierChange, findDossier, listHelpers, listRequirements, lockDossier, type NewRequirement, type Requirement } from '../store/dossiers.ts'
import { type CardStep, type SupplementOrder, turnOf } from '../turn.ts'

/** A locked dossier with all that decides about it. */
export interface Held {
  readonly dossier: Dossier
  readonly requirements: readonly Requirement[]
  readonly standing: Standing
  /** By which power the actor may sign each paper of the province today. */
  readonly powers: Powers
}

export type Powers = ReadonlyMap<SignedPaper, SigningPower>

/** Locks a dossier for a verb. @throws Refusal with the table's reason when the verb is not possible now, or from `mayDecide` */
export async function hold(work: Work, dossierId: string, verb: Verb): Promise<Held> {
  const held = await holdOnly(work, dossierId)
  const may = can(verb, held.standing, work.actor, work.now)
  if (may !== true) throw new Refusal(may, { status: held.dossier.status })
  await mayDecide(work, dossierId, verb)
  return held
}

/** What `hold` would say just now, without holding anything. @returns undefined where there is no such dossier */
export async function foresee(work: Work, dossierId: string, verb: Verb): Promise<(Held & { readonly may: true | string }) | undefined> {
  const dossier = await findDossier(work, dossierId)
  if (!dossier) return undefined
  const held = await standingNow(work, dossier)
  const may = can(verb, held.standing, work.actor, work.now)
  return { ...held, may: may === true ? await mayHaveAPart(work, dossierId, verb) : may }
}

async function mayHaveAPart(work: Work, dossierId: string, verb?: Verb): Promise<true | Impediment> {
  const { actor } = work
  if (actor.kind !== 'staff') return true
  if (await hasHelped(work, dossierId, actor.staffId)) return 'helped-by-you'
  return (verb === 'sign' || verb === 'sendBack' || verb === 'allowSupplement') && (await hasAppraised(work, dossierId, actor.staffId)) ? 'appraised-by-you' : true
}

/**
 * Who helped to file a dossier has no part in deciding it, under whatever post (IDN5); who appraised it, even before it came into other hands,
 * is not its signer (DEC2), nor allows a second request.
 * @throws Refusal 'helped-by-you', 'appraised-by-you'
 */
export async function mayDecide(work: Work, dossierId: string, verb?: Verb): Promise<void> {
  const may = await mayHaveAPart(work, dossierId, verb)
  if (may !== true) throw new Refusal(may)
}

/** Whether the person of a post accepted, asked, recorded or prepared something of a dossier, under this post or another, whoever prepared the decision in the end. */
export async function hasAppraised(work: Work, dossierId: string, staffId: string): Promise<boolean> {
  for (const appraiserId of await listAppraisers(work, dossierId)) if (await isSamePerson(work, appraiserId, staffId)) return true
  return false
}

/** Whether the person of a post helped to file a dossier, under this post or another. */
export async function hasHelped(work: Work, dossierId: string, staffId: string): Promise<boolean> {
  for (const helperId of await listHelpers(work, dossierId)) if (await isSamePerson(work, helperId, staffId)) return true
  return false
}

/** Locks a dossier without asking for a verb. */
export async function holdOnly(work: Work, dossierId: string): Promise<Held> {
  return standingNow(work, await lockDossier(work, dossierId))
}

async function standingNow(work: Work, dossier: Dossier): Promise<Held> {
  const dossierId = dossier.id
  const requirements = await listRequirements(work, dossierId)
  const decision = dossier.status === 'approved' ? await findDecision(work, dossierId) : undefined
  const powers = await powersOfActor(work, dossier)
  return { dossier, requirements, powers, standing: standingOf(dossier, requirements, decision ? await asOwnPost(work, decision.preparedBy) : null, [...powers.keys()]) }
}

/** By which power the actor may sign each paper of a dossier's province today. */
async function powersOfActor(work: Work, dossier: Pick<Dossier, 'authorityProvince'>): Promise<Powers> {
  const { actor } = work
  return actor.kind === 'staff' ? firstOfEach(await listSigningPowers(work, { provinceCode: dossier.authorityProvince, staffId: actor.staffId })) : new Map()
}

/** One power a paper: the first that is listed. */
export function firstOfEach(powers: readonly SigningPower[]): Powers {
  return new Map([...powers].reverse().map((power) => [power.paper, power]))
}

/** What an event says of the power by which a paper is signed; nothing where the verb signs none. */
export function byPower(held: Pick<Held, 'powers'>, verb: Verb): { readonly powerId?: string; readonly form?: string } {
  const paper = paperOf[verb]
  const power = paper && held.powers.get(paper)
  return power ? { powerId: power.id, form: power.form } : {}
}

/** Who prepared a decision, as the actor's present post where it was the actor under another one: two posts are not two people (DEC2). */
async function asOwnPost(work: Work, preparedBy: string): Promise<string> {
  const { actor } = work
  return actor.kind === 'staff' && (await isSamePerson(work, preparedBy, actor.staffId)) ? actor.staffId : preparedBy
}

/** The little that the lifecycle decides by. @param powers the papers that the actor may sign today: none, unless said */
export function standingOf(dossier: Dossier, requirements: readonly { kind: string; state: string }[], preparedBy: string | null, powers: readonly SignedPaper[] = []): Standing {
  return {
    status: dossier.status, resumeStatus: dossier.resumeStatus, personId: dossier.personId, authorityProvince: dossier.authorityProvince,
    supplementDueAt: dossier.supplementDueAt, claimedBy: dossier.claimedBy, claimedUntil: dossier.claimedUntil, preparedBy, powers,
    unmet: requirements.filter((r) => r.state !== 'met' && r.state !== 'waived').map((r) => r.kind),
  }
}

export interface StepOptions {
  readonly details?: Readonly<Record<string, unknown>>
  readonly change?: Omit<DossierChange, 'status' | 'turn' | 'closedAt'>
  /** Requirements as they stand after this step, when it changes them. */
  readonly requirements?: readonly NewRequirement[]
  readonly card?: CardStep
  /** Which request this step makes, when it asks for a supplement. */
  readonly supplement?: SupplementOrder
}

/** Takes a held dossier along an edge of the table: status, turn, time ledger and event in one statement. */
export function step(work: Work, held: Held, verb: Verb, options: StepOptions = {}): void {
  const { dossier } = held
  const to = target(verb, held.standing)
  const requirements = options.requirements ?? held.requirements
  appendChange(work, dossier, {
    ...keptBy(work, dossier, verb),
    ...options.change,
    status: to,
    resumeStatus: to === 'supplementing' && (dossier.status === 'filed' || dossier.status === 'accepted') ? dossier.status : null,
    turn: turnOf(to, requirements, options.card ?? 'printing', options.supplement ?? 'first'),
    ...(isClosed(to) ? { closedAt: work.now } : {}),
  })
  appendEvent(work, dossier, { kind: verb, from: dossier.status, to, details: { ...options.details, ...byPower(held, verb) } })
  work.enqueue('dossiers.report-status', { dossierId: dossier.id })
}
