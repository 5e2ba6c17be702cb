/** Reads the card as scanned or typed. Pure. */
import { isLocalDate, type LocalDate } from '../../../platform/values/dates.ts'
import { parseIdentityCard } from '../../../platform/values/identity-card.ts'
import { isMadeUp, parseIdentityNumber } from '../../../platform/values/identity-number.ts'
import type { openText } from './text/open.ts'

export interface ReadCard {
  readonly identityNumber: string
  readonly fullName: string
  readonly birthDate: LocalDate
  readonly how: 'scan' | 'typed'
}

type Problem = Exclude<keyof (typeof openText)['vi'], 'filed'>
export type CardErrors = Readonly<Partial<Record<'card' | 'number' | 'name' | 'birth-day', Problem>>>

/** @param simulation whether this service takes made-up people, and only those */
export function readCard(text: (name: string) => string, simulation: boolean): ReadCard | { readonly errors: CardErrors } {
  const line = text('card').trim()
  if (line !== '') {
    const card = parseIdentityCard(line)
    if (!card) return { errors: { card: 'scanWrong' } }
    return judged({ identityNumber: card.identityNumber, fullName: card.fullName, birthDate: card.birthDate, how: 'scan' }, simulation)
  }
  if (text('how') !== 'typed') return { errors: { card: 'scanWrong' } }
  const number = parseIdentityNumber(text('number'))
  const fullName = text('name').normalize('NFC').trim().replace(/\s+/g, ' ')
  const birthDate = [text('birth-year').trim().padStart(4, '0'), text('birth-month').trim().padStart(2, '0'), text('birth-day').trim().padStart(2, '0')].join('-')
  const errors: CardErrors = {
    ...(number ? {} : { number: 'numberWrong' as const }), ...(fullName !== '' && fullName.length <= 120 ? {} : { name: 'nameMissing' as const }),
    ...(isLocalDate(birthDate) ? {} : { 'birth-day': 'birthWrong' as const }),
  }
  if (!number || Object.keys(errors).length > 0) return { errors }
  return judged({ identityNumber: number.digits, fullName, birthDate, how: 'typed' }, simulation)
}

/** The number says sex and year of birth: a slip of the finger shows. */
function judged(card: ReadCard, simulation: boolean): ReadCard | { readonly errors: CardErrors } {
  const field = card.how === 'scan' ? 'card' : 'number'
  // A simulation must never take in a real person, nor the real service a made-up one.
  if (isMadeUp(card.identityNumber) !== simulation) return { errors: { [field]: 'notOfThisWorld' } }
  const year = parseIdentityNumber(card.identityNumber)?.birthYear
  return year === Number(card.birthDate.slice(0, 4)) ? card : { errors: { [card.how === 'scan' ? 'card' : 'birth-day']: 'birthDiffers' } }
}
