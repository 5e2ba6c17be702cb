/** How periods, buckets and shares are written. Pure. */
import { findProvince } from '../../../catalogue/index.ts'
import { formatDate, type LocalDate } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { plainShare, shareText } from './numbers.ts'
import type { BreakdownWord, Period } from './period.ts'
import { figuresText } from './text.ts'
import { channels, type ShareFigure, type ShareRow } from './view.ts'

export function periodLabel({ kind, from }: Period, lang: Lang): string {
  const t = figuresText[lang].periods
  const [year = '', month = ''] = from.split('-')
  switch (kind) {
    case 'ngay':
      return t.ngay(formatDate(from))
    case 'thang':
      return t.thang(`${month}/${year}`)
    case 'quy':
      return t.quy(String(Math.ceil(Number(month) / 3)), year)
    case 'nam':
      return t.nam(year)
  }
}

/** @param on the day whose names of provinces are used */
export function bucketLabel(bucket: string, by: BreakdownWord, lang: Lang, on: LocalDate): string {
  const t = figuresText[lang]
  switch (by) {
    case 'ngay':
      return formatDate(bucket)
    case 'thang':
      return `${bucket.slice(5)}/${bucket.slice(0, 4)}`
    case 'quy':
      return t.periods.quy(bucket.slice(6), bucket.slice(0, 4))
    case 'tinh':
      return provinceName(bucket, lang, on)
    case 'kenh':
      return t.channels[channels.find((one) => one === bucket) ?? 'online']
  }
}

/** The name on that day, or, of one that was merged since or before, the other one it had. */
function provinceName(id: string, lang: Lang, on: LocalDate): string {
  return [on, '2025-06-30', '2025-07-01'].map((day) => findProvince(id, day)?.name[lang]).find((name) => name !== undefined) ?? id
}

/** Short, for the foot of a column. */
export function shortLabel(bucket: string, by: BreakdownWord): string {
  return by === 'ngay' ? String(Number(bucket.slice(8))) : by === 'thang' ? bucket.slice(5) : bucket.slice(5)
}

/** The two numbers whose quotient a row says: of index 3.3 the product of two shares. */
function quotientOf(id: ShareFigure, { whole, part, synced }: ShareRow): readonly [bigint, bigint] {
  return id === 'online-with-result' ? [BigInt(part) * BigInt(synced), BigInt(whole) * BigInt(whole)] : [BigInt(part), BigInt(whole)]
}

export function rowShare(id: ShareFigure, row: ShareRow, lang: Lang): string | undefined {
  return shareText(...quotientOf(id, row), lang)
}

export function rowPlainShare(id: ShareFigure, row: ShareRow): string | undefined {
  return plainShare(...quotientOf(id, row))
}
