/** Formats whole đồng the Vietnamese way, with a no-break space before the unit: 135000 → "135.000 đ". */
export function formatVnd(amountVnd: number): string {
  return `${groupThousands(amountVnd)}\u00a0\u0111`
}

/** Groups a whole number by thousands with dots: 1234567 → "1.234.567". */
export function groupThousands(n: number): string {
  return String(Math.trunc(n)).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
}
