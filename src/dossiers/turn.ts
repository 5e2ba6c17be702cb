/**
 * Whose turn it is — đang chờ ai. One derived word drives the citizen's page, the officer's queue and the time ledger.
 * With several waits at once one owner is named, in this order: the citizen (who can act now), then the sources in the
 * order of requirementOrder, then the office.
 */
import type { NeedKind, Owner } from '../catalogue/index.ts'
import { isClosed, type Status } from './lifecycle.ts'

export type { Owner }

export type Turn = 'citizen' | 'outside' | 'officer' | 'nobody'

export type RequirementState = 'todo' | 'asked' | 'met' | 'failed' | 'waived'

export interface RequirementStanding {
  readonly kind: NeedKind
  readonly state: RequirementState
  readonly owner: Owner
}

export interface TurnNow {
  readonly turn: Turn
  readonly owner: Owner
  /** A short word for what is waited for: a requirement's kind, or a step of the office. */
  readonly cause: string
}

export const requirementOrder = ['fee', 'health-certificate', 'violations', 'identity', 'current-licence', 'loss-report', 'portrait'] as const satisfies readonly NeedKind[]

/** Where the card is, once the decision is signed. */
export type CardStep = 'printing' | 'to-post' | 'listed' | 'posted' | 'failed' | 'held' | 'sent-back' | 'coming-back' | 'lost' | 'to-collect'

const cardTurns: Readonly<Record<CardStep, TurnNow>> = {
  printing: { turn: 'outside', owner: 'printer', cause: 'card' },
  'to-post': { turn: 'officer', owner: 'office', cause: 'card-to-post' },
  listed: { turn: 'outside', owner: 'post', cause: 'card-listed' },
  posted: { turn: 'outside', owner: 'post', cause: 'delivery' },
  // Nobody took it: its person chooses what the post tries next; without a word it goes back.
  failed: { turn: 'citizen', owner: 'citizen', cause: 'redeliver' },
  held: { turn: 'citizen', owner: 'citizen', cause: 'collect-at-post' },
  'sent-back': { turn: 'citizen', owner: 'citizen', cause: 'card-sent-back' },
  'coming-back': { turn: 'officer', owner: 'office', cause: 'card-coming-back' },
  lost: { turn: 'officer', owner: 'office', cause: 'card-lost' },
  'to-collect': { turn: 'citizen', owner: 'citizen', cause: 'collect' },
}

/** Which request for a supplement is open: an officer's first, a further one, or ours since we lost what was there. */
export type SupplementOrder = 'first' | 'again' | 'lost'

/** The citizen moves next; whose time it is says the rule of the clock (catalogue/time/clock.ts). */
const supplementTurns: Readonly<Record<SupplementOrder, TurnNow>> = {
  first: { turn: 'citizen', owner: 'citizen', cause: 'supplement' },
  again: { turn: 'citizen', owner: 'office', cause: 'supplement-again' },
  lost: { turn: 'citizen', owner: 'office', cause: 'supplement-lost' },
}

/** Whose turn it is in a state. @param card only matters once signed @param supplement only while one is asked for */
export function turnOf(status: Status, requirements: readonly RequirementStanding[], card: CardStep = 'printing', supplement: SupplementOrder = 'first'): TurnNow {
  if (isClosed(status)) return { turn: 'nobody', owner: 'nobody', cause: status }
  switch (status) {
    case 'supplementing':
      return supplementTurns[supplement]
    case 'approved':
      return { turn: 'officer', owner: 'office', cause: 'to-sign' }
    case 'signed':
      return cardTurns[card]
    case 'filed':
    case 'accepted':
      return waiting(requirements) ?? { turn: 'officer', owner: 'office', cause: status === 'filed' ? 'to-accept' : 'to-appraise' }
    default:
      throw new Error(`no turn for ${status}`)
  }
}

function waiting(requirements: readonly RequirementStanding[]): TurnNow | undefined {
  const open = requirementOrder.flatMap((kind) => requirements.filter((r) => r.kind === kind && r.state !== 'met' && r.state !== 'waived'))
  const mine = open.find((r) => r.state === 'todo' || r.state === 'failed')
  if (mine) return { turn: 'citizen', owner: 'citizen', cause: mine.kind }
  const asked = open[0]
  if (asked?.owner === 'office') return { turn: 'officer', owner: 'office', cause: asked.kind === 'health-certificate' ? 'copy-to-read' : asked.kind }
  return asked && { turn: 'outside', owner: asked.owner, cause: asked.kind }
}
