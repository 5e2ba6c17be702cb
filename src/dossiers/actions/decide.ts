/** Approval prepares the decision; refusal names its article and the remedy — duyệt, từ chối. */
import { holdCalendar } from '../../capabilities/calendars/index.ts'
import { listSignatures } from '../../capabilities/documents/index.ts'
import { getProcedure, isRefusalCode, refusalGround, refusalLawOf } from '../../catalogue/index.ts'
import { localDateAt } from '../../platform/values/dates.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { settleFee } from '../requirements/fee.ts'
import { assessAll } from '../requirements/index.ts'
import { caseOf } from './case.ts'
import { listSupplementRequests } from '../store/asking/requests.ts'
import { findDecision, saveDecision } from '../store/decisions.ts'
import { appendRequirements } from '../store/dossiers.ts'
import { moveBeforeEnd } from './due-dates/after-pause.ts'
import { standing, standsFor } from './papers/standing.ts'
import { hold, step } from './step.ts'

function staffId(work: Work): string {
  if (work.actor.kind !== 'staff') throw new Refusal('wrong-role')
  return work.actor.staffId
}

/**
 * Prepares the approving decision. Every requirement is judged once more at this instant.
 * @param details what else the event says: the rules of the straight-through lane, where one press decided
 * @throws Refusal from the table; 'requirements-changed' when something no longer holds
 */
export async function approve(work: Work, dossierId: string, details: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const held = await hold(work, dossierId, 'approve')
  const { dossier } = held
  const now = await assessAll(work, await caseOf(work, dossier))
  if (now.some((r) => r.state !== 'met' && r.state !== 'waived')) throw new Refusal('requirements-changed')
  appendRequirements(work, dossierId, now)
  const procedure = getProcedure(dossier.procedure, dossier.procedureVersion)
  await saveDecision(work, { dossierId, outcome: 'approve', preparedBy: staffId(work), legalBasis: procedure.instrument.source, reason: null, remedy: null })
  step(work, held, 'approve', { requirements: now, details })
  work.announce('dossier.approved', { dossierId }, dossier.personId)
}

/**
 * Whoever prepared the decision takes it back while it is not signed. After signing nothing is undone: the register has changed.
 * @throws Refusal from the table; 'being-signed' while a signature is being made or was made
 */
export async function takeBack(work: Work, dossierId: string): Promise<void> {
  const held = await hold(work, dossierId, 'takeBack')
  await notBeingSigned(work, dossierId)
  step(work, held, 'takeBack')
  work.announce('dossier.taken-back', { dossierId }, held.dossier.personId)
}

/** A decision whose signature is under way stays where it is: the signer cancels first. */
async function notBeingSigned(work: Work, dossierId: string): Promise<void> {
  if (await isBeingSigned(work, dossierId)) throw new Refusal('being-signed')
}

export async function isBeingSigned(work: Work, dossierId: string): Promise<boolean> {
  const documentId = (await findDecision(work, dossierId))?.decisionDocumentId
  return documentId != null && (await listSignatures(work, documentId)).some((one) => one.state === 'asked' || one.state === 'done')
}

/** The signer returns a prepared decision to the appraiser. @throws Refusal from the table; 'being-signed' */
export async function sendBack(work: Work, dossierId: string): Promise<void> {
  const held = await hold(work, dossierId, 'sendBack')
  await notBeingSigned(work, dossierId)
  step(work, held, 'sendBack')
  work.announce('dossier.sent-back', { dossierId }, held.dossier.personId)
}

/**
 * Refuses with a reason of the catalogue, which gives article and remedy (DEC5).
 * What was paid: the dated rule says whether it goes back.
 * @throws Refusal from the table; 'refusal-code-unknown'
 */
export async function refuse(work: Work, dossierId: string, code: string): Promise<void> {
  if (!isRefusalCode(code)) throw new Refusal('refusal-code-unknown')
  const held = await hold(work, dossierId, 'refuse')
  const { dossier } = held
  const law = refusalLawOf(getProcedure(dossier.procedure, dossier.procedureVersion), code, localDateAt(dossier.filedAt))
  await saveDecision(work, { dossierId, outcome: 'refuse', preparedBy: staffId(work), legalBasis: law.value, reason: code, remedy: refusalGround(code).remedy.vi })
  step(work, held, 'refuse', { details: { refusal: code, article: law.value } })
  await settleFee(work, dossier, 'refused')
  work.announce('dossier.refused', { dossierId }, dossier.personId)
}

/** The citizen stops the procedure before a decision. Legal: NĐ 118/2025/NĐ-CP, Điều 21. */
export async function withdraw(work: Work, dossierId: string): Promise<void> {
  // Held before the dossier is locked, as in accept: its date may move with this step.
  await holdCalendar(work)
  const held = await hold(work, dossierId, 'withdraw')
  const { dossier } = held
  // Who withdraws while the clock stood for them is not counted late for it.
  const request = dossier.status === 'supplementing' ? (await listSupplementRequests(work, dossier)).find((one) => one.answeredAt === null) : undefined
  const moved = request ? await moveBeforeEnd(work, dossier, request.id) : {}
  // The notice goes out by itself: who stands for it is settled with what it tells of.
  step(work, held, 'withdraw', { change: moved, details: standing(await standsFor(work, dossier.authorityProvince, 'stop-notice')) })
  await settleFee(work, dossier, 'withdrawn')
  work.announce('dossier.withdrawn', { dossierId }, dossier.personId)
}
