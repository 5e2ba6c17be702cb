import { form, type IssuingAuthority, type PaperPerson, sealedBlock, type Signatory, SIGNING_FRAME } from './paper.ts'
import { hourAndDate, longDate, shortDate, toCitizen } from './wording.ts'

/** One class: what was held, what is issued (L36 Đ89.3), and what follows it. */
interface DecidedClass {
  readonly from: string
  readonly to: string
  /** Code and words of the restriction, empty for none. */
  readonly restriction: string
  /** 'YYYY-MM-DD', or empty for a class without a term. */
  readonly expiresOn: string
}

/** Values of the approving decision. */
export interface DecisionValues {
  readonly authority: IssuingAuthority
  readonly dossierCode: string
  readonly applicant: PaperPerson
  readonly dateOfBirth: string
  /** Names of the instruments, from the catalogue's procedure of the day; "Căn cứ" is put before them. */
  readonly legalBases: readonly string[]
  /** Every licence that ends, each with its own day of issue. */
  readonly oldLicences: readonly { readonly number: string; readonly issuedOn: string }[]
  readonly newLicenceNumber: string
  readonly classes: readonly DecidedClass[]
  readonly reason: string
  /** How the procedure words the decision; `oldCard` may be empty. */
  readonly wording: { readonly subject: string; readonly act: string; readonly oldCard: string }
}

/**
 * Quyết định đổi, cấp lại giấy phép lái xe. The laws read so far print no form for it (the approval is an act inside the system):
 * the layout follows an individual decision of NĐ 30/2020/NĐ-CP and is an assumption.
 */
export const decision = form<'decision', DecisionValues>({
  kind: 'decision',
  code: 'Quyết định cá biệt · NĐ 30/2020/NĐ-CP',
  title: { vi: 'Quyết định đổi, cấp lại giấy phép lái xe', en: 'Decision on a driving licence' },
  numberSuffix: 'QĐ-GPLX',
  version: '2025-03-01',
  source: 'Layout assumed after NĐ 30/2020/NĐ-CP; contents L36/2024/QH15 Đ62, Đ89.3',
  paper: (v) => ({
    layout: 'paper',
    formCode: '',
    issuer: { parent: v.authority.parent, name: v.authority.name },
    place: v.authority.place,
    title: 'QUYẾT ĐỊNH',
    subtitle: v.wording.subject,
    blocks: [
      ...v.legalBases.map((text) => ({ type: 'paragraph' as const, text: `${text.startsWith('Căn cứ') ? text : `Căn cứ ${text}`};`, style: 'bases' as const })),
      { type: 'paragraph', text: `Xét hồ sơ mã số ${v.dossierCode} của ${v.applicant.fullName}, lý do: ${v.reason}.`, style: 'bases' },
      { type: 'section', text: 'QUYẾT ĐỊNH:' },
      { type: 'article', heading: 'Điều 1.', text: `${v.wording.act} cho ông (bà) ${v.applicant.fullName}, sinh ngày ${shortDate(v.dateOfBirth)}, số định danh cá nhân ${v.applicant.identityNumber}, nơi cư trú: ${v.applicant.address}.` },
      { type: 'table', columns: [
        { title: 'Hạng đang có', share: 2, align: 'center' },
        { title: 'Hạng được cấp', share: 2, align: 'center' },
        { title: 'Điều kiện hạn chế', share: 5, align: 'left' },
        { title: 'Giá trị đến', share: 3, align: 'center' },
      ], rows: v.classes.map((c) => [c.from, c.to, c.restriction || 'Không', c.expiresOn === '' ? 'Không thời hạn' : shortDate(c.expiresOn)]) },
      { type: 'article', heading: 'Điều 2.', text: `Giấy phép lái xe ${v.oldLicences.map((old) => `số ${old.number}, cấp ngày ${shortDate(old.issuedOn)}`).join(' và ')}, hết giá trị kể từ ngày ký Quyết định này. Giấy phép lái xe mới mang số ${v.newLicenceNumber}; số điểm của giấy phép lái xe được giữ nguyên.${v.wording.oldCard === '' ? '' : ` ${v.wording.oldCard}`}` },
      { type: 'article', heading: 'Điều 3.', text: 'Quyết định này có hiệu lực kể từ ngày ký. Bản điện tử của giấy phép lái xe được gửi vào tài khoản của người đề nghị.' },
    ],
    // Drawn before it is known who signs: their lines come with the signature, by the power that is really used.
    signers: [{ role: '', hint: 'Ký số', name: SIGNING_FRAME, kind: 'at-signing' }],
    recipients: ['Người đề nghị;', `Lưu: hồ sơ ${v.dossierCode}.`],
    footnote: '',
  }),
})

