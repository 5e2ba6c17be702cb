import { array, boolean, constantFrom, nat, record, sample } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../../test/support/database.ts'
import { type DeadlineKind, dueDate, getProcedure, type Pause, proposedHolidays } from '../../../catalogue/index.ts'
import { type CalendarChange, confirmDay, confirmWithdrawal, enterDay, getCalendar, listEntries, openYear, withdrawDay } from '../../../capabilities/calendars/index.ts'
import { listOpenAlarms } from '../../../platform/outside/alarms.ts'
import { type Actor, systemActor } from '../../../platform/values/actor.ts'
import { addDays, weekday } from '../../../platform/values/dates.ts'
import { newId } from '../../../platform/values/ids.ts'
import { findDossiers } from '../../store/dossiers.ts'
import { listRecounts } from '../../store/recounts.ts'
import { listEvents } from '../../store/worklists/events.ts'
import { remindOfSupplement, sweepSupplements } from '../supplement/remind.ts'
import { howCounted } from './how-counted.ts'
import { previewChange } from './preview.ts'
import { recountSome } from './recount.ts'
import { beginNoticeTerm } from './terms.ts'

const system = systemActor('test')
const administrator = (staffId: string, provinceCode = 'bac-ninh'): Actor => ({ kind: 'staff', staffId, personId: staffId, role: 'administrator', provinceCode, officeCode: null, sessionId: staffId, channel: 'online' })
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

/** One dossier of a province, as `plant` does, and what else its rows say. @returns its id */
async function plantOne(province: string, acceptedOn: string, dueOn: string, set: string): Promise<string> {
  await plant(province, 1, acceptedOn, dueOn, '')
  const [row] = await platform.asOwner<{ id: string }>(`update dossiers.dossier set ${set} where submission_code = $1 returning id`, [`${province}${acceptedOn}T02:00:00Z1`])
  return row?.id ?? ''
}

const stands = (dossierId: string, from: string, to: string) => platform.asOwner(`insert into dossiers.wait (id, dossier_id, owner, cause, from_at, to_at, pauses) values (gen_random_uuid(), $1, 'citizen', 'supplement', $2, $3, true)`, [dossierId, from, to])
/** The days that a dossier's row says now. */
const datesOf = async (dossierId: string) => (await platform.asOwner<Record<'due' | 'notice' | 'transfer', string | null>>(`select (due_at at time zone 'Asia/Ho_Chi_Minh')::date::text as due, (notice_due_at at time zone 'Asia/Ho_Chi_Minh')::date::text as notice,
  (transfer_due_at at time zone 'Asia/Ho_Chi_Minh')::date::text as transfer from dossiers.dossier where id = $1`, [dossierId]))[0]
const neverPlanted = (): never => {
  throw new Error('this dossier was never planted')
}
const kindsOf = async (dossierId: string) => (await platform.asOwner<{ kind: string }>(`select kind from dossiers.event where dossier_id = $1 and kind <> 'accept' order by sequence`, [dossierId])).map(({ kind }) => kind)

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
  expect({ ...preview, rows: preview.rows.length }).toEqual({ later: PEOPLE, earlier: 0, overdue: 0, uncounted: 0, short: { notice: 0, transfer: 0, 'supplement-wait': 0 }, rows: 25 })
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
  // A supplement that came in the last days: the date of November stands until somebody can count a later one. And a notice that never got a date.
  const paused = await plantOne('lam-dong', '2027-11-22', '2027-11-29', 'due_at = due_at')
  await stands(paused, '2027-11-24T02:00:00Z', '2027-12-29T02:00:00Z')
  const filed = await plantOne('lam-dong', '2027-12-31', '2028-01-07', `status = 'filed', accepted_at = null, due_at = null, turn_cause = 'to-accept'`)
  const begin = () => platform.work(system, (work) => beginNoticeTerm(work, filed))
  await begin()
  expect(await datesOf(filed)).toMatchObject({ notice: null })
  // Once the year is open it is counted: 1 January is a Saturday, so Monday the third is off in lieu.
  const ids: string[] = []
  for (const { date, kind, name, source } of proposedHolidays(2028) ?? []) ids.push(await platform.work(administrator('mo'), (work) => enterDay(work, { province: null, date, kind, name, source, decreeNo: '28/TB-THU' })))
  await platform.work(administrator('nghi'), (work) => openYear(work, 2028))
  await carry({ factId: newId(), entryId: ids[0] ?? '', change: 'year-opened' })
  expect((await moved()).find(({ due }) => due === '2028-01-04')).toEqual({ due: '2028-01-04', n: 4, events: 4 })
  expect([await datesOf(paused), await kindsOf(paused)]).toEqual([{ due: '2028-01-04', notice: null, transfer: null }, ['move-due']])
  expect(await platform.asOwner(`select j.payload->>'dossierId' as id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'dossiers.notice-term'`)).toEqual([{ id: filed }])
  await begin()
  expect(await datesOf(filed)).toMatchObject({ notice: '2028-01-05' })
})

