/** What people chose after a failed attempt. */
import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { AfterFailure } from '../parcel.ts'

export interface Choice {
  readonly id: string
  readonly parcelId: string
  /** How many attempts had failed when it was made. */
  readonly attempt: number
  readonly kind: AfterFailure['kind']
  readonly toldAt: Date | null
  /** False where the post answered that it came too late; null until it answered. */
  readonly heeded: boolean | null
}

const columns = sql`id, parcel_id as "parcelId", attempt, kind, told_at as "toldAt", heeded`

/** @returns the new choice's id; undefined when one was made for that attempt already */
export async function insertChoice(work: Work, choice: Pick<Choice, 'parcelId' | 'attempt' | 'kind'>): Promise<string | undefined> {
  const id = newId()
  // The sealed address is kept as it lies: nobody has to open it to go back to it.
  const row = await work.db.maybe<{ id: string }>(sql`insert into deliveries.choice (id, parcel_id, attempt, kind, chosen_at, recipient_before)
    select ${id}, p.id, ${choice.attempt}, ${choice.kind}, ${work.now}, case when ${choice.kind} = 'address' then p.recipient end
    from deliveries.parcel p where p.id = ${choice.parcelId} on conflict (parcel_id, attempt) do nothing returning id`)
  return row?.id
}

export async function getChoice(work: Work, id: string): Promise<Choice> {
  return work.db.one(sql`select ${columns} from deliveries.choice where id = ${id}`)
}

/** The latest choice about each of several parcels, by the parcel. */
export async function findChoices(work: Work, parcelIds: readonly string[]): Promise<Map<string, Choice>> {
  const rows = await work.db.many<Choice>(sql`select distinct on (parcel_id) ${columns} from deliveries.choice where parcel_id = any(${[...parcelIds]}::uuid[]) order by parcel_id, attempt desc`)
  return new Map(rows.map((row) => [row.parcelId, row]))
}

/** The post answered. An address that came too late is not the parcel's: it goes where it went before. */
export async function saveTold(work: Work, id: string, heeded: boolean): Promise<void> {
  const told = await work.db.run(sql`update deliveries.choice set told_at = ${work.now}, heeded = ${heeded} where id = ${id} and told_at is null`)
  if (told === 0 || heeded) return
  await work.db.run(sql`update deliveries.parcel p set recipient = h.recipient_before from deliveries.choice h where h.id = ${id} and p.id = h.parcel_id and h.kind = 'address'`)
}
