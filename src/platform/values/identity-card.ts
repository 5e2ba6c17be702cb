/**
 * The line in the QR code of an identity card, as a reader types it: number|former number|name|birth|sex|residence|issued, days
 * as ddMMyyyy. Cards since July 2024 add fields at the end. Legal: no text fixes the line; read off published descriptions.
 */
import { isLocalDate, type LocalDate } from './dates.ts'
import { parseIdentityNumber } from './identity-number.ts'
import { nameKey } from './words.ts'

/** What the line says of its holder. */
export interface IdentityCard {
  /** Twelve digits. */
  readonly identityNumber: string
  readonly formerNumber: string
  readonly fullName: string
  readonly birthDate: LocalDate
  readonly sex: 'male' | 'female'
  readonly residence: string
  /** Undefined where the line does not say. */
  readonly issuedOn: LocalDate | undefined
}

function day(text: string | undefined): LocalDate | undefined {
  const found = /^(\d{2})(\d{2})(\d{4})$/.exec(text?.trim() ?? '')
  const date = found ? `${found[3]}-${found[2]}-${found[1]}` : ''
  return isLocalDate(date) ? date : undefined
}

/** Reads a scanned line; undefined when it is none. */
export function parseIdentityCard(line: string): IdentityCard | undefined {
  const [number = '', former = '', name = '', birth, sex = '', residence = '', issued] = line.normalize('NFC').split('|').map((field) => field.trim())
  const identity = parseIdentityNumber(number)
  const birthDate = day(birth)
  if (!identity || !birthDate || name === '' || name.length > 200) return undefined
  const key = nameKey(sex)
  return {
    identityNumber: identity.digits, formerNumber: former, fullName: name, birthDate, residence: residence.slice(0, 300), issuedOn: day(issued),
    sex: key === 'nam' ? 'male' : key === 'nu' ? 'female' : identity.sex,
  }
}
