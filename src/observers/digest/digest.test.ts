import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { pay } from '../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../test/support/case-world.ts'
import { sql } from '../../platform/db/sql.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { addDays } from '../../platform/values/dates.ts'
import { newId } from '../../platform/values/ids.ts'
import { invariants } from './index.ts'
import { writeDigest, writeLeaderDigest } from './letter.ts'
import { findUntold, insertLetter, saveUndeliverable } from './store.ts'
import { digestText } from './text.ts'

let world: CaseWorld
beforeAll(async () => {
  world = await openCaseWorld('2026-11-19T02:00:00Z')
})
afterAll(() => world[Symbol.asyncDispose]())

const inbox = z.object({ messages: z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() })) })

async function lettersTo(province: string, reader = 'csgt') {
  const answer = await fetch(`${world.sandbox.url}/mailbox/api?to=${encodeURIComponent(`${reader}.${province}@vidu.invalid`)}`)
  return inbox.parse(await answer.json()).messages
}

const writeAgain = async () => {
  await world.platform.work(systemActor('test'), async (work) => work.enqueue('digest.write', {}))
  await world.workerSettles()
}

test('in the morning the office reads who waited for whom, how long, and which dossier waits longest (C7, P1)', async () => {
  await world.fault('violations', { mode: 'error503' })
  const an = await world.file('an')
  await pay(world, an)
  await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  for (let hours = 0; hours < 24; hours += 4) await world.hoursPass(4)
  const [letter, ...more] = await lettersTo('bac-ninh')
  expect(more).toEqual([])
  expect(letter?.subject).toBe('Bản tin sáng 20/11/2026: ai đang chờ ai, Phòng CSGT Bắc Ninh')
  const [dossier] = await world.platform.asOwner<{ submission_code: string }>('select submission_code from dossiers.dossier where id = $1', [an])
  expect(letter?.text).toContain(`- chờ cơ sở dữ liệu vi phạm (vi phạm giao thông): 1 hồ sơ, lâu nhất từ`)
  expect(letter?.text).toContain(`(hồ sơ ${dossier?.submission_code})`)
  expect(letter?.text).toContain('- chờ công dân (xác nhận thanh toán): 1 hồ sơ')
  expect(letter?.text).toMatch(/- cơ sở dữ liệu vi phạm: 1 hồ sơ, tổng cộng 1[45] giờ/)
  expect(letter?.text).toContain('- vi phạm giao thông: 2 hồ sơ')
  expect(letter?.text).toMatch(/- cơ sở dữ liệu vi phạm giao thông: hoạt động [\d,]+ % thời gian, đang gián đoạn/)
  expect(letter?.text).toContain('Quá hạn: 0 hồ sơ.')
  expect(letter?.text).toContain('- the violation database (traffic violations): 1, the oldest since')
  expect(letter?.text).not.toContain('undefined')
})

test('in a simulation each letter says once in each language that its figures are made up, and otherwise not at all (S6)', async () => {
  for (const reader of ['csgt', 'lanhdao']) {
    const [letter] = await lettersTo('bac-ninh', reader)
    expect(letter?.text.split('\n').filter((line) => line.startsWith('SỐ LIỆU GIẢ'))).toEqual([digestText.vi.madeUp, digestText.en.madeUp])
  }
  const real = { office: { vi: 'Phòng', en: 'Office' }, name: { vi: 'Tỉnh', en: 'Province' }, province: 'bac-ninh', day: '2026-11-20', yesterday: '2026-11-19', month: '2026-11', publicUrl: '', duties: [], open: [], kept: [], missingYear: null, sources: [], foretold: [], overdue: [], waits: { overdue: 0, atRisk: 0, notPassedOn: 0, open: [], past: [], questions: [] } } as const
  for (const write of [writeDigest, writeLeaderDigest]) {
    expect(write({ ...real, madeUp: true }).body).toContain(digestText.vi.madeUp)
    expect(write({ ...real, madeUp: false }).body).not.toMatch(/giả|made-up/i)
  }
})

