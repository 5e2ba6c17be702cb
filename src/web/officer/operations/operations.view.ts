/** What the operator's pages show: systems, queues and counts, never a person. */
import { findStaff } from '../../../capabilities/identity/index.ts'
import { sumMoney } from '../../../capabilities/payments/index.ts'
import { type Lag, readLag } from '../../../observers/audit/index.ts'
import { listPromiseChecks, type PromiseCheck } from '../../../platform/observability/invariant-check.ts'
import { listOperatorActs, type OperatorAct } from '../../../platform/observability/operations.ts'
import { listStuckJobs, type StuckJob } from '../../../platform/observability/stuck-jobs.ts'
import { type Alarm, countStaffAlarms, listOpenAlarms } from '../../../platform/outside/alarms.ts'
import { listSourceHealth, type SourceHealth } from '../../../platform/outside/source-health.ts'
import type { Work } from '../../../platform/work.ts'

/** Somebody waits for what these jobs bring, and a promise says that one is always there: they are put back, never thrown away. */
const OWED = /^(lookup\.ask|(payments|documents|deliveries)\..+|(notifications|digest)\.send)$/

export function mayDiscard(task: string): boolean {
  return !OWED.test(task)
}

export interface OperationsView {
  readonly sources: readonly SourceHealth[]
  readonly stuck: readonly StuckJob[]
  readonly alarms: readonly Alarm[]
  /** About people at work, for their provinces to answer: how many are open, and no more. */
  readonly staffAlarms: number
  readonly promises: readonly PromiseCheck[]
  readonly openDiscrepancies: number
  readonly log: Lag
  readonly acts: readonly (OperatorAct & { readonly by: string })[]
  readonly today: string
}

export async function readOperations(work: Work): Promise<OperationsView> {
  const [sources, stuck, alarms, staffAlarms, promises, money, acts, log] = await Promise.all([
    listSourceHealth(work), listStuckJobs(work), listOpenAlarms(work), countStaffAlarms(work), listPromiseChecks(work), sumMoney(work), listOperatorActs(work), readLag(work),
  ])
  return { log, sources, stuck, alarms, staffAlarms, promises, openDiscrepancies: money.discrepanciesOpen, acts: await Promise.all(acts.map(async (act) => ({ ...act, by: (await findStaff(work, act.staffId))?.fullName ?? '' }))), today: work.today }
}
