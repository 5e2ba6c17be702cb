/** Numbers of a benchmark: medians, quantiles, and how far apart the rounds were. */

/** The value below which a share of the values lies; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}

export const rounded = (value: number, digits = 2) => Number(value.toFixed(digits))

/** One figure beside its target, over interleaved rounds. */
export interface Figure {
  readonly median: number
  readonly least: number
  readonly most: number
  readonly rounds: number
}

export function figureOf(values: readonly number[], digits = 2): Figure {
  return { median: rounded(median(values), digits), least: rounded(Math.min(...values), digits), most: rounded(Math.max(...values), digits), rounds: values.length }
}

/** Runs each side once a round, in turning order, so that a slow spell of the machine hits all alike. @returns values by side, a round each */
export async function interleave<K extends string>(rounds: number, sides: Readonly<Record<K, () => Promise<number>>>): Promise<Record<K, number[]>> {
  const names = Object.keys(sides) as K[] // keys of a literal record
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>
  for (let round = 0; round < rounds; round += 1) {
    const turned = [...names.slice(round % names.length), ...names.slice(0, round % names.length)]
    for (const name of turned) values[name].push(await sides[name]())
  }
  return values
}

/** Ratios of two sides, round by round. */
export function ratios(ours: readonly number[], floor: readonly number[]): number[] {
  return ours.map((value, round) => value / (floor[round] ?? Number.NaN))
}
