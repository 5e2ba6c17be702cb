/** How papers are laid out and what makes them archival (PDF/A-2a), at their longest: read in the drawn files with nothing of what drew them. */
import { inflateSync } from 'node:zlib'
import { PDF } from '@libpdf/core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { formOf, longDate, type Paper } from '../../../catalogue/forms/index.ts'
import { renderPdf } from './typst.ts'

const authority = { code: 'G01.079', parent: 'Công an thành phố Ví Dụ', name: 'Phòng Cảnh sát giao thông', place: 'Thành phố Ví Dụ' }
const applicant = {
  fullName: 'Công Huyền Tôn Nữ Thị Thanh Hoàng Phương Quỳnh', identityNumber: '097190000001', phone: '0000123456', email: 'cong-huyen-ton-nu-thi-thanh-hoang-phuong.quynh@thu-dien-tu.vidu.invalid',
  address: 'Số 1234/56/78A, hẻm 90 ngõ 123 đường Ví Dụ nối dài, tổ dân phố Thượng Đồng Khánh, phường Phú Thượng Hoà, thành phố Ví Dụ',
}

const refusal = (reasons: number): Paper => formOf('intake-refusal').paper({
  authority, receptionPoint: 'Điểm tiếp nhận số 1', inPerson: true, dossierCode: 'G01.079-261120-000001', applicant, request: 'Đổi giấy phép lái xe',
  reasons: Array.from({ length: reasons }, () => 'Giấy phép lái xe đã quá hạn'), remedy: 'Bạn nộp hồ sơ mới.', clerk: applicant.fullName,
})
const licence = (classes: readonly string[], restriction = ''): Paper => formOf('electronic-licence').paper({
  authority, licenceNumber: '970190001234', fullName: applicant.fullName, dateOfBirth: '1990-05-12', nationality: { vi: 'Việt Nam', en: 'Vietnamese' }, residence: applicant.address,
  classes: classes.map((code) => ({ code, vehicles: { vi: 'Ô tô chở người (kể cả xe buýt) trên 29 chỗ (không kể chỗ của người lái); xe giường nằm; kéo rơ moóc đến 750 kg; các loại xe hạng B, C1, C, D1, D2', en: 'Buses with more than 29 seats besides the driver; sleeper buses; a trailer of up to 750 kg; everything in B, C1, C, D1 and D2' }, passedOn: '2012-06-01', restriction, expiresOn: '2036-11-25' })),
  issuedOn: '2026-11-25', expiresOn: '2036-11-25', portraitHash: 'ab'.repeat(32), decision: '12/QĐ-GPLX', signer: { role: 'THỦ TRƯỞNG CƠ QUAN', name: applicant.fullName },
})
const digitised = (): Paper => formOf('digitised-paper').paper({
  authority, paperKind: 'application', dossierCode: 'G01.079-261120-000001', servicePoint: 'Điểm tiếp nhận số 1', clerk: applicant.fullName, scannedAt: new Date('2026-11-20T02:40:00Z'), pageHashes: ['ab'.repeat(32), 'cd'.repeat(32)],
})

const picture = sharp({ create: { width: 300, height: 400, channels: 3, background: '#4a7fb0' } }).jpeg().toBuffer()
async function draw(paper: Paper, simulation = false, verifyUrl = 'https://vidu.invalid/kiem-tra-giay-to/0123456789ABCDEF'): Promise<Buffer> {
  const bytes = await picture
  return renderPdf({
    paper, number: '7/PTC', title: 'Giấy thử', author: authority.name, madeOn: '2026-11-20', longDate: longDate('2026-11-20'), verifyUrl,
    simulation, portrait: paper.layout === 'licence' ? bytes : null, pages: paper.layout === 'scan' ? [bytes, bytes] : [],
  })
}

/** What is painted on each page, in order: the words of its content. */
function contentsOf(pdf: Buffer): string[][] {
  return [...pdf.toString('latin1').matchAll(/\/Filter \/FlateDecode\s*>>\s*stream\r?\n/g)].flatMap((match) => {
    const text = inflateSync(pdf.subarray(match.index + match[0].length), { finishFlush: 2 }).toString('latin1')
    return /\bBDC\b/.test(text) && /\bTJ\b/.test(text) ? [text.split(/\s+/)] : []
  })
}

const linesOf = async (pdf: Buffer) => (await PDF.load(pdf)).getPages().map((page) => page.extractText().lines.map((line) => ({ text: line.text.normalize('NFC'), y: line.bbox.y })))

