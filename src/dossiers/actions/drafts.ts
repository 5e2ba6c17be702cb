/** A draft is kept at every page and goes on on another device — hồ sơ nháp. */
import { procedureInForce, type ProcedureSlug } from '../../catalogue/index.ts'
import { getPerson, saveConsent } from '../../capabilities/identity/index.ts'
import { listValidLicences } from '../../capabilities/licences/index.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import type { DraftAnswers } from '../filing/answers.ts'
import { CONSENT_PURPOSE, NOTICE_VERSION } from '../filing/consent.ts'
import { newlyAnswered } from '../filing/newly-answered.ts'
import { findOpenDossierOfLicence } from '../store/dossiers.ts'
import { findDraft, insertDraft, lockDraft, updateDraft } from '../store/drafts.ts'

/**
 * Begins an exchange of one licence, or of two together; an open draft of the person is taken up again for the new choice.
 * @throws Refusal 'licence-not-yours' when a licence is not a valid one of this person; 'already-open'
 */
export async function startDraft(work: Work, start: { personId: string; procedure: ProcedureSlug; licenceIds: readonly string[] }): Promise<string> {
  const person = await getPerson(work, start.personId)
  const own = new Set((await listValidLicences(work, person.identityNumber)).map((l) => l.id))
  if (start.licenceIds.length === 0 || start.licenceIds.some((id) => !own.has(id))) throw new Refusal('licence-not-yours')
  if (await findOpenDossierOfLicence(work, start.procedure, start.licenceIds)) throw new Refusal('already-open')
  procedureInForce(start.procedure, work.today)
  const draftId = await insertDraft(work, { personId: start.personId, procedure: start.procedure, licenceIds: start.licenceIds, answers: {} })
  const draft = await findDraft(work, start.personId, draftId)
  if (draft && draft.licenceIds.join() !== start.licenceIds.join()) {
    const { reason: _reason, classChoice: _choice, ...kept } = draft.answers
    await updateDraft(work, draft, { answers: kept, licenceIds: start.licenceIds })
  }
  if (draft?.startedAt.getTime() === work.now.getTime()) work.announce('draft.started', { draftId }, start.personId)
  await saveConsent(work, { personId: start.personId, noticeVersion: NOTICE_VERSION, purpose: CONSENT_PURPOSE })
  return draftId
}

/** Keeps the answers of one page. @throws Refusal 'draft-not-found' when it is not the person's or was filed */
export async function saveAnswers(work: Work, personId: string, draftId: string, answers: Partial<DraftAnswers>): Promise<void> {
  const draft = await lockDraft(work, personId, draftId)
  if (!draft) throw new Refusal('draft-not-found')
  await updateDraft(work, draft, { answers: { ...draft.answers, ...answers } })
  for (const step of newlyAnswered(draft.answers, answers)) work.announce('draft.answered', { draftId, step }, personId)
}
