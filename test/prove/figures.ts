/** What a proof measured, kept for the table at the end of `npm run prove:faults`. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const FILE = join(import.meta.dirname, '..', '..', '.data', 'prove', 'figures.jsonl')

export interface Figures {
  readonly proof: string
  readonly [name: string]: unknown
}

/** Keeps the figures of a proof, and tells them at once. */
export function keep(figures: Figures): void {
  mkdirSync(dirname(FILE), { recursive: true })
  appendFileSync(FILE, `${JSON.stringify(figures)}\n`)
  process.stderr.write(`${JSON.stringify(figures)}\n`)
}

/** Begins anew. */
export function forget(): void {
  rmSync(FILE, { force: true })
}

export function readKept(): Figures[] {
  if (!existsSync(FILE)) return []
  return readFileSync(FILE, 'utf8').trimEnd().split('\n').map((line): Figures => JSON.parse(line))
}

/** The seed of this run: PROVE_SEED, else one that is drawn and told. */
export const seed = Number(process.env.PROVE_SEED ?? 1)

/** Proofs may be made smaller than they are by default, to try them out: PROVE_SCALE=0.1. */
export const scale = Number(process.env.PROVE_SCALE ?? 1)
