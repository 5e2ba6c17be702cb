/** One dossier, copied into every state in three provinces: what the sweep knocks for. The copies keep no promise but to be there. */
import { type Status, statuses } from '../../../src/dossiers/index.ts'
import { systemActor } from '../../../src/platform/values/actor.ts'
import { newId } from '../../../src/platform/values/ids.ts'
import type { CaseWorld } from '../../support/case-world.ts'

export interface Copied {
  readonly id: string
  readonly status: Status
  readonly province: string
}

/** The authority's own province, another, and one that went up in the first. */
export const provinces = ['bac-ninh', 'ha-noi', 'bac-giang'] as const

const later = (status: Status) => status !== 'filed' && status !== 'supplementing' && status !== 'refused' && status !== 'withdrawn'
const closed = (status: Status) => status === 'returned' || status === 'refused' || status === 'withdrawn'

/** @param preparedBy who prepared the decision of those that are approved @param heldBy who holds the open ones of the first province */
export async function copyDossier(world: CaseWorld, dossierId: string, { preparedBy, heldBy }: { preparedBy: string; heldBy: string }): Promise<Copied[]> {
  const { platform } = world
  const copies: Copied[] = []
  const system = systemActor('test')
  const [source] = await platform.asOwner<{ person_id: string; draft_id: string; answers: Buffer }>('select person_id, draft_id, answers from dossiers.dossier where id = $1', [dossierId])
  const [draft] = await platform.asOwner<{ answers: Buffer }>('select answers from dossiers.draft where id = $1', [source?.draft_id])
  if (!source || !draft) throw new Error('no dossier to copy')
  await platform.asOwner('drop index dossiers.dossier_one_open')
  // What the database works out by itself is not copied.
  const [own] = await platform.asOwner<{ columns: string }>(`select string_agg('d.' || quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
    where attrelid = 'dossiers.dossier'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`)
  const columns = own?.columns ?? ''
  const resealed = (table: string, from: string, to: string, sealed: Buffer) => platform.work(system, async (work) => {
    const text = await work.open(source.person_id, `dossiers.${table}.answers:${from}`, sealed)
    return work.seal(source.person_id, `dossiers.${table}.answers:${to}`, text)
  })
  for (const province of provinces) {
    for (const status of statuses) {
      const [id, draftId] = [newId(), newId()]
      const n = String(copies.length).padStart(4, '0')
      await platform.asOwner(`insert into dossiers.draft select (jsonb_populate_record(d, jsonb_build_object('id', $1::uuid))).* from dossiers.draft d where id = $2`, [draftId, source.draft_id])
      await platform.asOwner('update dossiers.draft set answers = $2 where id = $1', [draftId, await resealed('draft', source.draft_id, draftId, draft.answers)])
      await platform.asOwner(`insert into dossiers.dossier (${columns.replaceAll('d.', '')}) select ${columns} from dossiers.dossier d0, lateral jsonb_populate_record(d0, jsonb_build_object('id', $1::uuid, 'draft_id', $2::uuid, 'submission_code', $3::text, 'official_number', $4::text, 'status', $5::text,
          'resume_status', case when $5 = 'supplementing' then 'filed' end, 'accepted_at', case when $6::boolean then d0.filed_at end, 'due_at', case when $6 then d0.filed_at + interval '9 days' end,
          'closed_at', case when $7::boolean then d0.filed_at + interval '1 hour' end, 'authority_province', $8::text, 'turn', case when $7 then 'nobody' else 'officer' end, 'turn_owner', case when $7 then 'nobody' else 'officer' end,
          'claimed_by', $9::uuid, 'claimed_until', case when $9 is not null then d0.filed_at + interval '10 years' end)) d where d0.id = $10`,
        [id, draftId, `HS-COPY-${n}`, later(status) ? `H05.24-000000-${n}` : null, status, later(status), closed(status), province, closed(status) || province !== 'bac-ninh' ? null : heldBy, dossierId])
      const sealed = await resealed('dossier', dossierId, id, source.answers)
      await platform.asOwner('update dossiers.dossier set answers = $2 where id = $1', [id, sealed])
      await platform.asOwner(`insert into dossiers.requirement select (jsonb_populate_record(r, jsonb_build_object('dossier_id', $1::uuid))).* from dossiers.requirement r where dossier_id = $2`, [id, dossierId])
      await platform.asOwner(`insert into dossiers.event (id, dossier_id, kind, to_status, at, actor_kind, actor_id, subject_id, channel, details)
        select gen_random_uuid(), $1, kind, to_status, at, actor_kind, actor_id, subject_id, channel, details from dossiers.event where dossier_id = $2 and kind = 'submit'`, [id, dossierId])
      if (status === 'approved' || status === 'signed' || status === 'returned') await platform.asOwner(`insert into dossiers.decision (dossier_id, outcome, prepared_by, prepared_at, legal_basis) values ($1, 'approve', $2, now(), 'x')`, [id, preparedBy])
      if (status === 'supplementing') await platform.asOwner(`with asked as (insert into dossiers.supplement_request (id, dossier_id, asked_by, asked_at) values ($1, $2, $3, now()) returning id)
        insert into dossiers.supplement_point (request_id, kind, position, reason, note) select id, 'portrait', 1, 'unreadable', 'x' from asked`, [newId(), id, preparedBy])
      copies.push({ id, status, province })
    }
  }
  return copies
}
