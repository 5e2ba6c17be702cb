/** What is usual in a province, counted each night from its own ledger, and the outlook of a dossier as a condition of a query (outlook.ts). */
import { CalendarNotLoaded, type Owner, pausingCauses, type WorkingCalendar, workingCalendar, workingDaysBetween } from '../../catalogue/index.ts'
import { getCalendar } from '../../capabilities/calendars/index.ts'
import { type Sql, sql } from '../../platform/db/sql.ts'
import { addDays, instantAt, type LocalDate } from '../../platform/values/dates.ts'
import type { Work } from '../../platform/work.ts'
import { type Dossier, dossierColumns } from '../store/dossiers.ts'
import type { OutlookConditions } from '../store/worklists/views.ts'
import { OUTLOOK_DAYS, type Prospects, prospectsOf, usualDays, type UsualTime } from './outlook.ts'

/** Decisions of so many days say what is usual. */
const LOOK_BACK_DAYS = 90
const NIGHTLY_AT = '02:30'

/** As far as years are entered; without a day where that of the first day is not. */
async function calendarFrom(work: Work, province: string, first: LocalDate): Promise<WorkingCalendar> {
  try {
    return await getCalendar(work, province, first)
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return workingCalendar(first, addDays(first, -1), [])
    throw error
  }
}

/** From a day that may lie before all entered years: then from the other. */
async function reachingBack(work: Work, province: string, earliest: LocalDate, first: LocalDate): Promise<WorkingCalendar> {
  const calendar = earliest < first ? await calendarFrom(work, province, earliest) : undefined
  return calendar && calendar.from <= calendar.to ? calendar : calendarFrom(work, province, first)
}

/** What judging the dossiers of a province needs, read once for a list or a page. @param earliest a day from which the calendar is wanted too, for what is due longer ago */
export async function prospectsIn(work: Work, province: string, earliest: LocalDate = work.today): Promise<Prospects> {
  const first = addDays(work.today, -OUTLOOK_DAYS)
  const [usual, calendar] = await Promise.all([
    work.db.many<UsualTime>(sql`select owner, cause, days, samples from dossiers.usual_time where province = ${province}`), reachingBack(work, province, earliest, first),
  ])
  return prospectsOf(usual, pausingCauses(), work.now, calendar)
}

/**
 * `judgeOutlook` as conditions on `dossiers.dossier d` of one province: overdue, at risk, the clock stands.
 * They use index dossier_by_term when the query also says `d.closed_at is null`; ordered by `coalesce(d.due_at, d.notice_due_at)` those due first come first.
 */
export function outlookConditions({ now, today, nearOn, first, usuallyBy, pausing }: Prospects): Readonly<Record<'overdue' | 'atRisk' | 'standsStill', Sql>> {
  const term = sql`coalesce(d.due_at, d.notice_due_at)`
  const runs = sql`d.closed_at is null and d.status in ('filed', 'supplementing', 'accepted', 'approved') and ${term} is not null and (d.due_at is not null or d.notice_kept_at is null)`
  const counts = sql`${runs} and d.turn_cause <> all(${[...pausing]}::text[])`
  // Compared as instants where that says the same, for the index.
  const by = sql`(${JSON.stringify(Object.fromEntries(usuallyBy))}::jsonb ->> (d.turn_owner || ' ' || d.turn_cause || ' ' || greatest((d.turn_since at time zone 'Asia/Ho_Chi_Minh')::date, ${first}::date)))::date`
  return {
    overdue: sql`${counts} and ${term} < ${now}`,
    atRisk: sql`${counts} and ${term} >= ${now} and (${term} < ${instantAt(addDays(nearOn, 1))} or (d.due_at is not null and (${by} > (d.due_at at time zone 'Asia/Ho_Chi_Minh')::date or ${by} < ${today}::date)))`,
    standsStill: sql`${runs} and d.turn_cause = any(${[...pausing]}::text[])`,
  }
}

/** Each night: counts for every province what is usual there. Dossiers whose clock stood are left out: their time was not the office's alone. */
export async function countUsualTimes(work: Work): Promise<void> {
  work.schedule('dossiers.usual-times', 'nightly', {}, instantAt(addDays(work.today, 1), NIGHTLY_AT))
  const from = addDays(work.today, -LOOK_BACK_DAYS)
  const cases = await work.db.many<{ province: string; owner: Owner; cause: string; began: LocalDate; ended: LocalDate; cases: number }>(sql`
    select d.authority_province as province, w.owner, w.cause, (w.from_at at time zone 'Asia/Ho_Chi_Minh')::date as began, (e.at at time zone 'Asia/Ho_Chi_Minh')::date as ended, count(*)::int as cases
    from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id join dossiers.wait w on w.dossier_id = d.id
    where e.at >= ${instantAt(from)} and e.kind in ('sign', 'refuse') and w.from_at >= d.accepted_at and w.from_at < e.at
      and not exists (select from dossiers.wait p where p.dossier_id = d.id and p.pauses and p.from_at >= d.accepted_at)
    group by 1, 2, 3, 4, 5`)
  const usual: (UsualTime & { readonly province: string })[] = []
  for (const province of new Set(cases.map((one) => one.province))) {
    const own = cases.filter((one) => one.province === province)
    const calendar = await calendarFrom(work, province, own.map(({ began }) => began).sort()[0] ?? from)
    if (calendar.to < work.today) continue
    for (const key of new Set(own.map(({ owner, cause }) => `${owner} ${cause}`))) {
      const alike = own.filter(({ owner, cause }) => `${owner} ${cause}` === key)
      const counted = usualDays(alike.map((one) => ({ days: workingDaysBetween(one.began, one.ended, calendar), cases: one.cases })))
      const [one] = alike
      if (counted && one) usual.push({ province, owner: one.owner, cause: one.cause, ...counted })
    }
  }
  await work.db.run(sql`delete from dossiers.usual_time`)
  await work.db.run(sql`insert into dossiers.usual_time (province, owner, cause, days, samples, counted_at) select u.province, u.owner, u.cause, u.days, u.samples, ${work.now}
    from jsonb_to_recordset(${JSON.stringify(usual)}::jsonb) as u(province text, owner text, cause text, days int, samples int)`)
}

