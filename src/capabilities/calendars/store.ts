/** SQL of schema calendars. */
import type { CalendarDay, DayKind } from '../../catalogue/index.ts'
import { type Sql, sql } from '../../platform/db/sql.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Work } from '../../platform/work.ts'

/** A row of the calendar, also when it is not confirmed yet. */
export interface CalendarEntry {
  readonly id: string
  /** null: the whole country. */
  readonly province: string | null
  readonly date: LocalDate
  readonly kind: DayKind
  readonly name: string
  readonly decreeNo: string | null
  readonly source: string
  readonly confidence: number
  readonly enteredBy: string
  readonly enteredAt: Date
  readonly confirmedBy: string | null
  readonly confirmedAt: Date | null
  /** The document by which somebody proposed to take back a day that counts. */
  readonly withdrawalDecreeNo: string | null
  readonly withdrawalBy: string | null
  readonly withdrawnBy: string | null
  readonly withdrawnAt: Date | null
}

const columns = sql`id, province, date, kind, name, decree_no as "decreeNo", source, confidence::float8 as confidence,
  entered_by as "enteredBy", entered_at as "enteredAt", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt",
  withdrawal_decree_no as "withdrawalDecreeNo", withdrawal_by as "withdrawalBy", withdrawn_by as "withdrawnBy", withdrawn_at as "withdrawnAt"`

/** Loaded years as a span of days; undefined when no year is loaded. Years form one run (checked by an invariant). */
export async function findLoadedSpan(work: Work): Promise<{ from: LocalDate; to: LocalDate } | undefined> {
  return spanOf(await work.db.one<SpanRow>(sql`select min(year) as first, max(year) as last from calendars.loaded_year`))
}

interface SpanRow {
  first: number | null
  last: number | null
}

function spanOf({ first, last }: SpanRow): { from: LocalDate; to: LocalDate } | undefined {
  return first === null || last === null ? undefined : { from: `${first}-01-01`, to: `${last}-12-31` }
}

/** A change that is only thought of: a day that would count, one that would no longer. */
export interface AssumedChange {
  readonly counts?: string
  readonly dropped?: string
}

/**
 * Loaded years and the confirmed days between two days, in one question; where a province has its own row, it goes before
 * the national one. @param to undefined: as far as years are loaded
 */
export async function readCountingDays(work: Work, province: string | null, from: LocalDate, to: LocalDate | undefined, { counts = '', dropped = '' }: AssumedChange): Promise<{ span: { from: LocalDate; to: LocalDate } | undefined; days: CalendarDay[] }> {
  const rows = await work.db.many<SpanRow & { date: LocalDate | null; kind: DayKind; name: string; decreeNo: string | null }>(sql`
    select s.first, s.last, d.date, d.kind, d.name, d.decree_no as "decreeNo" from (select min(year) as first, max(year) as last from calendars.loaded_year) s
    left join (select distinct on (date) date, kind, name, decree_no from calendars.day
      where date between ${from} and coalesce(${to ?? null}::date, 'infinity') and (province is null or province = ${province}) and (confirmed_at is not null or id::text = ${counts}) and withdrawn_at is null and id::text <> ${dropped}
      order by date, province nulls last) d on extract(year from d.date) <= s.last
    order by d.date`)
  const [first] = rows
  return { span: first && spanOf(first), days: rows.flatMap(({ date, kind, name, decreeNo }) => (date === null ? [] : [{ date, kind, name, decreeNo }])) }
}

/** Every live row of a year, confirmed or not, for the page about the calendar. */
export async function listEntries(work: Work, year: number): Promise<CalendarEntry[]> {
  return work.db.many(sql`select ${columns} from calendars.day
    where date between ${`${year}-01-01`} and ${`${year}-12-31`} and withdrawn_at is null order by date, province nulls first`)
}

/** A row, also one that was taken back. */
export async function findEntry(work: Work, id: string): Promise<CalendarEntry | undefined> {
  return work.db.maybe(sql`select ${columns} from calendars.day where id = ${id}`)
}

/** The live row of a day and place. */
export async function findLive(work: Work, date: LocalDate, province: string | null): Promise<CalendarEntry | undefined> {
  return work.db.maybe(sql`select ${columns} from calendars.day where date = ${date} and province is not distinct from ${province} and withdrawn_at is null`)
}

