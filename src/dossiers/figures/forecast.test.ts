import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { instantAt } from '../../platform/values/dates.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { sql } from '../../platform/db/sql.ts'
import { type Dossier, dossierColumns } from '../store/dossiers.ts'
import { foretell } from '../actions/due-dates/foresee.ts'
import { countUsualTimes, listToForetell, outlookConditions, prospectsIn } from './forecast.ts'
import { type Foreseen, judgeOutlook, type Outlook, prospectsOf, usualDays } from './outlook.ts'
import { workingCalendar } from '../../catalogue/index.ts'

const system = systemActor('test')
/** Monday the 9th is a day off. */
const calendar = workingCalendar('2026-08-01', '2026-12-31', [{ date: '2026-11-09', kind: 'leave', name: 'Nghỉ' }])
const now = instantAt('2026-11-04', '10:00')
const prospects = prospectsOf([{ owner: 'office', cause: 'to-appraise', days: 3, samples: 40 }, { owner: 'office', cause: 'to-sign', days: 1, samples: 19 }], ['supplement'], now, calendar)
const dossier = (change: Partial<Foreseen>): Foreseen => ({
  status: 'accepted', dueAt: instantAt('2026-11-12', '17:00'), noticeDueAt: null, noticeKeptAt: null, turnOwner: 'office', turnCause: 'to-appraise', turnSince: instantAt('2026-11-03', '09:00'), ...change,
})

test.each<[string, Partial<Foreseen>, ReturnType<typeof judgeOutlook>]>([
  ['usually decided before the term: in time', {}, { outlook: 'in-time', usuallyBy: '2026-11-06', samples: 40 }],
  ['due by the next working day: at risk', { dueAt: instantAt('2026-11-05', '17:00') }, { outlook: 'at-risk', because: 'near', usuallyBy: '2026-11-06', samples: 40 }],
  ['the next working day is found over a week-end', { dueAt: instantAt('2026-11-06', '17:00'), turnSince: instantAt('2026-11-04', '09:00') }, { outlook: 'at-risk', because: 'usually-later', usuallyBy: '2026-11-10', samples: 40 }],
  ['it waits longer than is usual: at risk', { turnSince: instantAt('2026-10-26', '09:00') }, { outlook: 'at-risk', because: 'longer-than-usual', usuallyBy: '2026-10-29', samples: 40 }],
  ['with too few cases nobody can tell', { turnCause: 'to-sign' }, { outlook: 'cannot-judge' }],
  ['of a cause that never was nobody can tell', { turnOwner: 'clinic', turnCause: 'health-certificate' }, { outlook: 'cannot-judge' }],
  ['past its date: overdue, and by when it usually is done', { dueAt: instantAt('2026-11-03', '17:00') }, { outlook: 'overdue', usuallyBy: '2026-11-06', samples: 40 }],
  ['while a first supplement is awaited the clock stands', { status: 'supplementing', turnOwner: 'citizen', turnCause: 'supplement', dueAt: instantAt('2026-11-03', '17:00') }, { outlook: 'stands-still' }],
  ['a second supplement stops no clock', { status: 'supplementing', turnCause: 'supplement-again', dueAt: instantAt('2026-11-03', '17:00') }, { outlook: 'overdue' }],
  ['before acceptance the notice is what runs', { status: 'filed', dueAt: null, noticeDueAt: instantAt('2026-11-05', '17:00'), turnCause: 'to-accept' }, { outlook: 'at-risk', because: 'near' }],
  ['once the notice is given nothing runs until acceptance', { status: 'filed', dueAt: null, noticeDueAt: instantAt('2026-11-03', '17:00'), noticeKeptAt: now }, undefined],
  ['what is decided is foreseen no more', { status: 'signed', dueAt: instantAt('2026-11-03', '17:00') }, undefined],
])('%s (C2)', (_, change, expected) => expect(judgeOutlook(dossier(change), prospects)).toEqual(expected))

