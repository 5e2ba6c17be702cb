import { expect, test } from 'vitest'
import { signatureTitles } from '../index.ts'
import { formOf, forms, isFormKind } from './index.ts'
import { refusalGrounds } from '../conditions/refusals.ts'
import { feeVnd } from '../fees.ts'
import { procedureInForce } from '../procedures/index.ts'
import { dong, dongInWords, hourAndDate, lawsNamed, longDate, shortDate, toCitizen } from './wording.ts'

const authority = { code: 'PC08-097', parent: 'CÔNG AN TỈNH VÍ DỤ', name: 'PHÒNG CẢNH SÁT GIAO THÔNG', place: 'Ví Dụ' }
const applicant = { fullName: 'Nguyễn Trường Ấn', identityNumber: '097090000123', address: 'phường Ứng Hoè', phone: '0000123456', email: '' }

test('a form is listed under its own kind, has a version and says where it comes from', () => {
  for (const [kind, form] of Object.entries(forms)) {
    expect(form.kind).toBe(kind)
    expect(form.version).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(form.source).not.toBe('')
  }
  expect(isFormKind('driving-test')).toBe(false)
})

test('the slip of acceptance says when the dossier came in, when it is due and what was handed in', () => {
  const paper = formOf('acceptance-slip').paper({
    authority, receptionPoint: 'Điểm tiếp nhận', inPerson: false, dossierCode: 'G01.097-261120-0001', applicant, representative: null, request: 'Đổi giấy phép lái xe',
    components: ['Đề nghị', 'Giấy khám sức khỏe'], copies: 1, workingDays: 5, receivedAt: new Date('2026-11-20T02:40:00Z'), dueAt: new Date('2026-11-27T09:00:00Z'),
    resultAt: 'Bưu chính', book: '', bookOrder: '1', clerk: 'Lê Thị Ước',
  })
  const text = JSON.stringify(paper)
  for (const part of ['09 giờ 40 phút, ngày 20 tháng 11 năm 2026', '16 giờ 00 phút, ngày 27 tháng 11 năm 2026', '05 ngày làm việc', 'Giấy khám sức khỏe', 'G01.097-261120-0001']) expect(text).toContain(part)
})

test('somebody who files for another is named with their mandate', () => {
  const filled = (representative: (typeof applicant & { mandate: string }) | null) => JSON.stringify(formOf('acceptance-slip').paper({
    authority, receptionPoint: '', inPerson: false, dossierCode: '', applicant, representative, request: '', components: [], copies: 1, workingDays: 5,
    receivedAt: new Date('2026-11-20T02:40:00Z'), dueAt: new Date('2026-11-27T09:00:00Z'), resultAt: '', book: '', bookOrder: '', clerk: '',
  }))
  expect(filled({ ...applicant, fullName: 'Trần Giúp Hộ', mandate: 'Giấy ủy quyền số 1' })).toContain('Giấy ủy quyền số 1')
  expect(filled(null)).not.toContain('ủy quyền')
})

test('a decision says what was asked for in its procedure\'s own words, and what becomes of a card that is not handed in', () => {
  const decided = (wording: { subject: string; act: string; oldCard: string }) => JSON.stringify(formOf('decision').paper({
    authority, dossierCode: 'G01.097-261120-0001', applicant, dateOfBirth: '1990-05-12', legalBases: ['Luật thử'], oldLicences: [{ number: '970190001234', issuedOn: '2016-11-30' }],
    newLicenceNumber: '970190001234', classes: [{ from: 'B2', to: 'B', restriction: '', expiresOn: '2036-11-25' }], reason: 'Giấy phép bị mất', wording,
  }))
  const reissued = decided({ subject: 'Về việc cấp lại giấy phép lái xe', act: 'Cấp lại giấy phép lái xe', oldCard: 'Thẻ đã mất phải nộp lại khi tìm thấy.' })
  for (const part of ['Về việc cấp lại', 'Cấp lại giấy phép lái xe cho ông (bà) Nguyễn Trường Ấn', 'được giữ nguyên. Thẻ đã mất phải nộp lại khi tìm thấy.']) expect(reissued).toContain(part)
  expect(decided({ subject: 'Về việc đổi giấy phép lái xe', act: 'Đổi giấy phép lái xe', oldCard: '' })).toContain('số điểm của giấy phép lái xe được giữ nguyên."')
})

