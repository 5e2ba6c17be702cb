/**
 * The one lifecycle of every procedure — vòng đời hồ sơ. A procedure differs in what it needs, never in these states.
 * The same table answers the button on the page and the command on the server.
 */
import type { PortalStatus, SignedPaper } from '../catalogue/index.ts'
import type { Actor } from '../platform/values/actor.ts'
import { localDateAt } from '../platform/values/dates.ts'

export const statuses = ['filed', 'supplementing', 'accepted', 'approved', 'signed', 'returned', 'refused', 'withdrawn', 'stopped'] as const
export type Status = (typeof statuses)[number]

export type Verb = 'accept' | 'askSupplement' | 'supplement' | 'approve' | 'takeBack' | 'sendBack' | 'sign' | 'refuse' | 'withdraw' | 'stop' | 'handOver' | 'recordCheck' | 'confirmCheck' | 'allowSupplement'

type Who = 'applicant' | 'appraiser' | 'signer' | 'supervisor' | 'system'

interface Transition {
  readonly from: readonly Status[]
  /** 'resume': back to where a supplement interrupted it; 'stay': no step, but not everybody may do it. */
  readonly to: Status | 'resume' | 'stay'
  readonly by: readonly Who[]
}

export const lifecycle = {
  accept: { from: ['filed'], to: 'accepted', by: ['appraiser'] },
  askSupplement: { from: ['filed', 'accepted'], to: 'supplementing', by: ['appraiser', 'system'] },
  supplement: { from: ['supplementing'], to: 'resume', by: ['applicant'] },
  approve: { from: ['accepted'], to: 'approved', by: ['appraiser'] },
  /** Whoever prepared a decision may think again until it is signed; after that nothing is undone. */
  takeBack: { from: ['approved'], to: 'accepted', by: ['appraiser'] },
  sendBack: { from: ['approved'], to: 'accepted', by: ['signer', 'system'] },
  sign: { from: ['approved'], to: 'signed', by: ['signer', 'system'] },
  refuse: { from: ['filed', 'accepted'], to: 'refused', by: ['appraiser'] },
  withdraw: { from: ['filed', 'supplementing', 'accepted'], to: 'withdrawn', by: ['applicant'] },
  /** What was asked for did not come by the last day; by itself nothing ends. */
  stop: { from: ['supplementing'], to: 'stopped', by: ['appraiser'] },
  handOver: { from: ['signed'], to: 'returned', by: ['appraiser', 'system'] },
  recordCheck: { from: ['filed', 'accepted'], to: 'stay', by: ['appraiser'] },
  confirmCheck: { from: ['filed', 'accepted'], to: 'stay', by: ['signer', 'supervisor'] },
  allowSupplement: { from: ['filed', 'accepted'], to: 'stay', by: ['supervisor'] },
} as const satisfies Record<Verb, Transition>

/** Nothing follows these. */
export const closedStatuses = ['returned', 'refused', 'withdrawn', 'stopped'] as const satisfies readonly Status[]

export function isClosed(status: Status): boolean {
  return closedStatuses.some((s) => s === status)
}

/** What the national portal calls each state (domain: trạng thái hồ sơ 1–10). */
export const portalStatusOf = {
  filed: 1, supplementing: 5, accepted: 2, approved: 4, signed: 9, returned: 10, refused: 3, withdrawn: 8, stopped: 8,
} as const satisfies Record<Status, PortalStatus>

/** The little of a dossier that decides who may do what. */
export interface Standing {
  readonly status: Status
  readonly resumeStatus: 'filed' | 'accepted' | null
  readonly personId: string
  readonly authorityProvince: string
  /** Until when an officer's open request is to be answered; null where none is, and where nobody can count it yet. */
  readonly supplementDueAt: Date | null
  readonly claimedBy: string | null
  readonly claimedUntil: Date | null
  readonly preparedBy: string | null
  /** Papers of that province for which the actor holds a confirmed power today (C1, AUZ). */
  readonly powers: readonly SignedPaper[]
  /** Requirements not yet met or waived. */
  readonly unmet: readonly string[]
}

/** Why a verb is not possible now; the pages hold the words. */
export type Impediment =
  | 'wrong-status' | 'not-yours' | 'wrong-role' | 'wrong-province' | 'own-dossier' | 'claimed-by-another' | 'not-claimed' | 'prepared-by-you' | 'prepared-by-another' | 'helped-by-you' | 'appraised-by-you' | 'no-signing-power' | 'requirements-missing' | 'supplement-awaited'

/** The paper that an officer signs by a verb, or orders to be signed. */
export const paperOf: Readonly<Partial<Record<Verb, SignedPaper>>> = { accept: 'acceptance', askSupplement: 'supplement', refuse: 'refusal', sign: 'decision' }

