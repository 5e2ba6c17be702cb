import { expect, test } from 'vitest'
import { formOf } from '../../../catalogue/forms/index.ts'
import { renderPdf } from './render.ts'
import * as here from './typst.ts'

const authority = { code: 'PC08-097', parent: 'CÔNG AN TỈNH VÍ DỤ', name: 'PHÒNG CẢNH SÁT GIAO THÔNG', place: 'Ví Dụ' }
const drawing = (name: string, over: Partial<here.Drawing> = {}): here.Drawing => ({
  paper: formOf('intake-refusal').paper({
    authority, receptionPoint: 'Điểm tiếp nhận', inPerson: false, dossierCode: '', request: 'Đổi giấy phép lái xe', reasons: ['Thử'], remedy: 'Thử lại', clerk: 'Người Thử',
    applicant: { fullName: name, identityNumber: '097190000001', address: '', phone: '', email: '' },
  }),
  number: '1/PTC', title: 'Thử', author: authority.name, madeOn: '2026-11-20', longDate: 'ngày 20 tháng 11 năm 2026', verifyUrl: 'http://127.0.0.1/x', simulation: true, portrait: null, ...over,
})

test('papers asked for at the same moment are each drawn for their own person, as they would be in this process', async () => {
  const names = ['An', 'Bình', 'Cúc', 'Dũng', 'Em', 'Giang', 'Hạnh', 'Khánh']
  const papers = await Promise.all(names.map((name) => renderPdf(drawing(name))))
  for (const [i, name] of names.entries()) expect(papers[i]?.equals(await here.renderPdf(drawing(name))), name).toBe(true)
})

test('a paper that cannot be drawn is an error of its own and does not stop the next', async () => {
  await expect(renderPdf(drawing('An', { madeOn: 'never' }))).rejects.toThrow('a paper cannot be drawn')
  expect((await renderPdf(drawing('An'))).subarray(0, 5).toString()).toBe('%PDF-')
})
