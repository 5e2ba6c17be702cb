import { z } from 'zod'
import { type ViolationBody, VIOLATION_BODIES } from '../../capabilities/violations/index.ts'
import { sql } from '../../platform/db/sql.ts'
import { newId } from '../../platform/values/ids.ts'
import type { Work } from '../../platform/work.ts'

const evidenceShape = z.object({ documentNumber: z.string(), says: z.string(), recordNumber: z.string().nullable() })

/** What the officer has in hand: the number of the body's paper and what it says; the record's number where a case is open. */
export type HandEvidence = Readonly<z.infer<typeof evidenceShape>>

/** A result checked by hand — kết quả kiểm tra bằng tay. */
export interface HandCheck {
  readonly id: string
  readonly dossierId: string
  readonly body: ViolationBody
  readonly result: 'clear' | 'unresolved'
  readonly evidence: HandEvidence
  /** Since when the body had been silent when the officer recorded it. */
  readonly silentSince: Date
  readonly state: 'recorded' | 'confirmed' | 'declined' | 'agreed' | 'contradicted'
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly confirmedBy: string | null
  readonly confirmedAt: Date | null
}

type Row = Omit<HandCheck, 'evidence' | 'body'> & { readonly evidence: Buffer; readonly body: string }

const contextOf = (id: string) => `dossiers.hand_check.evidence:${id}`
const columns = sql`id, dossier_id as "dossierId", body, result, evidence, silent_since as "silentSince", state, recorded_by as "recordedBy", recorded_at as "recordedAt",
  confirmed_by as "confirmedBy", confirmed_at as "confirmedAt"`

async function toCheck(work: Work, personId: string, row: Row): Promise<HandCheck> {
  const body = VIOLATION_BODIES.find((one) => one === row.body)
  if (!body) throw new Error(`no such body: ${row.body}`)
  return { ...row, body, evidence: evidenceShape.parse(JSON.parse(await work.open(personId, contextOf(row.id), row.evidence))) }
}

/** Every hand check of a dossier, oldest first. */
export async function listHandChecks(work: Work, dossier: { readonly id: string; readonly personId: string }): Promise<HandCheck[]> {
  const rows = await work.db.many<Row>(sql`select ${columns} from dossiers.hand_check where dossier_id = ${dossier.id} order by recorded_at, id`)
  return Promise.all(rows.map((row) => toCheck(work, dossier.personId, row)))
}

/** Dossiers of a person that were handed over on a check by hand, of which the body itself has not spoken yet. */
export async function listReturnedIdsOnHandChecks(work: Work, personId: string): Promise<string[]> {
  return (await work.db.many<{ id: string }>(sql`select d.id from dossiers.dossier d where d.person_id = ${personId} and d.status = 'returned'
    and exists (select from dossiers.hand_check c where c.dossier_id = d.id and c.state = 'confirmed')`)).map((row) => row.id)
}

/** @returns the new check's id; undefined when one about this body is already open */
export async function insertHandCheck(
  work: Work, check: { dossierId: string; personId: string; body: ViolationBody; result: HandCheck['result']; evidence: HandEvidence; silentSince: Date; recordedBy: string },
): Promise<string | undefined> {
  const id = newId()
  const evidence = await work.seal(check.personId, contextOf(id), JSON.stringify(check.evidence))
  const row = await work.db.maybe<{ id: string }>(sql`insert into dossiers.hand_check (id, dossier_id, body, result, evidence, silent_since, state, recorded_by, recorded_at)
    values (${id}, ${check.dossierId}, ${check.body}, ${check.result}, ${evidence}, ${check.silentSince}, 'recorded', ${check.recordedBy}, ${work.now}) on conflict do nothing returning id`)
  return row?.id
}

export async function confirmHandCheck(work: Work, id: string, staffId: string): Promise<void> {
  await work.db.run(sql`update dossiers.hand_check set state = 'confirmed', confirmed_by = ${staffId}, confirmed_at = ${work.now} where id = ${id} and state = 'recorded'`)
}

/** Ends a check: a colleague declined it, or the source itself has spoken. */
export async function endHandCheck(work: Work, id: string, state: 'declined' | 'agreed' | 'contradicted'): Promise<void> {
  await work.db.run(sql`update dossiers.hand_check set state = ${state}, ended_at = ${work.now} where id = ${id} and state in ('recorded', 'confirmed')`)
}
