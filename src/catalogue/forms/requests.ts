import type { MoneyRule } from '../fees.ts'
import { form, type IssuingAuthority, officerBlock, type PaperPerson, sealedBlock, type Signatory } from './paper.ts'
import { filedHint, hourAndDate, longDate, toCitizen } from './wording.ts'

/** Values of Mẫu 02. */
export interface SupplementRequestValues {
  readonly authority: IssuingAuthority
  readonly dossierCode: string
  readonly applicant: PaperPerson
  readonly request: string
  /** What is to be added or corrected: complete, in one request. */
  readonly items: readonly string[]
  readonly reason: string
  /** Last day to answer, 'YYYY-MM-DD'; empty where the law sets none. */
  readonly answerBy: string
  /** What becomes of a fee that was paid when nobody answers, by the rule of the day of filing; absent in papers of before this was kept: they say nothing of it. */
  readonly feeIfStopped?: MoneyRule
  readonly contact: string
  readonly contactPhone: string
  /** Null where no officer asked: the authority's seal signs. */
  readonly officer: Signatory | null
}

const feeIfStopped: Readonly<Record<MoneyRule, string>> = { return: '; khi đó lệ phí đã nộp được trả lại', keep: '; khi đó lệ phí đã nộp không được trả lại' }

/** Mẫu số 02 — Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (TT 03/2025/TT-VPCP). */
export const supplementRequest = form<'supplement-request', SupplementRequestValues>({
  kind: 'supplement-request',
  code: 'Mẫu số 02 · TT 03/2025/TT-VPCP',
  title: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Request to complete a dossier' },
  numberSuffix: 'PBS',
  version: '2025-09-15',
  source: 'TT 03/2025/TT-VPCP, Mẫu số 02 (as reproduced in QĐ 3621/QĐ-BYT 24/11/2025)',
  paper: (v) => ({
    layout: 'paper',
    formCode: 'Mẫu số 02',
    issuer: { parent: v.authority.parent, name: v.authority.name },
    place: v.authority.place,
    title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    subtitle: `Mã hồ sơ: ${v.dossierCode}`,
    blocks: [
      { type: 'fields', rows: [
        { label: 'Hồ sơ của', value: v.applicant.fullName, strong: true },
        { label: 'Số định danh cá nhân', value: v.applicant.identityNumber },
        { label: 'Nội dung yêu cầu giải quyết', value: v.request },
        { label: 'Địa chỉ', value: v.applicant.address },
      ] },
      { type: 'pair', left: { label: 'Số điện thoại', value: v.applicant.phone }, right: { label: 'Email', value: v.applicant.email } },
      { type: 'paragraph', text: 'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:', style: 'strong' },
      { type: 'list', items: v.items },
      { type: 'fields', rows: [
        { label: 'Lý do', value: v.reason },
        ...(v.answerBy === '' ? [] : [{ label: 'Đề nghị hoàn thiện trước hết', value: longDate(v.answerBy), strong: true }]),
      ] },
      ...(v.answerBy === '' ? [] : [{ type: 'paragraph' as const, text: `Nếu không bổ sung đến hết ${longDate(v.answerBy)}, cơ quan có thể dừng giải quyết hồ sơ${v.feeIfStopped ? feeIfStopped[v.feeIfStopped] : ''}. Hồ sơ không tự đóng; ông (bà) nộp lại được.` }]),
      { type: 'paragraph', text: `Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, ông (bà) liên hệ với ${v.contact}${v.contactPhone === '' ? '' : `, số điện thoại ${v.contactPhone},`} để được hướng dẫn.` },
    ],
    signers: [v.officer === null ? sealedBlock(v.authority, 'CƠ QUAN GIẢI QUYẾT', null) : officerBlock('NGƯỜI HƯỚNG DẪN', v.officer)],
    recipients: [],
    footnote: 'Có thể bổ sung ngay trong tài khoản, không phải đến nơi nào.',
  }),
})

/** Values of Mẫu 03. `dossierCode` is empty before an official number exists. */
export interface IntakeRefusalValues {
  readonly authority: IssuingAuthority
  readonly receptionPoint: string
  /** Filed with help at that point. */
  readonly inPerson: boolean
  readonly dossierCode: string
  readonly applicant: PaperPerson
  readonly request: string
  readonly reasons: readonly string[]
  /** What the citizen can do now (reliability DEC5). */
  readonly remedy: string
  readonly clerk: string
  /** Lines of the power by which the officer signs; none for one on duty. */
  readonly titles?: string
}

