/**
 * What an old class becomes when its licence is exchanged — quy đổi hạng.
 * Legal: Luật 36/2024/QH15, Điều 89 khoản 3; restriction codes TT 12/2025/TT-BCA, Điều 18.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import { at, type Basis, dated } from '../provision.ts'
import type { LicenceClassId, NewClassCode, OldClassCode } from './class-ids.ts'
import { getLicenceClass } from './classes.ts'
import type { RestrictionCode } from './restriction-codes.ts'

/** Certificates for special machines that some exchanges also entitle to. */
export type EntitlementId = 'tractor-to-1000kg' | 'tractor-to-3500kg' | 'tractor-over-3500kg'

/** One class a held class may become. */
export interface ClassOption {
  readonly to: LicenceClassId
  readonly restrictions: readonly RestrictionCode[]
  readonly entitlement: EntitlementId | null
  readonly basis: Basis<string>
}

interface Row {
  readonly clause: string
  readonly to: readonly NewClassCode[]
  readonly restrictions?: readonly RestrictionCode[]
  readonly entitlement?: EntitlementId
}

const rows: Readonly<Record<OldClassCode, Row>> = {
  A1: { clause: 'a', to: ['A'], restrictions: ['A.03'] },
  A2: { clause: 'b', to: ['A'] },
  A3: { clause: 'c', to: ['B1'] },
  A4: { clause: 'd', to: [], entitlement: 'tractor-to-1000kg' },
  'B1-automatic': { clause: 'đ', to: ['B'], restrictions: ['B.01'] },
  B1: { clause: 'e', to: ['B', 'C1'], entitlement: 'tractor-to-3500kg' },
  B2: { clause: 'e', to: ['B', 'C1'], entitlement: 'tractor-to-3500kg' },
  C: { clause: 'g', to: ['C'], entitlement: 'tractor-over-3500kg' },
  D: { clause: 'h', to: ['D2'], entitlement: 'tractor-over-3500kg' },
  E: { clause: 'i', to: ['D'], entitlement: 'tractor-over-3500kg' },
  FB2: { clause: 'k', to: ['BE', 'C1E'], entitlement: 'tractor-to-3500kg' },
  FC: { clause: 'l', to: ['CE'], entitlement: 'tractor-over-3500kg' },
  FD: { clause: 'm', to: ['D2E'], entitlement: 'tractor-over-3500kg' },
  FE: { clause: 'n', to: ['DE'], entitlement: 'tractor-over-3500kg' },
}

/** Whether an exchange on a day still gives the class it was given, or the classes of the new law. */
const exchangesInto = dated<'same-class' | 'law-2024'>('the classes an exchange gives', [
  { value: 'same-class', from: '2017-06-01', to: '2024-12-31', source: 'TT 12/2017/TT-BGTVT, Điều 17', confidence: 0.9 },
  { value: 'law-2024', from: '2025-01-01', source: 'Luật 36/2024/QH15, Điều 89 khoản 3', confidence: 0.97 },
])

/**
 * What a held class may become on a day; more than one option is the citizen's choice, none means that the law
 * no longer knows the class as a licence (A4). @throws NoProvision before 1 June 2017
 */
export function classOptions(held: LicenceClassId, on: LocalDate): readonly ClassOption[] {
  const rule = at(exchangesInto, on)
  const { scheme } = getLicenceClass(held)
  if (rule.value === 'same-class' || scheme === 'law-2024') {
    return [{ to: held, restrictions: [], entitlement: null, basis: { value: 'same', source: rule.value === 'same-class' ? rule.source : 'Luật 36/2024/QH15, Điều 57', confidence: rule.confidence } }]
  }
  const row = oldRow(held)
  const basis: Basis<string> = { value: row.clause, source: `Luật 36/2024/QH15, Điều 89 khoản 3 điểm ${row.clause}`, confidence: 0.97 }
  return row.to.map((code) => ({ to: `law-2024:${code}`, restrictions: row.restrictions ?? [], entitlement: row.entitlement ?? null, basis }))
}

function oldRow(held: LicenceClassId): Row {
  const code = held.slice('law-2008:'.length)
  const row = Object.entries(rows).find(([key]) => key === code)?.[1]
  if (row === undefined) throw new Error(`No exchange rule for ${held}`)
  return row
}
