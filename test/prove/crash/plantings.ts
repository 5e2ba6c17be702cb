/** Faults of our own making, each of which the crash sweep must see. They live here only: no process of the service can have them. */
import type { Facts, FactKind } from '../../../src/platform/background/facts.ts'
import { Sql } from '../../../src/platform/db/sql.ts'
import type { Platform } from '../../../src/platform/runtime.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { CaseWorld } from '../../support/case-world.ts'

/** Facts are announced after the commit, in a transaction of their own, as somebody in a hurry would write it. */
export async function announcedLate({ platform }: CaseWorld): Promise<Platform> {
  return {
    ...platform,
    async work(actor, fn) {
      const later: ((work: Work) => void)[] = []
      const announce = <K extends FactKind>(kind: K, payload: Facts[K], subjectId?: string) => {
        later.push((work) => work.announce(kind, payload, subjectId))
      }
      const result = await platform.work(actor, (work) => fn({ ...work, announce }))
      if (later.length > 0) await platform.work(actor, async (work) => {
        for (const say of later) say(work)
      })
      return result
    },
  }
}

/** The key that lets a repeated job write no second message is gone, and so is the clause that leans on it. */
export async function doubledMessages({ platform }: CaseWorld): Promise<Platform> {
  await platform.asOwner('alter table notifications.message drop constraint message_fact_id_person_id_channel_key')
  const without = (query: Sql) => new Sql(query.strings.map((part) => part.replace('on conflict (fact_id, person_id, channel) do nothing', '')), query.values)
  return {
    ...platform,
    work: (actor, fn) => platform.work(actor, (work) => fn({ ...work, db: { ...work.db, maybe: (query) => work.db.maybe(without(query)) } })),
  }
}
