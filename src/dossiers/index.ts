/**
 * Dossiers — hồ sơ: the case, from draft to returned result; the only place where capabilities meet.
 * Owns: schema `dossiers`.  Outside: Cổng Dịch vụ công quốc gia (status 1–10).
 * Announces: draft.started · draft.answered · dossier.submitted · accepted · supplement-asked · supplemented · approved · sent-back · signed · refused · withdrawn · returned · read · apologised
 * Legal: TT 12/2025/TT-BCA; NĐ 118/2025/NĐ-CP; TT 03/2025/TT-VPCP.  Story: docs/decisions/0001-one-lifecycle.md
 */
import './facts.ts'

export { accept } from './actions/accept.ts'
export { beginLookUps } from './actions/before-filing/begin-look-ups.ts'
export { certificateNeedOf, certificateStandingOf, isAskingCertificate, isSilent, mildestChoice, type PopulationStanding, populationOf, type ViolationStanding, violationStandingOf } from './actions/before-filing/standing.ts'
export { CLAIM_MINUTES, claimDossier, releaseDossier } from './actions/claims.ts'
export { approve, refuse, sendBack, withdraw } from './actions/decide.ts'
export { saveAnswers, startDraft } from './actions/drafts.ts'
export { handOverResult, sign } from './actions/sign.ts'
export { standingOf } from './actions/step.ts'
export { type Filing, prepareFiling, submit } from './actions/submit.ts'
export { askAgain } from './actions/when-silent/ask-again.ts'
export { type HandRecord, judgeHandCheck, recordHandCheck } from './actions/when-silent/check-by-hand.ts'
export { askSupplement, noteReading, supplement } from './actions/supplement.ts'
export { type Answers, answersShape, type DraftAnswers, type DraftStep, draftSteps, nextStep } from './filing/answers.ts'
export { caseOf } from './actions/case.ts'
export { jobs, subscriptions } from './jobs.ts'
export { type DutyKept, LATE_PAGE_SIZE, type LateWait, limitsSince, listLateWaits, type OpenWaits, type PastWaits, type Span, spanOfMonth, sumKept, sumKeptByWeek, sumOpenWaits, sumOwnerHours, type WeekKept } from './figures/lateness.ts'
export { type Difference, differencesOf, holderOf, homeProvince } from './filing/holder.ts'
export { licenceFacts } from './filing/licence-facts.ts'
export { can, closedStatuses, type Impediment, mayClaim, lifecycle, type Standing, type Status, statuses, type Verb } from './lifecycle.ts'
export { confirmCertifiedCopy, copyOfDossier, type CopyProblem, examineCopy, isCopyProblem, receiveCopy, refreshTrustForCopies, rejectCertifiedCopy } from './requirements/certified-copy.ts'
export { certificateNeedFor, newClassesOf, typedNumberOf } from './requirements/health-certificate.ts'
export { earliestAnswer, violationBodiesOn } from './requirements/violations.ts'
export { type Apology, type Decision, findApology, findDecision, listSupplementRequests, type SupplementItem, type SupplementReason, type SupplementRequest } from './store/decisions.ts'
export { type Dossier, findDossier, findDossierByDraft, findDossiers, getAnswers, listDossiersOf, listRequirements, type Requirement } from './store/dossiers.ts'
export { type Draft, findDraft, findOpenDraft } from './store/drafts.ts'
export { type HandCheck, type HandEvidence, listHandChecks } from './store/hand-checks.ts'
export { invariants } from './store/invariants.ts'
export { findTakenUp } from './store/evidence.ts'
export { countView, countWork, type EventRow, findNextDue, listEvents, listWaits, listWork, listWorkIds, PAGE_SIZE, type WaitRow, type WorklistView, worklistViews } from './store/worklists.ts'
export { countOpen, listWaitingProvinces, type ProvinceWaits, sumWaits } from './store/waits.ts'
export { type Owner, requirementOrder } from './turn.ts'
