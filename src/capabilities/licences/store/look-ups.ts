import type { HeldClass } from '../../../catalogue/index.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import type { Licence } from '../store.ts'

/** What of a register row the public may be told. */
export interface PublicRow {
  readonly isValid: boolean
  readonly held: readonly HeldClass[]
}

/** The newest rows of a number and its holder's birth date: those in force, or else the last one. */
export async function listPublicRows(work: Work, number: string, birthDate: LocalDate): Promise<PublicRow[]> {
  return work.db.many<PublicRow>(sql`select state = 'valid' as "isValid", held from licences.licence
    where number = ${number} and holder_birth_date = ${birthDate} order by state = 'valid' desc, entered_at desc, id limit 3`)
}

/** The state of the row that a dossier's decision made, and the last day of the classes on it. */
export async function findResultState(work: Work, dossierId: string): Promise<{ readonly state: Licence['state']; readonly held: readonly HeldClass[] } | undefined> {
  return work.db.maybe(sql`select state, held from licences.licence where dossier_id = ${dossierId}`)
}

export interface Used {
  readonly asked: number
  readonly missed: number
  readonly endsAt: Date
}

/** Counts one question of a scope, in a new window where the old one is over. */
export async function countAsked(work: Work, scope: Buffer, windowMs: number): Promise<Used> {
  const endsAt = new Date(work.now.getTime() + windowMs)
  return work.db.one<Used>(sql`insert into licences.look_up_budget as b (scope, asked, missed, ends_at) values (${scope}, 1, 0, ${endsAt})
    on conflict (scope) do update set asked = case when b.ends_at <= ${work.now} then 1 else b.asked + 1 end,
      missed = case when b.ends_at <= ${work.now} then 0 else b.missed end, ends_at = case when b.ends_at <= ${work.now} then excluded.ends_at else b.ends_at end
    returning asked, missed, ends_at as "endsAt"`)
}

/** Counts how a question of a scope ended. */
export async function countMissed(work: Work, scope: Buffer, missed: 0 | 1): Promise<void> {
  await work.db.run(sql`update licences.look_up_budget set missed = missed + ${missed}::integer where scope = ${scope}`)
}

/**
 * Notes a question about a number. A wrong date that was given before counts no second time.
 * @param wrong the wrong date's keyed hash, or nothing when the date was right
 * @returns whether the number is locked, by this question or before
 */
export async function noteNumber(work: Work, numberIndex: Buffer, wrong: readonly Buffer[], lock: { readonly wrongDates: number; readonly forMs: number }): Promise<boolean> {
  const endsAt = new Date(work.now.getTime() + lock.forMs)
  const row = await work.db.one<{ locked: boolean }>(sql`insert into licences.look_up_number as n (number_index, wrong, ends_at) values (${numberIndex}, ${[...wrong]}::bytea[], ${endsAt})
    on conflict (number_index) do update set
      wrong = case when n.ends_at <= ${work.now} then excluded.wrong
        when cardinality(n.wrong) >= ${lock.wrongDates}::integer or n.wrong @> excluded.wrong then n.wrong else n.wrong || excluded.wrong end,
      ends_at = case when n.ends_at <= ${work.now} then excluded.ends_at
        when cardinality(n.wrong) = ${lock.wrongDates}::integer - 1 and not n.wrong @> excluded.wrong then excluded.ends_at else n.ends_at end
    returning cardinality(wrong) >= ${lock.wrongDates}::integer as locked`)
  return row.locked
}

/** Forgets what no longer stands in anybody's way. */
export async function forgetLookUps(work: Work): Promise<void> {
  await work.db.run(sql`delete from licences.look_up_number where ends_at <= ${work.now}`)
  await work.db.run(sql`delete from licences.look_up_budget where ends_at <= ${work.now}`)
}

export const lookUpInvariants = {
  'TH11 what the look-up remembers of numbers and networks ends within a day': sql`
    select number_index as what from licences.look_up_number where ends_at > platform.clock_now() + interval '25 hours'
    union all select scope from licences.look_up_budget where ends_at > platform.clock_now() + interval '25 hours'`,
} as const
