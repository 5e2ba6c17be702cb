/** The citizen answers just the points that were asked, each on a page of its own, and sends them together — bổ sung. */
import type { PointKind } from '../../../catalogue/index.ts'
import { holdCalendar } from '../../../capabilities/calendars/index.ts'
import { awaitCertificate } from '../../../capabilities/health-certificates/index.ts'
import { findPortrait } from '../../../capabilities/portraits/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { answerTo, type PointAnswer, partIn, withAnswers } from '../../filing/points.ts'
import { type Dossier, getAnswers, saveAnswersOf } from '../../store/dossiers.ts'
import { closeSupplementRequest, listSupplementRequests, savePointAnswer, type SupplementRequest } from '../../store/asking/requests.ts'
import { beginLookUps } from '../before-filing/begin-look-ups.ts'
import { moveAfterPause } from '../due-dates/after-pause.ts'
import { hold, step } from '../step.ts'

async function openRequest(work: Work, dossier: Dossier): Promise<SupplementRequest> {
  const open = (await listSupplementRequests(work, dossier)).find((one) => one.answeredAt === null)
  if (!open) throw new Refusal('wrong-status')
  return open
}

/** @throws Refusal 'picture-unusable' for a portrait that is not the citizen's accepted one */
async function checkPortrait(work: Work, dossier: Dossier, answer: PointAnswer): Promise<void> {
  if (!answer.portraitId) return
  const portrait = await findPortrait(work, answer.portraitId)
  if (portrait?.state !== 'accepted' || portrait.personId !== dossier.personId) throw new Refusal('picture-unusable')
}

/**
 * Keeps the answer to one point; nothing of the dossier changes before everything is sent.
 * @throws Refusal from the table; 'point-not-asked' for anything that was not asked, or an answer to something else; 'picture-unusable'
 */
export async function answerPoint(work: Work, dossierId: string, kind: PointKind, given: PointAnswer): Promise<void> {
  const { dossier } = await hold(work, dossierId, 'supplement')
  const request = await openRequest(work, dossier)
  const answer = answerTo(kind, given)
  if (!request.points.some((point) => point.kind === kind) || answer === undefined) throw new Refusal('point-not-asked')
  await checkPortrait(work, dossier, answer)
  await savePointAnswer(work, dossier.personId, request.id, kind, answer)
}

/**
 * Sends the answers; the dossier goes on where it was interrupted and is judged anew by a job. What stood there before stays readable.
 * @param given answers for points that none is kept for yet
 * @throws Refusal from the table; 'supplement-incomplete' while a point has no answer; 'picture-unusable'
 */
export async function supplement(work: Work, dossierId: string, given: PointAnswer = {}): Promise<void> {
  // Held before the dossier is locked, as in accept: its date may move with this step.
  await holdCalendar(work)
  const held = await hold(work, dossierId, 'supplement')
  const { dossier } = held
  const request = await openRequest(work, dossier)
  const answers = { ...(await getAnswers(work, dossier)), portraitId: dossier.portraitId }
  const changes: { kind: PointKind; answer: PointAnswer; before: PointAnswer }[] = []
  for (const point of request.points) {
    const answer = point.answer ?? answerTo(point.kind, given)
    if (answer === undefined) throw new Refusal('supplement-incomplete')
    await checkPortrait(work, dossier, answer)
    if (!point.answer) await savePointAnswer(work, dossier.personId, request.id, point.kind, answer)
    changes.push({ kind: point.kind, answer, before: partIn(point.kind, answers) })
  }
  const after = withAnswers(answers, changes.map((change) => change.answer))
  await closeSupplementRequest(work, dossier.personId, request.id, changes)
  await saveAnswersOf(work, dossier, after)
  const newPortrait = after.portraitId === dossier.portraitId ? {} : { portraitId: after.portraitId }
  const moved = await moveAfterPause(work, dossier, request.id)
  step(work, held, 'supplement', {
    change: { ...moved, supplementDueAt: null, ...newPortrait, ...(after.delivery.how === dossier.delivery ? {} : { delivery: after.delivery.how }) },
    details: { requestId: request.id, points: changes.map((change) => change.kind), ...newPortrait },
  })
  work.announce('dossier.supplemented', { dossierId }, dossier.personId)
  if (changes.some((change) => change.answer.certificate)) awaitCertificate(work, dossier.personId)
  // What is put right in a register is asked there again.
  if (changes.some((change) => change.kind === 'changed-details' || change.answer.certificate)) await beginLookUps(work, dossier.personId, { anew: true })
  work.enqueue('dossiers.reassess', { dossierId })
}
