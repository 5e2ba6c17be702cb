/** Oanh works through her list without a mouse: rows, search, a filter of her own, columns, the help, and the switch that turns letters off (C2, WCAG 2.1.4). */
import { expect, test } from 'vitest'
import { answers, files } from '../support/exchange.ts'
import { barriersOn, screens } from '../support/look.ts'
import { openBrowserWorld } from '../support/world.ts'

test('from the list to a dossier and back, a filter kept under a name, columns chosen, all by keys', async () => {
  await using world = await openBrowserWorld()
  const [citizen, oanh] = [await world.comes('g-000015'), await world.comes('oanh')]
  await citizen.signsIn()
  await citizen.waitsFor('Đổi giấy phép này')
  await answers(citizen, { portrait: await citizen.portrait(), reason: 'Giấy phép bị hỏng' })
  await files(citizen)
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await citizen.reads()) ?? []

  const { page } = oanh
  const { keyboard } = page
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  const faults: string[] = []
  const looks = async (name: string) => {
    for (const width of [1920, 1280]) {
      await page.setViewportSize({ width, height: 1000 })
      if (process.env.SCREENS === '1') await page.screenshot({ path: `${screens}/${name}-${width}.png`, fullPage: true })
      if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) faults.push(`${name} is wider than ${width}`)
      faults.push(...(await barriersOn(page, `${name} at ${width}`, width === 1920)))
    }
  }
  await oanh.signsIn('/can-bo')
  await oanh.goes('/can-bo/ho-so?xem=waiting-citizen')
  await keyboard.press('ArrowDown')
  expect(await focused()).toMatch(/^(TT|H\d\d)/)
  await keyboard.press('x')
  const ticked = async () => [await page.locator('tbody input:checked').count(), await page.getByRole('button', { name: 'Với hồ sơ đã chọn' }).innerText()]
  expect(await ticked()).toEqual([1, 'Với hồ sơ đã chọn (1)'])
  const rows = await page.locator('tbody tr').count()
  await keyboard.press('a')
  if (rows === 1) await keyboard.press('a')
  expect(await ticked()).toEqual([rows, `Với hồ sơ đã chọn (${rows})`])
  await keyboard.press('a')
  expect(await ticked()).toEqual([0, 'Với hồ sơ đã chọn'])
  await keyboard.press('v')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('viec')
  await keyboard.press('Tab')
  expect(await focused()).toMatch(/^Với hồ sơ đã chọn/)
  await keyboard.press('e')
  await page.waitForURL(/xem=unanswered/)
  await keyboard.press('q')
  await page.waitForURL(/xem=waiting-citizen/)
  await keyboard.press('ArrowDown')
  await keyboard.press('x')
  await looks('list-01-row')
  await keyboard.press('?')
  expect(await oanh.reads()).toContain('mở hồ sơ của hàng đó')
  await looks('list-02-keys')
  await keyboard.press('Escape')

  await keyboard.press('/')
  await keyboard.type(code.toLowerCase())
  await keyboard.press('Enter')
  await page.waitForURL(/tim=/)
  expect(await oanh.reads()).toContain('Kết quả tìm: 1')
  const list = page.url()
  await keyboard.press('1')
  await page.waitForURL(/vi-tri=/)
  expect(await oanh.reads()).toContain(code)
  await keyboard.press('l')
  await page.waitForURL(list)

  await oanh.goes('/can-bo/ho-so?xem=waiting-citizen')
  await keyboard.press('f')
  // What opens takes the focus along: four Tabs lead to the fourth field.
  for (let tabs = 0; tabs < 4; tabs++) await keyboard.press('Tab')
  await keyboard.press('ArrowDown')
  expect(await page.getByRole('combobox', { name: 'Kênh nộp', exact: true }).inputValue()).toBe('online')
  await looks('list-03-filter')
  await oanh.presses('Lọc danh sách')
  await page.getByPlaceholder('Đặt tên để lưu').fill('Trực tuyến, chờ công dân')
  await keyboard.press('Enter')
  await page.waitForURL(/bo-loc=/)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Trực tuyến, chờ công dân')
  await looks('list-04-saved')
  await oanh.presses('Xóa bộ lọc')
  expect(await oanh.reads()).not.toContain('Trực tuyến, chờ công dân')

  await keyboard.press('c')
  await page.getByRole('checkbox', { name: 'Kênh nộp', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Hạng', exact: true }).uncheck()
  await oanh.presses('Lưu cột')
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(expect.arrayContaining(['Kênh nộp']))
  await keyboard.press('c')
  await looks('list-05-columns')
  await oanh.presses('Như ban đầu')

  await keyboard.press('?')
  await page.getByRole('button', { name: 'Phím tắt: bật' }).click()
  await page.getByRole('heading', { level: 1 }).click()
  await keyboard.press('1')
  expect(new URL(page.url()).pathname).toBe('/can-bo/ho-so')
  await page.setViewportSize({ width: 360, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  expect([...faults, ...citizen.complaints, ...oanh.complaints]).toEqual([])
})
