/** Every promise about health certificates notices when it is broken (P2, P3). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invariants } from '../../src/capabilities/health-certificates/index.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

const id = (n: number) => `0199a000-0000-7000-8000-00000000000${n}`
const [person, pulled, pushed, copied, copy, exchange, officer, doctor, examined, itself] = [id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8), id(9), '0199a000-0000-7000-8000-000000000010']
const at = `'2026-11-20T02:00:00Z'`
const row = (certificate: string, number: string, more: string) => `insert into health_certificates.certificate
  (id, number, licence_class, person_id, identity_index, holder_index, conclusion, concluded_on, clinic_code, clinic_name, doctor_name, health_values, received_at, usable_at, changed_at, source, exchange_id, copy_id, issued_at)
  values ('${certificate}', '${number}', 'B', '${person}', '\\x01', '\\x11', 'eligible', '2026-11-20', '97014', 'Mẫu', 'Mẫu', '\\x00', ${at}, ${at}, ${at}, ${more})`
const fact = (certificate: string) => `insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, channel)
  values (gen_random_uuid(), 'health-certificate.received', '{"certificateId":"${certificate}"}', ${at}, 'system', 'test', 'online')`

/** One certificate by each door, in which every promise holds. */
const sound: readonly string[] = [
  `insert into platform.exchange (id, system, purpose, asked_at, answered_at, outcome) values ('${exchange}', 'health-records', 'test', ${at}, ${at}, 'value')`,
  `insert into health_certificates.clinic (code, name, state, joined_at, changed_at) values ('97014', 'Mẫu', 'active', ${at}, ${at})`,
  `insert into health_certificates.holder (person_id, identity_index, holder_index, known_at) values ('${person}', '\\x01', '\\x11', ${at})`,
  `insert into identity.person (id, issuer, subject, identity_index, identity_number, full_name, birth_date, created_at, updated_at) values ('${person}', 'x', 'x', '\\x01', '\\x00', 'Mẫu', '1990-01-01', ${at}, ${at})`,
  `insert into identity.staff (id, identity_index, full_name, role, province_code, active_from) values ('${officer}', '\\x02', 'Mẫu', 'appraiser', 'bac-ninh', '2020-01-01')`,
  `insert into health_certificates.certified_copy (id, person_id, file_hash, state, signer_name, signer_organisation, signer_fingerprint, stamped_at, received_at, decided_by, decided_at, certificate_id)
    values ('${copy}', '${person}', repeat('a', 64), 'confirmed', 'x', 'x', 'x', ${at}, ${at}, '${officer}', ${at}, '${copied}')`,
  row(pulled, '00001/GKSKLX/97014/26', `'health-gateway', '${exchange}', null, null`),
  row(pushed, '00002/GKSKLX/97014/26', `'clinic', null, null, ${at}`),
  row(copied, '00003/GKSKLX/97014/26', `'certified-copy', null, '${copy}', null`),
  fact(pulled), fact(pushed), fact(copied),
  `insert into health_certificates.message (id, clinic_code, message_key, content_hash, does, door, certificate_id, received_at) values (gen_random_uuid(), '97014', 'uuid:${examined}', '\\x00', 'ADD', 'desk', '${pushed}', ${at})`,
  `insert into identity.staff (id, identity_index, full_name, role, province_code, office_code, active_from) values ('${doctor}', '\\x03', 'Mẫu', 'doctor', 'bac-ninh', '97014', '2020-01-01')`,
  // A doctor may be examined as anybody else is.
  `insert into identity.staff (id, identity_index, full_name, role, province_code, office_code, active_from) values ('${itself}', '\\x01', 'Mẫu', 'doctor', 'bac-ninh', '97015', '2020-01-01')`,
  `insert into health_certificates.examination (id, clinic_code, identity_index, answers, revision, begun_by, begun_at, changed_at, signed_by, signed_at, certificate_id)
    values ('${examined}', '97014', '\\x01', '\\x00', 1, '${doctor}', ${at}, ${at}, '${doctor}', ${at}, '${pushed}')`,
  `insert into health_certificates.number_series (clinic_code, year, last) values ('97014', 2026, 3)`,
  // Numbers of before the clinic began here are on paper only.
  `insert into health_certificates.number_series (clinic_code, year, first, last) values ('97014', 2025, 418, 417)`,
]

