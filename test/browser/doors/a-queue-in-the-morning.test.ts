/** A morning at a one-stop desk: the kiosk gives numbers without a script, the window calls, the display shows it by itself; cash is counted (A7, C5, P7). */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn, faultsOf, screens } from '../support/look.ts'
import { openBrowserWorld, type Visitor } from '../support/world.ts'

const POINT = 'ha-noi-mot-cua'

/** Looks at a page that fetches itself anew, with its clock stopped. */
async function stopped(page: Page, name: string): Promise<string[]> {
  await page.evaluate(() => window.stop())
  return faultsOf(page, name)
}

/** As it stands in the hall: upright, 1080 by 1920. */
async function stands(page: Page, name: string): Promise<string[]> {
  const faults = await stopped(page, name)
  await page.setViewportSize({ width: 1080, height: 1920 })
  if (process.env.SCREENS === '1') await page.screenshot({ path: join(screens, `${name}-1080.png`) })
  faults.push(...(await barriersOn(page, `${name} at 1080`)))
  if (await page.evaluate(() => document.documentElement.scrollHeight > 1920)) faults.push(`${name}: does not fit on the kiosk's screen`)
  return faults
}

async function takes(kiosk: Visitor, lane: string): Promise<string> {
  await kiosk.goes(`/lay-so/${POINT}`)
  await kiosk.page.getByRole('link', { name: 'Nộp hồ sơ' }).click()
  await kiosk.page.getByRole('button', { name: lane, exact: true }).click()
  return kiosk.page.locator('.tt-slip__number').innerText()
}

test('three people take numbers, a clerk calls them, and the display over the hall says where to go', async () => {
  await using world = await openBrowserWorld()
  const [kiosk, nga, display] = [await world.comes('an', { javaScript: false }), await world.comes('nga'), await world.comes('an')]
  const faults: string[] = []

  await display.goes(`/lay-so/${POINT}`)
  faults.push(...(await stands(display.page, 'kiosk-01-start')))
  await display.page.getByRole('link', { name: 'Nộp hồ sơ' }).click()
  faults.push(...(await stands(display.page, 'kiosk-02-lane')))
  const first = await takes(kiosk, 'Lấy số')
  const second = await takes(kiosk, 'Lấy số')
  const elderly = await takes(kiosk, 'Lấy số ưu tiên')
  await display.page.goto(kiosk.page.url())
  faults.push(...(await stands(display.page, 'kiosk-03-slip')))
  const numbers = [first, second, elderly].map((number) => Number(number.slice(1)))
  expect(numbers).toEqual(numbers.map((_, place) => (numbers[0] ?? 0) + place))

  await nga.signsIn('/quay/goi-so')
  faults.push(...(await faultsOf(nga.page, 'window-01-open')))
  await nga.page.getByLabel('Cửa 1', { exact: true }).check()
  await nga.presses('Mở cửa')
  await nga.presses('Gọi số tiếp theo')
  expect(await nga.reads()).toContain(elderly)
  faults.push(...(await faultsOf(nga.page, 'window-02-called')))

  await display.goes(`/goi-so/${POINT}`)
  expect(await display.reads()).toMatch(new RegExp(`${elderly}\\s+Mời đến cửa 1`))
  await nga.presses('Có mặt, bắt đầu')
  faults.push(...(await faultsOf(nga.page, 'window-03-serving')))
  await nga.presses('Mở lượt tiếp công dân')
  await nga.page.getByLabel('Dòng đọc từ mã QR trên căn cước').waitFor()
  await nga.goes('/quay/goi-so')
  await nga.presses('Xong')
  await nga.presses('Gọi số tiếp theo')
  // Nobody touches the display: it looks by itself.
  await expect.poll(() => display.reads(), { timeout: 12_000 }).toMatch(new RegExp(`${first}\\s+Mời đến cửa 1`))

  await nga.presses('Không đến')
  faults.push(...(await stopped(nga.page, 'window-04-missed')))
  // Found by the number on the slip, and not when mistyped.
  await nga.goes('/quay/goi-so?tim=Z999')
  faults.push(...(await faultsOf(nga.page, 'window-05-not-found')))
  await nga.goes(`/quay/goi-so?tim=${first.slice(1)}`)
  await nga.presses(`Mời ${first}`)
  await display.goes(`/goi-so/${POINT}`)
  expect(await display.reads()).toMatch(new RegExp(`${first}\\s+Mời đến cửa 1\\s+gọi lại`))
  faults.push(...(await stands(display.page, 'display-01-called')))
  for (const press of ['Có mặt, bắt đầu', 'Xong', 'Gọi số tiếp theo', 'Có mặt, bắt đầu', 'Xong', 'Gọi số tiếp theo']) await nga.presses(press)
  expect(await nga.reads()).toContain('Không ai đang chờ')
  await nga.presses('Đóng cửa này')

  await nga.goes('/quay/quy')
  await nga.looks('cash-01-start')
  await nga.page.getByLabel('Tiền lẻ có sẵn trong ngăn').fill('200.000')
  await nga.presses('Mở sổ')
  await nga.looks('cash-02-open')
  await nga.page.getByLabel('Đếm được').fill('190.000')
  await nga.presses('Đóng sổ')
  expect(await nga.reads()).toContain('hãy ghi lý do')
  await nga.looks('cash-03-errors')
  await nga.page.getByLabel('Lý do chênh lệch').fill('Một tờ 10.000 đồng rách, đã nộp riêng')
  await nga.presses('Đóng sổ')
  expect(await nga.reads()).toContain('một người khác phải xác nhận')
  await nga.looks('cash-04-closed')

  expect([...faults, ...kiosk.complaints, ...nga.complaints, ...display.complaints]).toEqual([])
})
