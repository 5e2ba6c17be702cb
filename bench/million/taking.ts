import { median, quantile, rounded } from '../figures.ts'

/** Milliseconds between sending what is asked and having all rows, on an otherwise idle server. */
export interface Took {
  readonly medianMs: number
  readonly p99Ms: number
  readonly times: number
}

const WARM_UP = 5

/** Asks again and again, each time for something else; the first few do not count. @returns milliseconds */
export async function timesOf(times: number, ask: (index: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let index = 0; index < times + WARM_UP; index += 1) {
    const from = performance.now()
    await ask(index)
    if (index >= WARM_UP) took.push(performance.now() - from)
  }
  return took
}

/** What many times come to. */
export function tookOf(took: number[]): Took {
  return { medianMs: rounded(median(took)), p99Ms: rounded(quantile(took, 0.99)), times: took.length }
}

/** Asks again and again, each time for something else. */
export async function taking(times: number, ask: (index: number) => Promise<unknown>): Promise<Took> {
  return tookOf(await timesOf(times, ask))
}
