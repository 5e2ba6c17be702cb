/** Faults of our own making, each of which the crash sweep must see. They live here only: no process of the service can have them. */
import type { Facts, FactKind } from '../../../src/platform/background/facts.ts'
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

/** The keys that make a repeat harmless are gone: one filing a draft, one open dossier a licence. */
export async function withoutKeys({ platform }: CaseWorld): Promise<Platform> {
  await platform.asOwner(`drop index dossiers.dossier_one_open; alter table dossiers.dossier drop constraint dossier_draft_id_key`)
  return platform
}
