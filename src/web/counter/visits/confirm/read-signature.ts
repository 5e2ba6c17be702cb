/** Reads the form with which somebody without a phone agrees: the card once more, and a signature. Pure. */
import { parseStrokes, type Proof } from '../../../../capabilities/counters/index.ts'
import type { Person } from '../../../../capabilities/identity/index.ts'
import { parseIdentityCard } from '../../../../platform/values/identity-card.ts'
import { parseIdentityNumber } from '../../../../platform/values/identity-number.ts'
import { nameKey } from '../../../../platform/values/words.ts'

export type SignatureError = 'cardWrong' | 'signMissing' | 'nameWrong'

/** @param text the field of a name: `card` scanned or its number typed, `strokes` as drawn, or `name` with `declare` */
export function readSignature(person: Person, text: (name: string) => string): Proof | { readonly errors: Readonly<Partial<Record<'card' | 'sign' | 'name', SignatureError>>> } {
  const card = text('card').trim()
  const number = parseIdentityCard(card)?.identityNumber ?? parseIdentityNumber(card)?.digits
  const cardError = number === person.identityNumber ? {} : { card: 'cardWrong' as const }
  const strokes = parseStrokes(text('strokes'))
  if (strokes) return number === person.identityNumber ? { kind: 'drawn', cardShown: true, strokes } : { errors: cardError }
  const name = text('name').normalize('NFC').trim()
  if (name === '' || text('declare') !== '1') return { errors: { ...cardError, sign: 'signMissing' } }
  if (nameKey(name) !== nameKey(person.fullName)) return { errors: { ...cardError, name: 'nameWrong' } }
  return number === person.identityNumber ? { kind: 'typed', cardShown: true, name, declared: true } : { errors: cardError }
}