test('where the calendar of a year is not there, the leader reads that and not that nobody was late (C7)', () => {
  const sums = { name: { vi: 'Tỉnh', en: 'Province' }, province: 'bac-ninh', day: '2027-01-20', month: '2027-01', publicUrl: '', duties: [], open: [], overdue: [], kept: [], madeUp: false } as const
  const said = (missingYear: string | null) => writeLeaderDigest({ ...sums, missingYear }).body
  for (const { leader } of [digestText.vi, digestText.en]) {
    const lines = [leader.cannotJudge('2027'), leader.pastNone, leader.lateNone('2027-01')]
    expect(lines.map((line) => said('2027').includes(line))).toEqual([true, false, false])
    expect(lines.map((line) => said(null).includes(line))).toEqual([false, true, true])
  }
})

test('the leader of the province reads which party is past the time it agreed to, and how the month stands (C7)', async () => {
  const [letter, ...more] = await lettersTo('bac-ninh', 'lanhdao')
  expect(more).toEqual([])
  expect(letter?.subject).toBe('Bản tin lãnh đạo 20/11/2026: bên nào quá thời hạn phối hợp, Bắc Ninh')
  expect(letter?.text).toMatch(/- Cơ sở dữ liệu vi phạm giao thông, Trả lời tra cứu vi phạm: 1 trong 1 hồ sơ đang chờ, thời hạn 4 giờ, lâu nhất từ .* \(hồ sơ TT-/)
  expect(letter?.text).toContain('Chậm trong tháng 11/2026:')
  expect(letter?.text).toContain('- Traffic violation database, Answers the look-up of violations: 1 of 1 that came to their term (100 %)')
  for (const word of ['Nguyễn Văn An', 'Hạnh', 'undefined', 'công dân, ']) expect(letter?.text).not.toContain(word)
  expect((await lettersTo('bac-ninh'))[0]?.text).toMatch(/\(hồ sơ TT-[^)]*\); 1 quá thời hạn phối hợp/)
})

test('nobody is named in it, and other provinces get none', async () => {
  const [letter] = await lettersTo('bac-ninh')
  for (const word of ['Nguyễn Văn An', 'Hạnh', '0000123456', '0970', 'Phố']) expect(letter?.text).not.toContain(word)
  expect(await lettersTo('ha-noi')).toEqual([])
})

test('one letter an office and day, however often the morning comes', async () => {
  await writeAgain()
  expect(await lettersTo('bac-ninh')).toHaveLength(1)
})

test('while the mail is down the letter waits, and then goes once', async () => {
  await world.fault('mail', { mode: 'error503' })
  await world.hoursPass(24)
  expect(await lettersTo('bac-ninh')).toHaveLength(1)
  await world.fault('mail', { mode: 'ok' })
  for (let tries = 0; tries < 4; tries++) await world.hoursPass(1)
  expect((await lettersTo('bac-ninh')).map(({ subject }) => subject.slice(0, 24)).sort()).toEqual(['Bản tin sáng 20/11/2026:', 'Bản tin sáng 21/11/2026:'])
})

test('a dossier due within a working day is at risk, one beyond its date is overdue; supervisor and leader read their numbers once (C2)', async () => {
  world.platform.breaksPromises()
  const due = (code: string, at: string) => world.platform.asOwner(`update dossiers.dossier set due_at = $2 where applicant_name like $1`, [code, at])
  await due('%An', '2026-11-23T10:00:00Z') // Monday; today becomes Sunday the 22nd
  await due('%Hạnh', '2026-11-20T10:00:00Z')
  await world.hoursPass(24)
  const letter = (await lettersTo('bac-ninh')).find(({ subject }) => subject.includes('22/11/2026'))
  expect(letter?.text).toContain('Quá hạn: 1 hồ sơ.')
  expect(letter?.text).toContain('Có nguy cơ trễ hạn: 1 hồ sơ.')
  // The forecast of that very morning is in the letters of the next one, or in its own: in one of them, once.
  await world.hoursPass(24)
  const all = async (reader: string) => (await lettersTo('bac-ninh', reader)).map(({ text }) => text.split('———')[0]).join('\n')
  const told = (text: string) => text.split('\n').filter((line) => /^- hồ sơ TT-.*, hạn /.test(line))
  const toSupervisor = told(await all('giamsat'))
  expect(toSupervisor.length).toBeGreaterThanOrEqual(2)
  expect(new Set(toSupervisor).size).toBe(toSupervisor.length)
  expect((await all('giamsat')).match(/Mới quá hạn:/g)).toHaveLength(1)
  expect(told(await all('lanhdao'))).toEqual(toSupervisor.filter((line) => line.includes('hạn trả kết quả 20/11/2026')))
  expect(await all('lanhdao')).not.toContain('Mới có nguy cơ trễ:')
})

