/**
 * Points — điểm giấy phép lái xe: twelve, since 1 January 2025. An exchange, a reissue or an upgrade keeps the balance;
 * an integrated licence has one balance for the part without end and one for the part with an end.
 * Legal: Luật 36/2024/QH15, Điều 58; NĐ 168/2024/NĐ-CP, Điều 50 khoản 1 điểm d.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import { covers, dated } from '../provision.ts'

const points = dated('points of a licence', [{ value: 12, from: '2025-01-01', source: 'Luật 36/2024/QH15, Điều 58 khoản 1', confidence: 0.97 }])

/** A full balance on a day; null before points existed. */
function fullPoints(on: LocalDate): number | null {
  return covers(points, on) ? 12 : null
}

export interface PointBalance {
  readonly indefinite: number | null
  readonly definite: number | null
}

/** Balances after an exchange: the old ones, each part for itself. A part that is new to the holder starts full. */
export function carriedPoints(old: readonly PointBalance[], parts: { indefinite: boolean; definite: boolean }, on: LocalDate): PointBalance {
  const lowest = (pick: (b: PointBalance) => number | null): number | null => {
    const known = old.map(pick).filter((n) => n !== null)
    return known.length === 0 ? fullPoints(on) : Math.min(...known)
  }
  return {
    indefinite: parts.indefinite ? lowest((b) => b.indefinite) : null,
    definite: parts.definite ? lowest((b) => b.definite) : null,
  }
}
