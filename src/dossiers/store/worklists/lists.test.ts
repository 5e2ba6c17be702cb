import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../../test/support/database.ts'
import { sql } from '../../../platform/db/sql.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { newSubmissionCode } from '../../../platform/values/codes.ts'
import { nameKey } from '../../../platform/values/words.ts'
import type { Work } from '../../../platform/work.ts'
import { countList, countWork, listWork, neighboursOf, PAGE_SIZE, type WorklistQuery } from './lists.ts'
import type { Place } from './views.ts'

let platform: TestPlatform
const staffId = '0199a000-0000-7000-8000-00000000aaaa'
const another = '0199a000-0000-7000-8000-00000000bbbb'
const NAMES = ['Nguyễn Văn An', 'An Văn Nguyễn', 'Nguyễn Văn Anh', 'Trần Thị An', 'Đỗ Bình']

/** @param n decides its number and its id */
async function plant(n: number, row: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const id = `0199a000-0000-7000-8000-${String(n).padStart(12, '0')}`
  const name = NAMES[n % NAMES.length] ?? ''
  const values = {
    id, submission_code: `TT-${String(n).padStart(4, '0')}-AAAA`, draft_id: id, person_id: id, procedure: 'exchange', procedure_version: '2025-03-01', licence_ids: `{${id}}`, main_licence_id: id, status: 'filed', channel: 'online',
    answers: '\\x00', portrait_id: id, delivery: 'post', amount_vnd: 115_000, lang: 'vi', filed_at: new Date(Date.UTC(2026, 10, 2, 2, n)).toISOString(), filing_evidence: '\\x00', authority_province: 'bac-ninh',
    applicant_name: name, name_key: nameKey(name), identity_index: '\\x00', licence_number: `97${String(n).padStart(10, '0')}`, class_label: 'B2 → B', turn: 'officer', turn_owner: 'office', turn_cause: 'to-accept', turn_since: '2026-11-02T02:00:00Z', ...row,
  }
  const columns = Object.keys(values)
  await platform.asOwner(`insert into dossiers.dossier (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(values))
}

const accepted = (dueAt: string, n: number) => ({ status: 'accepted', official_number: `H05.2-261102-${n}`, accepted_at: '2026-11-02T03:00:00Z', due_at: dueAt, turn_cause: 'to-appraise' })
/** A rule of the test's own; the forecast has its own tests. */
const outlook = { overdue: sql`d.due_at < '2026-11-20T02:00:00Z'`, atRisk: sql`d.due_at < '2026-11-24T00:00:00Z'` }
const query = (of: Partial<WorklistQuery>): WorklistQuery => ({ provinceCode: 'bac-ninh', staffId, view: 'to-do', outlook, ...of })
const read = <T,>(act: (work: Work) => Promise<T>) => platform.read(systemActor('test'), act)
const numbersOf = (rows: readonly { readonly dossier: { readonly submissionCode: string } }[]) => rows.map(({ dossier }) => Number(dossier.submissionCode.slice(3, 7)))

beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T02:00:00Z' })
  platform.breaksPromises()
  // Dossiers alone, without what they come from.
  await platform.asOwner('set session_replication_role = replica')
  for (let n = 0; n < 60; n++) await plant(n, n % 2 === 0 ? {} : accepted(`2026-11-${n < 11 ? '19' : n < 31 ? '23' : '27'}T10:00:00Z`, n))
  await plant(100, { ...accepted('2026-11-19T10:00:00Z', 100), status: 'signed', turn: 'citizen', turn_owner: 'citizen', turn_cause: 'collect' })
  await plant(101, { authority_province: 'ha-noi' })
  await plant(102, { status: 'withdrawn', closed_at: '2026-11-10T02:00:00Z', turn: 'nobody', turn_owner: 'nobody', turn_cause: 'withdrawn' })
  await plant(103, { claimed_by: staffId, claimed_until: '2026-11-20T03:00:00Z' })
  await plant(104, { claimed_by: another, claimed_until: '2026-11-20T01:00:00Z', channel: 'in-person' })
  await plant(105, { ...accepted('2026-11-30T10:00:00Z', 105), status: 'approved', turn_cause: 'to-sign' })
  await platform.asOwner('analyze dossiers.dossier')
}, 60_000)
afterAll(() => platform[Symbol.asyncDispose]())

/** Every page of a list from one end to the other. */
async function walk(of: WorklistQuery, backwards = false, from?: Place): Promise<number[]> {
  const page = await read((work) => listWork(work, of, backwards ? { before: from } : { after: from }))
  const edge = backwards ? page.rows[0]?.place : page.rows.at(-1)?.place
  const more = backwards ? page.hasPrevious : page.hasNext
  const rest = more && edge ? await walk(of, backwards, edge) : []
  return backwards ? [...rest, ...numbersOf(page.rows)] : [...numbersOf(page.rows), ...rest]
}

describe('a list (C2)', () => {
  test('is read page by page, those due first, those without a date after them, and back again', async () => {
    const forwards = await walk(query({}))
    expect(forwards).toHaveLength(62)
    expect([forwards[0], forwards[5], forwards[30], forwards.at(-1)]).toEqual([1, 11, 0, 104])
    expect(new Set(forwards).size).toBe(62)
    const last = await read((work) => listWork(work, query({}), { after: undefined, size: 100 }))
    expect(await walk(query({}), true, last.rows.at(-1)?.place)).toEqual(forwards.slice(0, -1))
    expect(last.hasNext).toBe(false)
    expect(PAGE_SIZE).toBeLessThan(forwards.length)
  })

  test('has every view counted: what is signed is late for nobody, a lapsed claim holds nothing', async () => {
    expect(await read((work) => countWork(work, query({})))).toEqual({
      'to-do': 62, mine: 1, unclaimed: 61, 'at-risk': 10, overdue: 5, 'waiting-citizen': 1, unanswered: 0, 'waiting-outside': 0, 'to-sign': 1, 'in-delivery': 1, closed: 1,
    })
  })

  test('gives the dossiers beside a place, also when the one that stood there is done', async () => {
    const [before, , after] = (await read((work) => listWork(work, query({})))).rows
    const place = (await read((work) => listWork(work, query({})))).rows[1]?.place
    if (!place) throw new Error('the list is empty')
    const beside = () => read((work) => neighboursOf(work, query({}), place))
    expect([(await beside()).previous?.place.id, (await beside()).next?.place.id]).toEqual([before?.place.id, after?.place.id])
    await platform.asOwner("update dossiers.dossier set status = 'approved' where id = $1", [place.id])
    expect([(await beside()).previous?.place.id, (await beside()).next?.place.id]).toEqual([before?.place.id, after?.place.id])
    await platform.asOwner("update dossiers.dossier set status = 'accepted' where id = $1", [place.id])
  })

  test.each([
    [{ channel: 'in-person' } as const, 1], [{ cause: 'to-accept' }, 32], [{ holder: 'nobody' }, 61], [{ holder: staffId }, 1], [{ filedFrom: '2026-11-02', filedTo: '2026-11-02' }, 62], [{ filedTo: '2026-11-01' }, 0],
    [{ licenceClass: 'B2' }, 62], [{ licenceClass: 'C' }, 0],
  ])('narrowed to %j holds %i', async (narrowing, count) => {
    expect(await read((work) => countList(work, query({ narrowing })))).toBe(count)
    expect((await walk(query({ narrowing }))).length).toBe(count)
  })
})

test('what somebody has decided is held by them no more, though they stay named on it (C1)', async () => {
  const mine = async () => (await read((work) => countWork(work, query({})))).mine
  const before = await mine()
  await plant(110, { ...accepted('2026-11-30T10:00:00Z', 110), claimed_by: staffId, claimed_until: '2026-11-20T03:00:00Z' })
  expect(await mine()).toBe(before + 1)
  await platform.asOwner("update dossiers.dossier set status = 'approved' where submission_code = 'TT-0110-AAAA'")
  expect([await mine(), (await walk(query({ view: 'mine' }))).includes(110)]).toEqual([before, false])
  await platform.asOwner("delete from dossiers.dossier where submission_code = 'TT-0110-AAAA'")
})

test('what an absent colleague holds is counted with the own for whoever covers (C1)', async () => {
  const count = async (covered: readonly string[]) => (await read((work) => countWork(work, query({ covered })))).mine
  const before = await count([])
  await platform.asOwner("update dossiers.dossier set claimed_until = '2026-11-20T04:00:00Z' where submission_code = 'TT-0104-AAAA'")
  expect([await count([]), await count([another])]).toEqual([before, before + 1])
  await platform.asOwner("update dossiers.dossier set claimed_until = '2026-11-20T01:00:00Z' where submission_code = 'TT-0104-AAAA'")
})

describe('a search (C2)', () => {
  const found = async (search: string) => new Set((await walk(query({ search, view: 'closed' }))).map((n) => NAMES[n % NAMES.length]))

  test.each([
    ['nguyen van an', ['Nguyễn Văn An', 'Nguyễn Văn Anh', 'An Văn Nguyễn']], ['An Nguyen Van', ['Nguyễn Văn An', 'An Văn Nguyễn']], ['NGUYỄN VĂN ANH', ['Nguyễn Văn Anh']],
    ['an', ['An Văn Nguyễn', 'Nguyễn Văn An', 'Nguyễn Văn Anh', 'Trần Thị An']], ['do b', ['Đỗ Bình']], ['binh do', ['Đỗ Bình']], ['van', []],
  ])('by the name "%s" finds whom it can mean, each once', async (search, names) => {
    expect(await found(search)).toEqual(new Set(names))
    const walked = await walk(query({ search }))
    expect(new Set(walked).size).toBe(walked.length)
    expect(await read((work) => countList(work, query({ search })))).toBe(walked.length)
    // From its end back to its beginning it is the same list.
    const all = await read((work) => listWork(work, query({ search }), { size: 200 }))
    expect(await walk(query({ search }), true, all.rows.at(-1)?.place)).toEqual(walked.slice(0, -1))
  })

  test.each([['TT-0007-AAAA', [7]], ['h05.2-261102-7', [7]], ['97 0000.000-007', [7]], ['97\u200b0000 000\u00a0007', [7]], ['H05.2 – 261102 – 7', [7]], ['h05.2 261102 7', [7]], ['%', []], ['_\\%😀', []], ['TT-0101-AAAA', []], ['970000000', []]])('by the number "%s" finds %j, and nothing of another province', async (search, numbers) => {
    expect(await walk(query({ search }))).toEqual(numbers)
  })

  test('a code that happens to hold letters only is a number, not somebody’s name', async () => {
    await platform.asOwner("update dossiers.dossier set submission_code = 'TT-RGBA-RTPA' where submission_code = 'TT-0059-AAAA'")
    expect((await read((work) => listWork(work, query({ search: 'tt-rgba-rtpa' })))).rows.map(({ dossier }) => dossier.submissionCode)).toEqual(['TT-RGBA-RTPA'])
    await platform.asOwner("update dossiers.dossier set submission_code = 'TT-0059-AAAA' where submission_code = 'TT-RGBA-RTPA'")
    const code = newSubmissionCode()
    await platform.asOwner("update dossiers.dossier set submission_code = $1 where submission_code = 'TT-0059-AAAA'", [code])
    // As people write it: small, without strokes, with other strokes.
    for (const search of [code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', ' '), code.replaceAll('-', ' – '), `\u200e${code}`]) {
      expect((await read((work) => listWork(work, query({ search })))).rows.map(({ dossier }) => dossier.submissionCode), search).toEqual([code])
    }
    await platform.asOwner("update dossiers.dossier set submission_code = 'TT-0059-AAAA' where submission_code = $1", [code])
  })

  test.each([
    ['nguyen van an', [/Index Cond: .*name_key >= .*name_key < /, /Index Cond: .*name_words = /, /Index Cond: .*name_turned >= .*name_turned < /]], ['097088001234', [/Index Cond: .*licence_number = /, /Index Cond: .*identity_index = /]], ['H05.2-261102-7', [/Index Cond: .*official_number = /, /Index Cond: .*licence_number = /]], ['', [/Index Cond: .*lane = .*ROW\(/]],
  ])('for "%s" asks an index under row-level security too: nothing compared could leak a row', async (search, conditions) => {
    const asked: { readonly text: string; readonly values: readonly unknown[] }[] = []
    const place = { way: 0, at: 0, filedAt: 0, id: staffId }
    await read((work) => listWork({ ...work, db: { ...work.db, many: async (statement) => { asked.push(statement); return [] } } }, query({ search }), search ? {} : { after: place }))
    await platform.asOwner("begin; set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off; set local role toantrinh_app")
    const plans = []
    for (const { text, values } of asked) plans.push((await platform.asOwner<{ 'QUERY PLAN': string }>(`explain ${text}`, values)).map((row) => row['QUERY PLAN']).join('\n'))
    await platform.asOwner('rollback')
    expect(plans).toEqual(conditions.map((condition) => expect.stringMatching(condition)))
  })
})
