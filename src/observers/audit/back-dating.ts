/**
 * Whether a row is dated back: a transaction that began to write after a seal cannot have a time from long before that seal.
 * Numbers of transactions say who wrote first; only the server gives them.
 */
import type { Row } from './leaf.ts'

/** Between the beginning of a transaction, whose time a row bears, and its first writing. */
const PATIENCE_MS = 10 * 60_000
/** Seals that are remembered: a transaction is not open for longer. */
const REMEMBERED = 2_000

interface Sealed {
  readonly ceiling: string
  /** How fast the shown clock ran. */
  readonly rate: string
  readonly sealedAt: Date
}

/** @param fault hears of rows that are dated back */
export function backDating(fault: (text: string) => void): { look(leaf: { readonly source: string; readonly id: string; readonly index: number; readonly row: Row | null }): void; passed(seal: Sealed): void } {
  const seals: { readonly ceiling: bigint; readonly from: number }[] = []
  return {
    look({ source, id, index, row }) {
      if (!row?.at || !row.transaction_id) return
      const transaction = BigInt(row.transaction_id)
      const before = seals.findLast(({ ceiling }) => ceiling <= transaction)
      if (before && Date.parse(row.at) < before.from) fault(`${source} ${id} (leaf ${index}) is dated back: it was written after a seal that is later than its time`)
    },
    passed({ ceiling, rate, sealedAt }) {
      seals.push({ ceiling: BigInt(ceiling), from: sealedAt.getTime() - PATIENCE_MS * Math.max(1, Number(rate)) })
      if (seals.length > REMEMBERED) seals.shift()
    },
  }
}