/** Dossiers of a province that are at risk or overdue and of whose running term, as it is dated now, that was not told yet, those due first. */
export async function listToForetell(work: Work, province: string, prospects: Prospects): Promise<string[]> {
  const { overdue, atRisk } = outlookConditions(prospects)
  const untold = (outlook: string) => sql`not exists (select from dossiers.event e where e.dossier_id = d.id and e.kind = 'foretold' and e.details->>'outlook' = ${outlook} and e.details->>'term' = case when d.due_at is null then 'notice' else 'decision' end
    and e.details->>'dueOn' = (coalesce(d.due_at, d.notice_due_at) at time zone 'Asia/Ho_Chi_Minh')::date::text)`
  return (await work.db.many<{ id: string }>(sql`select d.id from dossiers.dossier d where d.authority_province = ${province}
    and ((${overdue} and ${untold('overdue')}) or (${atRisk} and ${untold('at-risk')})) order by coalesce(d.due_at, d.notice_due_at), d.id`)).map(({ id }) => id)
}

/** How many dossiers of a province are overdue and at risk now, and how many have not been passed on in time. */
export async function sumOutlook(work: Work, province: string): Promise<{ readonly overdue: number; readonly atRisk: number; readonly notPassedOn: number }> {
  const { overdue, atRisk } = outlookConditions(await prospectsIn(work, province))
  return work.db.one(sql`select count(*) filter (where ${overdue})::int as overdue, count(*) filter (where ${atRisk})::int as "atRisk",
      count(*) filter (where d.status = 'accepted' and d.transfer_kept_at is null and d.transfer_due_at < ${work.now} and d.turn_cause <> all(${[...pausingCauses()]}::text[]))::int as "notPassedOn"
    from dossiers.dossier d where d.authority_province = ${province} and d.closed_at is null`)
}

/** One dossier as it was told of. */
export interface Foretold {
  readonly eventId: string
  readonly code: string
  readonly outlook: 'at-risk' | 'overdue'
  readonly term: 'notice' | 'decision'
  readonly owner: Owner
  readonly cause: string
  readonly dueOn: LocalDate
  /** Somebody holds it now. */
  readonly held: boolean
}

/** What was foretold of a province's dossiers, the earliest term first. All of it: what is told once may be left out nowhere. @param news since when (null: ever), what is known already, what has to be told again whenever it was */
export async function listForetold(work: Work, province: string, { since, told, again }: { readonly since: Date | null; readonly told: readonly string[]; readonly again: readonly string[] }): Promise<Foretold[]> {
  return work.db.many(sql`select e.id as "eventId", coalesce(d.official_number, d.submission_code) as code, e.details->>'outlook' as outlook, e.details->>'term' as term, e.details->>'owner' as owner, e.details->>'cause' as cause, e.details->>'dueOn' as "dueOn", coalesce(d.claimed_until > ${work.now}, false) as held
    from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id where d.authority_province = ${province} and e.kind = 'foretold'
      and (e.at >= coalesce(${since}::timestamptz, '-infinity') and e.id <> all(${[...told]}::uuid[]) or e.id = any(${[...again]}::uuid[])) order by e.details->>'dueOn', e.sequence`)
}

/** Dossiers in somebody's hands that came to be at risk or overdue and still are, those due first: the first ones, and how many there are. */
export interface ForetoldTo {
  readonly rows: readonly (Dossier & { readonly eventId: string })[]
  readonly count: number
}

const MOST_TOLD = 10

/** What whoever holds dossiers was not told of them yet: neither noted, nor seen by opening the dossier since. */
export async function listForetoldTo(work: Work, { provinceCode, staffId, covered = [], outlook }: { readonly provinceCode: string; readonly staffId: string; readonly covered?: readonly string[]; readonly outlook?: OutlookConditions | undefined }): Promise<ForetoldTo> {
  if (!outlook) return { rows: [], count: 0 }
  const rows = await work.db.many<Dossier & { eventId: string; count: number }>(sql`select ${dossierColumns}, e.id as "eventId", count(*) over ()::int as count from dossiers.dossier d
    join lateral (select id, sequence from dossiers.event where dossier_id = d.id and kind = 'foretold' order by sequence desc limit 1) e on true
    where d.authority_province = ${provinceCode} and d.closed_at is null and d.claimed_by = any(${[staffId, ...covered]}::uuid[]) and (${outlook.overdue} or ${outlook.atRisk})
      and not exists (select from dossiers.foretold_read r where r.staff_id = ${staffId} and r.event_id = e.id)
      and not exists (select from dossiers.event r where r.dossier_id = d.id and r.kind = 'read' and r.actor_id = ${staffId} and r.sequence > e.sequence)
    order by d.listed_at, d.id limit ${MOST_TOLD}`)
  return { rows, count: rows[0]?.count ?? 0 }
}

/** Notes what somebody has read of it; what is no forecast is left out. */
export async function saveForetoldRead(work: Work, staffId: string, eventIds: readonly string[]): Promise<void> {
  await work.db.run(sql`insert into dossiers.foretold_read (staff_id, event_id, read_at) select ${staffId}, e.id, ${work.now} from dossiers.event e
    where e.id = any(${[...eventIds]}::uuid[]) and e.kind = 'foretold' on conflict do nothing`)
}
