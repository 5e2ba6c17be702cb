/** Filing — nộp hồ sơ. From here the submission code and the filing instant are kept as evidence (P1); acceptance comes later. */
import { createHash } from 'node:crypto'
import { authorityOf, feeVnd, getProcedure, isProcedureSlug, mayApply, procedureInForce, type ProcedureSlug, rollOutOf, servesChannel } from '../../../catalogue/index.ts'
import { awaitCertificate } from '../../../capabilities/health-certificates/index.ts'
import { getPerson, hasConsent } from '../../../capabilities/identity/index.ts'
import { getLicences } from '../../../capabilities/licences/index.ts'
import { watch } from '../../../capabilities/violations/index.ts'
import { newSubmissionCode } from '../../../platform/values/codes.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import { newId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { type Lang, nameKey } from '../../../platform/values/words.ts'
import type { Work } from '../../../platform/work.ts'
import { answersShape } from '../../filing/answers.ts'
import { classLabelOf, licenceFacts } from '../../filing/licence-facts.ts'
import { askedOf, nextStep } from '../../filing/questions.ts'
import { assessAll } from '../../requirements/index.ts'
import { searchEndsAt } from '../../requirements/loss-report.ts'
import type { Case } from '../../requirements/requirement.ts'
import { violationBodiesOn } from '../../requirements/violations.ts'
import { appendFiling, findDossierByDraft, findOpenDossierOfLicence, type NewDossier, type NewRequirement } from '../../store/dossiers.ts'
import { findDraft } from '../../store/drafts.ts'
import { turnOf } from '../../turn.ts'
import { scheduleCertificateReminder } from '../when-silent/remind-certificate.ts'
import { consentPurpose, NOTICE_VERSION } from '../../filing/consent.ts'

/** Everything a filing writes, judged and made ready before the transaction. */
export interface Filing {
  readonly dossier: NewDossier
  readonly requirements: readonly NewRequirement[]
}

/**
 * Reads and judges a draft for filing; nothing is written. `filingEvidence` of the outcome is the hash of exactly what would be frozen.
 * @param filing.agrees false while the person has yet to be asked: what would be filed is what they then agree to
 * @throws Refusal 'draft-not-found', 'draft-incomplete', 'already-open', 'consent-missing', or a refusal code of the catalogue that stops filing
 * @returns the filing, or the id of the dossier this draft was already filed as (a repeat is the same success)
 */
export async function prepareFiling(work: Work, filing: { personId: string; draftId: string; lang: Lang; agrees?: boolean }): Promise<Filing | { readonly filedAs: string }> {
  const draft = await findDraft(work, filing.personId, filing.draftId)
  if (!draft || !isProcedureSlug(draft.procedure)) throw new Refusal('draft-not-found')
  if (draft.filedAt) {
    const filed = await findDossierByDraft(work, draft.id)
    if (filed) return { filedAs: filed.id }
  }
  const answers = answersShape.safeParse(draft.answers)
  if (!answers.success) throw new Refusal('draft-incomplete')
  const [person, licences, open, consent] = await Promise.all([
    getPerson(work, filing.personId), getLicences(work, draft.licenceIds),
    findOpenDossierOfLicence(work, draft.licenceIds), hasConsent(work, filing.personId, consentPurpose(draft.procedure), NOTICE_VERSION),
  ])
  if (open) throw new Refusal('already-open')
  if (!consent && filing.agrees !== false) throw new Refusal('consent-missing')
  const procedure = procedureInForce(draft.procedure, work.today)
  if (!servesChannel(procedure, work.actor.channel)) throw new Refusal('not-a-case')
  // The page says from when a province is open and where to go until then; whoever comes past the page files nothing (A1).
  if (work.actor.channel === 'online' && !rollOutOf(draft.procedure, answers.data.authorityProvince, work.today).live) throw new Refusal('not-a-case')
  // Which certificate and which class are judged below, from the registers; here: what only the person can say.
  if (nextStep(answers.data, askedOf(procedure, { certificate: false, classChoices: [] })) !== 'check') throw new Refusal('draft-incomplete')
  const verdict = mayApply(procedure, {
    filedOn: work.today, reason: answers.data.reason, licences: licences.map((l) => licenceFacts(l, person)), unresolvedViolation: null,
  })
  const obstacle = verdict.obstacles.find((o) => o.blocks === 'filing')
  if (obstacle) throw new Refusal(obstacle.refusal)
  const dossierId = newId()
  const theCase: Case = { dossierId, personId: person.id, procedure, filedOn: work.today, licences, answers: answers.data, portraitId: answers.data.portraitId }
  const requirements = await assessAll(work, theCase)
  return { requirements, dossier: newDossier(work, theCase, draft.procedure, { draftId: draft.id, lang: filing.lang, person, turn: turnOf('filed', requirements) }) }
}