test('no reader misses what was foretold and none reads it twice: more than a letter names, a morning that failed past midnight, what came late into the log, a letter that came back (C2)', async () => {
  const foretold = (times: number, dueOn: string, at: string) => world.platform.asOwner(`insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel, details)
    select gen_random_uuid(), d.id, 'foretold', (${at}), 'system', 'test', d.person_id, 'online', jsonb_build_object('outlook', 'at-risk', 'term', 'decision', 'owner', 'office', 'cause', 'to-sign', 'dueOn', $2::text)
    from dossiers.dossier d, generate_series(1, $1::int) where d.applicant_name like '%An'`, [times, dueOn])
  const newest = async (reader?: string) => (await lettersTo('bac-ninh', reader))[0]?.text.split('———')[0] ?? ''
  await foretold(230, '2031-01-01', 'select platform.clock_now()')
  await world.platform.asOwner(`alter table digest.letter add constraint nobody_supervises check (reader <> 'supervisor') not valid`)
  await world.hoursPass(24)
  const office = await newest()
  expect(office).toMatch(/Mới có nguy cơ trễ: 230 hồ sơ\n/)
  expect(office.match(/hạn trả kết quả 01\/01\/2031/g)).toHaveLength(150)
  expect(office).toContain(`- và 80 hồ sơ nữa, xem tại ${world.platform.config.publicUrl}/can-bo/ho-so?xem=at-risk\n`)
  await world.platform.asOwner('alter table digest.letter drop constraint nobody_supervises')
  // A forecast that was being written while the letter was.
  await foretold(1, '2031-02-02', `select max(written_at) - interval '5 minutes' from digest.letter`)
  await world.hoursPass(24)
  expect(await newest()).toContain('hạn trả kết quả 02/02/2031')
  const told = () => world.platform.asOwner(`select l.reader, e.details->>'dueOn' as due, count(*)::int as n, count(distinct e.id)::int as events from digest.letter l cross join unnest(l.told) t(id) join dossiers.event e on e.id = t.id
    where e.details->>'dueOn' > '2031' group by 1, 2 order by 1, 2`)
  const once = ['leader', 'office', 'supervisor'].flatMap((reader) => [{ reader, due: '2031-01-01', n: 230, events: 230 }, { reader, due: '2031-02-02', n: 1, events: 1 }])
  expect(await told()).toEqual(once)
  await world.platform.asOwner(`update digest.letter set state = 'undeliverable', receipt = null, sent_at = null where reader = 'office' and day = (select max(day) from digest.letter)`)
  await world.hoursPass(48)
  expect(await told()).toEqual(once.map((one) => (one.reader === 'office' && one.due === '2031-02-02' ? { ...one, n: 2 } : one)))
  // An address that never takes a letter: what it was first told of 90 days ago is told again, a day more and it is not, however late the last try.
  const agains = async (days: number) => (await world.platform.work(systemActor('test'), async (work) => {
    const told = [newId()]
    for (const before of [days, 1]) await insertLetter(work, { reader: 'leader', province: `far-${days}`, day: addDays(work.today, -before), subject: '', body: '', told })
    for (const one of await work.db.many<{ id: string }>(sql`select id from digest.letter where province = ${`far-${days}`}`)) await saveUndeliverable(work, one.id)
    return findUntold(work, 'leader', `far-${days}`)
  })).again.length
  expect([await agains(90), await agains(91)]).toEqual([1, 0])
})

test('a letter that nobody would send breaks a promise (DOS8)', async () => {
  await world.platform.asOwner(`insert into digest.letter (id, province, day, subject, body, state, written_at) values ($1, 'ha-noi', '2026-01-01', '', '', 'waiting', now())`, [newId()])
  expect(Object.keys(await world.broken())).toEqual(expect.arrayContaining(Object.keys(invariants)))
})

test('both languages say the same things', () => {
  const keys = (value: unknown): unknown => (value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, keys(one)])) : '')
  expect(keys(digestText.en)).toEqual(keys(digestText.vi))
})
