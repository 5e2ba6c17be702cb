/** Whom a list showed to a member of staff: one row a page, deduplicated, with a digest of it in a sealed fact (AUD1, AUD4, S14). */
import { listingLimitAt, retention } from '../../../catalogue/index.ts'
import { raiseOnce } from '../../../platform/outside/alarms.ts'
import { officeOf } from '../../../platform/values/actor.ts'
import { addDays, instantAt, localTimeAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { appendListReading, countSeen, digestOfListReading, eraseListReadings, unseenSince } from '../../store/worklists/list-readings.ts'

/** Kinds of lists, as the person is told. 'found': a search; 'examination': one person on a doctor's page. Those two are no lists of work: somebody looked for just this person. */
export type ListPurpose = 'found' | 'worklist' | 'opinions' | 'bulk' | 'register' | 'cards' | 'money' | 'cash' | 'digitise' | 'printing' | 'clinic' | 'examination'

/** Lists that somebody could page through to gather names; the others end with the work that waits. */
export const BROWSED = ['found', 'worklist', 'register'] as const satisfies readonly ListPurpose[]

/** Seen anew within this time in the same kind of list is the same reading. */
const SAME_READING_MS = 10 * 60_000
const HOUR_MS = 3_600_000
/** Rows erased in one transaction. */
const ERASED_AT_ONCE = 20_000

/**
 * Records whom a page showed to a member of staff: one row that names those of them whom the reader did not see in such a list just before; none when there is nobody.
 * @param people identity numbers of people whom a clinic shows
 */
export async function noteListed(work: Work, purpose: ListPurpose, { dossierIds = [], people = [] }: { readonly dossierIds?: readonly string[]; readonly people?: readonly string[] }): Promise<void> {
  const { actor } = work
  if (actor.kind !== 'staff' || dossierIds.length + people.length === 0) return
  const since = (ms: number) => new Date(work.now.getTime() - ms)
  const seen = { dossierIds, identityIndexes: people.map((number) => work.blindIndex('identity-number', number)) }
  const isBrowsed = BROWSED.some((one) => one === purpose)
  // Asked in one turn: nobody waits for it twice.
  const [fresh, inAnHour] = await Promise.all([unseenSince(work, actor.staffId, purpose, seen, since(SAME_READING_MS)), isBrowsed ? countSeen(work, actor.staffId, BROWSED, seen, since(HOUR_MS)) : 0])
  if (fresh.dossierIds.length + fresh.identityIndexes.length === 0) return
  const row = appendListReading(work, { staffId: actor.staffId, officeCode: officeOf(actor) ?? actor.provinceCode, purpose, ...fresh })
  work.announce('dossier.listed', { readingId: row.id, purpose, digest: digestOfListReading(row) })
  const limit = listingLimitAt(work.today, localTimeAt(work.now))
  if (inAnHour > limit) await raiseOnce(work, { kind: 'bulk-listing', system: 'own', subjectId: actor.staffId, provinceCode: actor.provinceCode, details: { province: actor.provinceCode, limit: String(limit), read: String(inAnHour) } })
}

/** Each night: readings whose time is over are erased, some at a time; their facts stay and name nobody but the reader. */
export async function forgetListReadings(work: Work): Promise<void> {
  const { days } = retention['list-reading'].value
  if (days === 'for-ever') return
  const erased = await eraseListReadings(work, instantAt(addDays(work.today, -days)), ERASED_AT_ONCE)
  if (erased === ERASED_AT_ONCE) work.enqueue('dossiers.forget-list-readings', {})
  else work.schedule('dossiers.forget-list-readings', 'nightly', {}, instantAt(addDays(work.today, 1), '03:20'))
}
