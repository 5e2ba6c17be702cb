/** The last day of a supplement is named, and reminded of once in time; when it has passed nothing ends by itself: an officer stops what nobody answered (B7, P1). */
import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesks } from '../../../../test/office/desk.ts'
import { dossierOf, pay } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { withdraw } from '../decide.ts'
import { enterDay, withdrawDay } from '../../../capabilities/calendars/index.ts'
import { listDocuments, readBytes } from '../../../capabilities/documents/index.ts'
import { listMessages } from '../../../observers/notifications/index.ts'
import type { PointKind } from '../../../catalogue/index.ts'
import { getMoney } from '../../../capabilities/payments/index.ts'
import { type Actor, systemActor } from '../../../platform/values/actor.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { registerCitizen } from '../../../web/citizen/index.ts'
import { paths } from '../../../web/paths.ts'
import { listWork } from '../../store/worklists/lists.ts'
import { accept } from '../due-dates/accept.ts'
import { confirmCalendarDay, confirmCalendarWithdrawal } from '../due-dates/change-calendar.ts'
import { askSupplement } from './ask.ts'
import { answerPoint, supplement } from './answer.ts'
import { lastDayOf, lastDayToSupplement, remindOfSupplement } from './remind.ts'
import { stopUnanswered } from './stop.ts'

