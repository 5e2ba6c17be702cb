/** Conditions that narrow a list. Nothing about a person: they stand in addresses and are saved. */
import { join, type Sql, sql } from '../../../platform/db/sql.ts'
import { addDays, instantAt, type LocalDate } from '../../../platform/values/dates.ts'
import type { Channel } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'

export interface Narrowing {
  readonly procedure?: string | undefined
  readonly channel?: Channel | undefined
  /** What is waited for: a requirement's kind, or a step of the office. */
  readonly cause?: string | undefined
  /** Who holds it: a member of staff, or 'nobody'. */
  readonly holder?: string | undefined
  readonly filedFrom?: LocalDate | undefined
  /** The last day, included. */
  readonly filedTo?: LocalDate | undefined
  /** A class asked for or held. */
  readonly licenceClass?: string | undefined
}

/** The conditions as SQL after others; nothing where nothing is narrowed. */
export function narrowed(work: Work, narrowing: Narrowing): Sql {
  const { procedure, channel, cause, holder, filedFrom, filedTo, licenceClass } = narrowing
  const all: Sql[] = []
  if (procedure) all.push(sql`d.procedure = ${procedure}`)
  if (channel) all.push(sql`d.channel = ${channel}`)
  if (cause) all.push(sql`d.turn_cause = ${cause}`)
  if (holder === 'nobody') all.push(sql`(d.claimed_by is null or d.claimed_until <= ${work.now})`)
  else if (holder) all.push(sql`(d.claimed_by = ${holder} and d.claimed_until > ${work.now})`)
  if (filedFrom) all.push(sql`d.filed_at >= ${instantAt(filedFrom)}`)
  if (filedTo) all.push(sql`d.filed_at < ${instantAt(addDays(filedTo, 1))}`)
  if (licenceClass) all.push(sql`${licenceClass} = any(regexp_split_to_array(d.class_label, '[^A-Z0-9]+'))`)
  return all.length === 0 ? sql`` : sql`and ${join(all, ' and ')}`
}