test('after an apology the term of the transfer moves by itself, and what stood still before the promised date counts for it (TIM2, TIM4)', async () => {
  const late = await plantOne('can-tho', '2027-03-01', '2027-04-12', `transfer_due_at = '2027-04-06T10:00:00Z'`)
  await stands(late, '2027-03-01T03:00:00Z', '2027-04-05T02:00:00Z')
  await platform.asOwner(`insert into dossiers.apology (dossier_id, promised_at, new_due_at, owner, cause, issued_at) values ($1, '2027-04-12T10:00:00Z', '2027-04-21T10:00:00Z', 'office', 'to-appraise', '2027-04-09T00:00:00Z')`, [late])
  const entryId = await enter('2027-04-06', null)
  await carry(await confirm(entryId))
  expect([await datesOf(late), await kindsOf(late)]).toEqual([{ due: '2027-04-12', notice: null, transfer: '2027-04-07' }, ['move-transfer']])
  expect(await platform.read(system, (work) => listRecounts(work, entryId))).toMatchObject([{ moved: 1, uncounted: 0 }])
})

test('a day off moves every date of an accepted dossier whose supplement is asked for, each by an event of its own: the appointed one, that of the transfer and the last day to answer (C2, TIM2, TIM4)', async () => {
  const asked = await plantOne('bac-ninh', '2027-06-01', '2027-06-08', `status = 'supplementing', resume_status = 'accepted', supplement_due_at = '2027-06-22T10:00:00Z', transfer_due_at = '2027-06-02T10:00:00Z'`)
  await platform.asOwner(`insert into dossiers.supplement_request (id, dossier_id, asked_by, asked_at) values (gen_random_uuid(), $1, gen_random_uuid(), '2027-06-01T03:00:00Z')`, [asked])
  const entryId = await enter('2027-06-02', 'bac-ninh')
  await carry(await confirm(entryId))
  const [row] = await platform.asOwner(`select (supplement_due_at at time zone 'Asia/Ho_Chi_Minh')::date::text as last, revision from dossiers.dossier where id = $1`, [asked])
  expect([row, await datesOf(asked), (await kindsOf(asked)).sort()]).toEqual([{ last: '2027-06-23', revision: 1 }, { due: '2027-06-09', notice: null, transfer: '2027-06-03' }, ['move-due', 'move-supplement', 'move-transfer']])
  // One dossier, though three of its dates moved.
  expect(await platform.read(system, (work) => listRecounts(work, entryId))).toMatchObject([{ seen: 1, moved: 1, uncounted: 0 }])
  // However many read it since, its page says which dates moved.
  await platform.asOwner(`insert into dossiers.event (id, dossier_id, kind, from_status, to_status, at, actor_kind, actor_id, subject_id, channel, details)
    select gen_random_uuid(), id, 'read', null, null, '2027-06-04T02:00:00Z', 'staff', 'x', person_id, 'online', '{}' from dossiers.dossier, generate_series(1, 200) where id = $1`, [asked])
  const told = await platform.read(system, async (work) => howCounted(work, (await findDossiers(work, [asked])).get(asked) ?? neverPlanted()))
  expect(told.moves.map(({ kind }) => kind).sort()).toEqual(['move-due', 'move-supplement', 'move-transfer'])
  expect((await platform.read(system, (work) => listEvents(work, asked))).filter(({ kind }) => kind !== 'read').map(({ kind }) => kind).sort()).toEqual(['accept', 'move-due', 'move-supplement', 'move-transfer'])
})

