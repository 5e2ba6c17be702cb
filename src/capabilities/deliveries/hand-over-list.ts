/** Hand-over lists: what each side stands for, and how they differ. Pure. */
import { createHash } from 'node:crypto'

/** 'closed': the authority stands for it; 'counted': the post found something else; 'complete': both stand for the same. */
export type ListState = 'closed' | 'counted' | 'complete' | 'taken-back'

/** Why an item of the list is not there. */
export const missingReasons = ['not-in-bag', 'damaged', 'unreadable', 'wrong-label'] as const
export type MissingReason = (typeof missingReasons)[number]

/** Why something is there that the list does not name. */
export const extraReasons = ['another-list', 'not-listed', 'not-ours'] as const
export type ExtraReason = (typeof extraReasons)[number]

export interface ListItem {
  readonly cardId: string
  readonly itemNumber: string
  readonly scannedAt: Date | null
  readonly outcome: 'received' | 'missing' | null
  readonly reason: MissingReason | null
}

export interface ListExtra {
  readonly itemNumber: string
  readonly reason: ExtraReason | null
}

interface Found {
  readonly number: string
  readonly received: readonly string[]
  readonly missing: readonly { readonly itemNumber: string; readonly reason: string }[]
  readonly extra: readonly { readonly itemNumber: string; readonly reason: string }[]
}

/** SHA-256, hex, of what a side says it gave or found. Without differences both sides' are equal. */
export function contentHash({ number, received, missing, extra }: Found): string {
  const lines = [
    number, ...[...received].sort(),
    ...missing.map((one) => `missing ${one.itemNumber} ${one.reason}`).sort(), ...extra.map((one) => `extra ${one.itemNumber} ${one.reason}`).sort(),
  ]
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** The list's number: a series of its own, with the province it belongs to. */
export function listNumberOf(count: number): string {
  return `BG-${String(count).padStart(6, '0')}`
}
