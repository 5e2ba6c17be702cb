/**
 * Signing — ký: a second officer asks for the signature of the decision they were shown; the worker makes it, checks it,
 * and only then the register changes, the signed electronic result is made and the card goes to the printer (B11, C3, D1).
 */
import type { Signatory } from '../../../catalogue/forms/index.ts'
import { authorityOf, findServicePoint, getProvince, newLicence } from '../../../catalogue/index.ts'
import { order, queueCard } from '../../../capabilities/deliveries/index.ts'
import { checkDocument, type Document, getDocument, listSignatures, prepare, requestSignature, requestSigningKey } from '../../../capabilities/documents/index.ts'
import { findSigningPower, findStaff, getPerson, requireFreshSignIn } from '../../../capabilities/identity/index.ts'
import { enterReplacement, getLicence, plannedNumber } from '../../../capabilities/licences/index.ts'
import { findPortrait } from '../../../capabilities/portraits/index.ts'
import { refuseHeld } from '../../../platform/background/holds.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Platform } from '../../../platform/runtime.ts'
import type { Work } from '../../../platform/work.ts'
import { can } from '../../lifecycle.ts'
import { caseOf } from '../case.ts'
import { authorityCode, decisionValues, electronicLicenceValues, type PaperBasis, plannedClasses } from '../../papers/values.ts'
import type { Case } from '../../requirements/requirement.ts'
import { findDecision, saveDecisionDocument, saveResultDocument, saveSigner } from '../../store/decisions.ts'
import { saveSignatureEnded } from '../../store/in-bulk/bulks.ts'
import { appendEvent, type Dossier, findDossier, findFilingHelp } from '../../store/dossiers.ts'
import { countEvents } from '../../store/worklists/events.ts'
import { sealOf } from '../papers/seal.ts'
import { linesOf } from '../papers/standing.ts'
import { byPower, hasAppraised, hasHelped, hold, holdOnly, mayDecide, step } from '../step.ts'
import { oweOldCardsOf } from './old-cards.ts'

/** Everything a paper of this dossier is filled from. */
export async function paperBasis(work: Work, dossier: Dossier): Promise<PaperBasis> {
  const [theCase, person, help] = await Promise.all([caseOf(work, dossier), getPerson(work, dossier.personId), findFilingHelp(work, dossier.id)])
  const servicePoint = help ? (findServicePoint(help.officeCode, localDateAt(dossier.filedAt))?.name.vi ?? null) : null
  return { dossier, theCase, identityNumber: person.identityNumber, servicePoint }
}

function renewed(theCase: Case, on: string) {
  const { holder, classChoice } = theCase.answers
  return newLicence({
    licences: theCase.licences.map((l) => ({ number: l.number, held: l.held })), choice: classChoice, filedOn: theCase.filedOn, decisionOn: on,
    holder: { birthDate: holder.birthDate, sex: holder.sex },
  })
}

/** Draws up the decision's paper when a dossier was approved; a second preparation after "sent back" gets its own. */
export async function drawUpDecision(work: Work, dossierId: string): Promise<void> {
  const dossier = await findDossier(work, dossierId)
  const decision = await findDecision(work, dossierId)
  if (dossier?.status !== 'approved' || !decision || decision.decisionDocumentId) return
  const preparations = await countEvents(work, dossierId, 'approve')
  const basis = await paperBasis(work, dossier)
  const licence = renewed(basis.theCase, work.today)
  const number = licence.number.kind === 'keep' ? licence.number.number : plannedNumber(dossierId, basis.identityNumber, basis.theCase.licences)
  const documentId = await prepare(work, {
    kind: 'decision', dossierId, personId: dossier.personId, key: `preparation ${preparations}`,
    values: decisionValues(basis, { on: work.today, newNumber: number, classes: plannedClasses(basis.theCase, licence) }),
  })
  await saveDecisionDocument(work, dossierId, documentId)
}

