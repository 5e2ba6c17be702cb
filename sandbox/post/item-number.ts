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
