/** A small history in which every promise holds: one dossier returned, one just filed; for planting what breaks a promise. */
export const ids = {
  person: '0199a000-0000-7000-8000-000000000001',
  returned: '0199a000-0000-7000-8000-0000000000d1',
  open: '0199a000-0000-7000-8000-0000000000d2',
  oldLicence: '0199a000-0000-7000-8000-0000000000a1',
  newLicence: '0199a000-0000-7000-8000-0000000000a2',
  otherLicence: '0199a000-0000-7000-8000-0000000000a3',
  appraiser: '0199a000-0000-7000-8000-0000000000b1',
  signer: '0199a000-0000-7000-8000-0000000000b2',
  lookup: '0199a000-0000-7000-8000-0000000000c1',
  openLookup: '0199a000-0000-7000-8000-0000000000c2',
  exchange: '0199a000-0000-7000-8000-0000000000e1',
  portrait: '0199a000-0000-7000-8000-0000000000f9',
} as const

const { person, returned, open, oldLicence, newLicence, otherLicence, appraiser, signer, lookup, openLookup, exchange, portrait } = ids
const at = (day: number, hour = 2) => `'2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z'`
const step = (dossier: string, kind: string, from: string, to: string, when: string) =>
  `insert into dossiers.event (id, dossier_id, kind, from_status, to_status, at, actor_kind, actor_id, subject_id, channel)
   values (gen_random_uuid(), '${dossier}', '${kind}', ${from}, ${to}, ${when}, 'system', 'test', '${person}', 'online')`
const draft = (n: number, licence: string) =>
  `insert into dossiers.draft (id, person_id, procedure, licence_ids, answers, started_at, updated_at, filed_at)
   values ('0199a000-0000-7000-8000-00000000f00${n}', '${person}', 'exchange-licence', array['${licence}']::uuid[], '\\x00', ${at(2, 1)}, ${at(2, 1)}, ${at(2)})`

const licence = (id: string, number: string, state: string, more: { replacedBy?: string; dossier?: string; entered: string; closed?: string; family?: string }) =>
  `insert into licences.licence (id, number, material, family, identity_index, holder_name, holder_birth_date, holder_residence, held, passed_on, issued_on, issued_by, points_definite, state, entered_at, closed_at, replaced_by, dossier_id)
   values ('${id}', '${number}', 'card', '${more.family ?? 'definite'}', '\\x01', 'Nguyễn Văn An', '1990-01-01', 'Mẫu', '[{"class":"law-2008:B2"}]', '2016-12-14', '2016-12-14', 'Mẫu', 12, '${state}', ${more.entered},
     ${more.closed ?? 'null'}, ${more.replacedBy ? `'${more.replacedBy}'` : 'null'}, ${more.dossier ? `'${more.dossier}'` : 'null'})`

