/** The pages beside the work itself: how dates are counted, the register, opinions, who is away, many at once, units, the printing room, and who read one's data; each at the widths of its readers (C1, C2, AUD4). */
import { expect, test } from 'vitest'
import { answers, files } from '../support/exchange.ts'
import { openBrowserWorld, type Visitor } from '../support/world.ts'

/** An office's screens. */
const DESK = [1280, 1920]

/** Opens a page, reads a sentence of it, looks at it. */
async function finds(visitor: Visitor, path: string, sentence: string | RegExp, name: string, widths?: readonly number[]): Promise<void> {
  await visitor.goes(path)
  expect(await visitor.reads()).toMatch(sentence)
  await visitor.looks(name, widths)
}

test('the pages beside a dossier and beside the worklist say what they are for, to everybody who may open them', async () => {
  await using world = await openBrowserWorld()
  const [citizen, oanh, phuc] = [await world.comes('g-000016'), await world.comes('oanh'), await world.comes('phuc')]
  await citizen.signsIn()
  await citizen.waitsFor('Đổi giấy phép này')
  await answers(citizen, { portrait: await citizen.portrait(), reason: 'Giấy phép bị hỏng', classChoice: 'Hạng B' })
  const path = await files(citizen)
  const dossier = `/can-bo${path}`
  await oanh.signsIn('/can-bo')
  await phuc.signsIn('/can-bo')
  await finds(oanh, '/can-bo/ho-so?xem=to-do', 'Luồng thẳng', 'pages-01-worklist', DESK)
  await oanh.goes(dossier)
  await oanh.presses('Nhận xử lý')
  expect(await oanh.reads()).toMatch(/Người giữ hồ sơ\s+bạn, đến/i)
  await oanh.page.getByText('Xin ý kiến đồng nghiệp').click()
  await oanh.page.getByLabel('Hỏi ai?', { exact: true }).selectOption({ label: phuc.fullName })
  await oanh.page.getByLabel('Câu hỏi', { exact: true }).fill('Ảnh này có dùng được không?')
  await oanh.presses('Gửi câu hỏi')
  await oanh.looks('pages-02-dossier', DESK)
  await finds(oanh, `${dossier}/cach-tinh`, 'Chưa thời hạn nào chạy: việc nộp chưa trọn', 'pages-03-how-counted', DESK)
  await finds(oanh, '/can-bo/so-theo-doi', 'Sổ điện tử là sổ chính', 'pages-04-register', DESK)
  await finds(oanh, '/can-bo/hang-loat', 'Việc hàng loạt của tôi', 'pages-05-bulk', DESK)
  await finds(oanh, '/can-bo/vang-mat', 'không ai giao hồ sơ mới cho người vắng', 'pages-06-absences', DESK)
  await finds(phuc, dossier, `${oanh.fullName}, đến`, 'pages-07-of-a-colleague', DESK)
  await finds(phuc, '/can-bo/y-kien', oanh.fullName, 'pages-08-opinions', DESK)

  const [vinh, mo, dao, tuyen] = [await world.comes('vinh'), await world.comes('mo'), await world.comes('dao'), await world.comes('tuyen')]
  await vinh.signsIn('/can-bo')
  await finds(vinh, '/can-bo/hang-loat/rut-mau', 'Ba mươi ngày gần nhất', 'pages-09-drawn', DESK)
  await mo.signsIn('/can-bo')
  await finds(mo, '/quan-tri/don-vi', 'Các phòng, đội trong cơ quan', 'pages-10-units', DESK)
  await mo.goes('/quan-tri/tham-quyen')
  await mo.page.locator('table a[href^="/quan-tri/tham-quyen/"]').first().click()
  expect(await mo.reads()).toContain('Dừng có tác dụng ngay')
  await mo.looks('pages-11-power', DESK)
  await dao.signsIn('/can-bo')
  await finds(dao, '/in-the', 'Danh sách chỉ có những gì việc in cần', 'pages-12-printing', DESK)
  await tuyen.signsIn('/can-bo')
  await finds(tuyen, dossier, 'Người giữ hồ sơ', 'pages-13-inspected', DESK)

  await finds(citizen, '/cua-toi/ai-da-xem', /Thanh tra[\s\S]*Thụ lý hồ sơ/, 'pages-14-who-read')
  await finds(citizen, `${path}/cach-tinh`, 'Chỉ tính ngày làm việc', 'pages-15-how-counted')
  for (const visitor of [citizen, oanh, phuc, vinh, mo, dao, tuyen]) expect(visitor.complaints).toEqual([])
})
