/** A draft is kept at every page and goes on on another device — hồ sơ nháp. */
import { isProcedureSlug, type Procedure, procedureInForce, type ProcedureSlug } from '../../../catalogue/index.ts'
import { getPerson, hasConsent, saveConsent } from '../../../capabilities/identity/index.ts'
import { listValidLicences } from '../../../capabilities/licences/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import type { DraftAnswers } from '../../filing/answers.ts'
import { consentPurpose, NOTICE_VERSION } from '../../filing/consent.ts'
import { onlyReason } from '../../filing/questions.ts'
import { newlyAnswered } from '../../filing/newly-answered.ts'
import { findOpenDossierOfLicence } from '../../store/dossiers.ts'
import { type Draft, findDraft, insertDraft, lockDraft, updateDraft } from '../../store/drafts.ts'
import { offeredAnew } from './offered.ts'

/** The reason that follows from what was begun: the procedure's only one, or the one for two licences. */
function givenReason(procedure: Procedure, licenceIds: readonly string[]): Pick<DraftAnswers, 'reason'> {
  const reason = licenceIds.length > 1 ? procedure.reasons.find((one) => one.joins)?.id : onlyReason(procedure)
  return reason === undefined ? {} : { reason }
}

/** The revision of a draft that nobody has touched. */
const FRESH = 0

/** After a dossier that was stopped nobody is asked again for what they gave; how far they have come is counted as if they had answered here. */
async function beginWithOffered(work: Work, draft: Draft, given: DraftAnswers): Promise<void> {
  if (!isProcedureSlug(draft.procedure)) return
  const offered = await offeredAnew(work, { personId: draft.personId, procedure: draft.procedure, licenceIds: draft.licenceIds })
  if (!offered) return
  await updateDraft(work, draft, { answers: { ...offered.answers, ...given }, stoppedDossierId: offered.dossierId })
  for (const step of newlyAnswered(given, offered.answers)) work.announce('draft.answered', { draftId: draft.id, step }, draft.personId)
}

/**
 * Begins a procedure for one licence, or for two together; the person's open draft of it is taken up again for the new choice.
 * @throws Refusal 'licence-not-yours' when a licence is not a valid one of this person; 'already-open'
 */
export async function startDraft(work: Work, start: { personId: string; procedure: ProcedureSlug; licenceIds: readonly string[] }): Promise<string> {
  const person = await getPerson(work, start.personId)
  const own = new Set((await listValidLicences(work, person.identityNumber)).map((l) => l.id))
  if (start.licenceIds.length === 0 || start.licenceIds.some((id) => !own.has(id))) throw new Refusal('licence-not-yours')
  if (await findOpenDossierOfLicence(work, start.licenceIds)) throw new Refusal('already-open')
  const given = givenReason(procedureInForce(start.procedure, work.today), start.licenceIds)
  const draftId = await insertDraft(work, { personId: start.personId, procedure: start.procedure, licenceIds: start.licenceIds, answers: given })
  const draft = await findDraft(work, start.personId, draftId)
  if (draft && draft.licenceIds.join() !== start.licenceIds.join()) {
    const { reason: _reason, classChoice: _choice, ...kept } = draft.answers
    await updateDraft(work, draft, { answers: { ...kept, ...given }, licenceIds: start.licenceIds })
  }
  if (draft?.startedAt.getTime() === work.now.getTime()) {
    work.announce('draft.started', { draftId }, start.personId)
    // At a counter the helper asks: what the person gave elsewhere is not theirs to see.
    if (draft.revision === FRESH && work.actor.kind !== 'staff') await beginWithOffered(work, draft, given)
  }
  // Where a helper begins, nobody has agreed to anything yet: the person does when they confirm.
  if (work.actor.kind !== 'staff') await agreeToNotice(work, start.personId, start.procedure)
  return draftId
}

/** Whether a person agreed to what a procedure does with their data, as the notice of today tells it. */
export async function hasAgreed(work: Work, personId: string, procedure: string): Promise<boolean> {
  return hasConsent(work, personId, consentPurpose(procedure), NOTICE_VERSION)
}

/** Keeps that a person agreed to what a procedure does with their data. */
export async function agreeToNotice(work: Work, personId: string, procedure: string): Promise<void> {
  await saveConsent(work, { personId, noticeVersion: NOTICE_VERSION, purpose: consentPurpose(procedure) })
}

/** Keeps the answers of one page. @throws Refusal 'draft-not-found' when it is not the person's or was filed */
export async function saveAnswers(work: Work, personId: string, draftId: string, answers: Partial<DraftAnswers>): Promise<void> {
  const draft = await lockDraft(work, personId, draftId)
  if (!draft) throw new Refusal('draft-not-found')
  await updateDraft(work, draft, { answers: { ...draft.answers, ...answers } })
  for (const step of newlyAnswered(draft.answers, answers)) work.announce('draft.answered', { draftId, step }, personId)
}
