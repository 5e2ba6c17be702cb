/** The 12-digit personal identification number. Legal: Luật Căn cước 2023, Điều 12. */
import type { LocalDate } from './dates.ts'

export interface IdentityNumber {
  readonly digits: string
  readonly provinceCode: string
  readonly sex: 'male' | 'female'
  readonly birthYear: number
}

/** Strips spaces, dots and dashes that people type between groups of digits. */
export function normaliseDigits(text: string): string {
  return text.replace(/[\s.-]/g, '')
}

/** Reads the structure of a number; undefined when it is not twelve digits. */
export function parseIdentityNumber(text: string): IdentityNumber | undefined {
  const digits = normaliseDigits(text)
  if (!/^\d{12}$/.test(digits)) return undefined
  const centurySex = Number(digits[3])
  return {
    digits,
    provinceCode: digits.slice(0, 3),
    sex: centurySex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(centurySex / 2) * 100 + Number(digits.slice(4, 6)),
  }
}

/** Province codes 097 to 099 are assigned to nobody: every made-up person has one, no real person has. */
export function isMadeUp(digits: string): boolean {
  return /^09[789]/.test(digits)
}

/** Whether the birth year inside the number agrees with a birth date. */
export function agreesWithBirthDate(number: IdentityNumber, birthDate: LocalDate): boolean {
  return number.birthYear === Number(birthDate.slice(0, 4))
}

/** The number with its middle hidden, for screens where the whole is not needed: 0970••••1234. */
export function maskDigits(digits: string): string {
  return digits.length < 9 ? '•'.repeat(digits.length) : `${digits.slice(0, 4)}${'•'.repeat(digits.length - 8)}${digits.slice(-4)}`
}
