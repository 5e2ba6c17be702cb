/** Turns a case into the values of its official papers. */
import { type Authority, authorityOf, chosenOption, classLabel, feeVnd, getLicenceClass, getRestriction, moneyRule, pointWords, reasonWords } from '../../catalogue/index.ts'
import { type AcceptanceSlipValues, type ApologyValues, type ApplicationValues, type ElectronicLicenceValues, type DecisionValues, type FeeReceiptValues, type IntakeRefusalValues, type IssuingAuthority, lawsNamed, officeName, type PaperPerson, type RefusalNoticeValues, type Signatory, type StopNoticeValues, type SupplementRequestValues } from '../../catalogue/forms/index.ts'
import type { Licence } from '../../capabilities/licences/index.ts'
import { formatDate, localDateAt } from '../../platform/values/dates.ts'
import type { Case } from '../requirements/requirement.ts'
import type { Apology } from '../store/decisions.ts'
import type { SupplementRequest } from '../store/asking/requests.ts'
import type { Dossier } from '../store/dossiers.ts'
import { paperText as t } from './text.ts'

/** What papers of one dossier share. */
export interface PaperBasis {
  readonly dossier: Dossier
  readonly theCase: Case
  /** The applicant's identity number, unsealed for the paper (which is sealed itself). */
  readonly identityNumber: string
  /** Where somebody was helped to file; null where the applicant filed alone. */
  readonly servicePoint: string | null
}

/** The code that numbers and seals run under. */
export function authorityCode(authority: Authority): string {
  return authority.agencyCode.value
}

/** The office as papers name it. */
export function issuingAuthority(provinceCode: string, on: string): IssuingAuthority {
  const authority = authorityOf(provinceCode, on)
  return { code: authorityCode(authority), ...authority.heading }
}

function person({ theCase, identityNumber }: PaperBasis): PaperPerson {
  const { holder, phone, email } = theCase.answers
  return { fullName: holder.fullName, identityNumber, address: holder.address, phone, email }
}

/** What was asked for, as papers name it. */
export function requestOf(basis: PaperBasis): string {
  return `${basis.theCase.procedure.title.vi} (${basis.dossier.classLabel})`
}

/** Mẫu 01. @param clerk who accepted */
export function acceptanceSlipValues(basis: PaperBasis, clerk: Signatory): AcceptanceSlipValues {
  const { dossier, theCase } = basis
  if (!dossier.acceptedAt || !dossier.dueAt || !dossier.officialNumber) throw new Error('an acceptance slip needs an accepted dossier')
  return {
    authority: issuingAuthority(dossier.authorityProvince, localDateAt(dossier.acceptedAt)), receptionPoint: basis.servicePoint ?? t.receptionPoint, inPerson: basis.servicePoint !== null, dossierCode: dossier.officialNumber,
    applicant: person(basis), representative: null, request: requestOf(basis), components: theCase.procedure.needs.map((need) => (need.kind === 'identity' && basis.servicePoint !== null ? t.cardSeen : t.components[need.kind])), copies: 1,
    workingDays: theCase.procedure.deadlines.decisionDays.value, receivedAt: dossier.acceptedAt, dueAt: dossier.dueAt,
    resultAt: dossier.delivery === 'post' ? t.byPost : t.collect, book: '', bookOrder: dossier.officialNumber.split('-').at(-1) ?? '', clerk: clerk.name, titles: clerk.titles,
  }
}

/** The citizen's own declaration, as filed. */
export function applicationValues(basis: PaperBasis, portraitHash: string): ApplicationValues {
  const { dossier, theCase } = basis
  const { answers } = theCase
  const { certificate } = answers
  return {
    authority: issuingAuthority(dossier.authorityProvince, theCase.filedOn), submissionCode: dossier.submissionCode, applicant: person(basis), dateOfBirth: answers.holder.birthDate,
    sex: answers.holder.sex === 'male' ? t.male : t.female, nationality: answers.holder.nationality,
    licences: theCase.licences.map((l) => ({ number: l.number, classes: l.held.map((h) => classLabel(h.class).vi).join(', '), issuedOn: l.issuedOn, expiresOn: l.expiresOn ?? '', issuedBy: l.issuedBy })),
    wording: theCase.procedure.papers, reason: theCase.procedure.reasons.find((r) => r.id === answers.reason)?.words.vi ?? '',
    loss: answers.loss ? [t.lost[answers.loss.how], formatDate(answers.loss.lostOn), t.notHeld].join(', ') : '', chosenClass: Object.values(answers.classChoice).flatMap((id) => (id ? [classLabel(id).vi] : [])).join(', '),
    changes: answers.changedDetails === 'none' ? [] : [t.followRegister],
    healthCertificate: certificate.how === 'not-needed' ? t.exempt : certificate.how === 'by-number' ? certificate.number : t.fromGateway,
    portraitHash, resultTo: dossier.delivery === 'post' ? t.byPost : t.collect, declaredTo: basis.servicePoint === null ? t.declaredOnline : t.declaredAtPoint, declaredAt: dossier.filedAt,
  }
}