/** Values of the refusing notice after acceptance. */
export interface RefusalNoticeValues {
  readonly authority: IssuingAuthority
  readonly dossierCode: string
  readonly applicant: PaperPerson
  readonly request: string
  readonly reasons: readonly { readonly text: string; readonly article: string }[]
  readonly remedy: string
  readonly feeOutcome: string
  readonly signer: { readonly role: string; readonly name: string }
}

/** Thông báo không giải quyết hồ sơ: refusal with an article and a remedy. Layout assumed after NĐ 30/2020/NĐ-CP. */
export const refusalNotice = form<'refusal-notice', RefusalNoticeValues>({
  kind: 'refusal-notice',
  code: 'Thông báo · NĐ 30/2020/NĐ-CP',
  title: { vi: 'Thông báo về việc không giải quyết hồ sơ', en: 'Notice of refusal' },
  numberSuffix: 'TB',
  version: '2025-09-15',
  source: 'Layout assumed after NĐ 30/2020/NĐ-CP',
  paper: (v) => ({
    layout: 'paper',
    formCode: '',
    issuer: { parent: v.authority.parent, name: v.authority.name },
    place: v.authority.place,
    title: 'THÔNG BÁO',
    subtitle: 'Về việc không giải quyết hồ sơ',
    blocks: [
      { type: 'fields', rows: [
        { label: 'Kính gửi', value: v.applicant.fullName, strong: true },
        { label: 'Số định danh cá nhân', value: v.applicant.identityNumber },
        { label: 'Mã hồ sơ', value: v.dossierCode },
        { label: 'Nội dung yêu cầu giải quyết', value: v.request },
      ] },
      { type: 'paragraph', text: 'Hồ sơ không được giải quyết vì các lý do sau đây:', style: 'strong' },
      { type: 'list', items: v.reasons.map((r) => (r.article === '' ? `${r.text}.` : `${r.text} (${r.article}).`)) },
      { type: 'fields', rows: [
        { label: 'Ông (bà) có thể làm gì tiếp', value: toCitizen(v.remedy) },
        ...(v.feeOutcome === '' ? [] : [{ label: 'Về khoản lệ phí đã nộp', value: v.feeOutcome }]),
      ] },
      { type: 'paragraph', text: 'Nếu không đồng ý, ông (bà) có quyền khiếu nại theo Luật Khiếu nại hoặc khởi kiện theo Luật Tố tụng hành chính.' },
    ],
    signers: [{ role: v.signer.role, hint: 'Ký số', name: v.signer.name, kind: 'digital' }],
    recipients: ['Như trên;', `Lưu: hồ sơ ${v.dossierCode}.`],
    footnote: '',
  }),
})

/** Values of the notice that the handling stops. */
export interface StopNoticeValues {
  readonly authority: IssuingAuthority
  readonly dossierCode: string
  readonly applicant: PaperPerson
  readonly request: string
  readonly receivedAt: Date
  readonly stoppedAt: Date
  readonly feeOutcome: string
  /** Who stands for the notice that goes out under the authority's seal; null where nobody held that power. */
  readonly standing: Signatory | null
  /** What was asked for in vain; null where the applicant asked to stop. */
  readonly unanswered: { readonly askedAt: Date; readonly lastOn: string; readonly items: readonly string[] } | null
}