/** Mẫu số 03 — Phiếu từ chối tiếp nhận giải quyết hồ sơ (TT 03/2025/TT-VPCP). */
export const intakeRefusal = form<'intake-refusal', IntakeRefusalValues>({
  kind: 'intake-refusal',
  code: 'Mẫu số 03 · TT 03/2025/TT-VPCP',
  title: { vi: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', en: 'Refusal to accept a dossier' },
  numberSuffix: 'PTC',
  version: '2025-09-15',
  source: 'TT 03/2025/TT-VPCP, Mẫu số 03 (as reproduced in QĐ 3621/QĐ-BYT 24/11/2025)',
  paper: (v) => ({
    layout: 'paper',
    formCode: 'Mẫu số 03',
    issuer: { parent: v.authority.parent, name: v.authority.name },
    place: v.authority.place,
    title: 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    subtitle: v.dossierCode === '' ? '' : `Mã hồ sơ: ${v.dossierCode}`,
    blocks: [
      { type: 'fields', rows: [
        { label: 'Bộ phận tiếp nhận và trả kết quả', value: v.receptionPoint },
        { label: 'Hồ sơ của', value: v.applicant.fullName, strong: true },
        { label: 'Số định danh cá nhân', value: v.applicant.identityNumber },
        { label: 'Địa chỉ', value: v.applicant.address },
      ] },
      { type: 'pair', left: { label: 'Số điện thoại', value: v.applicant.phone }, right: { label: 'Email', value: v.applicant.email } },
      { type: 'fields', rows: [{ label: 'Nội dung yêu cầu giải quyết', value: v.request }] },
      { type: 'paragraph', text: 'Qua xem xét, xin thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:', style: 'strong' },
      { type: 'list', items: v.reasons },
      { type: 'fields', rows: [{ label: 'Ông (bà) có thể làm gì tiếp', value: toCitizen(v.remedy) }] },
      { type: 'paragraph', text: 'Xin thông báo cho ông (bà) được biết và thực hiện.' },
    ],
    signers: [
      { role: 'NGƯỜI NỘP HỒ SƠ', hint: filedHint(v.inPerson), name: v.applicant.fullName, kind: 'declared' },
      officerBlock('NGƯỜI TIẾP NHẬN HỒ SƠ', { titles: v.titles ?? '', name: v.clerk }),
    ],
    recipients: [],
    footnote: '',
  }),
})

/** Values of Mẫu 04. */
export interface ApologyValues {
  readonly authority: IssuingAuthority
  readonly dossierCode: string
  readonly applicant: PaperPerson
  readonly request: string
  readonly receivedAt: Date
  readonly promisedAt: Date
  readonly reason: string
  readonly newDueAt: Date
  /** Who stands for the apology that goes out under the authority's seal; null where nobody held that power. */
  readonly standing: Signatory | null
}

/** Mẫu số 04 — Phiếu xin lỗi; printed heading of TT 03/2025: "Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết". */
export const apology = form<'apology', ApologyValues>({
  kind: 'apology',
  code: 'Mẫu số 04 · TT 03/2025/TT-VPCP',
  title: { vi: 'Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết', en: 'Apology and new date' },
  numberSuffix: 'PXL',
  version: '2025-09-15',
  source: 'TT 03/2025/TT-VPCP, Mẫu số 04 (as reproduced in QĐ 3621/QĐ-BYT 24/11/2025)',
  paper: (v) => ({
    layout: 'paper',
    formCode: 'Mẫu số 04',
    issuer: { parent: v.authority.parent, name: v.authority.name },
    place: v.authority.place,
    title: 'PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN\nTHỜI GIAN GIẢI QUYẾT',
    subtitle: `Mã hồ sơ: ${v.dossierCode}`,
    blocks: [
      { type: 'fields', rows: [
        { label: 'Kính gửi', value: v.applicant.fullName, strong: true },
        { label: 'Số định danh cá nhân', value: v.applicant.identityNumber },
        { label: 'Thủ tục hành chính', value: v.request },
        { label: 'Ngày tiếp nhận hồ sơ', value: hourAndDate(v.receivedAt) },
        { label: 'Thời gian hẹn trả kết quả', value: hourAndDate(v.promisedAt) },
      ] },
      { type: 'paragraph', text: 'Đến nay hồ sơ chưa giải quyết xong. Chúng tôi xin lỗi ông (bà) và xin nói rõ:' },
      { type: 'fields', rows: [
        { label: 'Lý do', value: v.reason },
        { label: 'Thời gian hẹn trả kết quả mới', value: hourAndDate(v.newDueAt), strong: true },
      ] },
      { type: 'paragraph', text: 'Rất mong nhận được sự thông cảm của ông (bà).' },
    ],
    signers: [sealedBlock(v.authority, 'THỦ TRƯỞNG CƠ QUAN', v.standing)],
    recipients: [],
    footnote: '',
  }),
})