/**
 * The signer asks to sign the very file they saw, having proved just before who they are (TH4).
 * @param shownHash SHA-256 of the decision as shown
 * @throws Refusal 'sign-in-stale', and what `orderSignature` throws
 */
export async function sign(work: Work, dossierId: string, shownHash: string): Promise<void> {
  return orderSignature(work, dossierId, shownHash, await requireFreshSignIn(work, 'sign-decision'))
}

/**
 * Orders the signature of one decision.
 * @param signedInAt when who pressed had proved who they are: asked when a batch was confirmed, whose turn may come later
 * @throws Refusal from the table and from `mayDecide`; 'document-not-ready', 'document-changed'; 'log-unstamped' while no decision is signed, since nobody stamps the log (S13)
 */
export async function orderSignature(work: Work, dossierId: string, shownHash: string, signedInAt: Date): Promise<void> {
  const { actor } = work
  await refuseHeld(work, 'sign-decision')
  const held = await holdOnly(work, dossierId)
  const { dossier, requirements, standing } = held
  const decision = await findDecision(work, dossierId)
  const may = can('sign', standing, actor, work.now)
  if (may !== true) throw new Refusal(may)
  await mayDecide(work, dossierId, 'sign')
  if (actor.kind !== 'staff' || !decision?.decisionDocumentId) throw new Refusal('document-not-ready')
  if (requirements.some((r) => r.state !== 'met' && r.state !== 'waived')) throw new Refusal('requirements-changed')
  // One decision is signed by one signer: while another's order is being carried out there is nothing to ask for.
  const signatures = await listSignatures(work, decision.decisionDocumentId)
  if (signatures.some((one) => one.state === 'asked' && one.signerId !== actor.staffId)) throw new Refusal('being-signed')
  const signer = await findStaff(work, actor.staffId)
  const power = held.powers.get('decision')
  if (!signer || !power) throw new Refusal('wrong-role')
  await requestSigningKey(work, { holderId: actor.staffId, name: signer.fullName, profile: 'officer' })
  await requestSignature(work, { documentId: decision.decisionDocumentId, signerId: actor.staffId, shownHash, titles: linesOf(power, { provinceCode: dossier.authorityProvince, on: work.today }).titles })
  appendEvent(work, dossier, { kind: 'signature-asked', from: null, to: null, details: { documentId: decision.decisionDocumentId, hash: shownHash, ...byPower(held, 'sign'), signedInAt: signedInAt.toISOString() } })
}

/**
 * Takes a signed decision into force: verified once more, then the register, the result and the card in one transaction.
 * Repeating it changes nothing.
 */
export async function takeEffect(platform: Platform, work: Work, dossierId: string, signerId: string): Promise<void> {
  const held = await holdOnly(work, dossierId)
  const { dossier } = held
  const decision = await findDecision(work, dossierId)
  if (dossier.status !== 'approved' || !decision?.decisionDocumentId) return
  if ((await hasAppraised(work, dossierId, signerId)) || (await hasHelped(work, dossierId, signerId))) return
  const power = await findSigningPower(work, { staffId: signerId, provinceCode: dossier.authorityProvince, paper: 'decision' })
  if (!power) {
    // The power ended between the order to sign and the signature: nothing takes effect by it, and somebody else signs anew.
    step(work, held, 'sendBack', { details: { because: 'power-ended', signerId } })
    work.announce('dossier.sent-back', { dossierId }, dossier.personId)
    return
  }
  const verdict = await checkDocument(platform, work, decision.decisionDocumentId)
  if (!verdict.valid) throw new Error(`the signed decision does not verify: ${verdict.problems.join(' ')}`)
  const basis = await paperBasis(work, dossier)
  const { theCase } = basis
  const authority = authorityOf(dossier.authorityProvince, work.today)
  const document = await getDocument(work, decision.decisionDocumentId)
  // The decision says from which day the licence counts: the day it was drawn up for.
  const licence = renewed(theCase, document.madeOn)
  const number = licence.number.kind === 'keep' ? licence.number : { kind: 'keep' as const, number: plannedNumber(dossierId, basis.identityNumber, theCase.licences) }
  const follow = theCase.answers.changedDetails === 'follow-population-register'
  const [old] = theCase.licences
  const licenceId = await enterReplacement(work, {
    dossierId, oldIds: dossier.licenceIds, licence: { ...licence, number }, issuedBy: authority.name.vi,
    holder: { identityNumber: basis.identityNumber, fullName: theCase.answers.holder.fullName, birthDate: theCase.answers.holder.birthDate, nationality: theCase.answers.holder.nationality,
      residence: follow || !old ? theCase.answers.holder.address : old.holderResidence },
  })
  await saveSigner(work, dossierId, signerId)
  await saveSignatureEnded(work, dossierId, null)
  await makeResult(work, basis, licenceId, { authority, decisionNumber: document.numberText, signer: linesOf(power, { provinceCode: dossier.authorityProvince, on: work.today }) })
  await sealDecision(work, document, dossier)
  step(work, held, 'sign', { details: { licenceId, documentId: decision.decisionDocumentId, signerId, powerId: power.id, form: power.form }, card: 'printing' })
  work.announce('dossier.signed', { dossierId }, dossier.personId)
}

