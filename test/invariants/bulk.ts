/** What breaks each promise about things done with many dossiers at once. */
import { ids } from './sound-rows.ts'

const { returned, open, person, appraiser } = ids

/** A bulk of the appraiser with one item. */
const bulk = (n: number, of: { readonly act: string; readonly dossier: string; readonly state: string; readonly at: string }) => `
  insert into dossiers.bulk (id, act, province, staff_id, person_id, session_id, drawn_up_at, confirmed_at)
    values ('0199a000-0000-7000-8000-000000000e0${n}', '${of.act}', '24', '${appraiser}', '${person}', 's', '2026-11-02T01:00:00Z', '2026-11-02T01:00:00Z');
  insert into dossiers.bulk_item (bulk_id, dossier_id, place, state, ended_at)
    select '0199a000-0000-7000-8000-000000000e0${n}', '${of.dossier}', 0, '${of.state}', ${of.at}`

const approvedAt = `(select at from dossiers.event where dossier_id = '${returned}' and kind = 'approve')`
const drawn = `insert into dossiers.straight_through (dossier_id, rules, passes, checks, judged_at, drawn, per_mille, drawn_at) values ('${returned}', 'x', true, '[]', '2026-01-01', true, 50, '2026-01-01')`

export const bulkPlantings: Readonly<Record<string, string>> = {
  'C1 what a bulk says was done, whoever confirmed it did': bulk(1, { act: 'approve', dossier: open, state: 'done', at: `'2026-11-05'` }),
  'C1 no dossier is said to be decided more often than it was': [bulk(1, { act: 'approve', dossier: returned, state: 'done', at: approvedAt }), bulk(2, { act: 'decide', dossier: returned, state: 'done', at: approvedAt })].join(';'),
  'C1 what is confirmed in bulk comes to an end for each dossier': `${bulk(1, { act: 'approve', dossier: open, state: 'waiting', at: 'null' })};
    insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, channel) values (gen_random_uuid(), 'draft.started', '{}', '2026-11-02T08:00:00Z', 'system', 'x', 'online')`,
  'TH4 every order to sign, and every batch that is confirmed, says when its signer had proved who they are': `insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel, details)
      select gen_random_uuid(), '${open}', 'signature-asked', '2026-11-02T02:00:00Z', 'staff', '${appraiser}', '${person}', 'online', details::jsonb from (values (1, '{"signedInAt":"2026-11-22T00:00:00Z"}'), (2, '{}')) t(n, details) order by n`,
  'C1 what was drawn for full appraisal nobody decides by one press or in bulk': `${drawn}; ${bulk(1, { act: 'approve', dossier: returned, state: 'done', at: approvedAt })}`,
}
