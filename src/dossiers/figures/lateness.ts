/**
 * Who is waited for, and who took longer than agreed — one definition for the morning digest and for the leader's page (C7).
 *
 * A wait is a stretch of the time ledger. It is settled once: when it ends, or when its agreed time is over, whichever comes first;
 * in the second case it is late. So every wait counts in one span of time only, and late ones can be shared by all that were settled.
 * When a dossier waits for several at once the ledger names one (turn.ts). Waits for the citizen have no agreed time.
 * Where the calendar of a year is not there, a wait measured in working time is neither in time nor late: it cannot be judged.
 */
import { CalendarNotLoaded, type DutyId, type LimitRow, limitTable, type Owner, type WorkingCalendar, workingCalendar } from '../../catalogue/index.ts'
import { getCalendar } from '../../capabilities/calendars/index.ts'
import { type Sql, sql } from '../../platform/db/sql.ts'
import { addDays, instantAt, type LocalDate, localDateAt } from '../../platform/values/dates.ts'
import type { Work } from '../../platform/work.ts'

/** From the first instant of the first day to the first of the day after the last. */
export interface Span {
  readonly from: Date
  readonly to: Date
}

/** Longer than any agreed time and the longest holidays together: what began before was over before. */
const LOOK_BACK_DAYS = 30
const LOOK_AHEAD_DAYS = 30
/** How many waits stand on one page. */
export const WAITS_PAGE_SIZE = 25

/** A month's span. @param month 'YYYY-MM' */
export function spanOfMonth(month: string): Span {
  const first: LocalDate = `${month}-01`
  return { from: instantAt(first), to: instantAt(`${localDateAt(instantAt(addDays(first, 31))).slice(0, 7)}-01`) }
}

export interface Limits {
  readonly from: Date
  readonly rows: readonly LimitRow[]
  /** Where the working calendar ends. */
  readonly knownTo: Date
  /** The first year whose calendar lacks for judging up to now; null when none does. */
  readonly missingYear: string | null
}

/** The agreed times of a province for waits that can be settled since an instant. */
export async function limitsSince(work: Work, province: string, since: Date): Promise<Limits> {
  const first = addDays(localDateAt(since), -LOOK_BACK_DAYS)
  const from = instantAt(first)
  const calendar = await calendarSince(work, province, first)
  const unknown = addDays(calendar.to, 1)
  return {
    from, rows: limitTable(province, from, new Date(work.now.getTime() + 1), calendar),
    knownTo: instantAt(unknown), missingYear: unknown > work.today ? null : unknown.slice(0, 4),
  }
}

/** As far as years are entered; without a day where that of the first day is not. */
async function calendarSince(work: Work, province: string, first: LocalDate): Promise<WorkingCalendar> {
  try {
    return await getCalendar(work, province, first, addDays(work.today, LOOK_AHEAD_DAYS))
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return workingCalendar(first, addDays(first, -1), [])
    throw error
  }
}

/** A query's table of limits: `terms(duty, owner, cause, on_day, began, until, ends, moves)`. */
function termsOf({ rows }: Limits): Sql {
  const told = rows.map(({ duty, owner, cause, on, from, until, endsAt, moves }) => ({ duty, owner, cause, on_day: on, began: from, until, ends: endsAt, moves }))
  return sql`terms as materialized (select * from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
    as t(duty text, owner text, cause text, on_day date, began timestamptz, until timestamptz, ends timestamptz, moves boolean))`
}

/** Finds the term of each wait in `waits(id, owner, cause, from_at, …)`; the one that names the cause goes before the one for all others. */
function judgedOf(limits: Limits): Sql {
  return sql`judged as (
    select distinct on (w.id) w.*, t.duty, case when t.moves then t.ends + (greatest(w.from_at, ${limits.from}) - t.began) else t.ends end as ends_at
    from waits w left join terms t on t.owner = w.owner and (t.cause = w.cause or t.cause is null)
      and t.on_day = (greatest(w.from_at, ${limits.from}) at time zone 'Asia/Ho_Chi_Minh')::date and t.began <= greatest(w.from_at, ${limits.from}) and greatest(w.from_at, ${limits.from}) < t.until
    order by w.id, t.cause nulls last)`
}