/** The receipt of the fee. */
export function feeReceiptValues(basis: PaperBasis, paid: { amountVnd: number; paidAt: Date; reference: string; inCash: boolean }): FeeReceiptValues {
  const { dossier, theCase } = basis
  const need = theCase.procedure.needs.find((one) => one.kind === 'fee')
  const law = need?.kind === 'fee' ? lawsNamed(feeVnd(need.fee, theCase.filedOn, dossier.channel).source).join('; ') : ''
  return {
    authority: issuingAuthority(dossier.authorityProvince, localDateAt(paid.paidAt)), payer: person(basis), dossierCode: dossier.officialNumber ?? dossier.submissionCode,
    lines: [{ name: t.feeName, amountVnd: paid.amountVnd, legalBasis: law }], paidAt: paid.paidAt, channel: paid.inCash ? t.feeInCash : t.feeChannel, reference: paid.reference,
  }
}

/** What was asked for, one line a point. */
function itemsOf(asked: SupplementRequest): string[] {
  return asked.points.map(({ kind, reason, note }) => `${pointWords(kind).vi} ${reasonWords(reason).vi}${note === '' ? '' : `: ${note}`}`)
}

/** Mẫu 02. @param answerBy the last day; empty where there is none @param officer null where the service asks by itself */
export function supplementRequestValues(basis: PaperBasis, asked: SupplementRequest, answerBy: string, officer: Signatory | null): SupplementRequestValues {
  const { dossier } = basis
  const authority = issuingAuthority(dossier.authorityProvince, localDateAt(asked.askedAt))
  return {
    authority, dossierCode: dossier.officialNumber ?? dossier.submissionCode, applicant: person(basis), request: requestOf(basis), items: itemsOf(asked),
    reason: asked.points.map(({ kind, reason }) => `${pointWords(kind).vi} ${reasonWords(reason).vi}`).join('; '), answerBy, feeIfStopped: moneyRule(dossier.acceptedAt === null ? 'stopped-before-acceptance' : 'stopped-after-acceptance', localDateAt(dossier.filedAt)).value, contact: [officer?.name ?? '', officeName(authority)].filter((text) => text !== '').join(', '), contactPhone: '', officer,
  }
}

/** Why something is refused, as its catalogue row and the decision say. */
interface RefusalSaid {
  readonly title: string
  readonly article: string
  readonly remedy: string
  readonly on: string
}

/** Mẫu 03. */
export function intakeRefusalValues(basis: PaperBasis, refusal: RefusalSaid, clerk: Signatory): IntakeRefusalValues {
  const { dossier } = basis
  const laws = lawsNamed(refusal.article).join('; ')
  return {
    authority: issuingAuthority(dossier.authorityProvince, refusal.on), receptionPoint: basis.servicePoint ?? t.receptionPoint, inPerson: basis.servicePoint !== null, dossierCode: dossier.officialNumber ?? dossier.submissionCode,
    applicant: person(basis), request: requestOf(basis), reasons: [laws === '' ? refusal.title : `${refusal.title} (${laws})`], remedy: refusal.remedy, clerk: clerk.name, titles: clerk.titles,
  }
}

/** The refusal of what was accepted. @param feeOutcome what becomes of the fee, in words */
export function refusalNoticeValues(basis: PaperBasis, refusal: RefusalSaid, feeOutcome: string, officer: Signatory): RefusalNoticeValues {
  const { dossier } = basis
  return {
    authority: issuingAuthority(dossier.authorityProvince, refusal.on), dossierCode: dossier.officialNumber ?? dossier.submissionCode, applicant: person(basis), request: requestOf(basis),
    reasons: [{ text: refusal.title, article: lawsNamed(refusal.article).join('; ') }], remedy: refusal.remedy, feeOutcome, signer: { role: officer.titles === '' ? t.refuserRole : officer.titles, name: officer.name },
  }
}

/** Mẫu 04. */
export function apologyValues(basis: PaperBasis, apology: Apology, standing: Signatory | null): ApologyValues {
  const { dossier } = basis
  if (!dossier.acceptedAt || !dossier.officialNumber) throw new Error('an apology needs an accepted dossier')
  const authority = issuingAuthority(dossier.authorityProvince, localDateAt(apology.issuedAt))
  return {
    authority, dossierCode: dossier.officialNumber, applicant: person(basis), request: requestOf(basis), receivedAt: dossier.acceptedAt,
    promisedAt: apology.promisedAt, reason: t.lateBecause[apology.owner], newDueAt: apology.newDueAt, standing,
  }
}

