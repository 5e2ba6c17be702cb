/** What people of an authority did about a clinic, by the facts that say so. */
import { type Sql, sql } from '../../../platform/db/sql.ts'
import { actorId } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'

/** What can be done about a clinic; `doctor-known`: naming somebody who was there already. */
export type ClinicDeed = 'admitted' | 'named-anew' | 'doctor-given' | 'doctor-known' | 'suspended' | 'active'

const newestOf = (kind: string, deed: Sql, clinicCode: string): Sql => sql`(select ${deed} as deed, actor_id, sequence from platform.fact
  where kind = ${kind} and payload ->> 'clinicCode' = ${clinicCode} order by sequence desc limit 1)`

/** What was last done about a clinic, where whoever asks did it: nothing else is theirs to be told of as done. */
export async function ownLastDeed(work: Work, clinicCode: string): Promise<ClinicDeed | undefined> {
  const last = await work.db.maybe<{ deed: ClinicDeed; by: string }>(sql`select deed, actor_id as by from (
    ${newestOf('clinic.admitted', sql`'admitted'`, clinicCode)} union all ${newestOf('clinic.named-anew', sql`'named-anew'`, clinicCode)}
    union all ${newestOf('clinic.doctor-named', sql`'doctor-' || coalesce(payload ->> 'post', 'given')`, clinicCode)}
    union all ${newestOf('clinic.state-changed', sql`payload ->> 'state'`, clinicCode)}) d order by sequence desc limit 1`)
  return last?.by === actorId(work.actor) ? last.deed : undefined
}
