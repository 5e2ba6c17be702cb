/** Quân's signed licence in a stranger's hands: checked by the file and by the code, refused once altered; the look-up tells a stranger who guesses nothing (B11, D1, S9). */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readQr } from '../support/barcode-reader.ts'
import { answers, files } from '../support/exchange.ts'
import { appraises, opens, signs } from '../support/office.ts'
import { drawFirstPage } from '../support/pdf-page.ts'
import { openBrowserWorld, type Visitor } from '../support/world.ts'

test('a signed licence lies in its owner’s data store; a stranger finds it genuine, with JavaScript or without, an altered copy not; guessing dates of birth tells nothing', async () => {
  await using world = await openBrowserWorld()
  const [quan, oanh, quang, stranger, plain, reader] = [
    await world.comes('g-000002'), await world.comes('oanh'), await world.comes('quang'), await world.comes('cuc'), await world.comes('cuc', { javaScript: false }), await world.comes('cuc', { lang: 'en' }),
  ]
  const born = quan.birthDate.split('-').map(Number).reverse().map(String)
  const [day = '', ...rest] = born
  /** Other days of the month of birth. */
  const otherDays = ['2', '3', '4', '5', '6', '7', '8'].filter((one) => one !== day).map((one) => [one, ...rest])
  await quan.signsIn()
  await quan.waitsFor('Đổi giấy phép này')
  await answers(quan, { portrait: await quan.portrait(), reason: 'Giấy phép bị hỏng', classChoice: 'Hạng B' })
  const dossier = await files(quan)
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await quan.reads()) ?? []
  await quan.presses('Trả lệ phí')
  await quan.page.getByRole('button', { name: /^Thanh toán 135.000/ }).click()
  await quan.waitsFor('Cơ quan đang xem hồ sơ, bạn không cần làm gì')
  await oanh.signsIn('/can-bo')
  await opens(oanh, code)
  await appraises(oanh)
  const [official = ''] = /G01\.024-[\d-]+\d/.exec(await oanh.reads()) ?? []
  await quang.signsIn('/can-bo')
  await opens(quang, official)
  await signs(quang)

  // How it was handled, and the book of the office (Mẫu 05, Mẫu 06).
  await opens(oanh, official)
  await oanh.presses('Lập phiếu kiểm soát (Mẫu 05)')
  await oanh.waitsFor(/Phiếu kiểm soát quá trình giải quyết hồ sơ[\s\S]*\d+\/PKS[\s\S]*đã ký số/)
  await oanh.looks('oanh-04-control-sheet')
  await oanh.follows('Sổ theo dõi')
  await oanh.presses('Lập bản trích')
  await oanh.waitsFor(/\d+\/STD[\s\S]*đã có con dấu/)
  expect(await oanh.reads()).toContain(official)
  await oanh.looks('oanh-05-register')

  await quan.goes(dossier)
  await quan.waitsFor(/Đã vào kho dữ liệu điện tử của bạn lúc .* mã kết quả KQ\.[0-9A-F]{16}/)
  await quan.looks('quan-01-in-store')
  const [number = ''] = /\b99\d{10}\b/.exec(await quan.reads()) ?? []
  const address = await quan.page.getByRole('link', { name: 'trang kiểm tra' }).getAttribute('href')
  const [download] = await Promise.all([quan.page.waitForEvent('download'), quan.page.getByRole('link', { name: 'Tải PDF' }).click()])
  const pdf = await readFile(await download.path())
  // What a phone reads off the page, on the card and below it, leads to where it is checked.
  expect(new Set(await readQr(await drawFirstPage(pdf)))).toEqual(new Set([new URL(address ?? '', world.system.webUrl).href]))

  await stranger.goes('/')
  await stranger.follows('Kiểm tra giấy tờ')
  await stranger.looks('stranger-01-ask')
  await sends(stranger, pdf)
  expect(await stranger.turn()).toBe('Giấy tờ có thật')
  expect(await stranger.reads()).toMatch(/Giấy phép là bản mới nhất, còn hiệu lực trong sổ\s+Đúng/)
  expect(await stranger.reads()).not.toContain(quan.fullName)
  for (const said of ['con dấu của cơ quan', 'Chữ ký đúng; chứng thư còn hạn và chưa bị thu hồi lúc ký.', 'Dấu thời gian']) expect(await stranger.reads()).toContain(said)
  await stranger.looks('stranger-02-genuine')

  // The same on an old phone that runs no script.
  await plain.goes('/kiem-tra-giay-to')
  await sends(plain, pdf)
  expect(await plain.turn()).toBe('Giấy tờ có thật')

  const altered = Buffer.from(pdf)
  altered[2_000] = (altered[2_000] ?? 0) ^ 1
  await stranger.goes('/kiem-tra-giay-to')
  await sends(stranger, altered)
  expect(await stranger.turn()).toBe('Tệp đã bị sửa sau khi ký')
  await stranger.looks('stranger-03-altered')
  await stranger.goes('/kiem-tra-giay-to')
  await sends(stranger, Buffer.from('GIF89a'))
  expect(await stranger.reads()).toContain('Tệp không phải PDF')
  await stranger.looks('stranger-04-not-a-pdf')
  await stranger.page.getByLabel('Mã in cạnh hình QR').fill((address ?? '').split('/').at(-1)?.toLowerCase() ?? '')
  await stranger.presses('Xem giấy tờ có mã này')
  expect(await stranger.turn()).toBe('Giấy tờ có thật')
  expect(new URL(stranger.page.url()).pathname).toBe(address)
  await stranger.looks('stranger-05-by-code')

  await stranger.follows('Tra cứu giấy phép')
  await stranger.looks('stranger-06-look-up')
  await asks(stranger, number, born)
  expect(await stranger.turn()).toMatch(/^Giấy phép có hiệu lực ngày/)
  await stranger.looks('stranger-07-valid')
  const misses = []
  for (const [asked, guessed] of [[number, otherDays[0] ?? []], ['990199999999', born]] as const) {
    await asks(stranger, asked, guessed)
    misses.push(await stranger.page.locator('.tt-status').innerText())
    expect(new URL(stranger.page.url()).search).toBe('')
  }
  expect(misses[0]).toContain('Không có câu trả lời cho số và ngày sinh này')
  expect(misses[1]).toBe(misses[0])
  await stranger.looks('stranger-08-miss')

  await plain.goes('/tra-cuu')
  await asks(plain, number, born)
  expect(await plain.turn()).toMatch(/^Giấy phép có hiệu lực ngày/)
  await reader.goes('/tra-cuu')
  await asks(reader, number, born)
  expect(await reader.turn()).toMatch(/^The licence is valid on/)
  await reader.looks('stranger-09-english')

  // Whoever tries dates learns nothing, not even by the right one: the number is closed for a day.
  for (const guessed of otherDays.slice(1, 6)) await asks(stranger, number, guessed)
  await asks(stranger, number, born)
  expect(await stranger.page.locator('.tt-status').innerText()).toBe(misses[0])
  for (const visitor of [quan, oanh, quang, stranger, plain, reader]) expect(visitor.complaints).toEqual([])
})

async function sends(visitor: Visitor, bytes: Buffer): Promise<void> {
  await visitor.page.locator('input[type=file]').setInputFiles({ name: 'giay-phep.pdf', mimeType: 'application/pdf', buffer: bytes })
  await visitor.presses(/Kiểm tra tệp này/)
}

async function asks(visitor: Visitor, number: string, [day = '', month = '', year = '']: readonly string[]): Promise<void> {
  for (const [field, text] of [['number', number], ['birth-day', day], ['birth-month', month], ['birth-year', year]] as const) await visitor.page.locator(`[name=${field}]`).fill(text)
  await visitor.presses(/^(Tra cứu|Look up)$/)
}
