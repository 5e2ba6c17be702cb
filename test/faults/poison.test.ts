/** A job that can never end is handed to a person, and what waits behind it is done (R13, DOS8). */
import { expect, test } from 'vitest'
import { jobs } from '../../src/app.ts'
import { patient } from '../../src/platform/background/jobs.ts'
import { reapDeadWorkers } from '../../src/platform/background/reaper.ts'
import { sweepDue } from '../../src/platform/background/sweep.ts'
import { openTestPlatform, type TestPlatform } from '../support/database.ts'

const START = '2026-11-20T02:00:00Z'

interface Taken {
  readonly id: string
  readonly task: string
  readonly payload: object
}

/** Takes the next job as the queue would: the most urgent first, then the oldest. */
async function takeNext(platform: TestPlatform): Promise<Taken | undefined> {
  const [next] = await platform.asOwner<Taken & { id: string }>(`select j.id::text as id, t.identifier as task, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts < j.max_attempts and j.run_at <= clock_timestamp() order by j.priority, j.run_at, j.id limit 1`)
  if (next) await platform.asOwner('delete from graphile_worker._private_jobs where id = $1', [next.id])
  return next
}

/** @param wrap how jobs are run: patiently, or as a control without */
async function work(platform: TestPlatform, wrap: typeof patient): Promise<string[]> {
  const done: string[] = []
  for (let next = await takeNext(platform); next; next = await takeNext(platform)) {
    const job = jobs[next.task]
    if (!job) throw new Error(`nobody does ${next.task}`)
    await wrap(platform, next.task, job)(next.payload)
    done.push(next.task)
  }
  return done
}

async function openPiled(): Promise<TestPlatform> {
  const platform = await openTestPlatform({ at: START })
  await platform.asOwner(`delete from platform.due`)
  await platform.asOwner(`insert into platform.due (task, key, payload, due_at) select 'dossiers.on-person', 'waiting ' || n, jsonb_build_object('personId', gen_random_uuid()), '2026-11-19T00:00:00Z' from generate_series(1, 300) n`)
  await platform.asOwner(`insert into platform.due (task, key, payload, due_at) values ('payments.query', 'poison', '{}', '2026-11-18T00:00:00Z')`)
  return platform
}

test('poison is tried five times and then waits for a person; everything behind it was done at once', async () => {
  await using platform = await openPiled()
  await sweepDue(platform.pool)
  expect((await work(platform, patient)).filter((task) => task === 'dossiers.on-person')).toHaveLength(300)
  for (let minutes = 1; minutes <= 20; minutes += 1) {
    await platform.setClock(new Date(Date.parse(START) + minutes * 60_000).toISOString())
    await sweepDue(platform.pool)
    await work(platform, patient)
  }
  expect(await platform.asOwner('select task, attempts, resolved_at from platform.stuck_job')).toEqual([{ task: 'payments.query', attempts: 5, resolved_at: null }])
  expect(await platform.asOwner('select 1 from platform.due')).toEqual([])
})

test('control: without patience the poison stops whoever takes it, and nobody is told', async () => {
  await using platform = await openPiled()
  await sweepDue(platform.pool)
  await expect(work(platform, (at, _task, job) => (payload) => job(at, Object(payload)))).rejects.toThrow('attemptId')
  expect(await platform.asOwner('select 1 from platform.stuck_job')).toEqual([])
})

test('what somebody has just done is not behind thousands of old rows that became due', async () => {
  await using platform = await openPiled()
  await sweepDue(platform.pool)
  await platform.work({ kind: 'system', name: 'test', channel: 'online' }, async (work) => work.enqueue('dossiers.reassess', { dossierId: '00000000-0000-7000-8000-000000000000' }))
  expect((await takeNext(platform))?.task).toBe('dossiers.reassess')
})

test('a job that ends its process each time is handed to a person too; one that met a single death is tried again', async () => {
  await using platform = await openPiled()
  const taken = async (deaths: number, personId: string) => {
    await platform.work({ kind: 'system', name: 'test', channel: 'online' }, async (work) => work.enqueue('dossiers.on-person', { personId }))
    await platform.asOwner(`update graphile_worker._private_jobs set locked_by = 'a worker that is dead', locked_at = clock_timestamp() - interval '1 minute', attempts = $1 where payload->>'personId' = $2`, [deaths, personId])
  }
  await taken(5, 'deadly')
  await taken(1, 'unlucky')
  await reapDeadWorkers(platform.pool, platform.log)
  expect(await platform.asOwner(`select task, attempts, payload->>'personId' as who from platform.stuck_job`)).toEqual([{ task: 'dossiers.on-person', attempts: 5, who: 'deadly' }])
  expect(await platform.asOwner(`select payload->>'personId' as who, locked_by from graphile_worker._private_jobs`)).toEqual([{ who: 'unlucky', locked_by: null }])
})