/** The stop notice. @param feeOutcome what becomes of the fee, in words @param unanswered the request that was not answered, and its last day */
export function stopNoticeValues(basis: PaperBasis, stoppedAt: Date, feeOutcome: string, standing: Signatory | null, unanswered?: { readonly asked: SupplementRequest; readonly lastOn: string }): StopNoticeValues {
  const { dossier } = basis
  return {
    authority: issuingAuthority(dossier.authorityProvince, localDateAt(stoppedAt)), dossierCode: dossier.officialNumber ?? dossier.submissionCode, applicant: person(basis),
    request: requestOf(basis), receivedAt: dossier.acceptedAt ?? dossier.filedAt, stoppedAt, feeOutcome, standing, unanswered: unanswered ? { askedAt: unanswered.asked.askedAt, lastOn: unanswered.lastOn, items: itemsOf(unanswered.asked) } : null,
  }
}

/** What the new licence will say, told before the decision is signed. */
export interface PlannedClass {
  readonly from: string
  readonly to: string
  readonly restriction: string
  readonly expiresOn: string
}

/** What a decision rests on, the act that names the case first, each once. */
function legalBases(instrument: string, source: string): string[] {
  const named = lawsNamed(source)
  return named.some((law) => law.startsWith(instrument)) ? named : [...named, instrument]
}

/** The decision. @param on the day it is signed @param newNumber the number the licence will bear */
export function decisionValues(basis: PaperBasis, decided: { on: string; newNumber: string; classes: readonly PlannedClass[] }): DecisionValues {
  const { dossier, theCase } = basis
  if (theCase.licences.length === 0) throw new Error('a decision concerns at least one licence')
  const reason = theCase.procedure.reasons.find((r) => r.id === theCase.answers.reason)
  return {
    authority: issuingAuthority(dossier.authorityProvince, decided.on), dossierCode: dossier.officialNumber ?? dossier.submissionCode, applicant: person(basis),
    dateOfBirth: theCase.answers.holder.birthDate, legalBases: legalBases(theCase.procedure.instrument.value.vi, reason?.citation.source ?? ''),
    oldLicences: theCase.licences.map(({ number, issuedOn }) => ({ number, issuedOn })).filter((one, i, all) => all.findIndex(({ number, issuedOn }) => number === one.number && issuedOn === one.issuedOn) === i),
    newLicenceNumber: decided.newNumber, classes: decided.classes, wording: theCase.procedure.papers, reason: reason?.words.vi ?? '',
  }
}

/** Restriction codes with their words, as papers print them. */
function restrictionText(codes: readonly Parameters<typeof getRestriction>[0][]): string {
  return codes.map((code) => `${code}: ${getRestriction(code).value.vi}`).join('; ')
}

/** The lines of the decision's table. */
export function plannedClasses(theCase: Case, licence: { classes: readonly { class: Licence['held'][number]['class']; from: readonly Licence['held'][number]['class'][]; expiresOn: string | null; restrictions: Licence['held'][number]['restrictions'] }[] }): PlannedClass[] {
  for (const held of theCase.licences.flatMap((l) => l.held)) chosenOption(held.class, theCase.answers.classChoice, theCase.filedOn)
  return licence.classes.map((c) => ({ from: c.from.map((id) => classLabel(id).vi).join(' + '), to: classLabel(c.class).vi, restriction: restrictionText(c.restrictions), expiresOn: c.expiresOn ?? '' }))
}

/** The electronic licence, from the register's own row. */
export function electronicLicenceValues(basis: PaperBasis, row: Licence, made: { portraitHash: string; decisionNumber: string; signer: Signatory }): ElectronicLicenceValues {
  return {
    authority: issuingAuthority(basis.dossier.authorityProvince, row.issuedOn), licenceNumber: row.number, fullName: row.holderName, dateOfBirth: row.holderBirthDate,
    nationality: row.nationality === t.vietnam ? t.nationalities : { vi: row.nationality, en: row.nationality }, residence: row.holderResidence,
    classes: row.held.map((h) => ({ code: classLabel(h.class).vi, vehicles: getLicenceClass(h.class).description, passedOn: row.passedOn, restriction: restrictionText(h.restrictions), expiresOn: h.expiresOn ?? '' })),
    issuedOn: row.issuedOn, expiresOn: row.expiresOn ?? '', portraitHash: made.portraitHash, decision: made.decisionNumber, signer: { role: made.signer.titles, name: made.signer.name },
  }
}
