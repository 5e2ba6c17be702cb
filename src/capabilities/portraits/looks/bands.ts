/**
 * How the nearest looks are found without comparing all: the 256 places lie in twelve bands. Two looks that differ in at most 23 places differ
 * in at most one place of at least one band (twelve bands with two each would make 24), so asking each band for its bits and for their
 * neighbours finds every one of them, by index. Pure.
 */

export const BANDS = 12
/** In how many places looks may differ at most for every pair to be found. */
export const MOST_PLACES = 2 * BANDS - 1

const places = Array.from({ length: 256 }, (_, place) => place)
/** Dealt out like cards, so that each band has places from all over the picture: one of nothing but background would be everybody's. */
const dealt = Array.from({ length: BANDS }, (_, band) => places.filter((place) => place % BANDS === band))

/** The bands one after another: where each lies among the bits, counted from 0, and how many places it has. */
export const bands = dealt.map(({ length }, band) => ({ from: dealt.slice(0, band).flat().length, length }))

/** A look of 32 bytes as its 256 bits, band after band. */
export function bitsOf(look: Uint8Array): string {
  return dealt.flat().map((place) => ((look[place >> 3] ?? 0) >> (place & 7)) & 1).join('')
}

/** What to ask a band for: its bits, and each neighbour that differs in one place. */
export function neighboursOf(bits: string, { from, length }: (typeof bands)[number]): string[] {
  const own = bits.slice(from, from + length)
  return [own, ...Array.from(own, (bit, at) => `${own.slice(0, at)}${bit === '0' ? '1' : '0'}${own.slice(at + 1)}`)]
}
