/** Which stretch of days the page is about, and what it may be broken down by. Pure. */
import type { Breakdown } from '../../../observers/statistics/index.ts'
import { addDays, addMonths, isLocalDate, type LocalDate } from '../../../platform/values/dates.ts'

export const periodKinds = ['ngay', 'thang', 'quy', 'nam'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** Both days included. */
export interface Period {
  readonly kind: PeriodKind
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The national online service began on 1 July 2020; provinces kept figures of their own before. */
export const FIRST_DAY: LocalDate = '2018-01-01'

/** The first word of each pair is in the address. The first one of a kind is what it shows unless asked. */
export const breakdownWords = { ngay: 'day', thang: 'month', quy: 'quarter', tinh: 'province', kenh: 'channel' } as const satisfies Readonly<Record<string, Breakdown>>
export type BreakdownWord = keyof typeof breakdownWords

const allowed: Readonly<Record<PeriodKind, readonly BreakdownWord[]>> = { ngay: ['kenh', 'tinh'], thang: ['ngay', 'tinh', 'kenh'], quy: ['thang', 'ngay', 'tinh', 'kenh'], nam: ['thang', 'quy', 'tinh', 'kenh'] }

/** What a period can be broken down by, its own choice first. */
export function breakdownsOf(kind: PeriodKind): readonly BreakdownWord[] {
  return allowed[kind]
}

/** The period of that kind around a day. */
export function periodAround(kind: PeriodKind, day: LocalDate): Period {
  const [year = '', month = ''] = day.split('-')
  switch (kind) {
    case 'ngay':
      return { kind, from: day, to: day }
    case 'thang':
      return span(kind, `${year}-${month}-01`, 1)
    case 'quy':
      return span(kind, `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`, 3)
    case 'nam':
      return span(kind, `${year}-01-01`, 12)
  }
}

function span(kind: PeriodKind, from: LocalDate, months: number): Period {
  return { kind, from, to: addDays(addMonths(from, months), -1) }
}

/** The period before and the one after, where there is one. */
export function neighbours({ kind, from, to }: Period, today: LocalDate): { readonly previous: Period | undefined; readonly next: Period | undefined } {
  const before = addDays(from, -1)
  const after = addDays(to, 1)
  return { previous: before < FIRST_DAY ? undefined : periodAround(kind, before), next: after > today ? undefined : periodAround(kind, after) }
}

/** A day as somebody typed it into the address: '2023-10-05', or as people write it. Undefined when it is none or out of reach. */
export function readDay(text: string, today: LocalDate): LocalDate | undefined {
  const written = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim())
  const day = written ? `${written[3]}-${(written[2] ?? '').padStart(2, '0')}-${(written[1] ?? '').padStart(2, '0')}` : text.trim()
  return isLocalDate(day) && day >= FIRST_DAY && day <= today ? day : undefined
}

/** Every bucket of a period, up to today, so that a day on which nothing happened is a nought and not a gap. */
export function bucketsOf({ from, to }: Period, by: 'day' | 'month' | 'quarter', today: LocalDate): string[] {
  const buckets: string[] = []
  for (let day = from; day <= to && day <= today; day = addDays(day, 1)) {
    const bucket = by === 'day' ? day : by === 'month' ? day.slice(0, 7) : `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`
    if (buckets.at(-1) !== bucket) buckets.push(bucket)
  }
  return buckets
}
