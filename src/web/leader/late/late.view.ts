/** What the leader reads: sums by party and numbers of dossiers, never a name. One query for each part of the page. */
import { type Agreement, type Duty, type DutyId, dutiesOn, findAgreement, getProvince, type Owner, type PartyId, partyIds, partyName } from '../../../catalogue/index.ts'
import { type LateWait, limitsSince, listLateWaits, listOpenWaits, type OpenWait, type PastWaits, type Span, spanOfMonth, sumKept, sumKeptByWeek, sumOpenWaits, sumOwnerHours, WAITS_PAGE_SIZE } from '../../../dossiers/index.ts'
import { addDays, instantAt, type LocalDate, localDateAt, weekday } from '../../../platform/values/dates.ts'
import { listSums } from '../../../observers/statistics/index.ts'
import type { Words } from '../../../platform/values/words.ts'
import type { Work } from '../../../platform/work.ts'

const WEEKS = 12
/** The worst cases on the overview; the list beyond them has a page of its own. */
const WORST = 5

/** A duty of the province with the name of who owes it. */
export interface NamedDuty extends Duty {
  readonly name: Words
}

/** What waits for one duty now; without a duty, what waits for somebody who owes nothing by a time. */
export interface WaitedFor {
  readonly duty: NamedDuty | undefined
  readonly owner: Owner
  readonly dossiers: number
  readonly oldestSince: Date
  readonly oldestCode: string
  readonly late: number
  /** Of how many nobody can tell whether they are late, for want of a calendar. */
  readonly unjudged: number
}

export interface Kept {
  readonly duty: NamedDuty
  readonly settled: number
  readonly late: number
  /** Waits beside the settled ones of which nobody can tell. */
  readonly unjudged: number
}

export interface Week {
  readonly monday: LocalDate
  readonly settled: number
  readonly late: number
  /** Whoever was late most often that week. */
  readonly worst: { readonly name: Words; readonly late: number } | undefined
  /** The calendar does not reach to its end: what is measured in working time is not judged. */
  readonly isUnjudged: boolean
}

/** What every page of the leader says about itself. */
interface Frame {
  readonly province: string
  readonly provinceName: Words
  readonly month: string
  readonly today: LocalDate
  readonly now: Date
  /** The year whose working calendar lacks, so that nobody can tell what was late; null when none does. */
  readonly missingYear: string | null
}

export interface Overview extends Frame {
  readonly waited: readonly WaitedFor[]
  readonly kept: readonly Kept[]
  readonly hours: readonly PastWaits[]
  readonly weeks: readonly Week[]
  readonly worst: readonly LateWait[]
  readonly names: ReadonlyMap<DutyId, NamedDuty>
  /** Of the month: dossiers accepted on paper and how many are digitised, results signed and how many are electronic. */
  readonly digital: Readonly<Record<'digitised' | 'electronic-result', { readonly whole: number; readonly part: number }>>
  readonly agreement: { readonly value: Agreement; readonly from: LocalDate; readonly assumed?: true } | undefined
}

function frameOf(work: Work, province: string, month: string, { missingYear }: Limits): Frame {
  return { province, provinceName: getProvince(province, work.today).name, month, today: work.today, now: work.now, missingYear }
}

type Limits = Awaited<ReturnType<typeof limitsSince>>

/** The duties as they are on a day, each with its party's name. */
function namesOf(province: string, on: LocalDate): ReadonlyMap<DutyId, NamedDuty> {
  const names = new Map(partyIds.map((party) => [party, partyName(party, province, on)]))
  return new Map(dutiesOn(province, on).map((duty) => [duty.id, { ...duty, name: names.get(duty.party) ?? partyName(duty.party, province, on) }]))
}

/** A month's span, not beyond this moment. */
function monthSoFar(work: Work, month: string): Span {
  const { from, to } = spanOfMonth(month)
  return { from, to: new Date(Math.min(to.getTime(), work.now.getTime())) }
}

/** The weeks up to that of a month's last day, or up to now; the week of a past month's last day is whole. */
function weeksUntil(work: Work, month: string): { readonly span: Span; readonly first: LocalDate; readonly last: LocalDate } {
  const end = addDays(localDateAt(spanOfMonth(month).to), -1)
  const [day = end] = [end, work.today].sort()
  const last = addDays(day, 1 - weekday(day))
  const first = addDays(last, -7 * (WEEKS - 1))
  return { first, last, span: { from: instantAt(first), to: new Date(Math.min(instantAt(addDays(last, 7)).getTime(), work.now.getTime())) } }
}

export async function readOverview(work: Work, province: string, month: string): Promise<Overview> {
  const span = monthSoFar(work, month)
  const { span: weeks, first, last } = weeksUntil(work, month)
  const limits = await limitsSince(work, province, weeks.from)
  const [open, kept, hours, byWeek, worst] = await Promise.all([
    sumOpenWaits(work, province, limits), sumKept(work, province, span, limits), sumOwnerHours(work, province, span), sumKeptByWeek(work, province, weeks, limits),
    listLateWaits(work, province, span, limits, [...namesOf(province, work.today).keys()], 1),
  ])
  const names = namesOf(province, work.today)
  const digital = { digitised: await sharesOf(work, province, month, 'digitised'), 'electronic-result': await sharesOf(work, province, month, 'electronic-result') }
  const found = findAgreement(province, work.today)
  return {
    ...frameOf(work, province, month, limits), names, hours, digital, agreement: found, worst: worst.slice(0, WORST),
    waited: waitedOf(open, names), kept: kept.flatMap((one) => withDuty(one, names)),
    weeks: weeksOf(byWeek, names, first, last, limits),
  }
}