test('the usual time is that within which four of five were decided', () => {
  expect(usualDays([{ days: 9, cases: 2 }, { days: 1, cases: 5 }, { days: 3, cases: 3 }])).toEqual({ days: 3, samples: 10 })
  expect(usualDays([])).toBeUndefined()
})

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-04T03:00:00Z' })
  // Only what is judged is planted of each dossier; the other promises are not asked here.
  platform.breaksPromises()
  await platform.asOwner('set session_replication_role = replica')
})
afterAll(async () => platform[Symbol.asyncDispose]())

/** Dossiers of every kind, the odd with a date near or far and waits of every age. */
async function plant(): Promise<void> {
  await platform.asOwner(`insert into dossiers.dossier (id, submission_code, official_number, draft_id, person_id, procedure, procedure_version, licence_ids, main_licence_id, status, resume_status, channel, answers, portrait_id, delivery, amount_vnd, lang,
      filed_at, filing_evidence, accepted_at, due_at, notice_due_at, notice_kept_at, closed_at, authority_province, applicant_name, name_key, identity_index, licence_number, class_label, turn, turn_owner, turn_cause, turn_since)
    select gen_random_uuid(), 'T' || n, 'T' || n, gen_random_uuid(), gen_random_uuid(), 'exchange-licence', '2026-07-01', array[gen_random_uuid()], gen_random_uuid(), s.status, case when s.status = 'supplementing' then case when n % 2 = 0 then 'accepted' else 'filed' end end, 'online', '\\x00', gen_random_uuid(), 'post', 0, 'vi',
      '2026-10-01', '\\x00', '2026-10-02', case when s.status = 'filed' or n % 2 = 1 and s.status = 'supplementing' then null else '2026-10-28T10:00:00Z'::timestamptz + (n * 7 % 20) * interval '1 day' end,
      case when n % 5 = 0 then null else '2026-11-01T10:00:00Z'::timestamptz + (n % 8) * interval '1 day' end, case when n % 3 = 0 then '2026-10-03'::timestamptz end, case when s.status in ('returned', 'refused', 'withdrawn') then '2026-11-01'::timestamptz end,
      'bac-ninh', 'Mẫu', 'mau', '\\x01', '970000000001', 'B2', case when s.status in ('returned', 'refused', 'withdrawn') then 'nobody' else 'officer' end, c.owner, c.cause, '2026-11-04T02:00:00Z'::timestamptz - (n * 11 % 110) * interval '1 hour' * (array[17, 1])[1 + n / 8 % 2]
    from generate_series(1, 360) n
    cross join lateral (select (array['filed', 'supplementing', 'accepted', 'approved', 'signed', 'accepted', 'approved', 'refused'])[1 + n % 8] as status) s
    cross join lateral (select (array['office', 'office', 'citizen', 'clinic'])[1 + n % 4] as owner, (array['to-appraise', 'to-sign', 'supplement', 'health-certificate'])[1 + n % 4] as cause) c`)
}

test('lists and page never differ: the condition of a query finds the very dossiers that the function judges so (C2)', async () => {
  await plant()
  for (const [cause, days, samples] of [['to-appraise', 4, 30], ['to-sign', 1, 50]]) await platform.asOwner('insert into dossiers.usual_time values ($1, $2, $3, $4, $5, now())', ['bac-ninh', 'office', cause, days, samples])
  const { judged, asked } = await platform.read(system, async (work) => {
    const prospects = await prospectsIn(work, 'bac-ninh')
    const all = await work.db.many<Dossier>(sql`select ${dossierColumns} from dossiers.dossier d`)
    const { overdue, atRisk, standsStill } = outlookConditions(prospects)
    const asked = new Map<string, string[]>()
    for (const [name, condition] of [['overdue', overdue], ['at-risk', atRisk], ['stands-still', standsStill]] as const) asked.set(name, (await work.db.many<{ id: string }>(sql`select d.id from dossiers.dossier d where ${condition}`)).map(({ id }) => id).sort())
    return { judged: all.map((one) => ({ id: one.id, outlook: judgeOutlook(one, prospects)?.outlook })), asked }
  })
  const told = (outlook: Outlook) => judged.filter((one) => one.outlook === outlook).map(({ id }) => id).sort()
  for (const outlook of ['overdue', 'at-risk', 'stands-still'] as const) {
    expect(told(outlook).length, outlook).toBeGreaterThan(5)
    expect(asked.get(outlook), outlook).toEqual(told(outlook))
  }
  expect(told('in-time').length * told('cannot-judge').length).toBeGreaterThan(0)
})

