import { form, type IssuingAuthority, officeName } from './paper.ts'
import { hourAndDate, shortHourAndDate } from './wording.ts'

/** One stretch of time in which one unit held the dossier. */
export interface ControlStep {
  readonly unit: string
  /** When the unit got it, from whom, and whose hand took it. */
  readonly takenAt: Date
  readonly from: string
  readonly to: string
  /** When it passed it on; null while it holds it. */
  readonly passedAt: Date | null
  /** 'none': no time was agreed for this step. */
  readonly outcome: 'before' | 'in-time' | 'late' | 'open' | 'none'
  readonly note: string
}

/** Values of Mẫu 05, drawn from the events and the time ledger of a dossier. */
export interface ControlSheetValues {
  readonly authority: IssuingAuthority
  readonly dossierCode: string
  readonly request: string
  /** Bodies outside the authority that held the dossier at some time. */
  readonly coordinating: readonly string[]
  readonly receivedAt: Date
  /** Null before acceptance: nothing is appointed yet. */
  readonly dueAt: Date | null
  readonly steps: readonly ControlStep[]
  /** Until when the trace reaches. */
  readonly asOf: Date
}

const OUTCOMES: Readonly<Record<ControlStep['outcome'], string>> = { before: 'Trước hạn', 'in-time': 'Đúng hạn', late: 'Quá hạn', open: 'Đang giữ', none: 'Không đặt hạn' }

/** Mẫu số 05 — Phiếu kiểm soát quá trình giải quyết hồ sơ (TT 03/2025/TT-VPCP). The electronic trace stands for the signatures of each hand-over. */
export const controlSheet = form<'control-sheet', ControlSheetValues>({
  kind: 'control-sheet',
  code: 'Mẫu số 05 · TT 03/2025/TT-VPCP',
  title: { vi: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', en: 'Control sheet of the handling' },
  numberSuffix: 'PKS',
  version: '2025-09-15',
  source: 'TT 03/2025/TT-VPCP, Mẫu số 05 (as reproduced in QĐ 3621/QĐ-BYT 24/11/2025)',
  paper: (v) => ({
    layout: 'paper',
    formCode: 'Mẫu số 05',
    issuer: { parent: v.authority.parent, name: v.authority.name },
    place: v.authority.place,
    title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
    subtitle: `Mã hồ sơ: ${v.dossierCode}`,
    blocks: [
      { type: 'fields', rows: [
        { label: 'Thủ tục hành chính', value: v.request, strong: true },
        { label: 'Cơ quan (bộ phận) giải quyết hồ sơ', value: officeName(v.authority) },
        { label: 'Cơ quan phối hợp giải quyết hồ sơ', value: v.coordinating.length === 0 ? 'Không' : v.coordinating.join('; ') },
        { label: 'Thời gian nhận hồ sơ', value: hourAndDate(v.receivedAt) },
        { label: 'Thời gian hẹn trả kết quả', value: v.dueAt === null ? 'Chưa hẹn: hồ sơ chưa được tiếp nhận' : hourAndDate(v.dueAt), strong: true },
      ] },
      { type: 'table', size: 'small', columns: [
        { title: 'Tên đơn vị', share: 5, align: 'left' },
        { title: '1. Giao, 2. Nhận\n(giờ, ngày)', share: 8, align: 'left' },
        { title: 'Người giao', share: 5, align: 'left' },
        { title: 'Người nhận', share: 5, align: 'left' },
        { title: 'Kết quả', share: 4, align: 'center' },
        { title: 'Ghi chú', share: 5, align: 'left' },
      ], rows: v.steps.map((step) => [
        step.unit, `Nhận ${shortHourAndDate(step.takenAt)}${step.passedAt === null ? '' : `\nGiao ${shortHourAndDate(step.passedAt)}`}`, step.from, step.to, OUTCOMES[step.outcome], step.note,
      ]) },
      { type: 'paragraph', text: `Hệ thống tự ghi từng lần giao nhận; phiếu này ghi đến ${hourAndDate(v.asOf)}. Người giao, người nhận không ký giấy.`, style: 'italic' },
    ],
    signers: [{ role: 'CƠ QUAN GIẢI QUYẾT', hint: 'Ký số', name: officeName(v.authority), kind: 'digital' }],
    recipients: [],
    footnote: '',
  }),
})
