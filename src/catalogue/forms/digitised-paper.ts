/** Digitising a paper dossier — số hóa hồ sơ giấy: what a scanned page must be before it counts. Dated. */
import type { LocalDate } from '../../platform/values/dates.ts'
import { at, dated, type Provision } from '../provision.ts'
import { form, type IssuingAuthority } from './paper.ts'
import { hourAndDate } from './wording.ts'

/** Papers that a person hands in at a counter. */
export const digitisedKinds = ['application', 'health-certificate', 'licence', 'other'] as const
export type DigitisedKind = (typeof digitisedKinds)[number]

export interface DigitisationRules {
  /** Dots per inch at least, at the paper's true size. */
  readonly dpi: number
  /** How large a paper of a kind is, in millimetres; of other papers the smallest that is taken whole. */
  readonly sizes: Readonly<Record<DigitisedKind, { readonly width: number; readonly height: number }>>
  /** A page is short of its size by so much at most: scanners cut edges. */
  readonly tolerance: number
  /** A page with a smaller share of ink is blank. */
  readonly leastInk: number
  /** Two pages whose pictures differ in so many of 256 places at most look the same. */
  readonly sameLook: number
  /** Papers without which a dossier on paper is not whole. */
  readonly required: readonly DigitisedKind[]
  readonly mostPages: number
}

const A4 = { width: 210, height: 297 }
const rules = dated<DigitisationRules>('digitising a dossier on paper', [
  {
    value: { dpi: 200, sizes: { application: A4, 'health-certificate': A4, licence: { width: 85.6, height: 53.98 }, other: { width: 148, height: 105 } }, tolerance: 0.05, leastInk: 0.002, sameLook: 6, required: ['application'], mostPages: 30 },
    from: '2019-03-10', source: 'TT 02/2019/TT-BNV (200 dpi trở lên, đúng cỡ giấy); NĐ 118/2025/NĐ-CP (số hóa khi tiếp nhận). Cỡ giấy, ngưỡng trang trắng và trang trùng: lựa chọn của dịch vụ', confidence: 0.7, assumed: true,
  },
])

/** What holds on a day. @throws NoProvision before the rules were made */
export function digitisationRulesOn(on: LocalDate): Provision<DigitisationRules> {
  return at(rules, on)
}

/** The share of dossiers on paper that is to be digitised. */
export const digitisationAim = { value: 1, source: 'Sở GTVT Bắc Ninh, kế hoạch chuyển đổi số: số hóa 100 % từ 9/2022', confidence: 0.8 } as const

const titles: Readonly<Record<DigitisedKind, string>> = { application: 'ĐƠN ĐÃ KÝ TAY', 'health-certificate': 'GIẤY KHÁM SỨC KHỎE', licence: 'GIẤY PHÉP LÁI XE', other: 'GIẤY TỜ KHÁC' }

/** Values of a paper that was scanned. */
export interface DigitisedPaperValues {
  readonly authority: IssuingAuthority
  readonly paperKind: DigitisedKind
  readonly dossierCode: string
  readonly servicePoint: string
  readonly clerk: string
  readonly scannedAt: Date
  /** SHA-256 (hex) of the pages' pictures in order. */
  readonly pageHashes: readonly string[]
}

/** Bản số hóa của một giấy tờ: the pages as they were scanned, signed by who scanned them. Layout assumed; metadata after TT 02/2019/TT-BNV. */
export const digitisedPaper = form<'digitised-paper', DigitisedPaperValues>({
  kind: 'digitised-paper',
  code: 'Bản số hóa',
  title: { vi: 'Bản số hóa giấy tờ', en: 'Digitised paper' },
  numberSuffix: null,
  version: '2025-07-01',
  source: 'Layout assumed; TT 02/2019/TT-BNV, NĐ 118/2025/NĐ-CP',
  paper: (v) => ({
    layout: 'scan',
    formCode: '',
    issuer: { parent: v.authority.parent, name: v.authority.name },
    title: titles[v.paperKind],
    rows: [
      { label: 'Hồ sơ', value: v.dossierCode },
      { label: 'Số trang', value: String(v.pageHashes.length) },
      { label: 'Quét lúc', value: hourAndDate(v.scannedAt) },
      { label: 'Người quét', value: `${v.clerk}, ${v.servicePoint}` },
    ],
    pageHashes: v.pageHashes,
    footnote: 'Bản số hóa từ giấy tờ xuất trình tại nơi tiếp nhận, ký số của người quét.',
  }),
})