const layouts: readonly [string, () => Paper, number][] = [['a statutory paper of two pages', () => refusal(30), 2], ['the electronic licence', () => licence(['B', 'D2', 'D']), 1], ['a digitised paper', digitised, 2]]
test.each(layouts)('%s: all that is painted is tagged, the language is named and the title is shown', async (_, paper, pages) => {
  const pdf = await draw(paper(), true)
  const raw = pdf.toString('latin1')
  for (const part of ['/Lang (vi-VN)', '/DisplayDocTitle true', '/Marked true', '/OutputIntents', '<pdfaid:part>2<', '<pdfaid:conformance>A<']) expect(raw).toContain(part)
  // Whoever has it read aloud hears once what the foot of each page shows.
  const aloud = [...raw.matchAll(/\/Alt <FEFF([0-9A-F]+)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').swap16().toString('utf16le').normalize('NFC'))
  expect(aloud.filter((text) => text.includes('https://vidu.invalid/kiem-tra-giay-to/0123456789ABCDEF') && text.includes('dữ liệu giả'))).toHaveLength(1)
  expect(raw).not.toMatch(/\/(?:JavaScript|OpenAction|AA|EmbeddedFiles|LZWDecode)\b/)
  expect(raw.match(/\/FontDescriptor$/gm)?.length).toBe(raw.match(/\/FontFile[23] /g)?.length)
  const contents = contentsOf(pdf)
  expect(contents).toHaveLength(pages)
  for (const words of contents) {
    let depth = 0
    const untagged = words.filter((word) => {
      depth += word === 'BDC' || word === 'BMC' ? 1 : word === 'EMC' ? -1 : 0
      return depth === 0 && ['TJ', 'Tj', 'f', 'f*', 'S', 'B', 'sh', 'Do'].includes(word)
    })
    expect({ untagged, depth }).toEqual({ untagged: [], depth: 0 })
  }
  // The table of objects still fits the file, which a reader that mends files silently would not tell.
  const [, start] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(raw) ?? []
  expect(raw.slice(Number(start), Number(start) + 4)).toBe('xref')
})

test('no signature stands alone on a page, however much is said before it', async () => {
  for (let reasons = 8; reasons < 26; reasons++) {
    const last = (await linesOf(await draw(refusal(reasons)))).at(-1)?.map(({ text }) => text).join(' ')
    expect(last).toMatch(/Xin thông báo.*NGƯỜI TIẾP NHẬN HỒ SƠ/)
  }
})

test('the watermark lies over a scanned page: behind it nobody would see it', async () => {
  for (const words of contentsOf(await draw(digitised(), true))) {
    // Nothing but the watermark is see-through.
    expect(words.indexOf('gs')).toBeGreaterThan(words.lastIndexOf('Do'))
    expect(words.lastIndexOf('Do')).toBeGreaterThan(0)
  }
})

test('the back of a licence holds every class of its bearer, and what follows stands below it', async () => {
  for (const classes of [['B', 'D'], ['B', 'D2', 'D'], ['A', 'B', 'C1', 'CE', 'D']]) {
    const [page = []] = await linesOf(await draw(licence(classes)))
    const heights = ['everything in', 'Điều kiện hạn chế/'].map((part) => page.filter(({ text }) => text.includes(part)).map(({ y }) => y))
    const [ends = [], [restrictions = 0] = []] = heights
    const table = page.find(({ text }) => /^Hạng.*Có giá trị đến/.test(text))
    expect(ends).toHaveLength(classes.length)
    expect(Math.min(...ends)).toBeGreaterThan(restrictions)
    expect(restrictions).toBeGreaterThan(table?.y ?? Infinity)
  }
})

test('the back of a licence names every restriction, each once', async () => {
  const [page = []] = await linesOf(await draw(licence(['B', 'C1'], 'B.01: Chỉ điều khiển xe số tự động; B.04: Chỉ điều khiển xe số tự động, cấp cho người khuyết tật: chân phải; kể cả xe ô tô điện')))
  const back = page.map(({ text }) => text).find((text) => text.includes('Điều kiện hạn chế/'))
  expect(back?.match(/[A-Z]\.\d\d/g)).toEqual(['B.01', 'B.04'])
})

test('however long the address, the code that a reader types stands on one line, and the page number beside it is not written over', async () => {
  const drawn = await PDF.load(await draw(refusal(1), false, 'https://dich-vu-cong-giay-phep-lai-xe-toan-trinh.vi-du.invalid/kiem-tra-giay-to/0123456789ABCDEF'))
  const spans = drawn.getPages().flatMap((page) => page.extractText().lines.flatMap((line) => line.spans))
  const withCode = spans.filter(({ text }) => text.includes('0123456789'))
  expect(withCode.map(({ text }) => text.includes('0123456789ABCDEF'))).toEqual([true])
  const number = spans.find(({ text }) => text.includes('Trang'))?.bbox
  const foot = spans.filter(({ text, bbox }) => !text.includes('Trang') && number !== undefined && bbox.y < number.y + number.height + 20)
  expect(Math.max(...foot.map(({ bbox }) => bbox.x + bbox.width))).toBeLessThan(number?.x ?? 0)
})

test('what the licence says in English is marked as English, for whoever has it read aloud', async () => {
  const [words = []] = contentsOf(await draw(licence(['B'])))
  expect(words.filter((word) => word === '(en-GB)').length).toBeGreaterThan(10)
})

test('the office heads its papers as the law wants it: in capitals, what is above it first', async () => {
  const [page = []] = await linesOf(await draw(refusal(1)))
  const heading = page.map(({ text }) => text).slice(0, 6).join(' ')
  expect(heading).toMatch(/CÔNG AN THÀNH PHỐ VÍ DỤ.*PHÒNG CẢNH SÁT GIAO THÔNG/)
})
