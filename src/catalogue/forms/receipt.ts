import { form, type IssuingAuthority, officeName, type PaperPerson } from './paper.ts'
import { dong, dongInWords, hourAndDate } from './wording.ts'

/** Values of the receipt; amounts in whole đồng. */
export interface FeeReceiptValues {
  readonly authority: IssuingAuthority
  readonly payer: PaperPerson
  readonly dossierCode: string
  readonly lines: readonly { readonly name: string; readonly amountVnd: number; readonly legalBasis: string }[]
  readonly paidAt: Date
  readonly channel: string
  readonly reference: string
}

/** Biên lai thu lệ phí điện tử. No form of it was available: contents and layout are an assumption. */
export const feeReceipt = form<'fee-receipt', FeeReceiptValues>({
  kind: 'fee-receipt',
  code: 'Biên lai điện tử',
  title: { vi: 'Biên lai thu lệ phí', en: 'Fee receipt' },
  numberSuffix: null, // payments numbers its receipts itself; the number is given
  version: '2025-03-01',
  source: 'Layout assumed; amounts TT 37/2023/TT-BTC, TT 63/2023/TT-BTC',
  paper: (v) => ({
    layout: 'paper',
    formCode: '',
    issuer: { parent: v.authority.parent, name: v.authority.name },
    place: v.authority.place,
    title: 'BIÊN LAI THU LỆ PHÍ',
    subtitle: '(Bản điện tử)',
    blocks: [
      { type: 'fields', rows: [
        { label: 'Người nộp', value: v.payer.fullName, strong: true },
        { label: 'Số định danh cá nhân', value: v.payer.identityNumber },
        { label: 'Địa chỉ', value: v.payer.address },
        { label: 'Cho hồ sơ', value: v.dossierCode },
      ] },
      { type: 'table', columns: [
        { title: 'Khoản thu', share: 5, align: 'left' },
        { title: 'Căn cứ', share: 5, align: 'left' },
        { title: 'Số tiền', share: 3, align: 'right' },
      ], rows: [
        ...v.lines.map((line) => [line.name, line.legalBasis, dong(line.amountVnd)]),
        ['Tổng cộng', '', dong(total(v))],
      ] },
      { type: 'fields', rows: [
        { label: 'Số tiền bằng chữ', value: dongInWords(total(v)), strong: true },
        { label: 'Hình thức', value: v.channel },
        { label: 'Thời điểm thanh toán', value: hourAndDate(v.paidAt) },
        { label: 'Mã giao dịch', value: v.reference },
      ] },
    ],
    signers: [{ role: 'CƠ QUAN THU', hint: 'Ký số', name: officeName(v.authority), kind: 'digital' }],
    recipients: [],
    footnote: '',
  }),
})

function total(values: FeeReceiptValues): number {
  return values.lines.reduce((sum, line) => sum + line.amountVnd, 0)
}