const plantings: Readonly<Record<string, string>> = {
  'OUT1 every health certificate names the exchange, message or copy that brought it': `update health_certificates.certified_copy set certificate_id = '${pushed}'`,
  'OUT3 a health certificate lies with the person it is about': `update health_certificates.certificate set identity_index = '\\x02' where id = '${pulled}'`,
  'AUD1 every health certificate was announced': `delete from platform.fact where payload->>'certificateId' = '${pushed}'`,
  'P2 a certificate whose holder is known here lies with them': `update health_certificates.certificate set person_id = null where id = '${pushed}'`,
  'P3 a clinic sends and corrects certificates of its own numbers only': `update health_certificates.certificate set number = '00002/GKSKLX/97015/26' where id = '${pushed}'`,
  'P3 a number of a certificate belongs to one person': `update health_certificates.certificate set identity_index = '\\x02', person_id = null, number = '00001/GKSKLX/97014/26', licence_class = 'C' where id = '${pushed}'`,
  'DEC2 a certified copy is read by somebody, and not by its own bearer': `update identity.staff set identity_index = '\\x01' where id = '${officer}'`,
  'P3 nobody signs a health certificate about themselves': `update identity.staff set identity_index = '\\x01' where id = '${doctor}'`,
  'P3 nobody begins, changes or takes back what a clinic says about themselves': `insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, channel)
    values (gen_random_uuid(), 'health-certificate.revoked', '{"certificateId":"${pulled}"}', ${at}, 'staff', '${itself}', 'online')`,
  'P3 a clinic stays with the province whose officer let it in': `insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, channel)
    values (gen_random_uuid(), 'clinic.admitted', '{"clinicCode":"97014","provinceCode":"ha-noi"}', ${at}, 'staff', '${officer}', 'online')`,
  'P3 a doctor of a clinic holds no other post meanwhile': `update identity.staff set identity_index = '\\x03' where id = '${officer}'`,
  'P3 what a doctor signed is one certificate of that clinic about that person, entered once': `update health_certificates.message set message_key = 'uuid:another'`,
  'P3 a doctor corrects what a doctor said last: after the word of the clinic’s program the next is the program’s':
    `insert into health_certificates.message (id, clinic_code, message_key, content_hash, does, door, certificate_id, received_at) values (gen_random_uuid(), '97014', 'uuid:program', '\\x00', 'EDIT', 'json', '${pushed}', ${at});
    insert into health_certificates.message (id, clinic_code, message_key, content_hash, does, door, certificate_id, received_at) values (gen_random_uuid(), '97014', 'uuid:${id(7)}', '\\x00', 'EDIT', 'desk', '${pushed}', ${at});
    update health_certificates.examination set id = '${id(7)}', corrects = '${pushed}'`,
  'P3 numbers given here leave no gap': `update health_certificates.number_series set last = last + 1`,
  'P2 what a clinic issues itself is usable within five seconds': `update health_certificates.certificate set usable_at = issued_at + interval '6 seconds' where id = '${pushed}'`,
}

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  database.breaksPromises()
  await database.asOwner(['begin', ...sound, 'commit'].join(';\n'))
})
afterAll(() => database[Symbol.asyncDispose]())

async function broken(): Promise<string[]> {
  const names: string[] = []
  for (const [name, query] of Object.entries(invariants)) if ((await database.asOwner(query.text, query.values)).length > 0) names.push(name)
  return names
}

test('as long as nobody breaks one, none complains, and each promise has its planting', async () => {
  expect(await broken()).toEqual([])
  expect(Object.keys(invariants).sort()).toEqual(Object.keys(plantings).sort())
})

test.each(['begun_by', 'changed_by', 'signed_by'])('whoever is examined is not seen in %s of it', async (column) => {
  await database.asOwner('begin')
  try {
    await database.asOwner(`update health_certificates.examination set ${column} = '${itself}'`)
    expect((await broken()).filter((name) => name.includes('about themselves'))).toHaveLength(1)
  } finally {
    await database.asOwner('rollback')
  }
})

test.each(Object.entries(plantings))('%s', async (name, planting) => {
  await database.asOwner('begin')
  try {
    await database.asOwner('set local session_replication_role = replica')
    await database.asOwner(planting)
    expect(await broken()).toContain(name)
  } finally {
    await database.asOwner('rollback')
  }
})
