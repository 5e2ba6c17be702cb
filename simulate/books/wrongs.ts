/** What must not be, one phrase each; a run with any is red. Pure: each is proven able to be found. */
import { type FaultKind, faultKinds, type Rates } from '../plan/rates.ts'

/** The figures that decide. */
export interface Judged {
  readonly eligible: number
  readonly eligibleCompleted: number
  readonly lost: number
  readonly chargedTwice: number
  readonly chargedWithoutService: number
  readonly decidedTwice: number
  readonly askedTwice: number
  readonly invariants: Readonly<Record<string, number>>
  readonly stuckJobs: readonly unknown[]
  readonly faultsFired: Readonly<Record<FaultKind, number>>
}

export interface Demands {
  /** Everybody who may exchange a licence gets one, within their patience; nothing is stuck, nobody is asked twice. */
  readonly everybodyCompletes: boolean
  readonly rates: Rates
  /** How often each kind of fault with a rate must have fired. */
  readonly faultsAtLeast: number
}

const counted = ['lost', 'chargedTwice', 'chargedWithoutService', 'decidedTwice'] as const

/** Kinds of faults that have a rate and did not fire often enough to prove anything. */
export function tooSeldom(fired: Readonly<Record<FaultKind, number>>, { rates, faultsAtLeast }: Pick<Demands, 'rates' | 'faultsAtLeast'>): FaultKind[] {
  return faultKinds.filter((kind) => rates[kind] > 0 && fired[kind] < faultsAtLeast)
}

export function wrongsOf(figures: Judged, demands: Demands): string[] {
  const { everybodyCompletes, faultsAtLeast } = demands
  const strict = everybodyCompletes ? [
    ...(figures.eligibleCompleted < figures.eligible ? [`eligible and not completed: ${figures.eligible - figures.eligibleCompleted}`] : []),
    ...(figures.askedTwice > 0 ? [`asked twice: ${figures.askedTwice}`] : []),
    ...(figures.stuckJobs.length > 0 ? [`stuck jobs: ${figures.stuckJobs.length}`] : []),
  ] : []
  return [
    ...counted.filter((name) => figures[name] !== 0).map((name) => `${name}: ${figures[name]}`),
    ...strict,
    ...Object.entries(figures.invariants).filter(([, rows]) => rows !== 0).map(([name]) => name),
    ...tooSeldom(figures.faultsFired, demands).map((kind) => `fired fewer than ${faultsAtLeast} times: ${kind} (${figures.faultsFired[kind]})`),
  ]
}
