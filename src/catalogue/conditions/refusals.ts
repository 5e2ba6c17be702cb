/**
 * Why an exchange is refused or has to wait — căn cứ từ chối — R1 to R10, each with its law on the day, what it means
 * in plain words, and where the person can settle it.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { at, type Dated, dated, type Provision } from '../provision.ts'
import { type RefusalText, refusalTexts } from './text.ts'

export type RefusalCode =
  | 'licence-not-in-register'
  | 'unresolved-violation'
  | 'not-a-case'
  | 'licence-expired'
  | 'health-certificate-not-valid'
  | 'identity-differs'
  | 'licence-held-or-suspended'
  | 'licence-revoked'
  | 'issued-elsewhere'
  | 'picture-unusable'

/** What the reason stops: filing itself, or only the acceptance (the citizen may file and let it wait). */
export type Blocks = 'filing' | 'acceptance'

export interface RefusalGround {
  readonly code: RefusalCode
  /** R1 to R10, as officers and papers cite it. */
  readonly number: string
  readonly blocks: Blocks
  /** The law, by date of filing. */
  readonly law: Dated<string>
  readonly title: Words
  readonly meaning: Words
  /** What to do, and where. */
  readonly remedy: Words
  /** The procedure that serves the person instead, when there is one: its official code. */
  readonly insteadCode?: string
}

type LawRow = readonly [from: LocalDate, to: LocalDate | undefined, source: string, confidence: number]

function ground(code: RefusalCode, number: string, blocks: Blocks, law: readonly LawRow[], insteadCode?: string): RefusalGround {
  const text: RefusalText = refusalTexts[code]
  const rows: Provision<string>[] = law.map(([from, to, source, confidence]) => ({ value: source, source, confidence, from, ...(to === undefined ? {} : { to }), ...(confidence < 0.7 ? { assumed: true as const } : {}) }))
  return { code, number, blocks, law: dated(`the law behind ${number}`, rows), ...text, ...(insteadCode === undefined ? {} : { insteadCode }) }
}

const R1_FROM: LocalDate = '2017-06-01'

const rows: Readonly<Record<RefusalCode, RefusalGround>> = {
  'licence-not-in-register': ground('licence-not-in-register', 'R1', 'acceptance', [
    [R1_FROM, '2024-12-31', 'TT 12/2017/TT-BGTVT, Điều 36', 0.8],
    ['2025-01-01', '2025-02-28', 'TT 35/2024/TT-BGTVT, Điều 36 khoản 1 điểm đ', 0.9],
    ['2025-03-01', '2026-06-30', 'TT 12/2025/TT-BCA, Điều 21; xác minh theo mẫu số 01, 02 Phụ lục XII', 0.85],
    ['2026-07-01', undefined, 'TT 108/2026/TT-BCA (thay TT 12/2025/TT-BCA; chưa đối chiếu toàn văn)', 0.6],
  ]),
  'unresolved-violation': ground('unresolved-violation', 'R2', 'acceptance', [
    [R1_FROM, '2024-12-31', 'TT 12/2017/TT-BGTVT, được sửa đổi bởi TT 05/2024/TT-BGTVT', 0.7],
    ['2025-01-01', undefined, 'Luật 36/2024/QH15, Điều 62 khoản 4', 0.97],
  ]),
  'not-a-case': ground('not-a-case', 'R3', 'filing', [
    [R1_FROM, '2024-12-31', 'TT 12/2017/TT-BGTVT, Điều 37', 0.7],
    ['2025-01-01', '2025-02-28', 'Luật 36/2024/QH15, Điều 62 khoản 2; TT 35/2024/TT-BGTVT, Điều 36', 0.95],
    ['2025-03-01', undefined, 'Luật 36/2024/QH15, Điều 62 khoản 2 và Điều 89 khoản 3', 0.95],
  ]),
  'licence-expired': ground('licence-expired', 'R4', 'filing', [
    [R1_FROM, '2024-12-31', 'TT 12/2017/TT-BGTVT, Điều 36 khoản 1', 0.9],
    ['2025-01-01', '2025-02-28', 'TT 35/2024/TT-BGTVT, Điều 34 khoản 2', 0.95],
    ['2025-03-01', '2026-06-30', 'TT 12/2025/TT-BCA, Điều 19 khoản 2', 0.95],
    ['2026-07-01', undefined, 'TT 108/2026/TT-BCA, Điều 22', 0.8],
  ], '3.000346'),
  'health-certificate-not-valid': ground('health-certificate-not-valid', 'R5', 'acceptance', [
    [R1_FROM, '2024-12-31', 'TTLT 24/2015/TTLT-BYT-BGTVT', 0.9],
    ['2025-01-01', undefined, 'TT 36/2024/TT-BYT; Luật 36/2024/QH15, Điều 62 khoản 5 điểm a', 0.9],
  ]),
  'identity-differs': ground('identity-differs', 'R6', 'filing', [
    [R1_FROM, '2025-02-28', 'Cổng Dịch vụ công quốc gia: kiểm tra họ tên, số định danh trước khi nộp', 0.8],
    ['2025-03-01', undefined, 'TT 12/2025/TT-BCA, Điều 21 khoản 1 điểm d; kiểm tra của Cổng Dịch vụ công quốc gia', 0.8],
  ]),
  'licence-held-or-suspended': ground('licence-held-or-suspended', 'R7', 'acceptance', [
    [R1_FROM, '2024-12-31', 'TT 12/2017/TT-BGTVT; dữ liệu tạm giữ, tước của Cảnh sát giao thông và Thanh tra giao thông', 0.75],
    ['2025-01-01', undefined, 'Luật 36/2024/QH15, Điều 62; thủ tục 3.000347: giấy phép tích hợp đang bị tước nộp kèm quyết định xử phạt', 0.85],
  ]),
  'licence-revoked': ground('licence-revoked', 'R8', 'filing', [
    [R1_FROM, '2024-12-31', 'TT 12/2017/TT-BGTVT, Điều 33', 0.7],
    ['2025-01-01', '2025-02-28', 'Luật 36/2024/QH15, Điều 62 khoản 5', 0.9],
    ['2025-03-01', undefined, 'Luật 36/2024/QH15, Điều 62 khoản 5; TT 12/2025/TT-BCA, Điều 25', 0.9],
  ]),
  'issued-elsewhere': ground('issued-elsewhere', 'R9', 'filing', [
    [R1_FROM, '2024-12-31', 'TT 12/2017/TT-BGTVT, Điều 37', 0.8],
    ['2025-01-01', undefined, 'Luật 36/2024/QH15, Điều 62 khoản 2 điểm đ, e', 0.9],
  ], '3.000351'),
  'picture-unusable': ground('picture-unusable', 'R10', 'filing', [
    [R1_FROM, undefined, 'Yêu cầu về ảnh của giấy phép lái xe; nguồn: báo chí, chưa có điều khoản', 0.6],
  ]),
}

export const refusalGrounds: readonly RefusalGround[] = Object.values(rows)

/** The ground behind a code. */
export function refusalGround(code: RefusalCode): RefusalGround {
  return rows[code]
}

/** Whether a text is one of the ten codes, as stored with a refusal. */
export function isRefusalCode(text: string): text is RefusalCode {
  return Object.hasOwn(rows, text)
}

/** The law that a refusal cites on a day. @throws NoProvision before 1 June 2017 */
export function refusalLaw(code: RefusalCode, on: LocalDate): Provision<string> {
  return at(rows[code].law, on)
}