/** Live rows that are not confirmed yet, of a year that is not loaded. */
export async function lockEntriesOf(work: Work, year: number): Promise<CalendarEntry[]> {
  return work.db.many(sql`select ${columns} from calendars.day
    where date between ${`${year}-01-01`} and ${`${year}-12-31`} and withdrawn_at is null and confirmed_at is null order by date, province nulls first for update`)
}

const LOCK = sql`hashtextextended('calendars', 61)`

/**
 * What is counted within this transaction goes on counting: nobody changes the calendar until it ends. Taken before any dossier is
 * locked, so that who changes the calendar and who counts by it never wait for each other in a circle.
 */
export async function holdCalendar(work: Work): Promise<void> {
  await work.db.run(sql`select pg_advisory_xact_lock_shared(${LOCK})`)
}

/** Waits for everybody who counts now; who comes later counts by the changed calendar. */
export async function lockCalendar(work: Work): Promise<void> {
  await work.db.run(sql`select pg_advisory_xact_lock(${LOCK})`)
}

export async function lockEntry(work: Work, id: string): Promise<CalendarEntry | undefined> {
  return work.db.maybe(sql`select ${columns} from calendars.day where id = ${id} and withdrawn_at is null for update`)
}

/** Inserts an unconfirmed row. @returns false when a live row for that day and place exists */
export async function insertEntry(work: Work, entry: Pick<CalendarEntry, 'id' | 'province' | 'date' | 'kind' | 'name' | 'decreeNo' | 'source' | 'confidence' | 'enteredBy'>): Promise<boolean> {
  const inserted = await work.db.run(sql`insert into calendars.day (id, province, date, kind, name, decree_no, source, confidence, entered_by, entered_at)
    values (${entry.id}, ${entry.province}, ${entry.date}, ${entry.kind}, ${entry.name}, ${entry.decreeNo}, ${entry.source}, ${entry.confidence}, ${entry.enteredBy}, ${work.now})
    on conflict do nothing`)
  return inserted === 1
}

export async function saveConfirmation(work: Work, id: string, by: string): Promise<void> {
  await work.db.run(sql`update calendars.day set confirmed_by = ${by}, confirmed_at = ${work.now} where id = ${id}`)
}

/** Proposes to take back a day that counts. */
export async function saveWithdrawalProposal(work: Work, id: string, decreeNo: string, by: string): Promise<void> {
  await work.db.run(sql`update calendars.day set withdrawal_decree_no = ${decreeNo}, withdrawal_by = ${by}, withdrawal_at = ${work.now} where id = ${id}`)
}

export async function saveWithdrawal(work: Work, id: string, by: string): Promise<void> {
  await work.db.run(sql`update calendars.day set withdrawn_by = ${by}, withdrawn_at = ${work.now} where id = ${id}`)
}

export async function insertLoadedYear(work: Work, year: number, enteredBy: string, confirmedBy: string): Promise<void> {
  await work.db.run(sql`insert into calendars.loaded_year (year, entered_by, confirmed_by, loaded_at) values (${year}, ${enteredBy}, ${confirmedBy}, ${work.now})`)
}

/** Rows that must not exist. */
export const invariants: Readonly<Record<string, Sql>> = {
  'TIM3 a make-up day is a weekend day': sql`select id from calendars.day
    where kind = 'make-up' and withdrawn_at is null and extract(isodow from date) < 6`,
  'TIM3 confirmed days lie in loaded years': sql`select id from calendars.day d
    where confirmed_at is not null and withdrawn_at is null and not exists (select from calendars.loaded_year y where y.year = extract(year from d.date))`,
  'TIM3 loaded years form one run': sql`select year from calendars.loaded_year y
    where year > (select min(year) from calendars.loaded_year) and not exists (select from calendars.loaded_year p where p.year = y.year - 1)`,
  'TH3 a day counts only by two people': sql`select id from calendars.day where confirmed_by = entered_by
    union all select id from calendars.day where withdrawn_by is not null and confirmed_by is not null and withdrawn_by is not distinct from withdrawal_by`,
  'TH3 a day that counts names its decree or its law': sql`select id from calendars.day where confirmed_at is not null and coalesce(decree_no, source) !~ '[[:alnum:]]'`,
}
