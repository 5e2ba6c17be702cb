import { median, quantile, rounded } from '../figures.ts'

/** Milliseconds between sending what is asked and having all rows, on an otherwise idle server. */
export interface Took {
  readonly medianMs: number
  readonly p99Ms: number
  readonly times: number
}

const WARM_UP = 5

/** Asks again and again, each time for something else. */
export async function taking(times: number, ask: (index: number) => Promise<unknown>): Promise<Took> {
  const took: number[] = []
  for (let index = 0; index < times + WARM_UP; index += 1) {
    const from = performance.now()
    await ask(index)
    if (index >= WARM_UP) took.push(performance.now() - from)
  }
  return { medianMs: rounded(median(took)), p99Ms: rounded(quantile(took, 0.99)), times }
}
