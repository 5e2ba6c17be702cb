/** A supplement is asked with a typed reason that points at one thing, and answered there — yêu cầu bổ sung, bổ sung. */
import { holdCalendar } from '../../../capabilities/calendars/index.ts'
import { findPortrait } from '../../../capabilities/portraits/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { answerSupplementRequest, insertSupplementRequest, listSupplementRequests, type SupplementItem, type SupplementReason } from '../../store/decisions.ts'
import { appendEvent, findDossier } from '../../store/dossiers.ts'
import { can } from '../../lifecycle.ts'
import { moveAfterPause } from '../due-dates/after-pause.ts'
import { hold, holdOnly, step } from '../step.ts'

/** @throws Refusal from the table; 'second-supplement' since one request is the rule (a second needs a supervisor) */
export async function askSupplement(work: Work, dossierId: string, request: { item: SupplementItem; reason: SupplementReason; note: string }): Promise<void> {
  if (work.actor.kind !== 'staff') throw new Refusal('wrong-role')
  const held = await hold(work, dossierId, 'askSupplement')
  if ((await listSupplementRequests(work, dossierId)).length > 0) throw new Refusal('second-supplement')
  const requestId = await insertSupplementRequest(work, { dossierId, ...request, askedBy: work.actor.staffId })
  step(work, held, 'askSupplement', { details: { item: request.item, reason: request.reason, requestId } })
  work.announce('dossier.supplement-asked', { dossierId, requestId }, held.dossier.personId)
}

/**
 * We lost the picture that the citizen gave and have no other copy: the citizen is asked for a new one (P5). Our loss is no
 * second request. A dossier that is past asking stays as it is: the alarm is with people.
 */
export async function askForLostPortrait(work: Work, dossierId: string): Promise<void> {
  const held = await holdOnly(work, dossierId)
  const portrait = await findPortrait(work, held.dossier.portraitId)
  const isLost = portrait?.state === 'accepted' && portrait.lost === 'picture'
  if (!isLost || can('askSupplement', held.standing, work.actor, work.now) !== true) return
  const requestId = await insertSupplementRequest(work, { dossierId, item: 'portrait', reason: 'unreadable', note: '', askedBy: null })
  step(work, held, 'askSupplement', { supplement: 'lost', details: { item: 'portrait', reason: 'unreadable', requestId } })
  work.announce('dossier.supplement-asked', { dossierId, requestId }, held.dossier.personId)
}

/**
 * The citizen answers; the dossier goes on where it was interrupted and is judged anew by a job.
 * @param answer a new portrait, when that is what was asked for
 * @throws Refusal from the table; 'picture-unusable' for a portrait that is not the citizen's accepted one
 */
export async function supplement(work: Work, dossierId: string, answer: { portraitId?: string }): Promise<void> {
  // Held before the dossier is locked, as in accept: its date may move with this step.
  await holdCalendar(work)
  const held = await hold(work, dossierId, 'supplement')
  const { dossier } = held
  if (answer.portraitId) {
    const portrait = await findPortrait(work, answer.portraitId)
    if (portrait?.state !== 'accepted' || portrait.personId !== dossier.personId) throw new Refusal('picture-unusable')
  }
  const open = (await listSupplementRequests(work, dossierId)).find(({ answeredAt }) => answeredAt === null)
  await answerSupplementRequest(work, dossierId)
  const moved = await moveAfterPause(work, dossier, open?.id ?? null)
  step(work, held, 'supplement', {
    change: { ...moved, ...(answer.portraitId ? { portraitId: answer.portraitId } : {}) },
    ...(answer.portraitId ? { details: { portraitId: answer.portraitId } } : {}),
  })
  work.announce('dossier.supplemented', { dossierId }, dossier.personId)
  work.enqueue('dossiers.reassess', { dossierId })
}

/** Records that a member of staff opened a person's dossier, and for what (AUD4). */
export async function noteReading(work: Work, dossierId: string, purpose: string): Promise<void> {
  const dossier = await findDossier(work, dossierId)
  if (!dossier) return
  appendEvent(work, dossier, { kind: 'read', from: null, to: null, details: { purpose } })
  work.announce('dossier.read', { dossierId, purpose }, dossier.personId)
}