function newDossier(work: Work, theCase: Case, slug: ProcedureSlug, about: { draftId: string; lang: Lang; person: { identityNumber: string }; turn: ReturnType<typeof turnOf> }): NewDossier {
  const { answers, procedure } = theCase
  const [first] = theCase.licences
  if (!first) throw new Error('a filing concerns at least one licence')
  const feeNeed = procedure.needs.find((need) => need.kind === 'fee')
  const evidence = createHash('sha256').update(JSON.stringify([answers, theCase.portraitId, theCase.licences.map((l) => l.id), procedure.version])).digest()
  return {
    id: theCase.dossierId, submissionCode: newSubmissionCode(), draftId: about.draftId, personId: theCase.personId, procedure: slug, procedureVersion: procedure.version,
    licenceIds: theCase.licences.map((l) => l.id), channel: work.actor.channel, portraitId: theCase.portraitId, delivery: answers.delivery.how,
    amountVnd: feeNeed?.kind === 'fee' ? feeVnd(feeNeed.fee, theCase.filedOn, work.actor.channel).value : 0, lang: about.lang, filedAt: work.now,
    authorityProvince: authorityOf(answers.authorityProvince, theCase.filedOn).provinceId, applicantName: answers.holder.fullName, licenceNumber: first.number, classLabel: classLabelOf(theCase),
    turn: about.turn.turn, turnOwner: about.turn.owner, turnCause: about.turn.cause, turnSince: work.now,
    answers, identityIndex: work.blindIndex('identity-number', about.person.identityNumber), nameKey: nameKey(answers.holder.fullName), phoneIndex: work.blindIndex('dossier-phone', answers.phone.replace(/\D/g, '').replace(/^84/, '0')), filingEvidence: evidence,
  }
}

/** Nobody of the staff files for somebody who has not agreed to it. */
function mayFile({ actor }: Work, personId: string): void {
  const own = actor.kind === 'citizen' && actor.personId === personId
  const helped = actor.kind === 'staff' && actor.officeCode !== null && actor.helping?.personId === personId && actor.personId !== personId
  if (!own && !helped) throw new Refusal('not-yours')
}

/**
 * Writes a prepared filing: dossier, requirements, event, wait, fact and jobs in one statement.
 * A draft is filed once: a second filing breaks a unique key and rolls back whole; `fileDraft` then answers with the first.
 * @throws Refusal 'not-yours' for anybody but the person and a helper to whom they agreed
 */
export async function submit(work: Work, filing: Filing): Promise<string> {
  mayFile(work, filing.dossier.personId)
  const dossier: NewDossier = { ...filing.dossier, filedAt: work.now, turnSince: work.now }
  await appendFiling(work, dossier, filing.requirements)
  work.enqueue('dossiers.report-status', { dossierId: dossier.id })
  work.announce('dossier.submitted', { dossierId: dossier.id }, dossier.personId)
  const waiting = (kind: string) => filing.requirements.some((r) => r.kind === kind && r.state !== 'met')
  if (waiting('health-certificate')) {
    awaitCertificate(work, dossier.personId)
    scheduleCertificateReminder(work, dossier.id, 1)
  }
  const searchEnds = searchEndsAt(getProcedure(dossier.procedure, dossier.procedureVersion), localDateAt(dossier.filedAt))
  if (searchEnds) work.schedule('dossiers.reassess', `loss:${dossier.id}`, { dossierId: dossier.id }, searchEnds)
  if (waiting('violations')) watch(work, dossier.personId, violationBodiesOn(work.today).bodies)
  return dossier.id
}
