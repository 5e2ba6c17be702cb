/** The last day of a supplement is named, and reminded of once in time; who answered hears nothing, and when it has passed nothing ends by itself (B7, P1). */
import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesks } from '../../../../test/office/desk.ts'
import { dossierOf, pay } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { listDocuments, readBytes } from '../../../capabilities/documents/index.ts'
import { listMessages } from '../../../observers/notifications/index.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { registerCitizen } from '../../../web/citizen/index.ts'
import { paths } from '../../../web/paths.ts'
import { askSupplement } from './ask.ts'
import { supplement } from './answer.ts'
import { lastDayOf, remindOfSupplement } from './remind.ts'

const actor = systemActor('test')
let world: CaseWorld
let [silent, quick, later] = ['', '', '']
const ask = async (id: string) => {
  await world.platform.work(await world.claim(id), (work) => askSupplement(work, id, { points: [{ kind: 'portrait', reason: 'unreadable', note: 'x' }] }))
  await world.workerSettles()
}
beforeAll(async () => {
  // Friday, 09:00 in Viet Nam; Tuesday the 24th is a holiday: the fifteenth working day is Monday 14 December, not Friday the 11th.
  world = await openCaseWorld('2026-11-20T02:00:00Z')
  silent = await world.file('an')
  quick = await world.file('em')
  later = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  for (const id of [silent, quick, later]) await pay(world, id)
  for (const id of [silent, quick]) await ask(id)
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

const told = async () => (await world.facts('dossier.supplement-reminded')).map(({ dossierId }) => dossierId)
/** The words of form 02. */
async function formOf(id: string): Promise<string> {
  const paper = (await world.platform.read(actor, (work) => listDocuments(work, id))).find(({ kind }) => kind === 'supplement-request')
  const bytes = paper && (await readBytes(world.platform, paper))
  const lines = bytes ? (await PDF.load(bytes)).getPages().flatMap((page) => page.extractText().lines.map((line) => line.spans.flatMap((span) => span.chars).filter((one) => !one.fontName.includes('BeVietnamPro-Bold')).map((one) => one.char).join(''))) : []
  return lines.join(' ').normalize('NFC').replace(/\s+/g, ' ')
}
/** To a day of December at noon in Viet Nam. */
const noonOf = async (day: number) => world.hoursPass((Date.UTC(2026, 11, day, 5) - (await world.platform.clock.now()).getTime()) / 3_600_000)

test('form 02 and the page name the last day, counted over the holiday; four working days before it nobody is reminded', async () => {
  const { desk } = await openDesks(world, registerCitizen)
  const an = await desk((await world.signIn('an')).actor)
  expect((await an.opens(paths.dossier(silent))).html).toContain('Hạn bổ sung: hết ngày 14/12/2026.')
  const form = await formOf(silent)
  // Whom to ask is a person of an office.
  for (const part of ['trước hết: ngày 14 tháng 12 năm 2026', 'liên hệ với Ngô Thị Oanh, Phòng Cảnh sát']) expect(form).toContain(part)
  const { actor: em } = await world.signIn('em')
  await world.platform.work(em, async (work) => supplement(work, quick, { portraitId: await world.portrait('em') }))
  await noonOf(8)
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
})

test('on the last day itself a missed reminder still goes, after it none; the dossier stays open and says so', async () => {
  await ask(later)
  // Asked on Thursday the 10th: the fifteenth working day is the 31st.
  const at = (iso: string) => world.platform.work(actor, (work) => remindOfSupplement({ ...work, today: iso }, later))
  await at('2027-01-01')
  await at('2026-12-27')
  expect(await told()).toEqual([silent])
  await at('2026-12-31')
  await at('2026-12-31')
  expect(await told()).toEqual([silent, later])
  await noonOf(15)
  expect((await dossierOf(world, silent)).status).toBe('supplementing')
  const { desk } = await openDesks(world, registerCitizen)
  expect((await (await desk((await world.signIn('an')).actor)).opens(paths.dossier(silent))).html).toContain('Hạn bổ sung 14/12/2026 đã qua. Hồ sơ không tự đóng')
})

test('what we lost ourselves has no last day', async () => {
  const dossier = await dossierOf(world, silent)
  expect(await world.platform.read(actor, (work) => lastDayOf(work, dossier, { askedBy: null, askedAt: work.now }))).toBeUndefined()
})
