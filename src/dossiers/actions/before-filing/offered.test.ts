/** After a dossier was stopped for want of an answer, whoever files anew is asked only for what is wanting or serves no more, and told what became of the money (B7, A3, P4). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { dossierOf, pay } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import type { PointKind, SupplementReason } from '../../../catalogue/index.ts'
import { registerCitizen } from '../../../web/citizen/index.ts'
import { paths } from '../../../web/paths.ts'
import { getAnswers } from '../../store/dossiers.ts'
import { listOpenDrafts } from '../../store/drafts.ts'
import { accept } from '../due-dates/accept.ts'
import { askSupplement } from '../supplement/ask.ts'
import { answerPoint } from '../supplement/answer.ts'
import { stopUnanswered } from '../supplement/stop.ts'
import { saveAnswers } from './drafts.ts'

let world: CaseWorld
let [portraitWanting, phoneWanting] = ['', '']
const ask = async (id: string, points: readonly (readonly [PointKind, SupplementReason, string])[]) => {
  await world.platform.work(await world.claim(id), (work) => askSupplement(work, id, { points: points.map(([kind, reason, note]) => ({ kind, reason, note })) }))
}
beforeAll(async () => {
  world = await openCaseWorld()
  portraitWanting = await world.file('an', { phone: '0000111222' })
  phoneWanting = await world.file('binh', { email: 'binh.cu@vidu.invalid' })
  for (const id of [portraitWanting, phoneWanting]) await pay(world, id)
  await world.platform.work(await world.claim(portraitWanting), (work) => accept(work, portraitWanting))
  await world.workerSettles()
  await ask(portraitWanting, [['portrait', 'unreadable', 'Ảnh bị lóa ở mắt trái'], ['phone', 'wrong', 'Số không gọi được']])
  await ask(phoneWanting, [['phone', 'wrong', 'Số không gọi được']])
  const { actor: an } = await world.signIn('an')
  await world.platform.work(an, (work) => answerPoint(work, portraitWanting, 'phone', { phone: '0000333444' }))
  await world.hoursPass(40 * 24)
  for (const id of [portraitWanting, phoneWanting]) await world.platform.work(await world.claim(id), (work) => stopUnanswered(work, id))
  await world.workerSettles()
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

/** Begins anew as a browser does, from the page of one's licences. */
async function beginsAnew(slug: string): Promise<{ citizen: Desk; actor: Awaited<ReturnType<CaseWorld['signIn']>>['actor']; first: string }> {
  const { actor } = await world.signIn(slug)
  const citizen = await (await openDesks(world, registerCitizen)).desk(actor)
  await citizen.opens(paths.mine())
  const begun = await citizen.sends(paths.start())
  return { citizen, actor, first: (await citizen.opens(begun.location ?? '')).location ?? '' }
}

test('only the picture that the officer could not use is asked for, with what was said of it; what was answered and never sent is there, and the fee of before is told as kept', async () => {
  const { citizen, actor, first } = await beginsAnew('an')
  const [draft] = await world.platform.read(actor, (work) => listOpenDrafts(work, actor.personId))
  expect([first, draft?.stoppedDossierId]).toEqual([paths.draft(draft?.id ?? '', 'portrait'), portraitWanting])
  expect((await citizen.opens(first)).html).toContain('Ảnh bị lóa ở mắt trái')
  const before = await world.platform.read(actor, async (work) => getAnswers(work, await dossierOf(world, portraitWanting)))
  const { portraitId: _other, holder: _frozen, ...kept } = before
  expect(draft?.answers).toMatchObject({ ...kept, phone: '0000333444' })
  expect(draft?.answers.portraitId).toBeUndefined()

  const portraitId = await world.portrait('an')
  await world.platform.work(actor, (work) => saveAnswers(work, actor.personId, draft?.id ?? '', { portraitId }))
  const check = await citizen.opens(paths.draft(draft?.id ?? '', 'check'))
  const { officialNumber } = await dossierOf(world, portraitWanting)
  for (const words of [officialNumber ?? '-', '0000333444', 'để bạn không phải khai lại', 'không được hoàn và không chuyển sang hồ sơ này', 'Hồ sơ mới có lệ phí riêng']) expect(check.html).toContain(words)
  const filed = await citizen.sends(paths.declare(draft?.id ?? ''))
  expect(filed.status).toBe(303)
  const anew = (await world.platform.read(actor, async (work) => (await import('../../store/dossiers.ts')).listDossiersOf(work, actor.personId)))[0]
  expect([anew?.status, anew?.portraitId]).toEqual(['filed', portraitId])
  await world.workerSettles()
})

test('the picture of before is offered and shown, only the wrong number is asked for, and the mail address stays; the fee of before goes back', async () => {
  const { citizen, actor, first } = await beginsAnew('binh')
  const [draft] = await world.platform.read(actor, (work) => listOpenDrafts(work, actor.personId))
  const { portraitId } = await dossierOf(world, phoneWanting)
  expect([first, draft?.answers.portraitId]).toEqual([paths.draft(draft?.id ?? '', 'contact'), portraitId])
  const contact = await citizen.opens(first)
  expect([contact.page.querySelector('[name=email]')?.getAttribute('value'), contact.page.querySelector('[name=phone]')?.getAttribute('value') ?? '', contact.html.includes('Số không gọi được')]).toEqual(['binh.cu@vidu.invalid', '', true])
  const after = await citizen.sends(first, { phone: '0000555666' })
  expect(after.location).toBe(paths.draft(draft?.id ?? '', 'check'))
  const check = await citizen.opens(after.location ?? '')
  expect([check.html.includes('được hoàn về nơi đã trả, không chuyển sang hồ sơ này'), check.html.includes(paths.draftPortraitImage(draft?.id ?? '', portraitId))]).toEqual([true, true])
  expect((await citizen.opens(paths.draftPortraitImage(draft?.id ?? '', portraitId))).status).toBe(200)
  // Of somebody else's picture there is nothing, whatever the draft.
  expect((await citizen.opens(paths.draftPortraitImage(draft?.id ?? '', (await dossierOf(world, portraitWanting)).portraitId))).status).toBe(404)
})

test('a picture that was lost and a certificate that has grown too old since are asked for again', async () => {
  const { actor } = await world.signIn('binh')
  const again = async () => {
    await world.platform.asOwner('delete from dossiers.draft where person_id = $1 and filed_at is null', [actor.personId])
    await beginsAnew('binh')
    return (await world.platform.read(actor, (work) => listOpenDrafts(work, actor.personId)))[0]?.answers
  }
  expect(await again()).toMatchObject({ certificate: { how: 'by-identity' }, portraitId: expect.any(String) })
  const { portraitId } = await dossierOf(world, phoneWanting)
  await world.platform.asOwner(`update portraits.portrait set damaged_at = platform.clock_now(), lost = 'picture' where id = $1`, [portraitId])
  await world.platform.asOwner(`update health_certificates.certificate set concluded_on = concluded_on - 1000 where person_id = $1`, [actor.personId])
  const left = await again()
  expect([left?.portraitId, left?.certificate, left?.delivery !== undefined]).toEqual([undefined, undefined, true])
  await world.platform.asOwner(`update portraits.portrait set damaged_at = null, lost = null where id = $1`, [portraitId])
  await world.platform.asOwner(`update health_certificates.certificate set concluded_on = concluded_on + 1000 where person_id = $1`, [actor.personId])
})