/** Open dossiers that wait for one owner and one cause. */
export interface OpenWaits {
  readonly owner: Owner
  readonly cause: string
  /** What the owner owes; null when nothing was agreed. */
  readonly duty: DutyId | null
  readonly dossiers: number
  readonly oldestSince: Date
  /** The number of the one that waits longest, for the office to find it. */
  readonly oldestCode: string
  /** How many are past the agreed time. */
  readonly late: number
  /** Of how many nobody can tell, for want of a calendar. */
  readonly unjudged: number
}

/** The open dossiers of a province, each with what its wait is measured by. */
function openOf(province: string, limits: Limits): Sql {
  return sql`${termsOf(limits)}, waits as (
      select d.id, d.turn_owner as owner, d.turn_cause as cause, d.turn_since as from_at, coalesce(d.official_number, d.submission_code) as code
      from dossiers.dossier d where d.authority_province = ${province} and d.closed_at is null), ${judgedOf(limits)}`
}

/** Who is waited for at this moment, the longest wait first. */
export async function sumOpenWaits(work: Work, province: string, limits: Limits): Promise<OpenWaits[]> {
  return work.db.many<OpenWaits>(sql`with ${openOf(province, limits)}
    select owner, cause, min(duty) as duty, count(*)::int as dossiers, min(from_at) as "oldestSince", (array_agg(code order by from_at, id))[1] as "oldestCode",
      count(*) filter (where ends_at < ${work.now})::int as late, count(*) filter (where duty is not null and ends_at is null and ${work.now} >= ${limits.knownTo})::int as unjudged
    from judged group by 1, 2 order by min(from_at)`)
}

/** One open wait, by its dossier's number. */
export interface OpenWait {
  readonly code: string
  readonly duty: DutyId
  readonly fromAt: Date
  /** Null where the calendar does not reach so far. */
  readonly endsAt: Date | null
}

/** Open dossiers that wait for one of some duties, the longest first; one more than a page, to see whether there is a next. @param page from 1 */
export async function listOpenWaits(work: Work, province: string, limits: Limits, duties: readonly DutyId[], page: number): Promise<OpenWait[]> {
  return work.db.many<OpenWait>(sql`with ${openOf(province, limits)}
    select code, duty, from_at as "fromAt", ends_at as "endsAt" from judged where duty = any(${[...duties]}::text[])
    order by from_at, id limit ${WAITS_PAGE_SIZE + 1} offset ${(page - 1) * WAITS_PAGE_SIZE}`)
}

/** The waits of a province that were settled within a span, each with whether it was late; and those that lasted in it, or longer, of which nobody can tell. */
function settledOf(work: Work, province: string, span: Span, limits: Limits): Sql {
  return sql`${termsOf(limits)}, waits as (
      select w.id, w.dossier_id, w.owner, w.cause, w.from_at, w.to_at, coalesce(d.official_number, d.submission_code) as code
      from dossiers.dossier d join dossiers.wait w on w.dossier_id = d.id
      where d.authority_province = ${province} and (d.closed_at is null or d.closed_at >= ${span.from}) and d.filed_at < ${span.to} and (w.to_at is null or w.to_at >= ${span.from})),
    ${judgedOf(limits)}, owed as (
      select j.*, least(ends_at, to_at) as settled_at, ends_at < coalesce(to_at, ${work.now}) as is_late, ends_at is null and coalesce(to_at, ${work.now}) >= ${limits.knownTo} as is_unjudged
      from judged j where duty is not null),
    settled as (
      select * from owed where case when is_unjudged then from_at < ${span.to} and ${span.to} > ${limits.knownTo}
        else settled_at >= ${span.from} and settled_at < ${span.to} and settled_at <= ${work.now} end)`
}

/** How one duty was kept within a span. */
export interface DutyKept {
  readonly duty: DutyId
  readonly settled: number
  readonly late: number
  /** Waits beside the settled ones of which nobody can tell, for want of a calendar. */
  readonly unjudged: number
}