/**
 * A paper that an authority issues bears its officer's signature and then its own (NĐ 30/2020/NĐ-CP, Điều 5). The seal follows the effect: what the
 * officer signed is in force while it is on its way, and a decision that takes no effect is never sealed.
 */
async function sealDecision(work: Work, { id, signedHash }: Pick<Document, 'id' | 'signedHash'>, { authorityProvince }: Dossier): Promise<void> {
  for (const signerId of await sealOf(work, authorityProvince, work.today)) await requestSignature(work, { documentId: id, signerId, shownHash: signedHash ?? '' })
}

async function makeResult(work: Work, basis: PaperBasis, licenceId: string, by: { authority: ReturnType<typeof authorityOf>; decisionNumber: string; signer: Signatory }): Promise<void> {
  const { dossier, theCase } = basis
  const [row, portrait] = await Promise.all([getLicence(work, licenceId), findPortrait(work, dossier.portraitId)])
  if (portrait?.state !== 'accepted') throw new Error('a decided dossier must have its portrait')
  const seal = authorityCode(by.authority)
  await requestSigningKey(work, { holderId: seal, name: by.authority.name.vi, profile: 'authority' })
  const documentId = await prepare(work, {
    kind: 'electronic-licence', dossierId: dossier.id, personId: dossier.personId, signWith: [seal],
    values: electronicLicenceValues(basis, row, { portraitHash: portrait.cropHash, decisionNumber: by.decisionNumber, signer: by.signer }),
  })
  await saveResultDocument(work, dossier.id, documentId)
  await queueCard(work, { dossierId: dossier.id, personId: dossier.personId, provinceCode: dossier.authorityProvince, licenceNumber: row.number, portraitHash: portrait.cropHash })
  const { delivery } = theCase.answers
  if (delivery.how !== 'post' || !dossier.officialNumber) return
  const province = getProvince(dossier.authorityProvince, work.today)
  await order(work, {
    dossierId: dossier.id, personId: dossier.personId, orderNumber: dossier.officialNumber,
    recipient: { name: delivery.recipient, phone: delivery.phone, ...(theCase.answers.email ? { email: theCase.answers.email } : {}), address: delivery.street, commune: delivery.commune, provinceName: getProvince(delivery.provinceCode, work.today).name.vi },
    sender: { name: by.authority.name.vi, agencyCode: seal, address: province.name.vi, provinceName: province.name.vi },
  })
}

/** Hands the result over: by the post's proof of delivery, or at the counter. @throws Refusal from the table */
export async function handOverResult(work: Work, dossierId: string): Promise<void> {
  const held = await hold(work, dossierId, 'handOver')
  step(work, held, 'handOver')
  await oweOldCardsOf(work, held.dossier)
  work.announce('dossier.returned', { dossierId }, held.dossier.personId)
}

