/** Examinations under way and signed, each sealed under its own id, each of one clinic only. */
import { sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import { type ExaminationAnswers, examinationShape } from '../examination.ts'

/** An examination at a clinic — lượt khám. */
export interface Examination {
  readonly id: string
  readonly clinicCode: string
  readonly answers: ExaminationAnswers
  /** Grows with each change: what was read before signing is what is signed. */
  readonly revision: number
  /** The certificate that this corrects. */
  readonly corrects: string | null
  readonly begunAt: Date
  readonly changedAt: Date
  readonly signedAt: Date | null
  readonly certificateId: string | null
}

interface Row extends Omit<Examination, 'answers'> {
  answers: Buffer
}

const columns = sql`id, clinic_code as "clinicCode", answers, revision, corrects, begun_at as "begunAt", changed_at as "changedAt", signed_at as "signedAt", certificate_id as "certificateId"`
const contextOf = (id: string) => `health_certificates.examination.answers:${id}`

async function toExamination(work: Work, row: Row): Promise<Examination> {
  return { ...row, answers: examinationShape.parse(JSON.parse(await work.open(row.id, contextOf(row.id), row.answers))) }
}

/** @param clinicCode another clinic's examination is not there */
export async function findExamination(work: Work, clinicCode: string, id: string): Promise<Examination | undefined> {
  const row = await work.db.maybe<Row>(sql`select ${columns} from health_certificates.examination where id = ${id} and clinic_code = ${clinicCode}`)
  return row && toExamination(work, row)
}

/** The same, held until the end of the transaction. */
export async function lockExamination(work: Work, clinicCode: string, id: string): Promise<Examination | undefined> {
  const row = await work.db.maybe<Row>(sql`select ${columns} from health_certificates.examination where id = ${id} and clinic_code = ${clinicCode} for update`)
  return row && toExamination(work, row)
}

/** The open examination of a person at a clinic. @param corrects the certificate that is being corrected, if one is */
export async function findOpenExamination(work: Work, clinicCode: string, identityIndex: Buffer, corrects: string | null): Promise<string | undefined> {
  const row = await work.db.maybe<{ id: string }>(sql`select id from health_certificates.examination
    where clinic_code = ${clinicCode} and identity_index = ${identityIndex} and corrects is not distinct from ${corrects} and signed_at is null`)
  return row?.id
}

/** @throws where the same person is being examined here already: ask `findOpenExamination` first, under the lock of their identity */
export async function insertExamination(work: Work, one: { id: string; clinicCode: string; identityIndex: Buffer; answers: ExaminationAnswers; corrects: string | null; begunBy: string }): Promise<void> {
  const sealed = await work.seal(one.id, contextOf(one.id), JSON.stringify(one.answers))
  await work.db.run(sql`insert into health_certificates.examination (id, clinic_code, identity_index, answers, revision, corrects, begun_by, begun_at, changed_at)
    values (${one.id}, ${one.clinicCode}, ${one.identityIndex}, ${sealed}, 1, ${one.corrects}, ${one.begunBy}, ${work.now}, ${work.now})`)
}

/** @param changedBy the post of whoever typed */
export async function updateAnswers(work: Work, id: string, answers: ExaminationAnswers, changedBy: string): Promise<void> {
  const sealed = await work.seal(id, contextOf(id), JSON.stringify(answers))
  await work.db.run(sql`update health_certificates.examination set answers = ${sealed}, revision = revision + 1, changed_by = ${changedBy}, changed_at = ${work.now} where id = ${id} and signed_at is null`)
}

export async function markSigned(work: Work, id: string, signed: { by: string; certificateId: string }): Promise<void> {
  await work.db.run(sql`update health_certificates.examination set signed_by = ${signed.by}, signed_at = ${work.now}, certificate_id = ${signed.certificateId}, changed_at = ${work.now} where id = ${id} and signed_at is null`)
}

/** What was begun and not signed is forgotten. @returns whether there was such a one */
export async function deleteOpenExamination(work: Work, id: string): Promise<boolean> {
  return (await work.db.run(sql`delete from health_certificates.examination where id = ${id} and signed_at is null`)) > 0
}

/** @param before those last touched earlier are forgotten */
export async function deleteForgottenExaminations(work: Work, before: Date): Promise<void> {
  await work.db.run(sql`delete from health_certificates.examination where signed_at is null and changed_at < ${before}`)
}

/** A clinic's open examinations, the one touched last first. */
export async function listOpenExaminations(work: Work, clinicCode: string): Promise<Examination[]> {
  const rows = await work.db.many<Row>(sql`select ${columns} from health_certificates.examination where clinic_code = ${clinicCode} and signed_at is null order by changed_at desc limit 100`)
  return Promise.all(rows.map((row) => toExamination(work, row)))
}

/** What a doctor signed last about some certificates, where the clinic's program has said nothing since. */
export async function findSignedExaminations(work: Work, certificateIds: readonly string[]): Promise<Map<string, Examination>> {
  const rows = await work.db.many<Row>(sql`select distinct on (certificate_id) ${columns} from health_certificates.examination e
    where certificate_id = any(${[...certificateIds]}::uuid[])
      and 'uuid:' || e.id::text = (select m.message_key from health_certificates.message m where m.certificate_id = e.certificate_id and m.does <> 'REVOKE' order by m.sequence desc limit 1)
    order by certificate_id, signed_at desc`)
  const all = await Promise.all(rows.map((row) => toExamination(work, row)))
  return new Map(all.flatMap((one) => (one.certificateId ? [[one.certificateId, one] as const] : [])))
}