/** How each duty was kept within a span. */
export async function sumKept(work: Work, province: string, span: Span, limits: Limits): Promise<DutyKept[]> {
  return work.db.many<DutyKept>(sql`with ${settledOf(work, province, span, limits)}
    select duty, count(*) filter (where not is_unjudged)::int as settled, count(*) filter (where is_late)::int as late, count(*) filter (where is_unjudged)::int as unjudged
    from settled group by 1 order by late desc, settled desc, duty`)
}

/** The same week by week, each named by its Monday. */
export interface WeekKept extends Omit<DutyKept, 'unjudged'> {
  readonly week: LocalDate
}

export async function sumKeptByWeek(work: Work, province: string, span: Span, limits: Limits): Promise<WeekKept[]> {
  return work.db.many<WeekKept>(sql`with ${settledOf(work, province, span, limits)}
    select to_char(date_trunc('week', settled_at at time zone 'Asia/Ho_Chi_Minh'), 'YYYY-MM-DD') as week, duty, count(*)::int as settled, count(*) filter (where is_late)::int as late
    from settled where not is_unjudged group by 1, 2 order by 1, 2`)
}

/** One wait that took longer than agreed. */
export interface LateWait {
  readonly code: string
  readonly duty: DutyId
  readonly owner: Owner
  readonly cause: string
  readonly fromAt: Date
  readonly endsAt: Date
  /** Null while it lasts. */
  readonly toAt: Date | null
}

/** Late waits of a span, those furthest past their time first; one more than a page, to see whether there is a next. @param page from 1 */
export async function listLateWaits(work: Work, province: string, span: Span, limits: Limits, duties: readonly DutyId[], page: number): Promise<LateWait[]> {
  return work.db.many<LateWait>(sql`with ${settledOf(work, province, span, limits)}
    select code, duty, owner, cause, from_at as "fromAt", ends_at as "endsAt", to_at as "toAt" from settled where is_late and duty = any(${[...duties]}::text[])
    order by coalesce(to_at, ${work.now}) - ends_at desc, id limit ${WAITS_PAGE_SIZE + 1} offset ${(page - 1) * WAITS_PAGE_SIZE}`)
}

/** How long dossiers waited for one owner within a span, by the clock. */
export interface PastWaits {
  readonly owner: Owner
  readonly dossiers: number
  readonly hours: number
}

/** On whose account the time of a span goes. */
export async function sumOwnerHours(work: Work, province: string, { from, to }: Span): Promise<PastWaits[]> {
  return work.db.many<PastWaits>(sql`select w.owner, count(distinct w.dossier_id)::int as dossiers,
      round(sum(extract(epoch from least(coalesce(w.to_at, ${to}), ${to}) - greatest(w.from_at, ${from}))) / 3600)::int as hours
    from dossiers.wait w join dossiers.dossier d on d.id = w.dossier_id
    where d.authority_province = ${province} and (d.closed_at is null or d.closed_at > ${from}) and w.from_at < ${to} and coalesce(w.to_at, ${to}) > ${from}
    group by 1 order by hours desc, 1`)
}

/** One stretch of a dossier's ledger with what was agreed for it. */
export interface JudgedWait {
  readonly owner: Owner
  readonly cause: string
  readonly fromAt: Date
  /** Null while it lasts. */
  readonly toAt: Date | null
  /** Null where nothing was agreed, or where the calendar does not reach so far. */
  readonly endsAt: Date | null
}

/** The whole ledger of one dossier, oldest first. @param limits since its filing */
export async function listJudgedWaits(work: Work, dossierId: string, limits: Limits): Promise<JudgedWait[]> {
  return work.db.many<JudgedWait>(sql`with ${termsOf(limits)}, waits as (select w.id, w.owner, w.cause, w.from_at, w.to_at from dossiers.wait w where w.dossier_id = ${dossierId}), ${judgedOf(limits)}
    select owner, cause, from_at as "fromAt", to_at as "toAt", ends_at as "endsAt" from judged order by from_at, id`)
}
