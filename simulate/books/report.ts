/** The one line of JSON at the end. */
import { compare, type DossierRow } from './books/compare.ts'
import type { Books } from './books/read.ts'
import type { Memory } from './citizen/memory.ts'
import type { Killing } from './world/kills.ts'
import type { Options } from './options.ts'
import type { Outside } from './world/outside.ts'
import type { Traffic } from './visitor/browser.ts'

interface Spread {
  readonly median: number
  readonly p95: number
  readonly p99: number
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 10) / 10
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) }
}

function countBy(words: readonly (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) if (word !== undefined) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const HOUR_MS = 3_600_000

/** Shown hours between two instants of every dossier that has both. */
function hoursBetween(rows: readonly DossierRow[], from: keyof DossierRow, to: keyof DossierRow): Spread {
  return spreadOf(rows.flatMap((row) => {
    const [began, ended] = [row[from], row[to]]
    return began instanceof Date && ended instanceof Date ? [(ended.getTime() - began.getTime()) / HOUR_MS] : []
  }))
}

export interface Run {
  readonly options: Options
  readonly memories: readonly Memory[]
  readonly traffic: Traffic
  readonly killings: readonly Killing[]
  readonly days: number
  readonly seconds: number
}

/** Compares everybody's memory with the books and says it in figures. */
export async function report(run: Run, books: Books, outside: Outside): Promise<Record<string, unknown>> {
  const { options, memories, traffic, killings } = run
  const [rows, bookings, invariants, fired] = [await books.readDossiers(), await books.readBookings(), await books.checkInvariants(), await outside.fired()]
  const result = compare(memories.map((memory) => ({ codes: memory.codes, results: memory.results, toldPaid: memory.toldPaid, completed: memory.completedAt !== undefined })), rows, bookings)
  const completed = memories.filter((memory) => memory.completedAt !== undefined)
  const eligible = memories.filter(({ person }) => person.story.eligible)
  const takenUp = killings.flatMap(({ takenUpMs }) => takenUpMs ?? [])
  return {
    profile: options.profile, seed: options.seed, citizens: memories.length, eligible: eligible.length,
    started: memories.filter(({ startedAt }) => startedAt).length,
    filed: memories.filter(({ codes }) => codes.size > 0).length,
    decided: result.decided, completed: completed.length, eligibleCompleted: eligible.filter(({ completedAt }) => completedAt).length,
    quit: countBy(memories.map(({ quit }) => quit?.reason)), quitAt: countBy(memories.map(({ quit }) => quit && `${quit.reason}: ${quit.step}`)),
    refused: countBy(memories.map(({ refused, person }) => refused === undefined ? undefined : person.story.kind)),
    lost: result.lost, chargedTwice: result.chargedTwice, chargedWithoutService: result.chargedWithoutService, refunded: result.refunded, decidedTwice: result.decidedTwice,
    onlineShare: completed.length === 0 ? 0 : completed.filter(({ trips }) => trips === 0).length / completed.length,
    typedFields: spreadOf(completed.map(({ typedFields }) => typedFields)).median,
    activeMinutes: spreadOf(completed.map(({ activeSeconds }) => activeSeconds / 60)).median,
    phases: {
      pageMs: spreadOf(traffic.pageMs), filedToAcceptedHours: hoursBetween(rows, 'filedAt', 'acceptedAt'), acceptedToSignedHours: hoursBetween(rows, 'acceptedAt', 'signedAt'),
      signedToReturnedHours: hoursBetween(rows, 'signedAt', 'closedAt'), filedToReturnedHours: hoursBetween(rows.filter(({ status }) => status === 'returned'), 'filedAt', 'closedAt'),
    },
    faults: {
      ...fired,
      ...(killings.length > 0 ? { killedWeb: killings.filter(({ process }) => process === 'web').length, killedWorker: killings.filter(({ process }) => process === 'worker').length } : {}),
    },
    ...(killings.length > 0 ? { recovery: { backMs: spreadOf(killings.map(({ backMs }) => backMs)), jobsTakenUpMs: { ...spreadOf(takenUp), most: Math.max(0, ...takenUp), of: takenUp.length } } } : {}),
    requests: traffic.requests, errors: traffic.errors, stuckJobs: await books.countStuck(), invariants, days: run.days, seconds: Math.round(run.seconds),
  }
}

/** What must not be, in one word each; empty when all is well. */
export function wrongsOf(figures: Record<string, unknown>): string[] {
  const wrongs = ['lost', 'chargedTwice', 'chargedWithoutService', 'decidedTwice'].filter((name) => figures[name] !== 0)
  const broken = Object.entries(figures['invariants'] ?? {}).filter(([, rows]) => rows !== 0).map(([name]) => name)
  return [...wrongs, ...broken]
}