test('a request of before last days were kept gets one the next morning, however long ago it was asked: only then may an officer stop what it waits for (B7, C2)', async () => {
  const silent = await plantOne('bac-ninh', '2026-06-01', '2026-06-08', `status = 'supplementing', resume_status = 'accepted'`)
  await platform.asOwner(`insert into dossiers.supplement_request (id, dossier_id, asked_by, asked_at) values (gen_random_uuid(), $1, gen_random_uuid(), '2026-06-02T03:00:00Z')`, [silent])
  await platform.work(system, sweepSupplements)
  const sent = await platform.asOwner<{ id: string }>(`select j.payload->>'dossierId' as id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'dossiers.remind-supplement'`)
  expect(sent.map(({ id }) => id)).toContain(silent)
  for (const { id } of sent) await platform.work(system, (work) => remindOfSupplement(work, id))
  expect(await platform.asOwner(`select (supplement_due_at at time zone 'Asia/Ho_Chi_Minh')::date::text as last from dossiers.dossier where id = $1`, [silent])).toEqual([{ last: '2026-06-23' }])
  expect(await kindsOf(silent)).toEqual(['supplement-counted'])
})

test('a picture that we lost before the fee came makes no filing whole: its notice is counted from the fee on, and what is counted on a later day is told (C2, TIM2, TIM4)', async () => {
  const filed = await plantOne('lam-dong', '2026-09-28', '2026-10-05', `status = 'filed', accepted_at = null, due_at = null, turn_cause = 'to-accept'`)
  for (const [owner, cause, from, to] of [['citizen', 'fee', '09-28', '09-29'], ['office', 'supplement-lost', '09-29', '09-30'], ['citizen', 'fee', '09-30', '10-05'], ['office', 'to-accept', '10-05', null]]) {
    await platform.asOwner(`insert into dossiers.wait (id, dossier_id, owner, cause, from_at, to_at, pauses) values (gen_random_uuid(), $1, $2, $3, $4, $5, false)`, [filed, owner, cause, `2026-${from}T02:00:00Z`, to && `2026-${to}T02:00:00Z`])
  }
  await platform.work(system, (work) => beginNoticeTerm(work, filed))
  expect([await datesOf(filed), await kindsOf(filed)]).toEqual([{ due: null, notice: '2026-10-07', transfer: null }, ['notice-counted']])
})

test('where nobody can count the appointed date any more, that of the transfer still moves by an event of its own (C2, TIM4)', async () => {
  const short = await plantOne('da-nang', '2028-12-22', '2028-12-29', `transfer_due_at = '2028-12-25T10:00:00Z'`)
  await carry(await decree('2028-12-25'))
  expect(await datesOf(short)).toEqual({ due: '2028-12-29', notice: null, transfer: '2028-12-26' })
  expect(await platform.asOwner(`select kind, details->>'dueOn' as "from", details->>'newDueOn' as "to", details->>'decreeNo' as decree from dossiers.event where dossier_id = $1 and kind <> 'accept' order by kind`, [short])).toEqual([
    { kind: 'due-uncounted', from: '2028-12-29', to: null, decree: '2028-12-25/QĐ-THU' }, { kind: 'move-transfer', from: '2028-12-25', to: '2028-12-26', decree: '2028-12-25/QĐ-THU' },
  ])
})