async function sharesOf(work: Work, province: string, month: string, figure: 'digitised' | 'electronic-result'): Promise<{ whole: number; part: number }> {
  const { from, to } = spanOfMonth(month)
  const sums = await listSums(work, figure, { from: localDateAt(from), to: addDays(localDateAt(to), -1), provinces: [province] }, 'all')
  const of = (part: string) => sums.find((one) => one.part === part)?.amount ?? 0
  return { whole: of('whole'), part: of('part') }
}

function withDuty<T extends { readonly duty: DutyId }>(one: T, names: ReadonlyMap<DutyId, NamedDuty>): (Omit<T, 'duty'> & { readonly duty: NamedDuty })[] {
  const duty = names.get(one.duty)
  return duty ? [{ ...one, duty }] : []
}

/** Waits of several causes that one duty covers, as one; those past their time first. */
function waitedOf(open: Awaited<ReturnType<typeof sumOpenWaits>>, names: ReadonlyMap<DutyId, NamedDuty>): WaitedFor[] {
  const byDuty = new Map<string, WaitedFor>()
  for (const one of open) {
    const key = one.duty ?? one.owner
    const before = byDuty.get(key)
    const older = before && before.oldestSince <= one.oldestSince ? before : one
    byDuty.set(key, {
      duty: one.duty === null ? undefined : names.get(one.duty), owner: one.owner, oldestSince: older.oldestSince, oldestCode: older.oldestCode,
      dossiers: (before?.dossiers ?? 0) + one.dossiers, late: (before?.late ?? 0) + one.late, unjudged: (before?.unjudged ?? 0) + one.unjudged,
    })
  }
  return [...byDuty.values()].sort((a, b) => b.late - a.late || b.dossiers - a.dossiers)
}

function weeksOf(rows: Awaited<ReturnType<typeof sumKeptByWeek>>, names: ReadonlyMap<DutyId, NamedDuty>, from: LocalDate, to: LocalDate, { missingYear, knownTo }: Limits): Week[] {
  const weeks: Week[] = []
  for (let monday = from; monday <= to; monday = addDays(monday, 7)) {
    const own = rows.filter(({ week }) => week === monday)
    const parties = new Map<PartyId, { name: Words; late: number }>()
    for (const { duty, late } of own) {
      const named = names.get(duty)
      if (named && late > 0) parties.set(named.party, { name: named.name, late: (parties.get(named.party)?.late ?? 0) + late })
    }
    const [worst] = [...parties.values()].sort((a, b) => b.late - a.late)
    weeks.push({ monday, worst, settled: own.reduce((sum, one) => sum + one.settled, 0), late: own.reduce((sum, one) => sum + one.late, 0), isUnjudged: missingYear !== null && knownTo < instantAt(addDays(monday, 7)) })
  }
  return weeks
}

export interface LateView extends Frame {
  readonly party: PartyId | undefined
  /** The parties of the province, to choose one. */
  readonly parties: readonly { readonly id: PartyId; readonly name: Words }[]
  readonly waits: readonly LateWait[]
  readonly names: ReadonlyMap<DutyId, NamedDuty>
  readonly page: number
  readonly hasNext: boolean
}

/** One page of the late waits of a month, of one party or of all. */
export async function readLate(work: Work, province: string, month: string, party: PartyId | undefined, page: number): Promise<LateView> {
  const span = monthSoFar(work, month)
  const names = namesOf(province, work.today)
  const duties = [...names.values()].filter((duty) => party === undefined || duty.party === party).map(({ id }) => id)
  const limits = await limitsSince(work, province, span.from)
  const waits = await listLateWaits(work, province, span, limits, duties, page)
  return {
    ...frameOf(work, province, month, limits), party, names, page, hasNext: waits.length > WAITS_PAGE_SIZE, waits: waits.slice(0, WAITS_PAGE_SIZE),
    parties: partyIds.map((id) => ({ id, name: partyName(id, province, work.today) })),
  }
}

export interface WaitingView extends Frame {
  readonly duty: NamedDuty
  readonly waits: readonly OpenWait[]
  readonly page: number
  readonly hasNext: boolean
}

/** One page of the open dossiers that wait for one duty; undefined when there is no such duty. */
export async function readWaiting(work: Work, province: string, id: string, page: number): Promise<WaitingView | undefined> {
  const duty = [...namesOf(province, work.today).values()].find((one) => one.id === id)
  if (!duty) return undefined
  const limits = await limitsSince(work, province, work.now)
  const waits = await listOpenWaits(work, province, limits, [duty.id], page)
  return { ...frameOf(work, province, work.today.slice(0, 7), limits), duty, page, hasNext: waits.length > WAITS_PAGE_SIZE, waits: waits.slice(0, WAITS_PAGE_SIZE) }
}