/** Thông báo dừng giải quyết hồ sơ: the applicant stopped it, or did not answer by the last day, and nothing was decided. TT 03/2025 names it; its layout was not available and is assumed after NĐ 30/2020/NĐ-CP. */
export const stopNotice = form<'stop-notice', StopNoticeValues>({
  kind: 'stop-notice',
  code: 'Thông báo · Điều 7 TT 03/2025/TT-VPCP',
  title: { vi: 'Thông báo dừng giải quyết hồ sơ', en: 'Notice that the handling has stopped' },
  numberSuffix: 'TB-DGQ',
  version: '2025-09-15',
  source: 'TT 03/2025/TT-VPCP Đ7; NĐ 118/2025/NĐ-CP Đ21 (layout assumed after NĐ 30/2020/NĐ-CP)',
  paper: (v) => ({
    layout: 'paper',
    formCode: '',
    issuer: { parent: v.authority.parent, name: v.authority.name },
    place: v.authority.place,
    title: 'THÔNG BÁO',
    subtitle: 'Về việc dừng giải quyết hồ sơ',
    blocks: [
      { type: 'fields', rows: [
        { label: 'Kính gửi', value: v.applicant.fullName, strong: true },
        { label: 'Số định danh cá nhân', value: v.applicant.identityNumber },
        { label: 'Địa chỉ', value: v.applicant.address },
        { label: 'Mã hồ sơ', value: v.dossierCode },
        { label: 'Nội dung yêu cầu giải quyết', value: v.request },
        { label: 'Thời gian nhận hồ sơ', value: hourAndDate(v.receivedAt) },
        ...(v.unanswered ? [{ label: 'Thời gian yêu cầu bổ sung', value: hourAndDate(v.unanswered.askedAt) }, { label: 'Hạn bổ sung', value: `hết ${longDate(v.unanswered.lastOn)}`, strong: true }] : []),
        { label: v.unanswered ? 'Thời gian dừng' : 'Thời gian ông (bà) đề nghị dừng', value: hourAndDate(v.stoppedAt), strong: true },
      ] },
      ...(v.unanswered ? [{ type: 'paragraph' as const, text: 'Nội dung đã yêu cầu ông (bà) bổ sung:', style: 'strong' as const }, { type: 'list' as const, items: v.unanswered.items }] : []),
      { type: 'paragraph', text: v.unanswered ? 'Đến hết hạn trên, cơ quan chưa nhận được bổ sung và chưa có quyết định giải quyết, nên dừng giải quyết hồ sơ này kể từ thời điểm trên. Đây không phải là việc từ chối. Giấy phép lái xe đang có giữ nguyên giá trị; các giấy tờ đã nộp không được dùng cho việc khác.' : 'Theo đề nghị của ông (bà), và vì chưa có quyết định giải quyết, cơ quan dừng giải quyết hồ sơ này kể từ thời điểm trên. Giấy phép lái xe đang có giữ nguyên giá trị; các giấy tờ đã nộp không được dùng cho việc khác.' },
      { type: 'fields', rows: [
        ...(v.feeOutcome === '' ? [] : [{ label: 'Về khoản lệ phí', value: v.feeOutcome }]),
        { label: 'Ông (bà) có thể làm gì tiếp', value: 'Nộp hồ sơ mới bất cứ lúc nào; hồ sơ đã dừng không mở lại được.' },
      ] },
      ...(v.unanswered ? [{ type: 'paragraph' as const, text: 'Nếu không đồng ý, ông (bà) có quyền khiếu nại theo Luật Khiếu nại hoặc khởi kiện theo Luật Tố tụng hành chính.' }] : []),
    ],
    signers: [sealedBlock(v.authority, 'CƠ QUAN GIẢI QUYẾT', v.standing)],
    recipients: ['Như trên;', `Lưu: hồ sơ ${v.dossierCode}.`],
    footnote: '',
  }),
})
