/** The two languages of every page; Vietnamese first. */
export type Lang = 'vi' | 'en'

/** One text in both languages. */
export type Words = Readonly<Record<Lang, string>>

/**
 * The key that names are searched and sorted by: lower case, without diacritics, single spaces.
 * Vietnamese d with stroke does not decompose in Unicode, so it is mapped by hand.
 */
export function nameKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0111\u0110]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** A text as the beginning of a line: its first letter large. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/** A share of a whole as people read it, never rounded up to the whole; a dash where there is none. */
export function percentOf(share: number | null, lang: Lang): string {
  if (share === null) return '–'
  const text = (Math.floor(share * 1000) / 10).toFixed(share === 1 || share === 0 ? 0 : 1)
  return `${lang === 'vi' ? text.replace('.', ',') : text} %`
}
