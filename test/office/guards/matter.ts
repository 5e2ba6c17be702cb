/** One dossier, copied into every state in three provinces: what the sweep knocks for. The copies keep no promise but to be there. */
import { VIOLATION_BODIES } from '../../../src/capabilities/violations/index.ts'
import { type Status, statuses } from '../../../src/dossiers/index.ts'
import { insertHandCheck } from '../../../src/dossiers/store/hand-checks.ts'
import { systemActor } from '../../../src/platform/values/actor.ts'
import { newId } from '../../../src/platform/values/ids.ts'
import type { CaseWorld } from '../../support/case-world.ts'

export interface Copied {
  readonly id: string
  readonly status: Status
  readonly province: string
  /** A result of a check by hand that waits for a second officer, where the state allows one. */
  readonly checkId?: string
}

/** The authority's own province, another, and one that went up in the first. */
export const provinces = ['bac-ninh', 'ha-noi', 'bac-giang'] as const

const later = (status: Status) => status !== 'filed' && status !== 'supplementing' && status !== 'refused' && status !== 'withdrawn' && status !== 'stopped'
const closed = (status: Status) => status === 'returned' || status === 'refused' || status === 'withdrawn' || status === 'stopped'

/** Copies one row with some of its columns changed; what the database computes it computes anew. @param where of the row to copy, with $1 */
export async function copyRow(world: CaseWorld, table: string, changes: Readonly<Record<string, unknown>>, where: string, value: string): Promise<void> {
  const { platform } = world
  const [schema, name] = table.split('.')
  const columns = (await platform.asOwner<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2 and is_generated = 'NEVER' and is_identity = 'NO'`, [schema, name])).map((one) => `"${one.name}"`).join(', ')
  await platform.asOwner(`insert into ${table} (${columns}) select ${columns} from (select (jsonb_populate_record(t, $2::jsonb)).* from ${table} t where ${where}) copy`, [value, JSON.stringify(changes)])
}

/** @param preparedBy who prepared the decision of those that are approved @param heldBy who holds the open ones of the first province @param says what a check by hand found */
export async function copyDossier(world: CaseWorld, dossierId: string, { preparedBy, heldBy, says }: { preparedBy: string; heldBy: string; says: string }): Promise<Copied[]> {
  const { platform } = world
  const copies: Copied[] = []
  const system = systemActor('test')
  const [source] = await platform.asOwner<{ person_id: string; draft_id: string; answers: Buffer; filed_at: Date }>('select person_id, draft_id, answers, filed_at from dossiers.dossier where id = $1', [dossierId])
  const [draft] = await platform.asOwner<{ answers: Buffer }>('select answers from dossiers.draft where id = $1', [source?.draft_id])
  if (!source || !draft) throw new Error('no dossier to copy')
  const kinds = await platform.asOwner<{ kind: string }>('select kind from dossiers.requirement where dossier_id = $1', [dossierId])
  await platform.asOwner('drop index dossiers.dossier_one_open')
  const resealed = (table: string, from: string, to: string, sealed: Buffer) => platform.work(system, async (work) => {
    const text = await work.open(source.person_id, `dossiers.${table}.answers:${from}`, sealed)
    return work.seal(source.person_id, `dossiers.${table}.answers:${to}`, text)
  })
  for (const province of provinces) {
    for (const status of statuses) {
      const [id, draftId] = [newId(), newId()]
      const n = String(copies.length).padStart(4, '0')
      await copyRow(world, 'dossiers.draft', { id: draftId }, 'id = $1', source.draft_id)
      await platform.asOwner('update dossiers.draft set answers = $2 where id = $1', [draftId, await resealed('draft', source.draft_id, draftId, draft.answers)])
      const [filedAt, isHeld] = [source.filed_at.getTime(), !closed(status) && province === 'bac-ninh']
      const after = (hours: number) => new Date(filedAt + hours * 3_600_000).toISOString()
      await copyRow(world, 'dossiers.dossier', {
        id, draft_id: draftId, submission_code: `HS-COPY-${n}`, official_number: later(status) ? `H05.24-000000-${n}` : null, status, resume_status: status === 'supplementing' ? 'filed' : null, supplement_due_at: status === 'supplementing' ? '2026-10-26T10:00:00Z' : null,
        accepted_at: later(status) ? after(0) : null, due_at: later(status) ? after(216) : null, closed_at: closed(status) ? after(1) : null, authority_province: province,
        turn: closed(status) ? 'nobody' : 'officer', turn_owner: closed(status) ? 'nobody' : 'office', claimed_by: isHeld ? heldBy : null, claimed_until: isHeld ? after(90_000) : null,
      }, 'id = $1', dossierId)
      const sealed = await resealed('dossier', dossierId, id, source.answers)
      await platform.asOwner('update dossiers.dossier set answers = $2 where id = $1', [id, sealed])
      for (const { kind } of kinds) await copyRow(world, 'dossiers.requirement', { dossier_id: id }, `dossier_id = $1 and kind = '${kind}'`, dossierId)
      await platform.asOwner(`insert into dossiers.event (id, dossier_id, kind, to_status, at, actor_kind, actor_id, subject_id, channel, details)
        select gen_random_uuid(), $1, kind, to_status, at, actor_kind, actor_id, subject_id, channel, details from dossiers.event where dossier_id = $2 and kind = 'submit'`, [id, dossierId])
      if (status === 'approved' || status === 'signed' || status === 'returned') await platform.asOwner(`insert into dossiers.decision (dossier_id, outcome, prepared_by, prepared_at, legal_basis) values ($1, 'approve', $2, now(), 'x')`, [id, preparedBy])
      if (status === 'supplementing') {
        const requestId = newId()
        await platform.asOwner('insert into dossiers.supplement_request (id, dossier_id, asked_by, asked_at) values ($1, $2, $3, \'2026-10-05T03:00:00Z\')', [requestId, id, preparedBy])
        await platform.asOwner(`insert into dossiers.supplement_point (request_id, kind, position, reason, note) values ($1, 'portrait', 1, 'unreadable', 'x')`, [requestId])
      }
      const [body] = VIOLATION_BODIES
      const checkId = status !== 'filed' && status !== 'accepted' ? undefined : await platform.work(system, (work) => insertHandCheck(work, {
        dossierId: id, personId: source.person_id, body, result: 'clear', evidence: { documentNumber: '1/CV-THU', says, recordNumber: null }, silentSince: work.now, recordedBy: preparedBy,
      }))
      copies.push({ id, status, province, ...(checkId === undefined ? {} : { checkId }) })
    }
  }
  return copies
}