/** A dossier in one of its states, and which of its dates still move. */
interface Stood {
  readonly set: string; readonly accepted: boolean; readonly runs: readonly ('notice' | 'due' | 'transfer' | 'supplement')[]
  readonly pause?: readonly [from: string, to: string | null]; readonly asked?: { readonly at: string; readonly by: 'officer' | 'us' }; readonly apologised?: true
}

const FILED = '2027-08-13T04:00:00Z'
const ACCEPTED = '2027-08-16T02:00:00Z'
const [FIRST_ASKED, FIRST_ANSWERED, AGAIN_ASKED] = ['2027-08-16T08:00:00Z', '2027-08-24T03:00:00Z', '2027-08-25T03:00:00Z']
const KEPT = `'2027-08-16T02:00:00Z'`
const stateOf = (status: string, resume?: string) => `status = '${status}'${resume ? `, resume_status = '${resume}'` : ''}`
const closedAs = (status: string) => `${stateOf(status)}, closed_at = '2027-08-26T02:00:00Z', turn = 'nobody', turn_owner = 'nobody', transfer_kept_at = ${KEPT}`
const states: Readonly<Record<string, Stood>> = {
  filed: { set: stateOf('filed'), accepted: false, runs: ['notice'] },
  'filed, answered': { set: `${stateOf('filed')}, notice_kept_at = ${KEPT}`, accepted: false, runs: [] },
  'filed, its picture lost by us': { set: stateOf('supplementing', 'filed'), accepted: false, runs: ['notice'], asked: { at: FIRST_ASKED, by: 'us' } },
  'filed, a supplement asked': { set: `${stateOf('supplementing', 'filed')}, notice_kept_at = ${KEPT}`, accepted: false, runs: ['supplement'], asked: { at: FIRST_ASKED, by: 'officer' } },
  accepted: { set: stateOf('accepted'), accepted: true, runs: ['due', 'transfer'] },
  'taken back': { set: `${stateOf('accepted')}, transfer_kept_at = ${KEPT}`, accepted: true, runs: ['due'] },
  'a first supplement asked': { set: stateOf('supplementing', 'accepted'), accepted: true, runs: ['due', 'transfer', 'supplement'], pause: [FIRST_ASKED, null], asked: { at: FIRST_ASKED, by: 'officer' } },
  supplemented: { set: stateOf('accepted'), accepted: true, runs: ['due', 'transfer'], pause: [FIRST_ASKED, FIRST_ANSWERED] },
  'a second supplement asked': { set: stateOf('supplementing', 'accepted'), accepted: true, runs: ['due', 'transfer', 'supplement'], pause: [FIRST_ASKED, FIRST_ANSWERED], asked: { at: AGAIN_ASKED, by: 'officer' } },
  apologised: { set: stateOf('accepted'), accepted: true, runs: ['due', 'transfer'], apologised: true },
  'apologised, a second supplement asked': { set: stateOf('supplementing', 'accepted'), accepted: true, runs: ['due', 'transfer', 'supplement'], pause: [FIRST_ASKED, FIRST_ANSWERED], asked: { at: AGAIN_ASKED, by: 'officer' }, apologised: true },
  approved: { set: `${stateOf('approved')}, transfer_kept_at = ${KEPT}`, accepted: true, runs: ['due'] },
  signed: { set: `${stateOf('signed')}, transfer_kept_at = ${KEPT}`, accepted: true, runs: [] },
  ...Object.fromEntries(['returned', 'refused', 'withdrawn', 'stopped'].map((status) => [status, { set: closedAs(status), accepted: true, runs: [] }])),
}

type Dates = Record<'notice' | 'due' | 'transfer' | 'supplement' | 'again', string | null>
const eventOf: Readonly<Record<keyof Dates, string>> = { notice: 'move-notice', due: 'move-due', transfer: 'move-transfer', supplement: 'move-supplement', again: 'move-due' }

