/** Restriction codes on a card — mã hạn chế. Legal: TT 12/2025/TT-BCA, Điều 18. */
import type { Words } from '../../platform/values/words.ts'
import type { Basis } from '../provision.ts'

export type RestrictionCode = 'A.01' | 'A.02' | 'A.03' | 'B.01' | 'B.02' | 'B.03' | 'B.04' | 'B.05'

export interface Restriction extends Basis<Words> {
  readonly code: RestrictionCode
}

const SOURCE = 'TT 12/2025/TT-BCA, Điều 18'

function restriction(code: RestrictionCode, vi: string, en: string, confidence = 0.95): Restriction {
  return { code, value: { vi, en }, source: SOURCE, confidence }
}

const rows: Readonly<Record<RestrictionCode, Restriction>> = {
  'A.01': restriction('A.01', 'Chỉ điều khiển xe mô tô ba bánh dùng cho người khuyết tật', 'Only three-wheel motorcycles for disabled drivers'),
  // The stored text gives odd figures for this one; the annex must be read before it is relied on.
  'A.02': restriction('A.02', 'Chỉ được điều khiển xe mô tô hai bánh có dung tích xi-lanh từ 125 cm³ trở lên hoặc có công suất động cơ điện từ 14 kW trở lên sử dụng hộp số vô cấp', 'Only motorcycles of 125 cc or 14 kW and above with a continuously variable transmission', 0.6),
  'A.03': restriction('A.03', 'Chỉ được điều khiển xe mô tô hai bánh có dung tích xi-lanh đến dưới 175 cm³ hoặc có công suất động cơ điện đến dưới 14 kW', 'Only motorcycles under 175 cc, or electric under 14 kW'),
  'B.01': restriction('B.01', 'Chỉ điều khiển xe ô tô hạng B chuyển số tự động (bao gồm cả xe ô tô điện)', 'Only automatic cars of class B (electric cars included)'),
  'B.02': restriction('B.02', 'Chỉ điều khiển xe ô tô hạng B số tự động, cấp cho người khuyết tật tay trái', 'Only automatic cars of class B; left-arm disability'),
  'B.03': restriction('B.03', 'Chỉ điều khiển xe ô tô hạng B số tự động, cấp cho người khuyết tật tay phải', 'Only automatic cars of class B; right-arm disability'),
  'B.04': restriction('B.04', 'Chỉ điều khiển xe ô tô hạng B số tự động, cấp cho người khuyết tật chân phải', 'Only automatic cars of class B; right-leg disability'),
  'B.05': restriction('B.05', 'Chỉ điều khiển xe ô tô hạng B số tự động, cấp cho người khuyết tật nói chung', 'Only automatic cars of class B; other disability'),
}

/** The text behind a restriction code. */
export function getRestriction(code: RestrictionCode): Restriction {
  return rows[code]
}

/** Whether a text is a known restriction code, as read from a register or a card. */
export function isRestrictionCode(text: string): text is RestrictionCode {
  return Object.hasOwn(rows, text)
}
