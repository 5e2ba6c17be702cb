/** Nobody answered by the last day: an officer stops the dossier, never the service by itself — dừng giải quyết vì không bổ sung. The rule: catalogue, `unansweredRuleOn`. */
import { holdCalendar } from '../../../capabilities/calendars/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { settleFee } from '../../requirements/fee.ts'
import { moveBeforeEnd } from '../due-dates/after-pause.ts'
import { standing, standsFor } from '../papers/standing.ts'
import { hold, step } from '../step.ts'
import { openRequestOf } from './remind.ts'

/**
 * Stops a dossier whose request was not answered. The waiting was the citizen's: where the clock stood, the date that stands moves by it, so
 * that the end is judged as if nobody had waited. What was paid: the dated rule says whether it goes back.
 * @throws Refusal from the table; 'supplement-awaited' up to the last day, also while a calendar that moves it is not yet carried to the dossier
 */
export async function stopUnanswered(work: Work, dossierId: string): Promise<void> {
  // Held before the dossier is locked, as in accept: its date may move with this step.
  await holdCalendar(work)
  const held = await hold(work, dossierId, 'stop')
  const { dossier } = held
  const open = await openRequestOf(work, dossier)
  if (!open || work.today <= open.last.dueOn) throw new Refusal('supplement-awaited')
  const { request, last } = open
  const moved = await moveBeforeEnd(work, dossier, request.id)
  // The notice goes out under the authority's seal: who stands for it is settled with what it tells of.
  const stands = standing(await standsFor(work, dossier.authorityProvince, 'stop-notice'))
  step(work, held, 'stop', { change: { ...moved, supplementDueAt: last.dueAt }, details: { requestId: request.id, lastOn: last.dueOn, ...stands } })
  await settleFee(work, dossier, 'stopped')
  work.announce('dossier.stopped', { dossierId }, dossier.personId)
}