/** The dates that a state has under the calendar of now; the last day of a supplement is never taken back. */
async function countedOf({ accepted, runs, pause, asked, apologised }: Stood, before?: Dates): Promise<Dates> {
  const calendar = await platform.read(system, (work) => getCalendar(work, 'da-nang', '2027-07-01'))
  const pauses: Pause[] = pause?.[1] ? [{ from: new Date(pause[0]), to: new Date(pause[1]) }] : []
  const count = (term: DeadlineKind, beganAt: Date) => dueDate(getProcedure('exchange-licence', '2026-07-01'), term, beganAt, calendar, pauses)
  const on = (term: DeadlineKind, beganAt: string) => count(term, new Date(beganAt))?.dueOn ?? null
  const promised = before?.due ? new Date(`${before.due}T10:00:00Z`) : count('decision', new Date(ACCEPTED))?.dueAt
  const lastDay = asked?.by === 'officer' ? on('supplement-wait', asked.at) : null
  const now: Dates = {
    notice: on('notice', FILED), due: accepted ? on('decision', ACCEPTED) : null, transfer: accepted ? on('transfer', ACCEPTED) : null,
    supplement: before?.supplement && lastDay && before.supplement > lastDay ? before.supplement : lastDay,
    again: apologised && promised ? (count('decision', promised)?.dueOn ?? null) : null,
  }
  // The date that pardon was asked for stands; its new one moves.
  return before ? { ...before, ...Object.fromEntries(runs.filter((one) => one !== 'due' || !apologised).map((one) => [one, now[one]])), again: now.again } : now
}

async function plantAs(name: string, one: Stood, nth: number): Promise<string> {
  const { notice, due, transfer, supplement, again } = await countedOf(one)
  const at = (on: string | null) => (on ? `'${on}T10:00:00Z'` : 'null')
  const id = await plantOne('da-nang', '2027-08-16', due ?? '2027-08-23', `submission_code = 'state ${nth}', official_number = 'state ${nth}', filed_at = '${FILED}', accepted_at = ${one.accepted ? `'${ACCEPTED}'` : 'null'}, due_at = ${at(due)}, notice_due_at = ${at(notice)},
    transfer_due_at = ${at(transfer)}, supplement_due_at = ${at(supplement)}, ${one.set}`)
  expect(id, name).not.toBe('')
  if (one.pause) await platform.asOwner(`insert into dossiers.wait (id, dossier_id, owner, cause, from_at, to_at, pauses) values (gen_random_uuid(), $1, 'citizen', 'supplement', $2, $3, true)`, [id, ...one.pause])
  if (one.asked) await platform.asOwner(`insert into dossiers.supplement_request (id, dossier_id, asked_by, asked_at) values (gen_random_uuid(), $1, $2, $3)`, [id, one.asked.by === 'us' ? null : newId(), one.asked.at])
  if (one.apologised) await platform.asOwner(`insert into dossiers.apology (dossier_id, promised_at, new_due_at, owner, cause, issued_at) values ($1, ${at(due)}, ${at(again)}, 'office', 'to-appraise', '2027-08-20T00:00:00Z')`, [id])
  return id
}

const local = (column: string) => `(${column} at time zone 'Asia/Ho_Chi_Minh')::date::text`
const allDates = async (ids: readonly string[]) => new Map((await platform.asOwner<Dates & { id: string }>(`select d.id, ${local('notice_due_at')} as notice, ${local('due_at')} as due, ${local('transfer_due_at')} as transfer, ${local('supplement_due_at')} as supplement,
  ${local('a.new_due_at')} as again from dossiers.dossier d left join dossiers.apology a on a.dossier_id = d.id where d.id = any($1::uuid[])`, [ids])).map(({ id, ...dates }) => [id, dates]))

