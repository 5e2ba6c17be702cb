/** A dossier filed on paper becomes pages that a clerk answers for; the officer reads them, and is told what it has in common with another (C4, TH7). */
import { PDF } from '@libpdf/core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cardOf, fillsIn, receives } from '../support/counter.ts'
import { answers, files } from '../support/exchange.ts'
import { opens } from '../support/office.ts'
import { openBrowserWorld } from '../support/world.ts'

const DESKS = [1280, 1920]

/** A page of A4 as a scanner sends it. */
async function page(words: string, dpi = 200): Promise<Buffer> {
  const [width, height] = [Math.round((210 / 25.4) * dpi), Math.round((297 / 25.4) * dpi)]
  const lines = Array.from({ length: 24 }, (_, i) => `<text x="${width / 8}" y="${(height / 30) * (i + 3)}" font-size="${height / 55}">${words} ${'mau '.repeat(((i * 7 + words.length * 3) % 9) + 2)}</text>`)
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f2ee"/>${lines.join('')}</svg>`)).jpeg({ quality: 80 }).toBuffer()
}

/** What a scanner makes of a stack of pages. */
async function stackOf(pages: readonly Buffer[]): Promise<Buffer> {
  const pdf = PDF.create()
  for (const one of pages) pdf.addPage().drawImage(pdf.embedImage(one), { x: 0, y: 0, width: 595, height: 842 })
  return Buffer.from(await pdf.save())
}

test('a coarse scan is refused, pages are put in order and signed by the clerk; the officer reads them, and notes that a picture sent for two people was looked at', async () => {
  await using world = await openBrowserWorld()
  const [yen, oanh, phat, other] = [await world.comes('yen'), await world.comes('oanh'), await world.comes('g-000017'), await world.comes('g-000014')]
  const portrait = await phat.portrait()
  // Somebody else filed at home with the very file that is used at the counter.
  await other.signsIn()
  await other.waitsFor('Đổi giấy phép này')
  await answers(other, { portrait, reason: 'Giấy phép bị hỏng', classChoice: 'Hạng B' })
  await files(other)

  await yen.signsIn('/can-bo')
  await receives(yen, cardOf(phat))
  await fillsIn(yen, 'Nhận hồ sơ giấy', '0000100017', portrait)
  const [first, second] = [await page('trang dau'), await page('trang sau cua don')]
  await yen.page.locator('[name=file]').setInputFiles({ name: 'don.jpg', mimeType: 'image/jpeg', buffer: second })
  await yen.presses('Thêm tệp này')
  await yen.presses('Tiếp tục')
  await yen.presses('Nộp theo đơn đã ký')
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await yen.reads()) ?? []
  await yen.goes('/quay/so-hoa')
  await yen.follows(code)
  const takes = async (name: string, buffer: Buffer, declared: string) => {
    await yen.page.locator('#declared').fill(declared)
    await yen.page.locator('[name=file]').setInputFiles({ name, mimeType: name.endsWith('pdf') ? 'application/pdf' : 'image/jpeg', buffer })
    await yen.presses('Nhận vào')
  }
  await takes('mo.jpg', await page('mo', 100), '2')
  expect(await yen.reads()).toContain('quá mờ so với cỡ giấy')
  await yen.looks('so-hoa-02-refused')
  await takes('don.pdf', await stackOf([second, first, second]), '2')
  expect(await yen.reads()).toMatch(/3 trên 2 trang[\s\S]*Trông giống trang 1 ở trên/)
  await yen.looks('so-hoa-03-pages')
  await yen.presses('Bỏ trang 3')
  await yen.presses('Xuống trang 1')
  expect(await yen.reads()).toContain('2 trên 2 trang')
  await yen.presses('Ký số và hoàn tất')
  await yen.waitsFor('Hồ sơ đã được số hóa')
  await yen.looks('so-hoa-05-done')

  await oanh.signsIn('/can-bo')
  await opens(oanh, code)
  expect(await oanh.reads()).toMatch(/Chính tệp ảnh này có trong 1 hồ sơ của người khác[\s\S]*Bản số hóa, ký số/i)
  await oanh.looks('so-hoa-06-officer', DESKS)
  await oanh.page.getByLabel('Đã xem, vì', { exact: true }).selectOption({ label: 'Đã báo phụ trách' })
  await oanh.presses('Ghi nhận')
  expect(await oanh.reads()).toContain(`Đã báo phụ trách, ${oanh.fullName}`)
  expect(await oanh.reads()).not.toContain('told-supervisor')
  for (const visitor of [yen, oanh, other]) expect(visitor.complaints).toEqual([])
})