const actor = systemActor('test')
let world: CaseWorld
let [silent, quick, later, typing] = ['', '', '', '']
const ask = async (id: string, kind: PointKind = 'portrait') => {
  await world.platform.work(await world.claim(id), (work) => askSupplement(work, id, { points: [{ kind, reason: kind === 'portrait' ? 'unreadable' : 'wrong', note: 'x' }] }))
  await world.workerSettles()
}
beforeAll(async () => {
  // Friday, 09:00 in Viet Nam; Tuesday the 24th is a holiday: the fifteenth working day is Monday 14 December, not Friday the 11th.
  world = await openCaseWorld('2026-11-20T02:00:00Z')
  silent = await world.file('an')
  quick = await world.file('em')
  later = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  typing = await world.file('binh')
  for (const id of [silent, quick, later, typing]) await pay(world, id)
  await world.platform.work(await world.claim(silent), (work) => accept(work, silent))
  await world.workerSettles()
  for (const id of [silent, quick]) await ask(id)
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

const told = async () => (await world.facts('dossier.supplement-reminded')).map(({ dossierId }) => dossierId)
/** The letter that reminds of the last day. */
async function reminded(id: string): Promise<string> {
  const { personId } = await dossierOf(world, id)
  return (await world.platform.read(actor, (work) => listMessages(work, id, personId))).find(({ channel, subject }) => channel === 'mail' && subject.includes(': hạn bổ sung '))?.text ?? ''
}
/** The words of a paper. */
async function formOf(id: string, kind = 'supplement-request'): Promise<string> {
  const paper = (await world.platform.read(actor, (work) => listDocuments(work, id))).find((one) => one.kind === kind)
  const bytes = paper && (await readBytes(world.platform, paper))
  const lines = bytes ? (await PDF.load(bytes)).getPages().flatMap((page) => page.extractText().lines.map((line) => line.spans.flatMap((span) => span.chars).filter((one) => !one.fontName.includes('BeVietnamPro-Bold')).map((one) => one.char).join(''))) : []
  return lines.join(' ').normalize('NFC').replace(/\s+/g, ' ')
}
/** To a day of December, or after it, at noon in Viet Nam. */
const noonOf = async (day: number) => world.hoursPass((Date.UTC(2026, 11, day, 5) - (await world.platform.clock.now()).getTime()) / 3_600_000)

test('form 02 and the page name the last day, counted over the holiday; four working days before it nobody is reminded', async () => {
  const { desk } = await openDesks(world, registerCitizen)
  const an = await desk((await world.signIn('an')).actor)
  expect((await an.opens(paths.dossier(silent))).html).toContain('Hạn bổ sung: hết ngày 14/12/2026.')
  const form = await formOf(silent)
  // Whom to ask is a person of an office.
  for (const part of ['trước hết: ngày 14 tháng 12 năm 2026', 'lệ phí đã nộp không được trả lại. Hồ sơ', 'liên hệ với Ngô Thị Oanh, Phòng Cảnh sát']) expect(form).toContain(part)
  const { actor: em } = await world.signIn('em')
  await world.platform.work(em, async (work) => supplement(work, quick, { portraitId: await world.portrait('em') }))
  await noonOf(8)
  // What becomes of the fee is the rule's to say, of this very dossier.
  expect(await formOf(quick)).toContain('lệ phí đã nộp được trả lại. Hồ sơ')
  expect(await told()).toEqual([])
})

test('three working days before it the silent one is told once, by message and mail with the day; who answered is not', async () => {
  await noonOf(9)
  expect(await told()).toEqual([silent])
  await world.platform.work(actor, (work) => remindOfSupplement(work, silent))
  await world.workerSettles()
  await noonOf(10)
  expect(await told()).toEqual([silent])
  const { personId } = await dossierOf(world, silent)
  const messages = await world.platform.read(actor, (work) => listMessages(work, silent, personId))
  expect(messages.filter(({ text }) => text.includes('hạn cuối 14/12/2026')).map(({ channel }) => channel).sort()).toEqual(['mail', 'sms'])
  expect(await reminded(silent)).toContain('lệ phí đã nộp không được hoàn, vì hồ sơ đã được tiếp nhận')
})

test('on the last day itself a missed reminder still goes, after it none; the dossier stays open and says so', async () => {
  await ask(later)
  await ask(typing, 'phone')
  // Asked on Thursday the 10th: the fifteenth working day is the 31st.
  const at = (iso: string) => world.platform.work(actor, (work) => remindOfSupplement({ ...work, today: iso }, later))
  await at('2027-01-01')
  await at('2026-12-27')
  expect(await told()).toEqual([silent])
  await at('2026-12-31')
  await at('2026-12-31')
  expect(await told()).toEqual([silent, later])
  await noonOf(15)
  // Paid, and not accepted: what the rule says of this very dossier.
  expect(await reminded(later)).toContain('lệ phí đã nộp được hoàn về nơi đã trả, vì hồ sơ chưa được tiếp nhận')
  expect((await dossierOf(world, silent)).status).toBe('supplementing')
  const { desk } = await openDesks(world, registerCitizen)
  expect((await (await desk((await world.signIn('an')).actor)).opens(paths.dossier(silent))).html).toContain('Hạn bổ sung 14/12/2026 đã qua. Hồ sơ không tự đóng')
})

test('what we lost ourselves has no last day', async () => {
  const dossier = await dossierOf(world, silent)
  expect(await world.platform.read(actor, (work) => lastDayOf(work, dossier, { askedBy: null, askedAt: work.now }))).toBeUndefined()
})

const overdue = async () => (await world.platform.read(actor, (work) => listWork({ ...work, actor }, { provinceCode: 'bac-ninh', staffId: silent, view: 'unanswered' }))).rows.map(({ dossier }) => dossier.id)

/** Two at the same moment: the first has done its part and not committed when the second begins. @returns what the second was told */
async function atOnce(first: [Actor, (work: Work) => Promise<unknown>], second: [Actor, (work: Work) => Promise<unknown>]): Promise<string> {
  let told: Promise<string> | undefined
  await world.platform.work(first[0], async (work) => {
    await first[1](work)
    told = world.platform.work(second[0], second[1]).then(() => 'done', (error: unknown) => (error instanceof Refusal ? error.code : String(error)))
    await expect.poll(() => world.platform.asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`), { timeout: 3_000 }).toHaveLength(1)
  })
  return (await told) ?? 'nothing'
}

test('a day off that is decreed meanwhile moves the last day by an event with its decree, and whoever was told the old one is told the new one (TIM2, TIM4)', async () => {
  expect(await overdue()).toEqual([silent])
  const [one, other] = [await world.staff('administrator'), await world.staff('administrator', 1)]
  const dayId = await world.platform.work(one, (work) => enterDay(work, { province: 'bac-ninh', date: '2026-12-30', kind: 'leave', name: 'Ngày nghỉ mẫu', decreeNo: '0/QĐ-MẪU' }))
  await world.platform.work(other, (work) => confirmCalendarDay(work, dayId))
  await world.workerSettles()
  // The new year's day and a week-end after the 31st.
  for (const id of [later, typing]) expect((await dossierOf(world, id)).supplementDueAt).toEqual(new Date('2027-01-04T10:00:00Z'))
  expect((await dossierOf(world, silent)).supplementDueAt).toEqual(new Date('2026-12-14T10:00:00Z'))
  const { personId } = await dossierOf(world, later)
  const [told] = (await world.platform.read(actor, (work) => listMessages(work, later, personId))).filter(({ subject }) => subject.includes('hạn bổ sung mới 04/01/2027'))
  expect(told).toBeDefined()
  expect(await world.broken()).toEqual({})
  // A day off that is withdrawn again takes back no day that was told.
  await world.platform.work(one, (work) => withdrawDay(work, dayId, '1/QĐ-MẪU'))
  await world.platform.work(other, (work) => confirmCalendarWithdrawal(work, dayId))
  await world.workerSettles()
  const dossier = await dossierOf(world, later)
  expect(dossier.supplementDueAt).toEqual(new Date('2027-01-04T10:00:00Z'))
  expect(await world.platform.read(actor, (work) => lastDayToSupplement(work, dossier))).toMatchObject({ dueOn: '2027-01-04' })
  expect(await world.broken()).toEqual({})
})

test('on the last day nobody stops it, and the officer reads until when; the day after it lies in a list of its own', async () => {
  await noonOf(31 + 4)
  const appraiser = await world.claim(later)
  await expect(world.platform.work(appraiser, (work) => stopUnanswered(work, later))).rejects.toThrow('supplement-awaited')
  const { desk } = await openDesks(world)
  const oanh = await desk(appraiser)
  await oanh.opens(paths.officerDossier(later))
  expect(oanh.whyNot('Dừng vì không bổ sung')).toContain('đến hết ngày 04/01/2027')
  expect(await overdue()).toEqual([silent])
  await noonOf(31 + 5)
  expect(await overdue()).toEqual([silent, ...[later, typing].sort()])
})

test('an answer and a stop at the same moment: who comes second is told, and what the first did stands', async () => {
  const [hanh, an] = [(await world.signIn('hanh')).actor, (await world.signIn('an')).actor]
  const [hers, his] = [await world.portrait('hanh'), await world.portrait('an')]
  const appraiser = await world.claim(later)
  const { desk } = await openDesks(world)
  const oanh = await desk(appraiser)
  await oanh.opens(paths.officerDossier(later, { lam: 'dung' }))
  expect(await atOnce([hanh, (work) => supplement(work, later, { portraitId: hers })], [appraiser, (work) => stopUnanswered(work, later)])).toBe('wrong-status')
  const refused = await oanh.sends(paths.officerAction(later, 'dung'))
  expect([refused.status, refused.html.includes('công dân đã trả lời')]).toEqual([409, true])
  expect(await dossierOf(world, later)).toMatchObject({ status: 'filed', supplementDueAt: null })

  await world.claim(silent)
  const sending = await (await openDesks(world, registerCitizen)).desk(an)
  await sending.opens(paths.supplementPoint(silent, 'portrait'))
  expect(await atOnce([appraiser, (work) => stopUnanswered(work, silent)], [an, (work) => supplement(work, silent, { portraitId: his })])).toBe('wrong-status')
  expect((await dossierOf(world, silent)).status).toBe('stopped')
  // A picture that arrives now is not looked at any more: its sender hears that it came too late.
  const late = await sending.sends('/anh')
  expect([late.status, late.html.includes('Hồ sơ này đã dừng lúc'), late.html.includes('đến sau khi hồ sơ đã kết thúc')]).toEqual([409, true, true])
  await world.workerSettles()
  expect(await world.broken()).toEqual({})
})

test('what is typed too late is shown once more, with when it was stopped; who stops knows beforehand what it means', async () => {
  const { actor: binh } = await world.signIn('binh')
  const { desk } = await openDesks(world, registerCitizen)
  const citizen = await desk(binh)
  await citizen.opens(paths.supplementPoint(typing, 'phone'))
  const officer = await (await openDesks(world)).desk(await world.claim(typing))
  const stopping = (await officer.opens(paths.officerDossier(typing, { lam: 'dung' }))).html
  expect([stopping.includes('Lệ phí được hoàn'), stopping.includes('mà chưa gửi')]).toEqual([true, false])
  // Who has answered and not pressed the last button is worth a call.
  await world.platform.work(binh, (work) => answerPoint(work, typing, 'phone', { phone: '0000765431' }))
  expect((await officer.opens(paths.officerDossier(typing, { lam: 'dung' }))).html).toContain('Công dân đã trả lời 1 trên 1 nội dung mà chưa gửi')
  expect((await officer.sends(paths.officerAction(typing, 'dung'))).location).toContain('xong=dung')
  const late = await citizen.sends(paths.supplementPoint(typing, 'phone'), { phone: '0000765432' })
  expect([late.status, late.html.includes('Hồ sơ này đã dừng lúc 12:00'), late.html.includes('0000765432')]).toEqual([409, true, true])
  await expect(world.platform.work(binh, (work) => answerPoint(work, typing, 'phone', { phone: '0000765432' }))).rejects.toThrow('wrong-status')
})

test('a stopped dossier is over: money where the rule says, the notice signed, everybody told why and what can be done; and it is no refusal', async () => {
  await world.hoursPass(1)
  const { html } = await (await (await openDesks(world, registerCitizen)).desk((await world.signIn('binh')).actor)).opens(paths.dossier(typing))
  for (const words of ['Hồ sơ đã dừng vì không nhận được bổ sung', 'Đây không phải là từ chối', 'hạn đến hết ngày 04/01/2027', 'quyền khiếu nại', 'được hoàn lại vì hồ sơ chưa được tiếp nhận']) expect(html).toContain(words)
  const money = async (id: string) => (await world.platform.read(actor, (work) => getMoney(work, id))).refunds.map(({ reason, state }) => [reason, state])
  expect([await money(typing), await money(silent)]).toEqual([[['dossier-stopped', 'sent']], []])
  const notice = await formOf(silent, 'stop-notice')
  for (const words of ['ngày 14 tháng 12 năm 2026', 'Đây không phải là việc từ chối', 'khiếu nại', 'không được trả lại vì hồ sơ đã được tiếp nhận']) expect(notice).toContain(words)
  const { personId } = await dossierOf(world, silent)
  expect((await world.platform.read(actor, (work) => listMessages(work, silent, personId))).filter(({ subject }) => subject.includes('đã dừng')).map(({ channel }) => channel).sort()).toEqual(['mail', 'sms'])
  const asked = (query: string) => world.platform.asOwner(query, [silent])
  expect(await asked('select status from dossiers.portal_report where dossier_id = $1 order by reported_at desc limit 1')).toEqual([{ status: 8 }])
  // The clock stood: the office had used none of its days, and the citizen's silence is not its delay.
  expect(await asked('select in_time, signed_on, ended_on::text from statistics.journey where dossier_id = $1')).toEqual([{ in_time: true, signed_on: null, ended_on: '2027-01-05' }])
  expect(await asked('select outcome from dossiers.decision where dossier_id = $1')).toEqual([])
  // Nothing keeps anybody from coming back at once.
  expect((await dossierOf(world, await world.file('binh'))).status).toBe('filed')
})

test('who withdraws while a supplement was awaited is not counted late for that time: the date moves with the end (C2, TIM2)', async () => {
  const ended = await world.file('dung')
  await pay(world, ended)
  await world.platform.work(await world.claim(ended), (work) => accept(work, ended))
  await world.workerSettles()
  await ask(ended)
  const due = (await dossierOf(world, ended)).dueAt
  await world.hoursPass(12 * 24)
  await world.platform.work((await world.signIn('dung')).actor, (work) => withdraw(work, ended))
  await world.workerSettles()
  const { dueAt, closedAt } = await dossierOf(world, ended)
  expect([(due ?? 0) < (closedAt ?? 0), (dueAt ?? 0) > (closedAt ?? 0)]).toEqual([true, true])
  // Whenever it is read: what was still running at the end is not called missed.
  await world.sandbox.clock.moveTo(new Date((await world.platform.clock.now()).getTime() + 40 * 86_400_000))
  const page = (await (await (await openDesks(world, registerCitizen)).desk((await world.signIn('dung')).actor)).opens(paths.howCounted(ended))).html
  expect([page.match(/khi thời hạn này chưa hết/g)?.length, page.includes('Đã quá hạn')]).toEqual([3, false])
})
