/** How the page writes numbers: one rule of rounding, the marks of each language. Pure. */
import { countText } from '../../../platform/values/money.ts'
import type { Lang } from '../../../platform/values/words.ts'

/**
 * A share in percent with two decimals, halves rounded up: 1115 of 2490 → "44,78 %", in English "44.78 %".
 * @returns undefined when there is no whole
 */
export function shareText(part: number | bigint, whole: number | bigint, lang: Lang): string | undefined {
  const plain = plainShare(part, whole)
  return plain && `${lang === 'vi' ? plain.replace('.', ',') : plain}\u00a0%`
}

/** The same as a plain decimal with a point, for files. */
export function plainShare(part: number | bigint, whole: number | bigint): string | undefined {
  const [p, w] = [BigInt(part), BigInt(whole)]
  if (w <= 0n) return undefined
  const hundredths = (p * 20_000n + w) / (2n * w)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
}

/** Minutes as hours with one decimal. */
export function hoursText(minutes: number, lang: Lang): string {
  const tenths = Math.round(minutes / 6)
  return `${countText(Math.floor(tenths / 10), lang)}${lang === 'vi' ? ',' : '.'}${tenths % 10}`
}