/** Statements, in the order in which they happened. */
export const soundRows: readonly string[] = [
  draft(1, oldLicence), draft(2, otherLicence),
  licence(oldLicence, '970000000001', 'replaced', { entered: at(1), closed: at(6), replacedBy: newLicence }),
  licence(newLicence, '970000000001', 'valid', { entered: at(6), dossier: returned }),
  licence(otherLicence, '970000000002', 'valid', { entered: at(1), family: 'indefinite' }),
  `insert into dossiers.dossier (id, submission_code, official_number, draft_id, person_id, procedure, procedure_version, licence_ids, main_licence_id, status, channel, answers, portrait_id, delivery, amount_vnd, lang,
     filed_at, filing_evidence, accepted_at, due_at, closed_at, revision, authority_province, applicant_name, name_key, identity_index, licence_number, class_label, turn, turn_owner, turn_cause, turn_since)
   values ('${returned}', 'TT-0000-0001', 'TEST-1', '0199a000-0000-7000-8000-00000000f001', '${person}', 'exchange-licence', '2025-03-01', array['${oldLicence}']::uuid[], '${oldLicence}', 'returned', 'online', '\\x00',
     '${portrait}', 'post', 115000, 'vi', ${at(2)}, '\\x00', ${at(3)}, ${at(10)}, ${at(9)}, 4, '24', 'Nguyễn Văn An', 'nguyen van an', '\\x01', '970000000001', 'B2', 'nobody', 'nobody', 'returned', ${at(9)})`,
  `insert into dossiers.dossier (id, submission_code, draft_id, person_id, procedure, procedure_version, licence_ids, main_licence_id, status, channel, answers, portrait_id, delivery, amount_vnd, lang,
     filed_at, filing_evidence, authority_province, applicant_name, name_key, identity_index, licence_number, class_label, turn, turn_owner, turn_cause, turn_since)
   values ('${open}', 'TT-0000-0002', '0199a000-0000-7000-8000-00000000f002', '${person}', 'exchange-licence', '2025-03-01', array['${otherLicence}']::uuid[], '${otherLicence}', 'filed', 'online', '\\x00',
     '${portrait}', 'post', 115000, 'vi', ${at(2)}, '\\x00', '24', 'Nguyễn Văn An', 'nguyen van an', '\\x01', '970000000002', 'A1', 'citizen', 'citizen', 'fee', ${at(2)})`,
  step(returned, 'submit', 'null', "'filed'", at(2)), step(returned, 'accept', "'filed'", "'accepted'", at(3)), step(returned, 'approve', "'accepted'", "'approved'", at(5)),
  step(returned, 'sign', "'approved'", "'signed'", at(6)), step(returned, 'handOver', "'signed'", "'returned'", at(9)), step(open, 'submit', 'null', "'filed'", at(2)),
  `update dossiers.dossier set notice_kept_at = accepted_at where id = '${returned}'`,
  `insert into dossiers.wait (id, dossier_id, owner, cause, from_at, to_at) values
     (gen_random_uuid(), '${returned}', 'office', 'to-accept', ${at(2)}, ${at(3)}), (gen_random_uuid(), '${returned}', 'office', 'to-appraise', ${at(3)}, ${at(5)}),
     (gen_random_uuid(), '${returned}', 'office', 'to-sign', ${at(5)}, ${at(6)}), (gen_random_uuid(), '${returned}', 'printer', 'card', ${at(6)}, ${at(9)}),
     (gen_random_uuid(), '${open}', 'citizen', 'fee', ${at(2)}, null)`,
  `insert into dossiers.requirement (dossier_id, kind, state, owner, evidence, source, changed_at) values
     ('${returned}', 'fee', 'met', 'payment-platform', '{"receipt":"1"}', 'payment-platform', ${at(2)}), ('${returned}', 'violations', 'met', 'traffic-police', '{"lookup":"1"}', 'national-database', ${at(2)}),
     ('${open}', 'fee', 'todo', 'citizen', null, null, ${at(2)})`,
  `insert into dossiers.decision (dossier_id, outcome, prepared_by, prepared_at, signed_by, signed_at, legal_basis)
   values ('${returned}', 'approve', '${appraiser}', ${at(5)}, '${signer}', ${at(6)}, 'TT 12/2025/TT-BCA, Điều 21')`,
  `insert into portraits.portrait (id, person_id, state, source, original_hash, original_bytes, crop_hash, recipe_version, measures, received_at, verified_at)
   values ('${portrait}', '${person}', 'accepted', 'upload', repeat('0', 64), 1, repeat('a', 64), 1, '{}', ${at(2)}, ${at(2)})`,
  `insert into deliveries.card (id, dossier_id, person_id, province_code, licence_number, card_serial, portrait_hash, state, queued_at)
   values (gen_random_uuid(), '${returned}', '${person}', '24', '970000000001', 'TEST-1', repeat('a', 64), 'queued', ${at(6)})`,
  `insert into payments.attempt (id, dossier_id, person_id, authority_code, purpose, order_info, amount_vnd, txn_ref, state, started_at, expires_at, ended_at, provider_transaction_no)
   values ('${exchange}', '${returned}', '${person}', 'H05', 'fee', 'TT-0000-0001', 115000, 'TEST1', 'paid', ${at(2)}, ${at(3)}, ${at(2)}, '97000001')`,
  `insert into payments.query (id, attempt_id, kind, asked_at) values ('${exchange}', '${exchange}', 'payment', ${at(2)})`,
  `insert into payments.charge (id, attempt_id, dossier_id, provider_transaction_no, amount_vnd, use, confirmed_by, query_id, paid_at, noted_at)
   values (gen_random_uuid(), '${exchange}', '${returned}', '97000001', 115000, 'fee', 'query', '${exchange}', ${at(2)}, ${at(2)})`,
  `insert into platform.exchange (id, system, purpose, asked_at, answered_at, outcome) values ('${exchange}', 'violations', 'test', ${at(2)}, ${at(2)}, 'absent')`,
  `insert into platform.lookup (id, person_id, source, question, state, asked_at, attempts, answered_at, exchange_id, answer_hash)
   values ('${lookup}', '${person}', 'violations:national-database', '\\x00', 'absent', ${at(2)}, 1, ${at(2)}, '${exchange}', '\\x00')`,
  `insert into platform.lookup (id, person_id, source, question, state, asked_at, attempts, last_tried_at, next_try_at)
   values ('${openLookup}', '${person}', 'population', '\\x00', 'unavailable', ${at(2)}, 1, ${at(2)}, ${at(3)})`,
  `insert into platform.due (task, key, payload, due_at) values ('lookup.ask', '${openLookup}', '{"lookupId":"${openLookup}"}', ${at(3)})`,
]
