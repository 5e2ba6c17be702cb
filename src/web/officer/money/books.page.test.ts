import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { openDesks } from '../../../../test/office/desk.ts'
import { authorityOf } from '../../../catalogue/index.ts'
import { authorityAccount, closeCashBook, findOpenBook, openCashBook } from '../../../capabilities/payments/index.ts'
import { paths } from '../../paths.ts'

let world: CaseWorld
beforeAll(async () => {
  world = await openCaseWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

test('where a point has one clerk, an officer of the province is the second person; who signs decisions only looks (A7)', async () => {
  const { desk } = await openDesks(world)
  const hai = await world.staff('clerk', 1)
  await world.platform.work(hai, (work) => openCashBook(work, { openingVnd: 100_000, authorityCode: authorityAccount(authorityOf(hai.provinceCode, work.today).agencyCode.value) }))
  const book = await world.platform.read(hai, (work) => findOpenBook(work, hai.staffId))
  const id = book?.id ?? ''
  const supervisor = await desk(await world.staff('supervisor'))
  expect((await supervisor.opens(paths.money())).html).toContain(paths.cashBooks())
  expect((await supervisor.opens(paths.cashBooks())).html).toContain('đang mở')
  await world.platform.work(hai, (work) => closeCashBook(work, id, { countedVnd: 90_000, reason: 'Một tờ 10.000 đồng rách' }))
  const signer = await desk(await world.staff('signer'))
  expect((await signer.opens(paths.cashBooks())).html).toContain('chỉ xem được sổ')
  const page = await supervisor.opens(paths.cashBooks())
  expect([page.html.includes('−10.000'), page.html.includes('Một tờ 10.000 đồng rách'), page.html.includes('Đoàn Văn Hải')]).toEqual([true, true, true])
  const told = async () => (await supervisor.opens(`${paths.cashBooks()}?xong=1`)).html.includes('govuk-notification-banner--success')
  expect(await told()).toBe(false)
  expect((await supervisor.sends(paths.confirmCashBook(id))).location).toBe(`${paths.cashBooks()}?xong=1`)
  expect(await told()).toBe(true)
  expect(await world.platform.asOwner('select state, counted_vnd, confirmed_by_person <> clerk_person as two from payments.cash_book')).toEqual([{ state: 'confirmed', counted_vnd: 90_000, two: true }])
})