test('a decision about two licences names each with its own day of issue', () => {
  const text = JSON.stringify(formOf('decision').paper({
    authority, dossierCode: '1', applicant, dateOfBirth: '1990-05-12', legalBases: [], oldLicences: [{ number: '970190001234', issuedOn: '2016-11-30' }, { number: '970190005678', issuedOn: '2019-02-01' }],
    newLicenceNumber: '970190001234', classes: [], reason: '', wording: { subject: '', act: '', oldCard: '' },
  }))
  // Drawn on one day and signed on another, it says no day on which nothing ended.
  expect(text).toContain('số 970190001234, cấp ngày 30/11/2016 và số 970190005678, cấp ngày 01/02/2019, hết giá trị kể từ ngày ký Quyết định này.')
})

test('who signs in the place of the form keeps its caption, with the lines of a power under it; what the seal signs names who stands for it (C3)', () => {
  const by = (form: 'head' | 'KT' | 'TUQ' | 'duty', position: string | null = null) => ({ titles: signatureTitles({ form, position, provinceCode: 'bac-ninh', on: '2026-11-20' }, ''), name: 'Lê Thị Ước' })
  expect([by('head').titles, by('KT').titles, by('TUQ', 'Đội trưởng').titles, by('duty').titles]).toEqual(['TRƯỞNG PHÒNG', 'KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG', 'TUQ. TRƯỞNG PHÒNG\nĐỘI TRƯỞNG', ''])
  expect(signatureTitles({ form: 'KT', position: null, provinceCode: 'bac-ninh', on: '2024-11-20' }, '')).toBe('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC')
  const asked = (officer: ReturnType<typeof by> | null) => formOf('supplement-request').paper({ authority, dossierCode: '1', applicant, request: '', items: ['Ảnh'], reason: '', answerBy: '', contact: '', contactPhone: '', officer })
  expect(asked(by('duty'))).toMatchObject({ signers: [{ role: 'NGƯỜI HƯỚNG DẪN', name: 'Lê Thị Ước', kind: 'digital' }] })
  expect(asked(by('TUQ', 'Đội trưởng'))).toMatchObject({ signers: [{ role: 'NGƯỜI HƯỚNG DẪN\nTUQ. TRƯỞNG PHÒNG\nĐỘI TRƯỞNG' }] })
  // What the service asks by itself is nobody's signature.
  expect(asked(null)).toMatchObject({ signers: [{ name: `${authority.name}, ${authority.parent}`, kind: 'seal' }] })
  const sorry = (standing: ReturnType<typeof by> | null) => formOf('apology').paper({ authority, dossierCode: '1', applicant, request: '', receivedAt: new Date(0), promisedAt: new Date(0), reason: '', newDueAt: new Date(0), standing })
  expect(sorry(by('KT'))).toMatchObject({ signers: [{ role: 'KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG', name: 'Lê Thị Ước', kind: 'seal' }] })
  expect(sorry(null)).toMatchObject({ signers: [{ role: 'THỦ TRƯỞNG CƠ QUAN', name: `${authority.name}, ${authority.parent}`, kind: 'seal' }] })
})

test('a licence without a term says so in words, never with an empty date', () => {
  const paper = formOf('electronic-licence').paper({
    authority, licenceNumber: '970190001234', fullName: applicant.fullName, dateOfBirth: '1990-05-12', nationality: { vi: 'VIỆT NAM', en: 'VIET NAM' }, residence: '',
    classes: [{ code: 'A', vehicles: { vi: 'Mô tô', en: 'Motorcycle' }, passedOn: '2010-01-01', restriction: '', expiresOn: '' }], issuedOn: '2026-11-25', expiresOn: '',
    portraitHash: 'a'.repeat(64), decision: '1/QĐ-GPLX', signer: { role: 'TRƯỞNG PHÒNG', name: '' },
  })
  expect(paper).toMatchObject({ expiresOn: 'Không thời hạn', classes: [{ validity: 'Không thời hạn' }] })
})

