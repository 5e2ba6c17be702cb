/** Promises about visits and consents notice when they are broken (IDN4, OUT4, TIM6). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitInvariants } from '../../src/capabilities/counters/store/visit-invariants.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
const VISIT = '0199a000-0000-7000-8000-0000000000f1'
const OPEN = '0199a000-0000-7000-8000-0000000000f2'
const PERSON = '0199a000-0000-7000-8000-0000000000f3'
const STAFF = '0199a000-0000-7000-8000-0000000000f4'
const OTHER = '0199a000-0000-7000-8000-0000000000f5'
const DRAFT = '0199a000-0000-7000-8000-0000000000f6'
const ON_PAPER = '0199a000-0000-7000-8000-0000000000f7'
const PAPER_DRAFT = '0199a000-0000-7000-8000-0000000000f8'

/** One visit that filed by a code, one on paper, and one that is open with a code on its way. */
const sound = [
  `insert into counters.visit (id, office_code, staff_id, person_id, identified_by, way, draft_id, dossier_id, opened_at, seen_at, filed_at, ended_at, ended_as)
   values ('${VISIT}', 'mau', '${STAFF}', '${PERSON}', 'scan', 'online', '${DRAFT}', '${DRAFT}', '2026-11-20T02:00:00Z', '2026-11-20T02:10:00Z', '2026-11-20T02:10:00Z', '2026-11-20T02:11:00Z', 'filed')`,
  `insert into counters.consent (id, visit_id, person_id, helper_id, office_code, draft_id, content_hash, method, state, asked_at, given_at, code_hash, expires_at, sent_at, receipt)
   values (gen_random_uuid(), '${VISIT}', '${PERSON}', '${STAFF}', 'mau', '${DRAFT}', '\\x01', 'code', 'given', '2026-11-20T02:05:00Z', '2026-11-20T02:07:00Z', '\\x02', '2026-11-20T02:15:00Z', '2026-11-20T02:05:10Z', 'SMS-1')`,
  `insert into counters.visit (id, office_code, staff_id, person_id, identified_by, way, draft_id, opened_at, seen_at)
   values ('${OPEN}', 'mau', '${OTHER}', '${PERSON}', 'typed', 'online', '${DRAFT}', '2026-11-20T02:00:00Z', '2026-11-20T02:00:00Z')`,
  `insert into counters.consent (id, visit_id, person_id, helper_id, office_code, draft_id, content_hash, method, state, asked_at, code_hash, letter, expires_at)
   values ('${OPEN}', '${OPEN}', '${PERSON}', '${OTHER}', 'mau', '${DRAFT}', '\\x01', 'code', 'asked', '2026-11-20T02:05:00Z', '\\x02', '\\x03', '2026-11-20T02:15:00Z')`,
  `insert into counters.visit (id, office_code, staff_id, person_id, identified_by, way, draft_id, dossier_id, opened_at, seen_at, filed_at, ended_at, ended_as)
   values ('${ON_PAPER}', 'mau', '${STAFF}', '${PERSON}', 'scan', 'in-person', '${PAPER_DRAFT}', '${PAPER_DRAFT}', '2026-11-20T03:00:00Z', '2026-11-20T03:10:00Z', '2026-11-20T03:10:00Z', '2026-11-20T03:11:00Z', 'filed')`,
  `insert into dossiers.draft (id, person_id, procedure, licence_ids, answers, revision, started_at, updated_at, filed_at)
   values ('${PAPER_DRAFT}', '${PERSON}', 'exchange-licence', array['${PERSON}']::uuid[], '\\x00', 3, '2026-11-20T03:01:00Z', '2026-11-20T03:05:00Z', '2026-11-20T03:10:00Z')`,
  `insert into counters.scan (id, visit_id, person_id, draft_id, kind, file_hash, media_type, bytes, draft_revision, scanned_by, scanned_at)
   values ('${ON_PAPER}', '${ON_PAPER}', '${PERSON}', '${PAPER_DRAFT}', 'application', repeat('a', 64), 'application/pdf', 9, 3, '${STAFF}', '2026-11-20T03:08:00Z')`,
  `insert into counters.consent (id, visit_id, person_id, helper_id, office_code, draft_id, content_hash, method, state, asked_at, given_at, proof)
   values ('${ON_PAPER}', '${ON_PAPER}', '${PERSON}', '${STAFF}', 'mau', '${PAPER_DRAFT}', '\\x01', 'paper', 'given', '2026-11-20T03:09:00Z', '2026-11-20T03:09:00Z', '\\x02')`,
  `insert into platform.due (task, key, payload, due_at) values ('counters.end-idle', '${OPEN}', '{"visitId":"${OPEN}"}', '2026-11-20T02:30:00Z'), ('counters.send-code', '${OPEN}', '{"consentId":"${OPEN}"}', '2026-11-20T02:05:00Z')`,
]

const plantings: Record<keyof typeof visitInvariants, string> = {
  'IDN4 what was filed in a visit was agreed to in that visit, by that person, before that helper': `update counters.consent set helper_id = '${OTHER}' where visit_id = '${VISIT}'`,
  'IDN4 no visit outlives half an hour without anybody': `delete from platform.due where task = 'counters.end-idle'`,
  'IDN4 what was agreed to and not filed is over with its visit': `update counters.visit set ended_at = '2026-11-20T02:20:00Z', ended_as = 'closed' where id = '${OPEN}'`,
  'IDN4 a paper agrees only to what it was signed for: scanned in at that visit, after the last change and before the filing': `update dossiers.draft set revision = 4 where id = '${PAPER_DRAFT}'`,
  'OUT4 every code that waits to be sent has a job or a due row': `delete from platform.due where task = 'counters.send-code'`,
  'TIM6 no code counted after its end or after its last try': `update counters.consent set tries = 6 where visit_id = '${OPEN}'`,
}

beforeAll(async () => {
  database = await openTestDatabase()
  database.breaksPromises()
  await database.asOwner(['begin', ...sound, 'commit'].join(';\n'))
})
afterAll(() => database[Symbol.asyncDispose]())

async function broken(): Promise<string[]> {
  const found: string[] = []
  for (const [name, query] of Object.entries(visitInvariants)) if ((await database.asOwner(query.text, query.values)).length > 0) found.push(name)
  return found
}

describe('every promise about visits and consents', () => {
  test('none complains as long as nobody breaks one, and each has its planting', async () => {
    expect(await broken()).toEqual([])
    expect(Object.keys(plantings).sort()).toEqual(Object.keys(visitInvariants).sort())
  })

  test.each(Object.entries(plantings))('%s', async (name, planting) => {
    await database.asOwner('begin')
    try {
      await database.asOwner('set local session_replication_role = replica')
      await database.asOwner(planting)
      expect(await broken()).toEqual([name])
    } finally {
      await database.asOwner('rollback')
    }
  })
})
