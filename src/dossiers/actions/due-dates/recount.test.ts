import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../../test/support/database.ts'
import { proposedHolidays } from '../../../catalogue/index.ts'
import { type CalendarChange, confirmDay, enterDay, openYear } from '../../../capabilities/calendars/index.ts'
import { listOpenAlarms } from '../../../platform/outside/alarms.ts'
import { type Actor, systemActor } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import { listRecounts } from '../../store/recounts.ts'
import { previewChange } from './preview.ts'
import { recountSome } from './recount.ts'

const system = systemActor('test')
const administrator = (staffId: string): Actor => ({ kind: 'staff', staffId, personId: staffId, role: 'administrator', provinceCode: 'bac-ninh', officeCode: null, sessionId: staffId, channel: 'online' })
const PEOPLE = 450

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-10-06T02:00:00Z' })
  // Only what is counted is planted of each dossier; the other promises are not asked here.
  platform.breaksPromises()
})
afterAll(async () => platform[Symbol.asyncDispose]())

/** Dossiers of one province, accepted at 9 in the morning of a day. */
async function plant(province: string, dossiers: number, acceptedOn: string, dueOn: string, counted: string): Promise<void> {
  await platform.asOwner('begin')
  await platform.asOwner('set local session_replication_role = replica')
  await platform.asOwner(`with made as (insert into dossiers.dossier (id, submission_code, official_number, draft_id, person_id, procedure, procedure_version, licence_ids, main_licence_id, status, channel, answers, portrait_id, delivery, amount_vnd, lang,
      filed_at, filing_evidence, accepted_at, due_at, authority_province, applicant_name, name_key, identity_index, licence_number, class_label, turn, turn_owner, turn_cause, turn_since)
    select gen_random_uuid(), $1 || $3 || n, $1 || $3 || n, gen_random_uuid(), gen_random_uuid(), 'exchange-licence', '2026-07-01', array[gen_random_uuid()], gen_random_uuid(), 'accepted', 'online', '\\x00', gen_random_uuid(), 'post', 0, 'vi',
      $3::timestamptz, '\\x00', $3::timestamptz, $4::timestamptz, $1, 'Mẫu', 'mau', '\\x01', '970000000001', 'B2', 'officer', 'office', 'to-appraise', $3::timestamptz from generate_series(1, $2::int) n returning id, person_id)
    insert into dossiers.event (id, dossier_id, kind, from_status, to_status, at, actor_kind, actor_id, subject_id, channel, details)
    select gen_random_uuid(), id, 'accept', 'filed', 'accepted', $3::timestamptz, 'staff', 'x', person_id, 'online', jsonb_build_object('dueOn', $5::text, 'counted', $6::text) from made`,
  [province, dossiers, `${acceptedOn}T02:00:00Z`, `${dueOn}T10:00:00Z`, dueOn, counted])
  await platform.asOwner('commit')
}

/** A day that two administrators let count, and the change that the worker would hear of. */
async function decree(date: string): Promise<{ factId: string; entryId: string; change: CalendarChange }> {
  const entryId = await enter(date, null)
  return confirm(entryId)
}

const enter = (date: string, province: string | null) => platform.work(administrator('mo'), (work) => enterDay(work, { province, date, kind: 'leave', name: 'Nghỉ', decreeNo: `${date}/QĐ-THU` }))

async function confirm(entryId: string): Promise<{ factId: string; entryId: string; change: CalendarChange }> {
  await platform.work(administrator('nghi'), (work) => confirmDay(work, entryId))
  return { factId: newId(), entryId, change: 'confirmed' }
}

const moved = () => platform.asOwner<{ due: string; n: number; events: number }>(`select (d.due_at at time zone 'Asia/Ho_Chi_Minh')::date::text as due, count(*)::int as n,
  coalesce(sum((select count(*) from dossiers.event e where e.dossier_id = d.id and e.kind = 'move-due')), 0)::int as events from dossiers.dossier d group by 1 order by 1`)
const carry = (change: { factId: string; entryId: string; change: CalendarChange }) => platform.work(system, (work) => recountSome(work, change))

