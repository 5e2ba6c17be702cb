/** Item numbers as the UPU standard S10 writes them, impossible in reality: no service ZZ, no country XX. */

const weights = [8, 6, 4, 2, 3, 5, 9, 7]

/** The check digit of eight digits. */
export function checkDigit(serial: string): number {
  const sum = [...serial].reduce((total, digit, place) => total + Number(digit) * (weights[place] ?? 0), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 0 : rest === 11 ? 5 : rest
}

/** ZZ000000014XX for 1. */
export function itemNumber(count: number): string {
  const serial = String(count).padStart(8, '0')
  return `ZZ${serial}${checkDigit(serial)}XX`
}

/** Whether this is a number of the range that agencies print on labels themselves: 10000001 to 49999999. */
export function isAllotted(text: string): boolean {
  const [, serial = '', digit = ''] = /^ZZ(\d{8})(\d)XX$/.exec(text) ?? []
  return Number(serial) >= 10_000_001 && Number(serial) <= 49_999_999 && checkDigit(serial) === Number(digit)
}
