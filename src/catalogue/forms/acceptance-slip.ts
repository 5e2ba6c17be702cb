import { form, type IssuingAuthority, officerBlock, type PaperPerson } from './paper.ts'
import { filedHint, hourAndDate } from './wording.ts'

/** Values of Mẫu 01. `representative` only where somebody files for the applicant. */
export interface AcceptanceSlipValues {
  readonly authority: IssuingAuthority
  readonly receptionPoint: string
  /** Filed with help at that point. */
  readonly inPerson: boolean
  readonly dossierCode: string
  readonly applicant: PaperPerson
  readonly representative: (PaperPerson & { readonly mandate: string }) | null
  readonly request: string
  readonly components: readonly string[]
  readonly copies: number
  readonly workingDays: number
  readonly receivedAt: Date
  readonly dueAt: Date
  readonly resultAt: string
  /** Book and order in the register of dossiers (Mẫu 06); empty when the electronic register is the book. */
  readonly book: string
  readonly bookOrder: string
  readonly clerk: string
  /** Lines of the power by which the officer signs; none for one on duty. */
  readonly titles?: string
}

/** Mẫu số 01 — Giấy tiếp nhận hồ sơ và hẹn trả kết quả (TT 03/2025/TT-VPCP, phụ lục). */
export const acceptanceSlip = form<'acceptance-slip', AcceptanceSlipValues>({
  kind: 'acceptance-slip',
  code: 'Mẫu số 01 · TT 03/2025/TT-VPCP',
  title: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Acceptance and appointment slip' },
  numberSuffix: 'BPTNTKQ',
  version: '2025-09-15',
  source: 'TT 03/2025/TT-VPCP, Mẫu số 01 (as reproduced in QĐ 3621/QĐ-BYT 24/11/2025)',
  paper: (v) => ({
    layout: 'paper',
    formCode: 'Mẫu số 01',
    issuer: { parent: v.authority.parent, name: v.authority.name },
    place: v.authority.place,
    title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    subtitle: `Mã hồ sơ: ${v.dossierCode}`,
    blocks: [
      { type: 'fields', rows: [
        { label: 'Bộ phận tiếp nhận và trả kết quả', value: v.receptionPoint },
        { label: 'Tiếp nhận hồ sơ của', value: v.applicant.fullName, strong: true },
        { label: 'Số định danh cá nhân', value: v.applicant.identityNumber },
        { label: 'Địa chỉ', value: v.applicant.address },
      ] },
      { type: 'pair', left: { label: 'Số điện thoại', value: v.applicant.phone }, right: { label: 'Email', value: v.applicant.email } },
      ...(v.representative === null ? [] : [{ type: 'fields' as const, rows: [
        { label: 'Người được ủy quyền nộp', value: v.representative.fullName },
        { label: 'Số định danh, điện thoại', value: [v.representative.identityNumber, v.representative.phone].filter((t) => t !== '').join(', ') },
        { label: 'Địa chỉ, email của người được ủy quyền', value: [v.representative.address, v.representative.email].filter((t) => t !== '').join(', ') },
        { label: 'Giấy tờ ủy quyền', value: v.representative.mandate },
      ] }]),
      { type: 'fields', rows: [{ label: 'Nội dung yêu cầu giải quyết', value: v.request, strong: true }] },
      { type: 'paragraph', text: 'Thành phần hồ sơ nộp gồm:' },
      { type: 'list', items: v.components },
      { type: 'fields', rows: [
        { label: 'Số lượng hồ sơ', value: `${String(v.copies).padStart(2, '0')} (bộ)` },
        { label: 'Thời gian giải quyết hồ sơ theo quy định', value: `${String(v.workingDays).padStart(2, '0')} ngày làm việc` },
        { label: 'Thời gian nhận hồ sơ', value: hourAndDate(v.receivedAt) },
        { label: 'Thời gian trả kết quả giải quyết hồ sơ', value: hourAndDate(v.dueAt), strong: true },
        { label: 'Đăng ký nhận kết quả tại', value: v.resultAt },
      ] },
      { type: 'pair', left: { label: 'Vào Sổ theo dõi hồ sơ', value: v.book || 'sổ điện tử' }, right: { label: 'Số thứ tự', value: v.bookOrder } },
    ],
    signers: [
      { role: 'NGƯỜI NỘP HỒ SƠ', hint: filedHint(v.inPerson), name: v.representative?.fullName ?? v.applicant.fullName, kind: 'declared' },
      officerBlock('NGƯỜI TIẾP NHẬN HỒ SƠ', { titles: v.titles ?? '', name: v.clerk }),
    ],
    recipients: [],
    footnote: 'Giấy này được gửi vào tài khoản của người nộp. Khi đến nhận trực tiếp, mang giấy này hoặc căn cước.',
  }),
})
