/** Yến at the one-stop centre takes papers and cash, and helps somebody who agrees by a code and pays by the code on her screen (A4, A7, P7, IDN4). */
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cardOf, fillsIn, receives } from '../support/counter.ts'
import { opens } from '../support/office.ts'
import { openBrowserWorld, type Visitor } from '../support/world.ts'

/** A file as the page's own link gives it. */
async function fetches(page: Page, name: string | RegExp) {
  const href = await page.getByRole('link', { name }).getAttribute('href')
  const answer = await page.request.get(new URL(href ?? '', page.url()).href)
  return { type: answer.headers()['content-type'], begins: (await answer.body()).toString('latin1', 0, 5) }
}

test('papers are scanned, the fee is taken in cash, the slip is printed while the visit lives; a colleague confirms the book', async () => {
  await using world = await openBrowserWorld()
  const [yen, chi, dang, oanh, phuc] = [await world.comes('yen'), await world.comes('g-000009'), await world.comes('g-000012'), await world.comes('oanh'), await world.comes('phuc')]
  await yen.signsIn('/can-bo')
  const visit = await receives(yen, cardOf(chi))
  await fillsIn(yen, 'Nhận hồ sơ giấy', '0000100009', await chi.portrait())
  expect(new URL(yen.page.url()).pathname).toBe(`${visit}/giay-to`)
  const scan = await sharp({ create: { width: 620, height: 877, channels: 3, background: '#fdfdf8' } }).jpeg().toBuffer()
  await yen.page.locator('[name=file]').setInputFiles({ name: 'don.jpg', mimeType: 'image/jpeg', buffer: scan })
  await yen.presses('Thêm tệp này')
  await yen.looks('giay-01-papers')
  await yen.presses('Tiếp tục')
  await yen.looks('giay-02-confirm')
  await yen.presses('Nộp theo đơn đã ký')
  expect(await yen.reads()).toContain('Trực tiếp, hồ sơ giấy')
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await yen.reads()) ?? []

  // Cash needs a book that is open.
  await yen.follows('Thu tiền mặt')
  expect(await yen.reads()).toContain('Mở sổ hôm nay trước khi thu tiền')
  await yen.goes('/quay/quy')
  await yen.page.getByLabel('Tiền lẻ có sẵn trong ngăn').fill('500.000')
  await yen.presses('Mở sổ')
  await yen.page.getByLabel('Mã hồ sơ', { exact: true }).fill(code)
  await yen.presses('Tìm')
  await yen.looks('giay-03-fee')
  await yen.presses(/^Đã nhận 135.000 đ tiền mặt/)
  expect(await yen.reads()).toMatch(/Đã thu[\s\S]*tiền mặt/)
  await yen.looks('giay-04-receipt')

  // The office accepts meanwhile; the slip can be printed as long as the visit lives.
  await oanh.signsIn('/can-bo')
  await opens(oanh, code)
  expect(await oanh.reads()).toContain('hồ sơ giấy')
  await oanh.presses('Nhận xử lý')
  await oanh.presses('Tiếp nhận hồ sơ')
  await yen.goes(`${visit}/xong`)
  await yen.waitsFor(/Giấy tiếp nhận hồ sơ và hẹn trả kết quả/i)
  expect(await fetches(yen.page, /Giấy tiếp nhận hồ sơ/i)).toEqual({ type: 'application/pdf', begins: '%PDF-' })
  await yen.looks('giay-05-done')
  await yen.presses('Kết thúc lượt tiếp')

  await agreesByCode(yen, dang, world.system.sandboxUrl)

  await yen.goes('/quay/quy')
  await yen.page.getByLabel('Đếm được').fill('635.000')
  await yen.presses('Đóng sổ')
  expect(await yen.reads()).toMatch(/Chênh lệch\s+không có/)
  await yen.looks('giay-06-book')
  await phuc.signsIn('/can-bo/so-quy')
  await phuc.looks('giay-07-books')
  await phuc.presses('Xác nhận 635.000 đ')
  expect(await phuc.reads()).toMatch(/Phan Thị Yến[\s\S]*Đặng Hữu Phúc/)
  for (const visitor of [yen, oanh, phuc]) expect(visitor.complaints).toEqual([])
})

/** Filed online with his help: he reads the code from his own phone, and pays with his own banking app. */
async function agreesByCode(yen: Visitor, dang: Visitor, sandboxUrl: string): Promise<void> {
  const phone = '0000100012'
  const visit = await receives(yen, cardOf(dang))
  await fillsIn(yen, 'Nộp cùng công dân (trực tuyến)', phone, await dang.portrait())
  expect(new URL(yen.page.url()).pathname).toBe(`${visit}/xac-nhan`)
  await yen.presses('Gửi mã')
  await yen.waitsFor('Mã đã gửi lúc')
  await yen.looks('ma-01-asked')
  const { messages }: { messages: { text: string }[] } = await (await fetch(`${sandboxUrl}/mailbox/api?to=${phone}`)).json()
  await yen.page.getByLabel('Mã công dân đọc').fill(/(?<!\d)\d{6}(?!\d)/.exec(messages[0]?.text ?? '')?.[0] ?? '')
  await yen.presses('Xác nhận và nộp')
  expect(await yen.reads()).toContain('bằng mã gửi đến điện thoại')
  await yen.presses('Hiện mã QR để trả')
  const app = await yen.page.getByRole('link', { name: 'Mở ứng dụng ngân hàng (mô phỏng)' }).getAttribute('href')
  await dang.page.goto(app ?? '')
  await dang.page.locator('button[value=pay]').click()
  await dang.page.getByText('Đã chuyển. Hãy quay lại trang dịch vụ.').waitFor()
  await yen.presses('Công dân đã chuyển: hỏi ngân hàng ngay')
  await yen.waitsFor('Đã trả.')
  await yen.waitsFor(/Đề nghị đổi, cấp lại/)
  await yen.looks('ma-02-paid')
  await yen.presses('Kết thúc lượt tiếp')
}
