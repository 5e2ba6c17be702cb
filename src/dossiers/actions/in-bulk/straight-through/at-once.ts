/** One press of an officer for a dossier whose checks have all passed by rule: taken, accepted, approved. */
import { holdCalendar } from '../../../../capabilities/calendars/index.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import type { Platform } from '../../../../platform/runtime.ts'
import type { Actor } from '../../../../platform/values/actor.ts'
import type { Work } from '../../../../platform/work.ts'
import { assessAll } from '../../../requirements/index.ts'
import { findDossier, lockDossier } from '../../../store/dossiers.ts'
import { findStraight, type StraightThrough } from '../../../store/in-bulk/straight-through.ts'
import { caseOf } from '../../case.ts'
import { approve } from '../../decide.ts'
import { accept } from '../../due-dates/accept.ts'
import { claimDossier, mayTake } from '../../holding/claims.ts'
import { foresee } from '../../step.ts'
import { judgeStraight } from './judge.ts'

/** Whether one press would do for a dossier as it was judged last. @returns true, or a code */
export async function mayDecideAtOnce(work: Work, dossierId: string): Promise<true | string> {
  const dossier = await findDossier(work, dossierId)
  if (!dossier) return 'dossier-not-found'
  const may = await mayTake(work, dossier)
  if (may !== true) return may
  if (dossier.status === 'supplementing') return 'wrong-status'
  if (dossier.status === 'filed' && (await foresee(work, dossierId, 'accept'))?.standing.powers.includes('acceptance') !== true) return 'no-signing-power'
  return standsFor(await findStraight(work, dossierId))
}

function standsFor(straight: StraightThrough | undefined): true | string {
  if (!straight?.passes) return 'not-straight-through'
  return straight.drawn ? 'drawn-for-audit' : true
}

/** What else belongs into its transactions: at the beginning of each, and at the end of the one that approves. */
export interface Beside {
  readonly atBegin: (work: Work) => Promise<void>
  readonly atEnd: (work: Work) => Promise<void>
}

/**
 * Takes, accepts and approves. Acceptance and approval are two steps of the law with an event each, so two transactions; whoever is
 * stopped between them finds the dossier accepted and in their hands, and pressing again goes on.
 * @throws Refusal 'not-straight-through', 'drawn-for-audit', 'accepted-only' when it was accepted and then not approved, and what claiming, accepting and approving throw
 */
export async function decideAtOnce(platform: Pick<Platform, 'work'>, actor: Extract<Actor, { kind: 'staff' }>, dossierId: string, beside?: Beside): Promise<void> {
  const { rules, accepted } = await platform.work(actor, async (work) => {
    await beside?.atBegin(work)
    // Held before the dossier is locked, as in accept.
    await holdCalendar(work)
    await claimDossier(work, dossierId)
    const straight = await judgeAnew(work, dossierId)
    const { status } = await lockDossier(work, dossierId)
    if (status === 'filed') await accept(work, dossierId)
    return { rules: straight.rules, accepted: status === 'filed' }
  })
  try {
    await platform.work(actor, async (work) => {
      await beside?.atBegin(work)
      await judgeAnew(work, dossierId)
      await approve(work, dossierId, { onePress: rules })
      await beside?.atEnd(work)
    })
  } catch (error) {
    throw accepted && error instanceof Refusal ? new Refusal('accepted-only', { because: error.code }) : error
  }
}

/** What is known at this instant decides, not what the list showed. */
async function judgeAnew(work: Work, dossierId: string): Promise<StraightThrough> {
  const dossier = await lockDossier(work, dossierId)
  const theCase = await caseOf(work, dossier)
  const straight = await judgeStraight(work, dossier, theCase, await assessAll(work, theCase))
  const may = standsFor(straight)
  if (may !== true || !straight) throw new Refusal(may === true ? 'not-straight-through' : may)
  return straight
}
