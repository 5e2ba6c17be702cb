import { sql } from '../../platform/db/sql.ts'
import { newId } from '../../platform/values/ids.ts'
import type { Work } from '../../platform/work.ts'
import { type DraftAnswers, draftShape } from '../filing/answers.ts'

export interface Draft {
  readonly id: string
  readonly personId: string
  readonly procedure: string
  readonly licenceIds: readonly string[]
  readonly answers: DraftAnswers
  readonly revision: number
  readonly startedAt: Date
  readonly updatedAt: Date
  readonly filedAt: Date | null
  /** The stopped dossier whose answers it began with. */
  readonly stoppedDossierId: string | null
}

interface Row {
  id: string
  person_id: string
  procedure: string
  licence_ids: string[]
  answers: Buffer
  revision: number
  started_at: Date
  updated_at: Date
  filed_at: Date | null
  stopped_dossier_id: string | null
}

const context = (id: string) => `dossiers.draft.answers:${id}`

async function toDraft(work: Work, row: Row): Promise<Draft> {
  const answers = draftShape.parse(JSON.parse(await work.open(row.person_id, context(row.id), row.answers)))
  return {
    id: row.id, personId: row.person_id, procedure: row.procedure, licenceIds: row.licence_ids, answers, revision: row.revision,
    startedAt: row.started_at, updatedAt: row.updated_at, filedAt: row.filed_at, stoppedDossierId: row.stopped_dossier_id,
  }
}

/** The draft a person is filling in, or the filed one by its id; only the person's own. */
export async function findDraft(work: Work, personId: string, draftId: string): Promise<Draft | undefined> {
  const row = await work.db.maybe<Row>(sql`select * from dossiers.draft where id = ${draftId} and person_id = ${personId}`)
  return row && toDraft(work, row)
}

/** What a person has begun and not filed, one draft a procedure at most; the one touched last comes first. */
export async function listOpenDrafts(work: Work, personId: string): Promise<Draft[]> {
  const rows = await work.db.many<Row>(sql`select * from dossiers.draft where person_id = ${personId} and filed_at is null order by updated_at desc`)
  return Promise.all(rows.map((row) => toDraft(work, row)))
}

/** Begins a draft, or returns the one already open (two tabs make one draft). */
export async function insertDraft(work: Work, draft: { personId: string; procedure: string; licenceIds: readonly string[]; answers: DraftAnswers }): Promise<string> {
  const id = newId()
  const sealed = await work.seal(draft.personId, context(id), JSON.stringify(draft.answers))
  const row = await work.db.maybe<{ id: string }>(sql`insert into dossiers.draft (id, person_id, procedure, licence_ids, answers, started_at, updated_at)
    values (${id}, ${draft.personId}, ${draft.procedure}, ${[...draft.licenceIds]}::uuid[], ${sealed}, ${work.now}, ${work.now}) on conflict do nothing returning id`)
  if (row) return row.id
  const open = await work.db.one<{ id: string }>(sql`select id from dossiers.draft where person_id = ${draft.personId} and procedure = ${draft.procedure} and filed_at is null`)
  return open.id
}

/** Deletes drafts that were never filed and not touched since. @returns how many */
export async function deleteForgottenDrafts(work: Work, untouchedSince: Date): Promise<number> {
  return work.db.run(sql`delete from dossiers.draft where filed_at is null and updated_at < ${untouchedSince}`)
}

/** Locks the open draft for a change of its answers. */
export async function lockDraft(work: Work, personId: string, draftId: string): Promise<Draft | undefined> {
  const row = await work.db.maybe<Row>(sql`select * from dossiers.draft where id = ${draftId} and person_id = ${personId} and filed_at is null for update`)
  return row && toDraft(work, row)
}

export async function updateDraft(work: Work, draft: Draft, change: { answers: DraftAnswers; licenceIds?: readonly string[]; stoppedDossierId?: string }): Promise<void> {
  const sealed = await work.seal(draft.personId, context(draft.id), JSON.stringify(change.answers))
  await work.db.run(sql`update dossiers.draft set answers = ${sealed}, licence_ids = ${[...(change.licenceIds ?? draft.licenceIds)]}::uuid[], stopped_dossier_id = coalesce(${change.stoppedDossierId ?? null}::uuid, stopped_dossier_id), revision = revision + 1, updated_at = ${work.now} where id = ${draft.id}`)
}
