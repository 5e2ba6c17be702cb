/** Many filings of one judged draft, and the floor's statement with the very same rows. */
import type pg from 'pg'
import { type Filing, submit } from '../../src/dossiers/index.ts'
import { join, raw, type Sql, sql } from '../../src/platform/db/sql.ts'
import type { Platform } from '../../src/platform/runtime.ts'
import { actorId, type Actor, systemActor } from '../../src/platform/values/actor.ts'
import { newSubmissionCode } from '../../src/platform/values/codes.ts'
import { newId } from '../../src/platform/values/ids.ts'
import { enqueueSql, type JobPayload, type Work } from '../../src/platform/work.ts'
import { subscriptions } from '../../src/app.ts'

/** A filing of another draft, licence and dossier, otherwise the same. */
function another(filing: Filing): Filing {
  return { ...filing, dossier: { ...filing.dossier, id: newId(), draftId: newId(), submissionCode: newSubmissionCode(), licenceIds: filing.dossier.licenceIds.map(() => newId()) } }
}

/** Makes so many filings with their drafts, and lets the person's key be known to this process, as it is after the pages before. */
export async function makeFilings(platform: Platform, owner: pg.Pool, filing: Filing, count: number): Promise<Filing[]> {
  const filings = Array.from({ length: count }, () => another(filing))
  const { personId, procedure, licenceIds } = filing.dossier
  await owner.query(
    `insert into dossiers.draft (id, person_id, procedure, licence_ids, answers, started_at, updated_at, filed_at)
     select id, $2, $3, $4, '\\x00', clock_timestamp(), clock_timestamp(), clock_timestamp() from unnest($1::uuid[]) id`,
    [filings.map(({ dossier }) => dossier.draftId), personId, procedure, licenceIds])
  const actor = systemActor('bench')
  for (let times = 0; times < 2; times += 1) await platform.work(actor, (work) => work.seal(personId, 'bench', 'bench'))
  return filings
}

/** Hears what a filing would write, without writing it. Values that ours computes while filing are computed beforehand here. */
export async function recordFiling(platform: Platform, actor: Actor, filing: Filing, jobsBy: 'add_jobs' | 'insert'): Promise<Sql> {
  const statements: Sql[] = []
  const facts: { id: string; kind: string; payload: object; subject: string | null }[] = []
  const jobs: { identifier: string; payload: JobPayload }[] = []
  await platform.read(actor, async (real) => {
    const recording: Work = {
      ...real,
      announce(kind, payload, subjectId) {
        const id = newId()
        facts.push({ id, kind, payload, subject: subjectId ?? null })
        for (const task of subscriptions[kind] ?? []) jobs.push({ identifier: task, payload: { ...payload, factId: id } })
      },
      enqueue: (identifier, payload) => void jobs.push({ identifier, payload }),
      schedule: (task, key, payload, dueAt) => void statements.push(sql`insert into platform.due (task, key, payload, due_at) values (${task}, ${key}, ${JSON.stringify(payload)}::jsonb, ${dueAt})
        on conflict (task, key) do update set payload = excluded.payload, due_at = excluded.due_at`),
      unschedule: (task, key) => void statements.push(sql`delete from platform.due where task = ${task} and key = ${key}`),
      append: (statement) => void statements.push(statement),
    }
    await submit(recording, filing)
    statements.push(sql`insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, subject_id, channel)
      select f.id, f.kind, f.payload, ${real.now}, ${actor.kind}, ${actorId(actor)}, f.subject, ${actor.channel}
      from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f(id uuid, kind text, payload jsonb, subject uuid)`)
  })
  const last = jobsBy === 'add_jobs' ? enqueueSql(jobs) : sql`insert into graphile_worker._private_jobs (task_id, payload, max_attempts)
    select t.id, j.payload, 25 from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as j(identifier text, payload json) join graphile_worker._private_tasks t on t.identifier = j.identifier`
  return sql`with ${join(statements.map((part, index) => sql`${raw(`s${index}`)} as (${part})`), ', ')} ${last}`
}
