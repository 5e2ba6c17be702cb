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
