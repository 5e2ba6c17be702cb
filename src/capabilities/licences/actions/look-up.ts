/**
 * Tra cứu giấy phép lái xe: what anybody may ask who knows a licence's number and its holder's birth date (D1).
 * Unknown number, wrong date and locked number take the same statements and get the same answer; who only tries learns
 * nothing, not even from the time it took (S9, TH11).
 */
import { LRUCache } from 'lru-cache'
import type { HeldClass } from '../../../catalogue/index.ts'
import { networkOf, wideNetworkOf } from '../../../platform/http/network.ts'
import type { Platform } from '../../../platform/runtime.ts'
import { publicActor } from '../../../platform/values/actor.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { type Budget, commonBudget, isSpent, networkBudget, numberLock, secondsUntil, wideBudget } from '../guard.ts'
import { countAsked, countMissed, findResultState, forgetLookUps, listPublicRows, noteNumber, type PublicRow } from '../store/look-ups.ts'

export interface Asked {
  /** Twelve digits. */
  readonly number: string
  readonly birthDate: LocalDate
  /** The address that asks, as the server sees it. */
  readonly address: string
}

/** Valid or not, classes, expiry, restrictions; nothing else. */
export interface PublicLicence {
  readonly isValid: boolean
  /** Of a licence in force; empty where it is not. */
  readonly held: readonly Pick<HeldClass, 'class' | 'expiresOn' | 'restrictions'>[]
}

export type LookUpAnswer =
  | { readonly kind: 'found'; readonly licence: PublicLicence }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wait'; readonly seconds: number; readonly whose: 'network' | 'everybody' }

/** Who was told to wait until when, so that a flood costs no transaction; the database tells the other processes, and this one after a restart. */
const told = new LRUCache<string, number>({ max: 20_000 })

/**
 * Answers one question from the public.
 * @returns 'wait' when the network, or everybody together, asked too much; 'not-found' for an unknown number, a wrong date and a locked number alike
 */
export async function lookUp(platform: Pick<Platform, 'work' | 'read' | 'log'>, asked: Asked): Promise<LookUpAnswer> {
  const waits = await platform.read(publicActor, async (work): Promise<LookUpAnswer | undefined> => {
    const [first] = scopesOf(work, asked).map(({ scope, whose }) => ({ whose, until: told.get(scope.toString('hex')) ?? 0 })).sort((a, b) => b.until - a.until)
    return first && first.until > work.now.getTime() ? { kind: 'wait', seconds: secondsUntil(new Date(first.until), work.now), whose: first.whose } : undefined
  })
  if (waits) return waits
  const answered = await platform.work(publicActor, (work) => answer(work, asked))
  // Once a window and process: for whoever looks after the service (docs/operations.md). Never which network.
  if (answered.kind === 'wait') platform.log.warn({ whose: answered.whose, seconds: answered.seconds }, 'the public look-up is used up')
  return answered
}

interface Scope {
  readonly whose: 'network' | 'everybody'
  readonly scope: Buffer
  readonly budget: Budget
}

/** The smallest first: a flood from one place, or from one holder of many networks, must not use up what is everybody's. */
function scopesOf(work: Work, { address }: Asked): readonly Scope[] {
  return [
    { whose: 'network', scope: work.blindIndex('look-up-network', networkOf(address)), budget: networkBudget },
    { whose: 'network', scope: work.blindIndex('look-up-network', wideNetworkOf(address)), budget: wideBudget },
    { whose: 'everybody', scope: work.blindIndex('look-up-network', 'all'), budget: commonBudget },
  ]
}

/** The question itself. Every statement is put whatever the others found. */
export async function answer(work: Work, asked: Asked): Promise<LookUpAnswer> {
  const scopes = scopesOf(work, asked)
  for (const { scope, budget, whose } of scopes) {
    const used = await countAsked(work, scope, budget.windowMs)
    if (!isSpent(used, budget)) continue
    told.set(scope.toString('hex'), used.endsAt.getTime())
    return { kind: 'wait', seconds: secondsUntil(used.endsAt, work.now), whose }
  }
  const rows = await listPublicRows(work, asked.number, asked.birthDate)
  const given = work.blindIndex('look-up-date', `${asked.number} ${asked.birthDate}`)
  const isLocked = await noteNumber(work, work.blindIndex('look-up-number', asked.number), rows.length > 0 ? [] : [given], numberLock)
  const licence = isLocked ? undefined : publicLicence(rows, work.today)
  for (const { scope } of scopes) await countMissed(work, scope, licence ? 0 : 1)
  return licence ? { kind: 'found', licence } : { kind: 'not-found' }
}

/** One number may stand on two licences in force, one with a term and one without. */
function publicLicence(rows: readonly PublicRow[], today: LocalDate): PublicLicence | undefined {
  if (rows.length === 0) return undefined
  const held = rows.filter((row) => row.isValid).flatMap((row) => row.held)
  const isValid = held.some((one) => one.expiresOn === null || one.expiresOn >= today)
  return { isValid, held: held.map(({ class: name, expiresOn, restrictions }) => ({ class: name, expiresOn, restrictions })) }
}

/** Where the licence that came of a dossier stands now. */
export type RegisterStanding = 'in-force' | 'replaced' | 'withdrawn' | 'ended'

/** @returns undefined when no licence came of the dossier */
export async function standingOfResult(work: Work, dossierId: string): Promise<RegisterStanding | undefined> {
  const row = await findResultState(work, dossierId)
  if (!row) return undefined
  if (row.state === 'valid') return row.held.some((one) => one.expiresOn === null || one.expiresOn >= work.today) ? 'in-force' : 'ended'
  return row.state === 'revoked' ? 'withdrawn' : 'replaced'
}

/** Deletes what the look-up need no longer remember, now and every hour. */
export async function forgetOldLookUps(work: Work): Promise<void> {
  await forgetLookUps(work)
  work.schedule('licences.forget-look-ups', 'hourly', {}, new Date(work.now.getTime() + 3_600_000))
}
