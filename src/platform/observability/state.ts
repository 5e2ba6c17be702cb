/** Figures that belong to no process: what lies in the queue, who waits for which system, what a person must look at. */
import { sql } from '../db/sql.ts'
import type { Work } from '../work.ts'

export interface QueueState {
  /** Jobs by task: waiting for a worker, and being done. */
  readonly tasks: readonly { readonly task: string; readonly waiting: number; readonly running: number }[]
  /** Rows of work for later whose time has come, and how long the oldest of them is over its time, in shown seconds. */
  readonly dueNow: number
  readonly oldestDueSeconds: number
  readonly dueLater: number
  readonly stuck: number
  /** Those for operators. */
  readonly alarms: number
}

export async function readQueue(work: Work): Promise<QueueState> {
  const [tasks, rest] = await Promise.all([
    work.db.many<QueueState['tasks'][number]>(sql`select t.identifier as task, count(*) filter (where j.locked_at is null)::int as waiting, count(*) filter (where j.locked_at is not null)::int as running
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id group by 1 order by 1`),
    work.db.one<Omit<QueueState, 'tasks'>>(sql`select
      (select count(*)::int from platform.due where due_at <= ${work.now} and system is null) as "dueNow",
      (select coalesce(greatest(0, extract(epoch from ${work.now} - min(due_at))), 0)::float from platform.due where due_at <= ${work.now} and system is null) as "oldestDueSeconds",
      (select count(*)::int from platform.due where due_at > ${work.now}) as "dueLater",
      (select count(*)::int from platform.stuck_job where resolved_at is null) as stuck,
      (select count(*)::int from platform.alarm where settled_at is null and province_code is null) as alarms`),
  ])
  return { tasks, ...rest }
}