test('hundreds of dates move in steps; a worker killed in the middle of one goes on where the last whole one ended, and each moves once (TIM4, R1)', async () => {
  await plant('bac-ninh', PEOPLE, '2026-10-05', '2026-10-12', '2026-10-06 2026-10-07 2026-10-08 2026-10-09 2026-10-12')
  const change = await decree('2026-10-08')
  await carry(change)
  expect(await moved()).toEqual([{ due: '2026-10-12', n: 250, events: 0 }, { due: '2026-10-13', n: 200, events: 200 }])
  await expect(platform.work(system, async (work) => {
    await recountSome(work, change)
    throw new Error('killed')
  })).rejects.toThrow('killed')
  expect(await moved()).toEqual([{ due: '2026-10-12', n: 250, events: 0 }, { due: '2026-10-13', n: 200, events: 200 }])
  // Two workers that take the same step take turns.
  await Promise.all([carry(change), carry(change)])
  await carry(change)
  expect(await moved()).toEqual([{ due: '2026-10-13', n: PEOPLE, events: PEOPLE }])
  expect(await platform.read(system, (work) => listRecounts(work, change.entryId))).toMatchObject([{ seen: PEOPLE, moved: PEOPLE, uncounted: 0, decreeNo: '2026-10-08/QĐ-THU' }])
})

test('a day off of one province moves nobody in another; the preview counts all and names a few', async () => {
  await plant('ha-noi', 30, '2026-10-05', '2026-10-13', '')
  const entryId = await enter('2026-10-09', 'bac-ninh')
  const preview = await platform.read(system, (work) => previewChange(work, { id: entryId, province: 'bac-ninh', date: '2026-10-09', confirmedBy: null }))
  expect({ ...preview, rows: preview.rows.length }).toEqual({ later: PEOPLE, earlier: 0, overdue: 0, uncounted: 0, rows: 25 })
  expect(new Set(preview.rows.map(({ province, from, to }) => `${province} ${from} ${to}`))).toEqual(new Set(['bac-ninh 2026-10-13 2026-10-14']))
})

test('a date that would lie past the last loaded year is not guessed: it stays, its dossier says so, and who runs the service hears of it', async () => {
  await plant('bac-ninh', 3, '2027-12-24', '2027-12-31', '2027-12-27 2027-12-28 2027-12-29 2027-12-30 2027-12-31')
  const entryId = await enter('2027-12-30', 'bac-ninh')
  expect(await platform.read(system, (work) => previewChange(work, { id: entryId, province: 'bac-ninh', date: '2027-12-30', confirmedBy: null }))).toMatchObject({ later: 0, uncounted: 3, rows: [{ to: null }, { to: null }, { to: null }] })
  const change = await confirm(entryId)
  await carry(change)
  expect((await moved()).at(-1)).toEqual({ due: '2027-12-31', n: 3, events: 0 })
  expect(await platform.asOwner("select distinct details->>'dueOn' as due, details->>'decreeNo' as decree, details->>'newDueOn' as new from dossiers.event where kind = 'due-uncounted'")).toEqual([{ due: '2027-12-31', decree: '2027-12-30/QĐ-THU', new: null }])
  expect(await platform.read(system, (work) => listRecounts(work, change.entryId))).toMatchObject([{ moved: 0, uncounted: 3 }])
  expect((await platform.read(system, listOpenAlarms)).map(({ kind }) => kind)).toEqual(['calendar-ends'])
  // Once the year is open it is counted: 1 January is a Saturday, so Monday the third is off in lieu.
  const ids: string[] = []
  for (const { date, kind, name, source } of proposedHolidays(2028) ?? []) ids.push(await platform.work(administrator('mo'), (work) => enterDay(work, { province: null, date, kind, name, source, decreeNo: '28/TB-THU' })))
  await platform.work(administrator('nghi'), (work) => openYear(work, 2028))
  await carry({ factId: newId(), entryId: ids[0] ?? '', change: 'year-opened' })
  expect((await moved()).at(-1)).toEqual({ due: '2028-01-04', n: 3, events: 3 })
})
