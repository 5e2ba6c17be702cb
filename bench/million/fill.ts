/** A million dossiers by plain SQL: thirty-four provinces, one of them with every tenth dossier; an eighth of all still open. Nobody in it exists. */
import type pg from 'pg'
import { fillLooks } from './looks.ts'

/** Where the officers of the figures sit. */
export const PROVINCE = 'bac-ninh'

/** Every fourth applicant bears the first name, as in life. */
const NAMES = `(array['nguyen', 'nguyen', 'nguyen', 'nguyen', 'tran', 'tran', 'le', 'le', 'pham', 'hoang', 'phan', 'vu', 'dang', 'bui', 'do', 'ho', 'ngo', 'duong', 'ly', 'dinh'])[1 + (n * 7919 % 20)] || ' ' ||
  (array['van', 'thi', 'duc', 'minh', 'thanh', 'ngoc', 'quang', 'hoang', 'thu', 'xuan', 'huu', 'quoc', 'kim', 'bich', 'dinh', 'tuan', 'gia', 'khanh', 'hong', 'viet'])[1 + (n * 104729 / 20 % 20)] || ' ' ||
  (array['an', 'anh', 'binh', 'cuong', 'dung', 'dat', 'giang', 'ha', 'hai', 'hanh', 'hieu', 'hoa', 'hung', 'huong', 'khanh', 'lan', 'linh', 'long', 'mai', 'nam', 'nga', 'ngan', 'nhung', 'phong', 'phuc', 'quan', 'quyen', 'son', 'tam', 'thang', 'thao', 'thu', 'trang', 'tuan', 'uyen', 'van', 'vinh', 'yen'])[1 + (n * 15485863 / 400 % 38)]`

const uuid = (kind: number, n = 'n') => `('0190${String(kind).padStart(4, '0')}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

/** Every eighth is open: a third of those with an officer, the others with citizens, sources, signers, printers. */
const LANE = `case when n % 8 <> 0 then 'done' else (array['desk', 'desk', 'desk', 'desk', 'citizen', 'citizen', 'outside', 'outside', 'sign', 'delivery', 'delivery', 'delivery'])[1 + n / 8 % 12] end`

/** @param now the instant that the figures are asked at */
const DOSSIERS = `insert into dossiers.dossier (id, submission_code, official_number, draft_id, person_id, procedure, procedure_version, licence_ids, main_licence_id, status, channel, answers, portrait_id, delivery, amount_vnd, lang,
    filed_at, filing_evidence, accepted_at, due_at, closed_at, claimed_by, claimed_until, authority_province, applicant_name, name_key, identity_index, licence_number, class_label, turn, turn_owner, turn_cause, turn_since)
  select ${uuid(1)}, 'TT-' || lpad(upper(to_hex(n)), 8, '0'), 'H97.19-' || to_char(filed, 'YYMMDD') || '-' || n, ${uuid(2)}, ${uuid(3)}, 'exchange-licence', '2026-07-01', array[${uuid(4)}], ${uuid(4)},
    case lane when 'done' then 'returned' when 'sign' then 'approved' when 'delivery' then 'signed' else 'accepted' end, (array['online', 'online', 'online', 'in-person'])[1 + n % 4], '\\x00', ${uuid(5)}, 'post', 115000, 'vi',
    filed, '\\x00', filed + interval '1 day', case lane when 'done' then filed + interval '7 days' else $2::timestamptz + (n % 97 - 6) * interval '2 hours' end, case lane when 'done' then filed + interval '6 days' end,
    case when lane = 'desk' and n % 3 = 0 then ${uuid(6, 'n % 400')} end, case when lane = 'desk' and n % 3 = 0 then $2::timestamptz + interval '20 minutes' end,
    (array_append($3::text[], '${PROVINCE}'))[case when n % 10 = 0 then cardinality($3::text[]) + 1 else 1 + n / 8 % cardinality($3::text[]) end], initcap(name), name, sha256(('identity ' || n)::bytea), lpad(n::text, 12, '0'),
    (array['B2 → B', 'A1 → A', 'C → C', 'D → D2'])[1 + n % 4], case lane when 'done' then 'nobody' when 'citizen' then 'citizen' when 'outside' then 'outside' when 'delivery' then 'outside' else 'officer' end,
    case lane when 'done' then 'nobody' when 'citizen' then 'citizen' when 'outside' then 'clinic' when 'delivery' then 'printer' else 'office' end,
    case lane when 'done' then 'returned' when 'citizen' then 'fee' when 'outside' then 'health-certificate' when 'sign' then 'to-sign' when 'delivery' then 'card' else 'to-appraise' end, filed + interval '1 day'
  from (select n, ${NAMES} as name, ${LANE} as lane, date_trunc('milliseconds', case when n % 8 = 0 then $2::timestamptz - (1 + n % 9) * interval '1 day' else $2::timestamptz - (10 + n % 1100) * interval '1 day' end - n % 20000 * interval '1 second') as filed
    from generate_series(1, $1::bigint) n) made`

/** What a dossier's page reads beside it, for those that are open. */
const HISTORIES = [
  `insert into dossiers.requirement (dossier_id, kind, state, owner, evidence, source, reason, changed_at)
    select ${uuid(1)}, kind, 'met', 'citizen', '{}', 'law', null, $2::timestamptz from generate_series(8, $1::bigint, 8) n, unnest(array['fee', 'portrait']) kind`,
  `insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel)
    select ${uuid(7, 'n * 4 + step')}, ${uuid(1)}, (array['submit', 'accept', 'approve'])[step], $2::timestamptz, 'system', 'bench', ${uuid(3)}, 'online' from generate_series(8, $1::bigint, 8) n, generate_series(1, 3) step`,
  `insert into dossiers.wait (id, dossier_id, owner, cause, from_at, to_at)
    select ${uuid(8, 'n * 4 + step')}, ${uuid(1)}, 'office', 'to-appraise', $2::timestamptz, $2::timestamptz from generate_series(8, $1::bigint, 8) n, generate_series(1, 2) step`,
]

/** Fills an empty database. Indexes are built afterwards, at once. @param provinces the others, by id */
export async function fillMillion(owner: pg.Client, size: { readonly dossiers: number; readonly now: Date; readonly provinces: readonly string[] }): Promise<void> {
  const indexes = await owner.query<{ name: string; definition: string }>(`select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
    where i.indrelid in ('dossiers.dossier'::regclass, 'dossiers.event'::regclass, 'dossiers.wait'::regclass, 'dossiers.requirement'::regclass) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`)
  await owner.query("set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '256MB'")
  for (const { name } of indexes.rows) await owner.query(`drop index ${name}`)
  await owner.query(DOSSIERS, [size.dossiers, size.now, [...size.provinces]])
  for (const statement of HISTORIES) await owner.query(statement, [size.dossiers, size.now])
  for (const { definition } of indexes.rows) await owner.query(definition)
  await fillLooks(owner, size, uuid)
  // As after a night: statistics are fresh, and index-only reads need no look at the rows.
  await owner.query('vacuum analyze dossiers.dossier, dossiers.event, dossiers.wait, dossiers.requirement')
}
