/** What the operator's pages show: systems, queues and counts, never a person. */
import { listDiscrepancies } from '../../../capabilities/payments/index.ts'
import { listPromiseChecks, type PromiseCheck } from '../../../platform/observability/invariant-check.ts'
import { listStuckJobs, type StuckJob } from '../../../platform/observability/stuck-jobs.ts'
import { type Alarm, listOpenAlarms } from '../../../platform/outside/alarms.ts'
import { listSourceHealth, type SourceHealth } from '../../../platform/outside/source-health.ts'
import type { Work } from '../../../platform/work.ts'

export interface OperationsView {
  readonly sources: readonly SourceHealth[]
  readonly stuck: readonly StuckJob[]
  readonly alarms: readonly Alarm[]
  readonly promises: readonly PromiseCheck[]
  readonly openDiscrepancies: number
  readonly today: string
}

const MOST = 500

export async function readOperations(work: Work): Promise<OperationsView> {
  const [sources, stuck, alarms, promises, discrepancies] = await Promise.all([
    listSourceHealth(work), listStuckJobs(work), listOpenAlarms(work), listPromiseChecks(work), listDiscrepancies(work, { openOnly: true, limit: MOST }),
  ])
  return { sources, stuck, alarms, promises, openDiscrepancies: discrepancies.length, today: work.today }
}
