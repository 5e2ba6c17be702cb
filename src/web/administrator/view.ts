/** What the pages of the calendar show. */
import { type CalendarEntry, findEntry, findLoadedSpan, listEntries } from '../../capabilities/calendars/index.ts'
import { findStaff } from '../../capabilities/identity/index.ts'
import { type ProposedDay, type Province, proposedHolidays, provincesOn } from '../../catalogue/index.ts'
import { listRecounts, type Preview, previewChange, type Recount } from '../../dossiers/index.ts'
import { addDays, type LocalDate } from '../../platform/values/dates.ts'
import { isId } from '../../platform/values/ids.ts'
import type { Work } from '../../platform/work.ts'

export interface YearView {
  readonly year: number
  readonly province: Province
  readonly provinces: readonly Province[]
  readonly entries: readonly CalendarEntry[]
  /** The first and last loaded year. */
  readonly loaded: { readonly first: string; readonly last: string } | undefined
  /** Where this is the year that would be opened next: what the code proposes and nobody has entered. */
  readonly next: { readonly proposed: readonly ProposedDay[] | undefined; readonly entered: number } | undefined
  /** The next year is near and not open. */
  readonly endsSoon: boolean
  readonly today: LocalDate
}

const SOON_DAYS = 60

/** @param provinceId the chosen province; the administrator's own where it is none */
export async function readYear(work: Work, year: number, provinceId: string, ownProvince: string): Promise<YearView> {
  const provinces = provincesOn(work.today)
  const province = provinces.find(({ id }) => id === provinceId) ?? provinces.find(({ id }) => id === ownProvince)
  if (!province) throw new Error('an administrator works in a province')
  const [all, span] = await Promise.all([listEntries(work, year), findLoadedSpan(work)])
  const isNext = span !== undefined && year === Number(span.to.slice(0, 4)) + 1
  const ofCountry = new Set(all.filter((entry) => entry.province === null).map(({ date }) => date))
  return {
    year, province, provinces, entries: all.filter((entry) => entry.province === null || entry.province === province.id), today: work.today,
    loaded: span && { first: span.from.slice(0, 4), last: span.to.slice(0, 4) },
    next: isNext ? { proposed: proposedHolidays(year)?.filter(({ date }) => !ofCountry.has(date)), entered: all.length } : undefined,
    endsSoon: span === undefined || addDays(work.today, SOON_DAYS) > span.to,
  }
}

export interface DayView {
  readonly entry: CalendarEntry
  readonly isLoaded: boolean
  /** What deciding would move; undefined where there is nothing to decide. */
  readonly preview: Preview | undefined
  readonly recounts: readonly Recount[]
  /** Names of who entered, confirmed, proposed and took back. */
  readonly names: ReadonlyMap<string, string>
  readonly provinces: readonly Province[]
  readonly today: LocalDate
}

export async function readDayView(work: Work, id: string): Promise<DayView | undefined> {
  const entry = await findEntry(work, id)
  if (!entry) return undefined
  const span = await findLoadedSpan(work)
  const isLoaded = span !== undefined && entry.date >= span.from && entry.date <= span.to
  const isDeciding = entry.withdrawnBy === null && isLoaded && (entry.confirmedBy === null || entry.withdrawalBy !== null)
  const [preview, recounts, names] = await Promise.all([isDeciding ? previewChange(work, entry) : undefined, listRecounts(work, id), namesOf(work, entry)])
  return { entry, isLoaded, preview, recounts, names, provinces: provincesOn(work.today), today: work.today }
}

async function namesOf(work: Work, { enteredBy, confirmedBy, withdrawalBy, withdrawnBy }: CalendarEntry): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set([enteredBy, confirmedBy, withdrawalBy, withdrawnBy])].filter((id) => id !== null).filter(isId)
  const found = await Promise.all(ids.map((id) => findStaff(work, id)))
  return new Map(found.flatMap((one) => (one ? [[one.id, one.fullName] as const] : [])))
}
