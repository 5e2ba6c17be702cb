/** Whose examination begins: a scanned card, or what was copied from one. Pure. */
import type { Examination } from '../../capabilities/health-certificates/index.ts'
import { parseWireDate } from '../../platform/values/dates.ts'
import { parseIdentityCard } from '../../platform/values/identity-card.ts'
import { parseIdentityNumber } from '../../platform/values/identity-number.ts'
import type { Lang } from '../../platform/values/words.ts'
import { clinicText } from './text.ts'

/** What was typed on the form that begins an examination. */
export type Begun = Readonly<Record<'card' | 'fullName' | 'birthDate', string>>
export type BeginErrors = Readonly<Partial<Record<keyof Begun, string>>>

export const nothingBegun: Begun = { card: '', fullName: '', birthDate: '' }

type Examined = Pick<Examination['answers'], 'identityNumber' | 'fullName' | 'birthDate' | 'sex' | 'residence'>

/** Reads it. @returns the person as the card says, or field → what is wrong */
export function readBegun(begun: Begun, lang: Lang): { readonly person: Examined } | { readonly errors: BeginErrors } {
  const t = clinicText[lang].begin
  const card = parseIdentityCard(begun.card)
  if (card) return { person: { identityNumber: card.identityNumber, fullName: card.fullName, birthDate: card.birthDate, sex: card.sex, residence: card.residence } }
  const number = parseIdentityNumber(begun.card)
  if (!number) return { errors: { card: begun.card.trim() === '' ? t.card : t.wrongNumber } }
  const fullName = begun.fullName.normalize('NFC').trim().slice(0, 200)
  const birthDate = parseWireDate(begun.birthDate.trim())
  if (fullName === '' || birthDate === undefined) return { errors: { ...(fullName === '' ? { fullName: t.name } : {}), ...(birthDate === undefined ? { birthDate: t.birth } : {}) } }
  return { person: { identityNumber: number.digits, fullName, birthDate, sex: number.sex, residence: '' } }
}
