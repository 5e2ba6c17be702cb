import type { Lang } from './words.ts'

/** Formats whole đồng the Vietnamese way, with a no-break space before the unit: 135000 → "135.000 đ". */
export function formatVnd(amountVnd: number): string {
  return `${groupThousands(amountVnd)}\u00a0\u0111`
}

/** A whole number with the marks of a language: 2490 → "2.490" in Vietnamese, "2,490" in English. */
export function countText(n: number, lang: Lang): string {
  const text = groupThousands(n)
  return lang === 'vi' ? text : text.replaceAll('.', ',')
}

/** Groups a whole number by thousands with dots: 1234567 → "1.234.567". */
export function groupThousands(n: number): string {
  return String(Math.trunc(n)).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
}
