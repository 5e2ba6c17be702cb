import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesks } from '../../../../../test/office/desk.ts'
import { dossierOf, needsOf, pay } from '../../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../../test/support/case-world.ts'
import { paths } from '../../../paths.ts'

let world: CaseWorld
let appraiser: Desk
let signer: Desk
let nam: string

beforeAll(async () => {
  world = await openCaseWorld()
  const desks = await openDesks(world)
  appraiser = await desks.desk(await world.staff('appraiser'))
  signer = await desks.desk(await world.staff('signer'))
  await world.fault('violations', { mode: 'error503', share: 1 })
  nam = await world.file('nam', { reason: 'expiring', classChoice: { 'law-2008:FB2': 'law-2024:BE' } })
  await pay(world, nam)
  await world.claim(nam)
})
afterAll(() => world[Symbol.asyncDispose]())

test('while the police are silent the officer records what they wrote, and what is missing is said beside its field (P1)', async () => {
  await appraiser.opens(paths.officerDossier(nam))
  const unfinished = await appraiser.sends('/kiem-tra-tay', { body: 'traffic-order-database', result: 'unresolved', documentNumber: '97/CV-CSGT' })
  expect(unfinished.status).toBe(422)
  for (const words of ['Nhập nội dung văn bản.', 'Nhập số biên bản của vụ việc chưa giải quyết.']) expect(unfinished.html).toContain(words)
  expect(unfinished.html).toContain('97/CV-CSGT')
  const sent = await appraiser.sends('/kiem-tra-tay', { body: 'traffic-order-database', result: 'clear', documentNumber: '97/CV-CSGT', says: 'Không có vụ việc chưa giải quyết' })
  expect([sent.status, sent.location]).toEqual([303, paths.officerDossier(nam)])
  const { html, page } = await appraiser.opens(paths.officerDossier(nam))
  expect(html).toContain('chờ người thứ hai xác nhận')
  expect(page.querySelector('form[action$="/xac-nhan"]')).toBeNull()
  expect(await needsOf(world, nam)).toMatchObject({ violations: 'asked' })
})

test('the signing officer finds it among what waits for them and confirms it; only then it counts, and the events say so (P1)', async () => {
  expect((await signer.opens(paths.worklist('to-sign'))).html).toContain(paths.officerDossier(nam))
  const asked = await signer.opens(paths.officerDossier(nam))
  const form = asked.page.querySelector('form[action$="/xac-nhan"]')
  const neither = await signer.posts(form?.getAttribute('action')?.replace('xac-nhan', 'constructor') ?? '', { _csrf: form?.querySelector('[name=_csrf]')?.getAttribute('value') ?? '' })
  expect(neither.status).toBe(404)
  await signer.opens(paths.officerDossier(nam))
  expect((await signer.sends('/xac-nhan')).status).toBe(303)
  await world.workerSettles()
  const { html } = await signer.opens(paths.officerDossier(nam))
  for (const words of ['đã xác nhận, được tính', 'Ghi kết quả kiểm tra bằng tay', 'Xác nhận kết quả kiểm tra bằng tay']) expect(html).toContain(words)
  expect(await needsOf(world, nam)).toMatchObject({ violations: 'met' })
  expect(await dossierOf(world, nam)).toMatchObject({ turn: 'officer' })
})

test('no form is offered, and none is taken, while every source answers (P1)', async () => {
  await world.fault('violations', { mode: 'ok' })
  const an = await world.file('an')
  await pay(world, an)
  await world.claim(an)
  expect((await appraiser.opens(paths.officerDossier(an))).page.querySelector('form[action$="/kiem-tra-tay"]')).toBeNull()
})
