import { form, type IssuingAuthority, officeName, type PaperPerson } from './paper.ts'
import { hourAndDate, shortDate } from './wording.ts'

/** Values of the citizen's declaration: what they saw on "check your answers" and declared. */
export interface ApplicationValues {
  readonly authority: IssuingAuthority
  readonly submissionCode: string
  readonly applicant: PaperPerson
  readonly dateOfBirth: string
  readonly sex: string
  readonly nationality: string
  readonly licences: readonly { readonly number: string; readonly classes: string; readonly issuedOn: string; readonly expiresOn: string; readonly issuedBy: string }[]
  /** How the procedure words the paper: its heading, what leads the licences, what the reason is called. */
  readonly wording: { readonly request: string; readonly held: string; readonly reasonLabel: string }
  readonly reason: string
  /** How and when the licence was lost, as declared; empty where nothing was. */
  readonly loss: string
  /** Class asked for where the law lets the citizen choose (L36 Đ89.3), empty otherwise. */
  readonly chosenClass: string
  /** "old → new" lines of changed details. */
  readonly changes: readonly string[]
  readonly healthCertificate: string
  readonly portraitHash: string
  readonly resultTo: string
  /** Where they declared it, as the end of "Đã cam đoan". */
  readonly declaredTo: string
  readonly declaredAt: Date
}

/**
 * Đề nghị đổi, cấp lại giấy phép lái xe: one form for both, headed by what is asked. TT 12/2025/TT-BCA names it (Phụ lục XII) but its printed fields were not available:
 * the fields are those of the procedures' records 3.000347 and 3.000348 and the layout is an assumption.
 */
export const application = form<'application', ApplicationValues>({
  kind: 'application',
  code: 'Phụ lục XII · TT 12/2025/TT-BCA',
  title: { vi: 'Đề nghị đổi, cấp lại giấy phép lái xe', en: 'Application to exchange or reissue a driving licence' },
  numberSuffix: null,
  version: '2025-03-01',
  source: 'TT 12/2025/TT-BCA, Phụ lục XII (fields after procedure 3.000347; layout assumed)',
  paper: (v) => ({
    layout: 'paper',
    formCode: '',
    issuer: null,
    place: '',
    title: v.wording.request,
    subtitle: `Mã nộp hồ sơ: ${v.submissionCode}`,
    blocks: [
      { type: 'fields', rows: [{ label: 'Kính gửi', value: officeName(v.authority), strong: true }] },
      { type: 'fields', rows: [{ label: 'Tôi là', value: v.applicant.fullName, strong: true }] },
      { type: 'pair', left: { label: 'Ngày sinh', value: shortDate(v.dateOfBirth) }, right: { label: 'Giới tính', value: v.sex } },
      { type: 'pair', left: { label: 'Số định danh cá nhân', value: v.applicant.identityNumber }, right: { label: 'Quốc tịch', value: v.nationality } },
      { type: 'fields', rows: [{ label: 'Nơi cư trú', value: v.applicant.address }] },
      { type: 'pair', left: { label: 'Số điện thoại', value: v.applicant.phone }, right: { label: 'Email', value: v.applicant.email } },
      { type: 'paragraph', text: v.wording.held },
      { type: 'table', columns: [
        { title: 'Số giấy phép', share: 4, align: 'center' },
        { title: 'Hạng', share: 4, align: 'center' },
        { title: 'Ngày cấp', share: 3, align: 'center' },
        { title: 'Giá trị đến', share: 3, align: 'center' },
        { title: 'Nơi cấp', share: 5, align: 'left' },
      ], rows: v.licences.map((l) => [l.number, l.classes, shortDate(l.issuedOn), l.expiresOn === '' ? 'Không thời hạn' : shortDate(l.expiresOn), l.issuedBy]) },
      { type: 'fields', rows: [
        { label: v.wording.reasonLabel, value: v.reason, strong: true },
        ...(v.loss === '' ? [] : [{ label: 'Khai báo mất', value: v.loss }]),
        ...(v.chosenClass === '' ? [] : [{ label: 'Hạng đề nghị cấp theo lựa chọn', value: v.chosenClass }]),
        ...(v.changes.length === 0 ? [] : [{ label: 'Thông tin thay đổi', value: v.changes.join('; ') }]),
        ...(v.healthCertificate === '' ? [] : [{ label: 'Giấy khám sức khỏe', value: v.healthCertificate }]),
        { label: 'Ảnh chân dung (mã băm SHA-256)', value: v.portraitHash },
        { label: 'Nhận kết quả', value: v.resultTo },
      ] },
      { type: 'paragraph', text: 'Tôi cam đoan những điều ghi trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về tính chính xác, hợp pháp của nội dung đã khai.', style: 'italic' },
    ],
    signers: [{ role: 'NGƯỜI ĐỀ NGHỊ', hint: `Đã cam đoan ${v.declaredTo} lúc ${hourAndDate(v.declaredAt)}`, name: v.applicant.fullName, kind: 'declared' }],
    recipients: [],
    footnote: '',
  }),
})
