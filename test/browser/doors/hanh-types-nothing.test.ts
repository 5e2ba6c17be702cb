/** Mrs Hạnh, 74, at a commune's post point types nothing: her card is scanned, what the state knows is there, she signs with a finger (A4, P7, IDN4). */
import { expect, test } from 'vitest'
import { opens } from '../support/office.ts'
import { vietnameseOn } from '../support/vietnamese.ts'
import { openBrowserWorld, type Visitor } from '../support/world.ts'

/** The reader types the card's line and presses enter. */
async function scans(hai: Visitor, label: string, line: string): Promise<void> {
  await hai.page.getByLabel(label).fill(line)
}

async function signsWithAFinger(hai: Visitor): Promise<void> {
  const plate = hai.page.locator('canvas')
  await plate.scrollIntoViewIfNeeded()
  const box = await plate.boundingBox()
  if (!box) throw new Error('there is nowhere to sign')
  await hai.page.mouse.move(box.x + box.width * 0.15, box.y + box.height * 0.5)
  await hai.page.mouse.down()
  for (let step = 1; step <= 30; step++) await hai.page.mouse.move(box.x + box.width * (0.15 + step * 0.02), box.y + box.height * (0.5 + 0.25 * Math.sin(step)))
  await hai.page.mouse.up()
}

test('Mrs Hạnh files at the post point without typing a word, and finds the dossier in her own account', async () => {
  await using world = await openBrowserWorld()
  const [hai, hanh, oanh] = [await world.comes('hai'), await world.comes('hanh'), await world.comes('oanh')]
  const card = `${hanh.identityNumber}||${hanh.fullName}|19051952|Nữ|Phố Ví Dụ, xã Hoa Gạo Mẫu, Bắc Ninh|10052021`
  await hai.signsIn('/can-bo')
  expect(new URL(hai.page.url()).pathname).toBe('/quay')
  await hai.presses('Mở lượt tiếp')
  await hai.looks('quay-01-errors')
  await hai.follows('Giúp mở định danh điện tử')
  await hai.looks('quay-02-eid')

  await hai.goes('/quay')
  await scans(hai, 'Dòng đọc từ mã QR trên căn cước', card)
  await hai.page.keyboard.press('Enter')
  await hai.page.waitForURL(/\/quay\/luot\//)
  const visit = new URL(hai.page.url()).pathname
  expect(visit).not.toContain(hanh.identityNumber)
  await hai.waitsFor(/Nộp được ngay/)
  expect(await hai.reads()).toContain('Đỗ Thị Hạnh')
  await hai.looks('quay-03-check')
  await hai.follows('Bản in mang về')
  await hai.looks('quay-04-list')
  await hai.goes(visit)

  await hai.presses('Nộp cùng công dân (trực tuyến)')
  expect(await hai.page.getByLabel('Người nhận').inputValue()).toBe('Đỗ Thị Hạnh')
  await hai.page.getByLabel('Giấy phép bị hỏng', { exact: true }).check()
  await hai.presses('Lưu và tiếp tục')
  await hai.looks('quay-05-errors')
  await hai.page.getByLabel('Số điện thoại của công dân').fill('0000001007')
  await hai.presses('Lưu và tiếp tục')
  await hai.goes(`${visit}/anh`)
  // Her card's picture is too old: one is taken at the counter.
  await hai.page.getByLabel('Ảnh chụp tại quầy').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: await hanh.portrait() })
  await hai.presses('Gửi ảnh này')
  await hai.looks('quay-06-portrait-taken')
  await hai.goes(`${visit}/xac-nhan`)
  expect(await hai.reads()).toContain('Đoàn Văn Hải')
  await hai.looks('quay-07-confirm')
  await scans(hai, 'Quét lại căn cước của công dân', card)
  await hai.presses('Ký xác nhận và nộp')
  await hai.looks('quay-08-unsigned')
  await scans(hai, 'Quét lại căn cước của công dân', card)
  await signsWithAFinger(hai)
  await hai.presses('Ký xác nhận và nộp')
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await hai.reads()) ?? []
  expect(code).not.toBe('')
  await hai.waitsFor(/Đề nghị đổi, cấp lại/)
  await hai.looks('quay-09-filed')
  await hai.presses('Hiện mã QR để trả')
  expect(await hai.page.getByRole('img', { name: 'Mã QR trả lệ phí' }).evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBeGreaterThan(200)
  await hai.presses('Kết thúc lượt tiếp')
  await hai.goes(`${visit}/xong`)
  expect(await hai.reads()).toContain('Lượt tiếp này đã kết thúc')
  expect(await hai.reads()).not.toContain('Hạnh')
  await hai.looks('quay-11-over')

  await oanh.signsIn('/can-bo')
  await opens(oanh, code)
  expect(await oanh.reads()).toContain('Có người giúp tại Điểm Bưu điện Văn hóa xã Vạn Ninh, trực tuyến; công dân đã xác nhận')

  // Met by her card first, she is the same person when she signs in; and it is still hers to take back.
  await hanh.signsIn()
  await hanh.page.getByRole('link', { name: new RegExp(code) }).first().click()
  expect(await hanh.reads()).toContain('Bạn được giúp nộp tại Điểm Bưu điện Văn hóa xã Vạn Ninh')
  await hanh.follows('Rút hồ sơ')
  await hanh.presses(/rút hồ sơ/i)
  await hanh.waitsFor('Bạn đã rút hồ sơ')

  const english = await world.comes('hai', { lang: 'en' })
  await english.signsIn('/can-bo')
  expect(await vietnameseOn(english.page, ['Đoàn Văn Hải', /Bắc Ninh/, /Vạn Ninh/, 'Toàn Trình', 'Tiếng Việt'])).toEqual([])
  await english.goes('/quay/dinh-danh')
  expect(await vietnameseOn(english.page, ['Đoàn Văn Hải', /Vạn Ninh/, 'Toàn Trình', 'Tiếng Việt'])).toEqual([])
  for (const visitor of [hai, hanh, oanh, english]) expect(visitor.complaints).toEqual([])
})