/** A day off on a week-day, a day of work on a week-end; where such a day counts already it is taken back. Carried, with what had been foreseen of it. */
async function change(date: string, province: string | null, decreeNo: string) {
  const [mo, nghi] = [administrator('mo', 'da-nang'), administrator('nghi', 'da-nang')]
  const live = (await platform.read(system, (work) => listEntries(work, 2027))).find((one) => one.date === date && one.province === province)
  const entryId = live?.id ?? (await platform.work(mo, (work) => enterDay(work, { province, date, kind: weekday(date) >= 6 ? 'make-up' : 'leave', name: 'Ngày mẫu', decreeNo })))
  if (live) await platform.work(mo, (work) => withdrawDay(work, entryId, decreeNo))
  const { later, earlier, short } = await platform.read(system, (work) => previewChange(work, { id: entryId, province, date, confirmedBy: live?.confirmedBy ?? null }))
  await platform.work(nghi, (work) => (live ? confirmWithdrawal(work, entryId) : confirmDay(work, entryId)))
  await carry({ factId: newId(), entryId, change: live ? 'withdrawn' : 'confirmed' })
  return [short.notice, short.transfer, short['supplement-wait'], later + earlier]
}

test('whatever days are decreed and taken back, in whatever state a dossier is: every date that moves has one event from when to when under which decree, and no event tells of one that stays (C2, TIM2, TIM4)', async () => {
  const ids = new Map<string, string>()
  for (const [nth, [name, one]] of Object.entries(states).entries()) ids.set(name, await plantAs(name, one, nth))
  const known = new Set<string>()
  const news = async () => (await platform.asOwner<{ id: string; dossier: string; kind: string; from: string; to: string; decree: string; day: string }>(`select id, dossier_id as dossier, kind, details->>'dueOn' as "from", details->>'newDueOn' as "to",
    details->>'decreeNo' as decree, details->>'day' as day from dossiers.event where dossier_id = any($1::uuid[])`, [[...ids.values()]])).filter(({ id }) => !known.has(id) && known.add(id))
  await news()
  const seen: string[] = []
  // The same changes each time: around the days over which these terms run, so that many undo one another.
  const [changes = []] = sample(array(record({ after: nat({ max: 27 }), province: constantFrom(null, 'da-nang'), elsewhere: boolean() }), { minLength: 60, maxLength: 60 }), { seed: 20260701, numRuns: 1 })
  for (const [n, { after, province, elsewhere }] of changes.entries()) {
    const [day, decreeNo] = [addDays('2027-08-13', elsewhere ? after + 7 : after % 14), `${n}/QĐ-NGẪU`]
    const before = await allDates([...ids.values()])
    const foreseen = await change(day, province, decreeNo)
    const [now, events] = [await allDates([...ids.values()]), await news()]
    // The preview had counted each of them.
    expect(['move-notice', 'move-transfer', 'move-supplement', 'move-due'].map((kind) => events.filter((one) => one.kind === kind).length), day).toEqual(foreseen)
    for (const [name, id] of ids) {
      const [old, dates, one] = [before.get(id), now.get(id), states[name]]
      if (!old || !dates || !one) throw new Error(`${name} is gone`)
      expect(dates, `${name}, ${day}`).toEqual(await countedOf(one, old))
      const moved = (['notice', 'due', 'transfer', 'supplement', 'again'] as const).filter((which) => dates[which] !== old[which])
      const told = events.filter(({ dossier }) => dossier === id).map(({ kind, from, to, decree, day: on }) => ({ kind, from, to, decree, on }))
      const byKind = (a: { kind: string }, b: { kind: string }) => (a.kind < b.kind ? -1 : 1)
      expect(told.sort(byKind), `${name}, ${day}`).toEqual(moved.map((which) => ({ kind: eventOf[which], from: old[which], to: dates[which], decree: decreeNo, on: day })).sort(byKind))
      seen.push(...moved.map((which) => `${which} ${(dates[which] ?? '') > (old[which] ?? '') ? 'later' : 'earlier'}`))
    }
  }
  // What was told to a citizen on paper only moves on; everything else went both ways.
  expect([...new Set(seen)].sort()).toEqual(['again earlier', 'again later', 'due earlier', 'due later', 'notice earlier', 'notice later', 'supplement later', 'transfer earlier', 'transfer later'])
})