/** Whether the actor lacks the power that the verb's paper asks for. */
function lacksPower(verb: Verb, dossier: Standing): boolean {
  const paper = paperOf[verb]
  return paper !== undefined && !dossier.powers.includes(paper)
}

/** True, or the first reason why not. @param now decides whether somebody's claim still holds */
export function can(verb: Verb, dossier: Standing, actor: Actor, now: Date): true | Impediment {
  const transition: Transition = lifecycle[verb]
  if (!transition.from.includes(dossier.status)) return 'wrong-status'
  const may = mayAct(transition.by, dossier, actor)
  if (may !== true) return may
  if (actor.kind !== 'staff') return true
  if (verb === 'confirmCheck' || verb === 'allowSupplement') return true
  if ((verb === 'sign' || verb === 'sendBack') && dossier.preparedBy === actor.staffId) return 'prepared-by-you'
  if (verb === 'sendBack') return true
  if (verb === 'sign') return lacksPower(verb, dossier) ? 'no-signing-power' : true
  if (verb === 'takeBack') return dossier.preparedBy === actor.staffId ? true : 'prepared-by-another'
  if (verb === 'stop' && isAwaited(dossier, now)) return 'supplement-awaited'
  const held = dossier.claimedBy !== null && dossier.claimedUntil !== null && dossier.claimedUntil > now
  if (held && dossier.claimedBy !== actor.staffId) return 'claimed-by-another'
  if (!held && verb !== 'handOver') return 'not-claimed'
  if (lacksPower(verb, dossier)) return 'no-signing-power'
  if ((verb === 'accept' || verb === 'approve') && dossier.unmet.length > 0) return 'requirements-missing'
  return true
}

/** Whether what was asked for may still come in time: the whole last day is the citizen's, also after offices have closed. */
export function isAwaited({ supplementDueAt }: Pick<Standing, 'supplementDueAt'>, now: Date): boolean {
  return supplementDueAt === null || localDateAt(now) <= localDateAt(supplementDueAt)
}

/**
 * Whether somebody may take or renew the claim on a dossier: an appraiser of its province who is not its applicant, while
 * there is something left to appraise and nobody else holds it.
 */
export function mayClaim(dossier: Pick<Standing, 'status' | 'personId' | 'authorityProvince' | 'claimedBy' | 'claimedUntil'>, actor: Actor, now: Date): true | Impediment {
  if (actor.kind !== 'staff' || actor.role !== 'appraiser') return 'wrong-role'
  if (actor.provinceCode !== dossier.authorityProvince) return 'wrong-province'
  if (dossier.status === 'approved' || dossier.status === 'signed' || isClosed(dossier.status)) return 'wrong-status'
  if (actor.personId === dossier.personId) return 'own-dossier'
  const held = dossier.claimedBy !== null && dossier.claimedUntil !== null && dossier.claimedUntil > now
  return held && dossier.claimedBy !== actor.staffId ? 'claimed-by-another' : true
}

/** Whether somebody may put an undecided dossier into a colleague's hands: who holds it, or a supervisor of its province; nobody their own. */
export function mayGive(dossier: Pick<Standing, 'status' | 'personId' | 'authorityProvince' | 'claimedBy' | 'claimedUntil'>, actor: Actor, now: Date): true | Impediment {
  if (actor.kind !== 'staff' || (actor.role !== 'appraiser' && actor.role !== 'supervisor')) return 'wrong-role'
  if (actor.provinceCode !== dossier.authorityProvince) return 'wrong-province'
  if (dossier.status === 'approved' || dossier.status === 'signed' || isClosed(dossier.status)) return 'wrong-status'
  if (actor.personId === dossier.personId) return 'own-dossier'
  if (actor.role === 'supervisor' || dossier.claimedBy === actor.staffId) return true
  return dossier.claimedBy !== null && dossier.claimedUntil !== null && dossier.claimedUntil > now ? 'claimed-by-another' : 'not-claimed'
}

function mayAct(by: readonly Who[], dossier: Standing, actor: Actor): true | Impediment {
  switch (actor.kind) {
    case 'system':
      return by.includes('system') ? true : 'wrong-role'
    case 'citizen':
      if (!by.includes('applicant')) return 'wrong-role'
      return actor.personId === dossier.personId ? true : 'not-yours'
    case 'staff':
      if (!by.some((who) => who === actor.role)) return 'wrong-role'
      if (actor.provinceCode !== dossier.authorityProvince) return 'wrong-province'
      return actor.personId === dossier.personId ? 'own-dossier' : true
    case 'public':
      return 'wrong-role'
  }
}

/** Where a verb leads from here. */
export function target(verb: Verb, dossier: Standing): Status {
  const { to } = lifecycle[verb]
  if (to === 'stay') return dossier.status
  if (to !== 'resume') return to
  if (dossier.resumeStatus === null) throw new Error('a supplementing dossier must know where to resume')
  return dossier.resumeStatus
}
