/** Mơ enters a day off under a document; Nghị sees what it moves and confirms it, and nobody confirms their own (C2, TH3). */
import { expect, test } from 'vitest'
import { provincesOn } from '../../../src/catalogue/index.ts'
import { vietnameseOn } from '../support/vietnamese.ts'
import { openBrowserWorld } from '../support/world.ts'

test('a day off is entered by one administrator and confirmed by another, who first sees which dates it moves', async () => {
  await using world = await openBrowserWorld()
  const [mo, nghi, ngan] = [await world.comes('mo'), await world.comes('nghi'), await world.comes('ngan', { lang: 'en' })]
  await mo.signsIn('/can-bo')
  expect(new URL(mo.page.url()).pathname).toBe('/lich-lam-viec')
  await mo.looks('calendar-01-year')
  // Christmas is far enough away to move nobody whom another test knows.
  await mo.page.getByLabel('Ngày', { exact: true }).fill('24/12/2026')
  await mo.presses('Nhập')
  expect(await mo.reads()).toContain('Nhập số văn bản')
  expect(await mo.page.getByLabel('Ngày', { exact: true }).inputValue()).toBe('24/12/2026')
  await mo.looks('calendar-02-errors')
  await mo.page.getByLabel('Tên ngày', { exact: true }).fill('Nghỉ theo quyết định của tỉnh')
  await mo.page.getByLabel('Áp dụng', { exact: true }).selectOption('Bắc Ninh')
  await mo.page.getByLabel('Số văn bản', { exact: true }).fill('12/QĐ-MAU')
  await mo.presses('Nhập')
  expect(await mo.reads()).toContain('Đã nhập.')
  await mo.follows(/24\/12\/2026/)
  expect(await mo.reads()).toContain('một quản trị khác phải xác nhận')
  expect(await mo.page.getByRole('button', { name: 'Xác nhận ngày này' }).count()).toBe(0)

  await nghi.signsIn('/can-bo')
  await nghi.follows(/24\/12\/2026/)
  expect(await nghi.reads()).toContain('Nếu xác nhận thì hạn nào thay đổi')
  await nghi.looks('calendar-03-day')
  await nghi.presses('Xác nhận ngày này')
  await nghi.waitsFor(/Đã xem \d+ hồ sơ/)
  expect(await nghi.reads()).toMatch(/Người nhập\s+Lâm Thị Mơ[\s\S]*Người xác nhận\s+Tô Văn Nghị/)
  await nghi.looks('calendar-04-confirmed')
  await nghi.goes('/lich-lam-viec?nam=2028')
  await nghi.looks('calendar-05-next-year')

  await ngan.signsIn('/can-bo')
  expect(await vietnameseOn(ngan.page, ['Toàn Trình', ngan.fullName, /\d+\/\p{Lu}+-\p{Lu}+/u, ...provincesOn('2026-11-20').map(({ name }) => name.vi)])).toEqual([])
  await ngan.goes('/lich-lam-viec?tinh=bac-ninh')
  await ngan.follows(/24\/12\/2026/)
  expect(await ngan.reads()).toContain('A day of another province')
  for (const visitor of [mo, nghi, ngan]) expect(visitor.complaints).toEqual([])
})
