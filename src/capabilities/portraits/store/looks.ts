/** How portraits look, and which of two people look like one picture. */
import { join, raw, type Sql, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import { bands, bitsOf, neighboursOf } from '../looks/bands.ts'
import type { PictureLook } from '../verdict.ts'
import { type AcceptedPortrait, listAccepted } from './portraits.ts'

/** Of one portrait at most so many are kept that look like it, the nearest. */
const MOST = 50

/** Keeps how a portrait looks; a look that is there stays. */
export async function saveLook(work: Work, portraitId: string, { look, mirrored }: PictureLook): Promise<void> {
  await work.db.run(sql`insert into portraits.look (portrait_id, look, mirrored) values (${portraitId}, ${bitsOf(look)}::bit(256), ${bitsOf(mirrored)}::bit(256)) on conflict do nothing`)
}

/** Accepted portraits without a look, in the order of their ids, from after one on. */
export async function listWithoutLook(work: Work, afterId: string | null, limit: number): Promise<AcceptedPortrait[]> {
  return listAccepted(work, sql`(${afterId}::uuid is null or id > ${afterId}::uuid) and not exists (select from portraits.look l where l.portrait_id = id)`, limit)
}

/** Of one or another band the very bits, or bits that differ in one place: an index for each band. */
function touching(bits: string): Sql {
  // Written out, as they stand in the indexes.
  const places = (count: number) => raw(String(count))
  return join(bands.map((band) => sql`substring(o.look from ${places(band.from + 1)} for ${places(band.length)}) = any(${neighboursOf(bits, band)}::bit(${places(band.length)})[])`), ' or ')
}

/**
 * Compares a portrait with those of all other people, and keeps which look like it: as they are, or one of them in a mirror.
 * Repeating it writes nothing twice.
 * @param places in how many of 256 places looks may differ; every such pair is found up to MOST_PLACES
 */
export async function compareLook(work: Work, portraitId: string, places: number): Promise<void> {
  const own = await work.db.maybe<{ look: string; mirrored: string; personId: string }>(sql`select l.look::text as look, l.mirrored::text as mirrored, p.person_id as "personId"
    from portraits.look l join portraits.portrait p on p.id = l.portrait_id where l.portrait_id = ${portraitId}`)
  if (!own) return
  for (const [bits, inMirror] of [[own.look, false], [own.mirrored, true]] as const)
    await work.db.run(sql`insert into portraits.alike (first_id, second_id, places, mirrored)
      select least(o.portrait_id, ${portraitId}::uuid), greatest(o.portrait_id, ${portraitId}::uuid), bit_count(o.look # ${bits}::bit(256)), ${inMirror}::boolean
      from portraits.look o join portraits.portrait p on p.id = o.portrait_id
      where (${touching(bits)}) and bit_count(o.look # ${bits}::bit(256)) <= ${places} and p.person_id <> ${own.personId}
      order by 3, 1, 2 limit ${MOST} on conflict do nothing`)
}

/** Another person's portrait that looks like one. */
export interface LookAlike {
  readonly portraitId: string
  /** In how many of 256 places their looks differ. */
  readonly places: number
  /** Whether one was compared as it is seen in a mirror. */
  readonly mirrored: boolean
}

/** Portraits of other people that look like this one, the nearest first. */
export async function listLookAlikes(work: Work, portraitId: string): Promise<LookAlike[]> {
  return work.db.many(sql`select "portraitId", places, mirrored from (
      select second_id as "portraitId", places, mirrored from portraits.alike where first_id = ${portraitId}
      union all select first_id, places, mirrored from portraits.alike where second_id = ${portraitId}) a order by places, "portraitId" limit ${MOST}`)
}