test('a date that came near is told of once; moved away by a decree or a supplement and near again, it is told of again (C2)', async () => {
  const [near] = await platform.asOwner<{ id: string }>(`select id from dossiers.dossier where status = 'accepted' and turn_owner = 'office' order by id limit 1`)
  const id = near?.id ?? ''
  const due = (on: string) => platform.asOwner('update dossiers.dossier set due_at = $2 where id = $1', [id, `${on}T10:00:00Z`])
  const untold = async () => (await platform.read(system, async (work) => listToForetell(work, 'bac-ninh', await prospectsIn(work, 'bac-ninh')))).includes(id)
  const told = async () => {
    await platform.work(system, (work) => foretell(work, id))
    return (await platform.asOwner<{ on: string }>(`select details->>'outlook' || ' ' || (details->>'dueOn') as on from dossiers.event where dossier_id = $1 and kind = 'foretold' order by sequence`, [id])).map(({ on }) => on)
  }
  await due('2026-11-05')
  expect([await untold(), await told(), await told(), await untold()]).toEqual([true, ['at-risk 2026-11-05'], ['at-risk 2026-11-05'], false])
  await due('2026-11-03')
  expect([await untold(), await told(), await told(), await untold()]).toEqual([true, ['at-risk 2026-11-05', 'overdue 2026-11-03'], ['at-risk 2026-11-05', 'overdue 2026-11-03'], false])
  await due('2026-11-04')
  expect([await untold(), (await told()).at(-1), await untold()]).toEqual([true, 'at-risk 2026-11-04', false])
  await platform.asOwner('delete from dossiers.event where dossier_id = $1', [id])
})

test('what is usual is counted from the decided dossiers of the province, the ones whose clock stood apart', async () => {
  await platform.asOwner(`insert into dossiers.event (id, dossier_id, kind, from_status, to_status, at, actor_kind, actor_id, subject_id, channel)
    select gen_random_uuid(), id, 'sign', 'approved', 'signed', '2026-11-02T03:00:00Z', 'staff', 'x', person_id, 'online' from dossiers.dossier where status = 'signed'`)
  await platform.asOwner(`insert into dossiers.wait (id, dossier_id, owner, cause, pauses, from_at, to_at)
    select gen_random_uuid(), id, 'office', 'to-appraise', false, '2026-10-29T02:00:00Z', '2026-10-30T02:00:00Z' from dossiers.dossier where status = 'signed'`)
  await platform.asOwner(`insert into dossiers.wait (id, dossier_id, owner, cause, pauses, from_at, to_at)
    select gen_random_uuid(), id, 'citizen', 'supplement', true, '2026-10-30T02:00:00Z', '2026-10-30T03:00:00Z' from dossiers.dossier where status = 'signed' order by id limit 5`)
  await platform.work(system, countUsualTimes)
  const signed = (await platform.asOwner<{ n: number }>(`select count(*)::int as n from dossiers.dossier where status = 'signed'`))[0]?.n ?? 0
  expect(await platform.asOwner('select province, owner, cause, days, samples from dossiers.usual_time')).toEqual([{ province: 'bac-ninh', owner: 'office', cause: 'to-appraise', days: 2, samples: signed - 5 }])
})
