/** When an officer is told "look here" — gợi ý xem lại: thresholds, dated. A hint is a reason to look and never decides anything. */
import type { LocalDate } from '../../platform/values/dates.ts'
import { at, dated } from '../provision.ts'

interface HintLimits {
  /** Days before the filing that are looked at. */
  readonly days: number
  /** One phone on the dossiers of so many different people. */
  readonly peopleOfOnePhone: number
  /** Dossiers that one helper filed on one day. */
  readonly dossiersOfOneHelper: number
  /** Two pictures look alike when their looks differ in so many of 256 places at most; measured (docs/decisions/0047). */
  readonly placesOfLook: number
}

const limits = dated<HintLimits>('hints for officers', [
  { value: { days: 90, peopleOfOnePhone: 3, dossiersOfOneHelper: 40, placesOfLook: 20 }, from: '2023-10-01', source: 'Lựa chọn của dịch vụ; chưa có văn bản nào quy định', confidence: 0.5, assumed: true },
])

/** @throws NoProvision before the service began */
export function hintLimitsOn(on: LocalDate): HintLimits {
  return at(limits, on).value
}

export const hintKinds = ['same-picture', 'like-picture', 'same-phone', 'busy-helper'] as const
export type HintKind = (typeof hintKinds)[number]

/** Why somebody who looked lets it be: a closed list, for events hold no free text. */
export const hintReasons = ['same-person', 'other-picture', 'family', 'office-phone', 'group-at-counter', 'told-supervisor'] as const
export type HintReason = (typeof hintReasons)[number]
