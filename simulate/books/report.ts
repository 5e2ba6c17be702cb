/** The one line of JSON at the end. */
import type { AsWas } from '../as-was/arm.ts'
import { countFates } from '../plan/fates.ts'
import type { FaultKind } from '../plan/rates.ts'
import { compare, type DossierRow } from './compare.ts'
import type { Books } from './read.ts'
import type { Memory } from '../citizen/memory.ts'
import type { Killing } from '../world/kills.ts'
import type { Options } from '../options.ts'
import type { Outside } from '../world/outside.ts'
import type { Traffic } from '../visitor/browser.ts'
import type { Judged } from './wrongs.ts'

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
  /** The part of the hours at work in which the violation source was down. */
  readonly downShare: number
  /** The same people in yesterday's process; undefined where nothing goes wrong by itself. */
  readonly asWas: AsWas | undefined
}

type Fired = Awaited<ReturnType<Outside['fired']>>

/** How often each kind of fault met the service. */
function firedBy(fired: Fired, memories: readonly Memory[]): Record<FaultKind, number> {
  const of = (system: string, kind: string) => fired[system]?.[kind] ?? 0
  return {
    violationsDown: Object.values(fired['violations'] ?? {}).reduce((sum, times) => sum + times, 0),
    certificateLate: of('health-records', 'lateCertificate'), certificateOnPaper: of('health-records', 'paperOnly'),
    paymentSlow: of('payment-platform', 'payment-slow'), paymentDouble: of('payment-platform', 'payment-double'), paymentLost: of('payment-platform', 'payment-lost'),
    paymentFailsAfterCharge: of('payment-platform', 'payment-failAfterCharge'),
    portraitBad: memories.reduce((sum, { badPictures }) => sum + badPictures, 0),
    postLost: of('post', 'lostHint'),
  }
}

/** Everything that fired, in words of system and kind. */
function flat(fired: Fired): Record<string, number> {
  return Object.fromEntries(Object.entries(fired).flatMap(([system, kinds]) => Object.entries(kinds).filter(([, times]) => times > 0).map(([kind, times]) => [`${system} ${kind}`, times])))
}

/** Compares everybody's memory with the books and says it in figures. */
export async function report(run: Run, books: Books, outside: Outside): Promise<Judged & Record<string, unknown>> {
  const { options, memories, traffic, killings } = run
  const [rows, bookings, invariants, fired] = [await books.readDossiers(), await books.readBookings(), await books.checkInvariants(), await outside.fired()]
  const result = compare(memories.map((memory) => ({ codes: memory.codes, results: memory.results, toldPaid: memory.toldPaid, completed: memory.completedAt !== undefined })), rows, bookings)
  const completed = memories.filter((memory) => memory.completedAt !== undefined)
  const eligible = memories.filter(({ person }) => person.story.eligible)
  const eligibleCompleted = eligible.filter(({ completedAt }) => completedAt).length
  const [askedAgain, askedTwiceOnPaper] = [countBy(memories.flatMap(({ given }) => given.askedAgain)), await books.countRepeatedRequests()]
  const takenUp = killings.flatMap(({ takenUpMs }) => takenUpMs ?? [])
  return {
    profile: options.profile, seed: options.seed, citizens: memories.length, eligible: eligible.length,
    started: memories.filter(({ startedAt }) => startedAt).length,
    filed: memories.filter(({ codes }) => codes.size > 0).length,
    decided: result.decided, completed: completed.length, eligibleCompleted,
    quit: countBy(memories.map(({ quit }) => quit?.reason)), quitAt: countBy(memories.map(({ quit }) => quit && `${quit.reason}: ${quit.step}`)),
    completedBy: countBy(completed.map(({ door }) => door)),
    refused: countBy(memories.map(({ refused, person }) => refused === undefined ? undefined : person.story.kind)),
    lost: result.lost, chargedTwice: result.chargedTwice, chargedWithoutService: result.chargedWithoutService, refunded: result.refunded, decidedTwice: result.decidedTwice,
    askedTwice: Object.values(askedAgain).reduce((sum, times) => sum + times, askedTwiceOnPaper), askedAgain,
    completedShare: {
      service: eligible.length === 0 ? 0 : eligibleCompleted / eligible.length, ...(run.asWas ? { asWas: run.asWas.completedShare } : {}),
    },
    ...(run.asWas ? { asWas: run.asWas } : {}),
    onlineShare: completed.length === 0 ? 0 : completed.filter(({ trips }) => trips === 0).length / completed.length,
    typedFields: spreadOf(completed.map(({ typedFields }) => typedFields)).median,
    activeMinutes: spreadOf(completed.map(({ activeSeconds }) => activeSeconds / 60)).median,
    phases: {
      pageMs: spreadOf(traffic.pageMs), filedToAcceptedHours: hoursBetween(rows, 'filedAt', 'acceptedAt'), acceptedToSignedHours: hoursBetween(rows, 'acceptedAt', 'signedAt'),
      signedToReturnedHours: hoursBetween(rows, 'signedAt', 'closedAt'), filedToReturnedHours: hoursBetween(rows.filter(({ status }) => status === 'returned'), 'filedAt', 'closedAt'),
    },
    ...(options.faultsAtLeast > 0 ? { violationsDownShare: Math.round(run.downShare * 1000) / 1000, faultsDealt: countFates(memories.map(({ fate }) => fate)) } : {}),
    faultsFired: firedBy(fired, memories),
    faults: {
      ...flat(fired),
      ...(killings.length > 0 ? { killedWeb: killings.filter(({ process }) => process === 'web').length, killedWorker: killings.filter(({ process }) => process === 'worker').length } : {}),
    },
    ...(killings.length > 0 ? { recovery: { backMs: spreadOf(killings.map(({ backMs }) => backMs)), jobsTakenUpMs: { ...spreadOf(takenUp), most: Math.max(0, ...takenUp), of: takenUp.length } } } : {}),
    requests: traffic.requests, errors: traffic.errors, stuckJobs: await books.countStuck(), invariants, days: run.days, seconds: Math.round(run.seconds),
  }
}
