/** Somebody who has not signed in reads the guide, then the figures of a month, and takes the table home (A5, E1, E3, E6). */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openBrowserWorld } from '../support/world.ts'

test('a citizen reads the guide with its pictures, sees that 44.78 % came online, and downloads the table', async () => {
  await using world = await openBrowserWorld()
  const reader = await world.comes('an')
  await reader.goes('/')
  await reader.follows('Hướng dẫn')
  expect(await reader.reads()).toContain('Tập làm thử')
  await reader.looks('guides')
  for (const guide of ['nguoi-dan', 'diem-tiep-nhan', 'co-so-kham', 'can-bo']) {
    await reader.goes(`/huong-dan/${guide}`)
    expect(await reader.reads()).toMatch(/Bước 1 trên \d/)
    if (guide !== 'co-so-kham') await reader.looks(`guide-${guide}`)
  }
  await reader.goes('/huong-dan/nguoi-dan')
  for (const picture of await reader.page.locator('main img').all()) {
    await picture.scrollIntoViewIfNeeded()
    const seen = await reader.page.request.get(new URL((await picture.getAttribute('src')) ?? '', world.system.webUrl).href)
    expect([seen.status(), seen.headers()['content-type']]).toEqual([200, 'image/webp'])
  }

  await reader.page.getByRole('contentinfo').getByRole('link', { name: 'Số liệu' }).click()
  await reader.page.getByLabel('Một ngày trong kỳ', { exact: true }).fill('2023-10-15')
  await reader.page.getByLabel('Tỉnh, thành phố', { exact: true }).selectOption('Bắc Ninh')
  await reader.presses('Xem số liệu')
  const page = await reader.reads()
  for (const words of ['số liệu giả', 'Tháng 10/2023 · Bắc Ninh', '44,78 %', '1.115 trên 2.490 hồ sơ', 'không phải ngày nộp']) expect(page).toContain(words)
  expect(await reader.page.getByRole('img', { name: /^Bản đồ/ }).innerHTML()).toMatch(/Hoàng Sa \(Đà Nẵng\)[\s\S]*Trường Sa \(Khánh Hòa\)/)
  await reader.looks('figures-month')

  const [download] = await Promise.all([reader.page.waitForEvent('download'), reader.page.locator('#nop-truc-tuyen').getByRole('link', { name: /^Tải bảng/ }).click()])
  expect(download.suggestedFilename()).toBe('so-lieu-gia-nop-truc-tuyen-thang-2023-10-01-bac-ninh.csv')
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
  expect(lines[0]).toContain('SỐ LIỆU GIẢ')
  expect(lines).toContain('"Cả kỳ",2490,1115,"44.78"')

  await reader.page.getByLabel('Chia theo', { exact: true }).selectOption('Theo kênh nộp')
  await reader.presses('Xem số liệu')
  expect(await reader.reads()).toMatch(/Trực tiếp\s+1\.375/)
  await reader.goes('/so-lieu?ky=nam')
  await reader.looks('figures-this-year')
  expect(reader.complaints).toEqual([])
})
