/** The 12-digit personal identification number. Legal: Luật Căn cước 2023, Điều 12. */
export interface IdentityNumber {
  readonly digits: string
  readonly provinceCode: string
  readonly sex: 'male' | 'female'
  readonly birthYear: number
}

/** Strips spaces, dots and dashes that people type between groups of digits. */
function normaliseDigits(text: string): string {
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