test('of a source a paper prints the laws it names, never what we noted beside them', () => {
  expect(lawsNamed('TT 37/2023/TT-BTC; chưa thấy văn bản gia hạn mức giảm trực tuyến sau 31/12/2025')).toEqual(['Thông tư 37/2023/TT-BTC'])
  expect(lawsNamed('Luật 36/2024/QH15, Điều 62 khoản 2; TT 108/2026/TT-BCA (thay TT 12/2025/TT-BCA; chưa đối chiếu toàn văn)')).toEqual(['Luật 36/2024/QH15, Điều 62 khoản 2', 'Thông tư 108/2026/TT-BCA'])
  expect(lawsNamed('TT 12/2025/TT-BCA, Điều 21: có nhu cầu tích hợp giấy phép')).toEqual(['Thông tư 12/2025/TT-BCA, Điều 21'])
  expect(lawsNamed('Yêu cầu về ảnh của giấy phép lái xe; nguồn: báo chí, chưa có điều khoản')).toEqual([])
  const on = '2026-11-20'
  const reasons = (['exchange-licence', 'reissue-lost-licence'] as const).flatMap((slug) => procedureInForce(slug, on).reasons.map(({ citation }) => citation.source))
  const printed = [...refusalGrounds.flatMap(({ law }) => law.rows.map(({ source }) => source)), ...reasons, feeVnd('licence-issue', on, 'online').source].flatMap(lawsNamed)
  expect(printed.length).toBeGreaterThan(20)
  for (const law of printed) expect(law).toMatch(/^(?:Luật|Thông tư|Thông tư liên tịch) \d+\/\d{4}\/[A-ZĐ0-9-]+(?:, (?:Điều|được sửa đổi bởi|sửa đổi bởi) [^:;()]+)?$/)
  for (const law of [...reasons, feeVnd('licence-issue', on, 'online').source]) expect(lawsNamed(law), law).not.toEqual([])
})

test('a paper says "ông (bà)" where a page says "bạn"', () => {
  expect(toCitizen('Bạn không phải làm gì. Nếu nơi cấp không có tên bạn, giấy phép không được đổi.')).toBe('Ông (bà) không phải làm gì. Nếu nơi cấp không có tên ông (bà), giấy phép không được đổi.')
})

test('dates, hours and money are written as offices write them', () => {
  expect(shortDate('2026-11-20')).toBe('20/11/2026')
  expect(shortDate('')).toBe('')
  expect(longDate('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026')
  expect(longDate('2026-09-15')).toBe('ngày 15 tháng 9 năm 2026')
  // 18:30 UTC is already tomorrow in Viet Nam.
  expect(hourAndDate(new Date('2026-11-20T18:30:00Z'))).toBe('01 giờ 30 phút, ngày 21 tháng 11 năm 2026')
  expect(dong(135_000)).toBe('135.000 đồng')
})

test.each([
  [0, 'Không đồng'], [5, 'Năm đồng'], [10, 'Mười đồng'], [15, 'Mười lăm đồng'], [21, 'Hai mươi mốt đồng'], [105, 'Một trăm lẻ năm đồng'],
  [115_000, 'Một trăm mười lăm nghìn đồng'], [135_000, 'Một trăm ba mươi lăm nghìn đồng'], [1_000_000, 'Một triệu đồng'], [1_005_021, 'Một triệu không trăm lẻ năm nghìn không trăm hai mươi mốt đồng'],
])('%i đồng is read aloud as "%s"', (amount, words) => {
  expect(dongInWords(amount)).toBe(words)
})
