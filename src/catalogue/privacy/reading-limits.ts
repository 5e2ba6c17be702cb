/**
 * How many people's papers one member of staff opens before somebody asks why — ngưỡng đọc hồ sơ. A rule of this service (S14, TH2), not of the law:
 * sixty an hour is one a minute without a break, and nobody appraises that fast.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import { weekday } from '../../platform/values/dates.ts'

export const readingLimits = {
  /** Dossiers an hour that the reader does not hold. */
  perHour: 60,
  /** The same at night and on a weekend. */
  perHourOutOfHours: 20,
  /** Dossiers an hour that stand in lists which one pages through: twenty full pages. */
  listedPerHour: 1000,
  listedPerHourOutOfHours: 200,
  /** Local times between which an office works. */
  from: '07:00',
  to: '18:30',
  source: { document: 'Quy định nội bộ', note: 'S14' },
} as const

/** The limit that holds at a local day and time. */
export function readingLimitAt(day: LocalDate, time: string): number {
  return isWithinHours(day, time) ? readingLimits.perHour : readingLimits.perHourOutOfHours
}

/** The same for dossiers that stand in lists. */
export function listingLimitAt(day: LocalDate, time: string): number {
  return isWithinHours(day, time) ? readingLimits.listedPerHour : readingLimits.listedPerHourOutOfHours
}

/** Whether an office works at a local day and time, for these limits. */
export function isWithinHours(day: LocalDate, time: string): boolean {
  return weekday(day) <= 5 && time >= readingLimits.from && time < readingLimits.to
}

/** What somebody who looked into it may find of an alarm about staff; their own words stand beside it. */
export const conductReasons = ['own-work', 'by-mistake', 'reminded', 'passed-on', 'counted-wrong'] as const
export type ConductReason = (typeof conductReasons)[number]

export function isConductReason(text: string): text is ConductReason {
  return conductReasons.some((one) => one === text)
}
