import { PDF } from '@libpdf/core'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { formOf, type Paper } from '../../../catalogue/forms/index.ts'
import { type Drawing, renderPdf } from './typst.ts'

const authority = { code: 'PC08-097', parent: 'CÔNG AN TỈNH VÍ DỤ', name: 'PHÒNG CẢNH SÁT GIAO THÔNG', place: 'Ví Dụ' }

function refusal(over: { name?: string; reasons?: string[] } = {}): Paper {
  return formOf('intake-refusal').paper({
    authority, receptionPoint: 'Điểm tiếp nhận số 1', inPerson: false, dossierCode: '', request: 'Đổi giấy phép lái xe', reasons: over.reasons ?? ['Giấy phép lái xe đã quá hạn'], remedy: 'Nộp hồ sơ sát hạch lại', clerk: 'Lê Thị Ước',
    applicant: { fullName: over.name ?? 'Nguyễn Thị Thử', identityNumber: '097190000001', address: 'phường Ứng Hoè', phone: '', email: '' },
  })
}

const drawing = (paper: Paper, over: Partial<Drawing> = {}): Drawing => ({
  paper, number: '7/PTC', title: 'Phiếu từ chối', author: authority.name, madeOn: '2026-11-20', longDate: 'ngày 20 tháng 11 năm 2026', verifyUrl: 'http://127.0.0.1:3000/kiem-tra/0123456789ABCDEF', simulation: true, portrait: null, ...over,
})

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDF.load(bytes)
  return pdf.getPages().map((page) => page.extractText().text.normalize('NFC').replace(/\s+/g, ' '))
}

/** The letters of the watermark on each page: it stands aslant, so they are read from left to right whatever their line. */
async function watermarksOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDF.load(bytes)
  return pdf.getPages().map((page) => page.extractText().lines.flatMap((line) => line.spans).flatMap((span) => span.chars)
    .filter((one) => one.fontName.includes('BeVietnamPro-Bold')).sort((a, b) => a.bbox.x - b.bbox.x).map((one) => one.char).join('').normalize('NFC').replaceAll(' ', ''))
}

describe('a drawn paper', () => {
  test('says what the form says, with every Vietnamese letter whole', async () => {
    const name = 'Đặng Ngưỡng Ỷ Thuỵ Ẫm Quỳnh Ặt Ổ Ữu Ệch'
    const [text] = await pagesOf(await renderPdf(drawing(refusal({ name }))))
    for (const part of [name, 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ', 'Độc lập – Tự do – Hạnh phúc', 'Số: 7/PTC', '097190000001', 'Ví Dụ, ngày 20 tháng 11 năm 2026']) expect(text).toContain(part)
  })

  test('is the same whether a name came composed or decomposed from its source', async () => {
    const name = 'Nguyễn Thị Thuỳ Ứng'
    expect((await renderPdf(drawing(refusal({ name: name.normalize('NFD') })))).equals(await renderPdf(drawing(refusal({ name: name.normalize('NFC') }))))).toBe(true)
  })

  test('is the same file each time it is drawn, so that a repeated job changes nothing', async () => {
    expect((await renderPdf(drawing(refusal()))).equals(await renderPdf(drawing(refusal())))).toBe(true)
  })

  test('draws a hostile name as text: data never becomes markup', async () => {
    const name = '#panic("x") $x$ *b* \\u{41} #read("/common.typ") <tag> "quoted"'
    const [text] = await pagesOf(await renderPdf(drawing(refusal({ name }))))
    expect(text).toContain('#panic("x") $x$ *b* \\u{41} #read("/common.typ") <tag>')
  })

  test('bears the watermark on every page of a simulation, and none in production', async () => {
    const long = refusal({ reasons: Array.from({ length: 60 }, (_, i) => `Lý do thứ ${i + 1}: hồ sơ chưa có giấy tờ chứng minh theo quy định của pháp luật hiện hành`) })
    const simulated = await renderPdf(drawing(long))
    const production = await renderPdf(drawing(long, { simulation: false }))
    expect(await watermarksOf(simulated)).toEqual(Array.from({ length: 4 }, () => 'MẪU,KHÔNGCÓGIÁTRỊ'))
    for (const text of await pagesOf(simulated)) expect(text).toContain('Bản mô phỏng, dữ liệu giả')
    expect(await watermarksOf(production)).toEqual(['', '', '', ''])
    for (const text of await pagesOf(production)) expect(text).not.toContain('mô phỏng')
  })

  test('declares itself archival and tagged (PDF/A-2a) and carries its title and fonts', async () => {
    const raw = (await renderPdf(drawing(refusal()))).toString('latin1')
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(raw).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(raw).toContain('/StructTreeRoot')
    expect(raw).toContain('Tinos')
  })

  test('cannot be drawn from something that is not a day', async () => {
    await expect(renderPdf(drawing(refusal(), { madeOn: '' }))).rejects.toThrow('the day it is made')
  })
})

describe('the electronic licence', () => {
  const licence = (classes: number) => formOf('electronic-licence').paper({
    authority, licenceNumber: '970190001234', fullName: 'Nguyễn Trường Ấn', dateOfBirth: '1990-05-12', nationality: { vi: 'VIỆT NAM', en: 'VIET NAM' }, residence: 'phường Ứng Hoè, tỉnh Ví Dụ',
    classes: Array.from({ length: classes }, (_, i) => ({ code: ['B', 'A', 'C1', 'D2', 'CE'][i] ?? 'X', vehicles: { vi: 'Ô tô chở người đến 8 chỗ', en: 'Cars up to 8 seats' }, passedOn: '2012-06-01', restriction: '', expiresOn: '2036-11-25' })),
    issuedOn: '2026-11-25', expiresOn: '2036-11-25', portraitHash: 'ab'.repeat(32), decision: '12/QĐ-GPLX', signer: { role: 'CƠ QUAN CẤP', name: authority.name },
  })
  const portrait = () => sharp({ create: { width: 300, height: 400, channels: 3, background: '#4a7fb0' } }).jpeg().toBuffer()

  test('shows the number, the classes and the portrait on one page', async () => {
    const bytes = await renderPdf(drawing(licence(2), { number: '', portrait: await portrait() }))
    const pages = await pagesOf(bytes)
    expect(pages).toHaveLength(1)
    for (const part of ['970190001234', 'NGUYỄN TRƯỜNG ẤN', '12/05/1990', 'B, A', 'Quyết định số 12/QĐ-GPLX']) expect(pages[0]).toContain(part)
    expect(bytes.toString('latin1')).toContain('/DCTDecode')
  })

  test('loses no class of somebody who holds five', async () => {
    const text = (await pagesOf(await renderPdf(drawing(licence(5), { number: '', portrait: await portrait() })))).join(' ')
    for (const code of ['B', 'A', 'C1', 'D2', 'CE']) expect(text).toContain(` ${code} `)
  })

  test('keeps one person\'s picture out of the next person\'s paper', async () => {
    await renderPdf(drawing(licence(1), { number: '', portrait: await portrait() }))
    await expect(renderPdf(drawing(licence(1), { number: '', portrait: null }))).rejects.toThrow()
  })
})
