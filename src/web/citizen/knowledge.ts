/** Asks the registers about a person when nothing or only something old is there. */
import { findUsable } from '../../capabilities/health-certificates/index.ts'
import { findPopulationRecord } from '../../capabilities/identity/index.ts'
import { beginLookUps, violationStandingOf } from '../../dossiers/index.ts'
import type { Platform } from '../../platform/runtime.ts'
import type { Actor } from '../../platform/values/actor.ts'
import type { Work } from '../../platform/work.ts'

const FRESH_MS = { violations: 60 * 60_000, health: 15 * 60_000 }

async function needsAsking(work: Work, personId: string): Promise<boolean> {
  const old = (at: Date | null, freshMs: number) => at !== null && work.now.getTime() - at.getTime() > freshMs
  const [population, violations, health] = await Promise.all([
    findPopulationRecord(work, personId), violationStandingOf(work, personId), findUsable(work, personId, { classes: [], onDay: work.today, validityMonths: 1 }),
  ])
  if (!population || violations.answers.some((a) => a.state === 'not-asked' || old(a.answeredAt, FRESH_MS.violations))) return true
  const byIdentity = health.questions.find((q) => q.by === 'identity')
  return !byIdentity || old(byIdentity.answeredAt, FRESH_MS.health)
}

/** Asks the registers unless they were asked lately; sign-in has done so already. */
export async function askWhereOld(platform: Platform, actor: Actor, personId: string): Promise<void> {
  const ask = await platform.read(actor, (work) => needsAsking(work, personId))
  if (ask) await platform.work(actor, (work) => beginLookUps(work, personId))
}
