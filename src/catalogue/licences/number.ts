/**
 * Licence numbers — số giấy phép lái xe: 2 digits province of birth registration, 1 sex and century, 2 year the
 * driving test was passed, 7 random. Source: two published explanations that agree; conf 0.85. Old paper numbers differ.
 */

/** Whether a number has the 12-digit form of the plastic card. */
export function isTwelveDigitLicenceNumber(text: string): boolean {
  return /^\d{12}$/.test(text)
}

/**
 * A first 12-digit number for someone whose paper licence had another kind.
 * @param identityNumber 12 digits; its province code and sex digit are reused
 * @param passedYear the year the test of the highest class was passed
 * @param sevenDigits drawn by the caller, so that this file stays without chance
 */
export function composeLicenceNumber(identityNumber: string, passedYear: number, sevenDigits: string): string {
  if (!/^\d{12}$/.test(identityNumber) || !/^\d{7}$/.test(sevenDigits)) throw new Error('A licence number needs a 12-digit identity number and seven digits')
  return `${identityNumber.slice(1, 3)}${identityNumber.slice(3, 4)}${String(passedYear % 100).padStart(2, '0')}${sevenDigits}`
}
