import { createHash } from 'node:crypto'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dossierOf, pay } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { saveSession } from '../../../capabilities/identity/store/people.ts'
import { accept } from '../../../dossiers/index.ts'
import { realNow } from '../../../platform/clock.ts'
import { createServer } from '../../../platform/http/server.ts'
import { formatDate, localDateAt } from '../../../platform/values/dates.ts'
import { newId } from '../../../platform/values/ids.ts'
import { paths } from '../../paths.ts'
import { registerEndings } from '../../public/endings/endings.tsx'
import { registerCitizen } from '../index.ts'

let world: CaseWorld
beforeAll(async () => {
  world = await openCaseWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

/** What An reads on the page of a dossier, in one line of text. */
async function anReads(dossierId: string, slug = 'an'): Promise<string> {
  const { platform } = world
  const app = await createServer(platform)
  const web = { platform, assets: { citizen: { stylesheet: '/tai-san/test.css' }, staff: { stylesheet: '/tai-san/test.css' } } }
  registerEndings(app, web)
  registerCitizen(app, web)
  const { actor } = await world.signIn(slug)
  const token = newId()
  const at = new Date(realNow())
  await platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
  const answer = await app.inject({ method: 'GET', url: paths.dossier(dossierId), cookies: { phien: token } })
  await app.close()
  return parse(answer.body).text.replace(/\s+/g, ' ')
}

test('who waits for a late office reads both dates, whom the dossier waited for, and that nothing need be sent again (C2, P1)', async () => {
  const id = await world.file('an')
  await pay(world, id)
  const appraiser = await world.claim(id)
  await world.platform.work(appraiser, (work) => accept(work, id))
  await world.workerSettles()
  const { dueAt } = await dossierOf(world, id)
  if (!dueAt) throw new Error('accepted dossiers are due')
  expect(await anReads(id)).not.toContain('Hẹn lại')
  for (let day = 0; day < 14 && (await world.sandbox.clock.now()) < dueAt; day++) await world.hoursPass(24)
  const text = await anReads(id)
  const [apology] = await world.platform.asOwner<{ new_due_at: Date }>('select new_due_at from dossiers.apology where dossier_id = $1', [id])
  if (!apology) throw new Error('nobody apologised')
  for (const date of [dueAt, apology.new_due_at]) expect(text).toContain(formatDate(localDateAt(date)))
  for (const words of ['Hẹn lại:', 'Ngày hẹn cũ vẫn là hạn theo quy định', 'Bạn không phải nộp lại gì']) expect(text).toContain(words)
})

test('what was written to a person stands on the page of the dossier: when, how, to which address, and whether it went out (B7)', async () => {
  const [dossier] = await world.platform.asOwner<{ id: string }>('select id from dossiers.dossier')
  const text = await anReads(dossier?.id ?? '')
  expect(text).toContain('Tin đã gửi')
  expect(text).toMatch(/Tin nhắn đến ••• 456 Đã chuyển cho nhà mạng/)
  expect(text).toMatch(/Thư điện tử đến a•••@vidu\.invalid/)
  expect(text).toContain('Hồ sơ giấy phép lái xe của Ông/Bà đã nộp')
  expect(text).not.toContain('an@vidu.invalid')
})

test('who waits past the day by which the authority had to answer is told whose lateness it is, and that nothing need be sent again (B7, P1)', async () => {
  const id = await world.file('em')
  await pay(world, id)
  expect(await anReads(id, 'em')).toContain('Cơ quan đang xem hồ sơ, bạn không cần làm gì')
  const { noticeDueAt } = await dossierOf(world, id)
  if (!noticeDueAt) throw new Error('whoever filed everything is answered by a day')
  const day = formatDate(localDateAt(noticeDueAt))
  for (let days = 0; days < 14 && (await world.sandbox.clock.now()) <= noticeDueAt; days++) await world.hoursPass(24)
  const text = await anReads(id, 'em')
  for (const words of ['Cơ quan đang chậm trả lời, bạn không cần làm gì', `Hạn trả lời là ngày ${day}`, `trước hết ngày ${day}: hạn ấy đã qua`]) expect(text).toContain(words)
  expect(text).not.toContain(`chậm nhất ${day}`)
})
