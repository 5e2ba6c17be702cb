/** Everything that the desk shows of one dossier, and the event of reading it (AUD4). */
import { type Consent, type DigitisedPaper, findDigitisation, findProof, getConsent, listDigitisedPapers, listScans, type Proof, type Scan } from '../../../capabilities/counters/index.ts'
import { type Card, findCardOfDossier, parcelOf, type ParcelStanding } from '../../../capabilities/deliveries/index.ts'
import { type Document, listDocuments, listSignaturesOf, type Signature } from '../../../capabilities/documents/index.ts'
import { type CertificateStanding, findUsableFor } from '../../../capabilities/health-certificates/index.ts'
import { type Colleague, findPopulationRecord, getPerson, inOrder, listColleagues, listCovered, listSigningPowers, listStaff, type Person, type SigningPower, type StaffMember } from '../../../capabilities/identity/index.ts'
import { findLicenceOfDossier, type Licence } from '../../../capabilities/licences/index.ts'
import { getMoney, type Money } from '../../../capabilities/payments/index.ts'
import { findPortrait, type Portrait } from '../../../capabilities/portraits/index.ts'
import { type BodyAnswer, violationsOf } from '../../../capabilities/violations/index.ts'
import { ClassNotChosen, newLicence, type NewLicence, NoProvision, type WorkingCalendar } from '../../../catalogue/index.ts'
import {
  caseOf, certificateNeedFor, type Decision, type Dossier, type EventRow, findDecision, findFilingHelp, findHints, type Hint, findStraight, firstOfEach, type HandCheck, listEvents, listHandChecks, listRequirements, listWaits, mayGive, neighboursOf, earliestAnswer, newClassesOf,
  noteReading, type Prospects, readingPurposeOf, type Requirement, requirementOrder, type Standing, standingOf, type StraightThrough, violationBodiesOn, typedNumberOf, type WaitRow,
} from '../../../dossiers/index.ts'
import { findHold, type Hold } from '../../../platform/background/holds.ts'
import type { Platform } from '../../../platform/runtime.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit } from '../../request.ts'
import { dossierOf } from '../access.ts'
import { firstView, type Within, withinFields } from '../worklist/address.ts'
import { countToSign, prospectsFor, queryOf } from '../worklist/worklist.view.ts'
import { type Conference, readConference } from './notes/view.ts'
import { readSupplements, type Supplements } from './supplement/view.ts'
import { readTerms, type Terms } from './dates/card.tsx'
import { hintsActor } from './shown/hints/routes.ts'
import { checkPortrait, type PortraitCheck } from './shown/portrait.tsx'

type Case = Awaited<ReturnType<typeof caseOf>>

export interface DossierView {
  readonly dossier: Dossier
  readonly theCase: Case
  readonly person: Person
  readonly population: Awaited<ReturnType<typeof findPopulationRecord>>
  /** What the exchange would give if it were signed today; undefined where the law gives no answer. */
  readonly planned: NewLicence | undefined
  readonly entered: Licence | undefined
  readonly requirements: readonly Requirement[]
  readonly standing: Standing
  readonly bodies: readonly BodyAnswer[]
  /** What officers established by hand while a body was silent. */
  readonly handChecks: readonly HandCheck[]
  readonly certificate: CertificateStanding | undefined
  readonly money: Money
  readonly portrait: Portrait | undefined
  readonly events: readonly EventRow[]
  readonly waits: readonly WaitRow[]
  readonly decision: Decision | undefined
  readonly decisionPaper: Document | undefined
  readonly signatures: readonly Signature[]
  /** Why no decision is signed now. */
  readonly signingHeld: Hold | undefined
  readonly supplements: Supplements
  /** Undefined for who may not read what officers tell each other. */
  readonly conference: Conference | undefined
  readonly documents: readonly Document[]
  /** Who helped to file, what proves that the person agreed, and what was scanned in; undefined where nobody helped. */
  readonly help: Help | undefined
  /** How it stands to the straight-through lane; undefined where it was never prepared for one press. */
  readonly straight: StraightThrough | undefined
  readonly card: Card | undefined
  readonly parcel: ParcelStanding | undefined
  readonly staff: ReadonlyMap<string, StaffMember>
  readonly calendar: WorkingCalendar
  readonly terms: Terms
  /** To whom this visitor may give the dossier, the own unit first; nobody where they may not. */
  readonly receivers: readonly Colleague[]
  /** Who may sign which paper of the province today. */
  readonly powers: readonly SigningPower[]
  /** Colleagues who are away and whom this visitor covers. */
  readonly covered: readonly string[]
  readonly toSign: number
  /** The list that it was opened from; undefined when it was opened by its address alone. */
  readonly within: Within | undefined
  /** Addresses of the dossiers beside it: there, or in the list that its reader begins with. */
  readonly next: string | undefined
  readonly previous: string | undefined
  readonly now: Date
  readonly today: string
}

interface Help {
  readonly helperId: string
  readonly officeCode: string
  readonly consent: Consent
  /** Undefined for a code: its proof is that it was known. */
  readonly proof: Proof | undefined
  readonly scans: readonly Scan[]
  /** Its papers page by page, once the clerk has ordered the signatures; empty before. */
  readonly digitised: readonly DigitisedPaper[]
}

export type DossierPageView = DossierView & { readonly portraitCheck: PortraitCheck; readonly hints: readonly Hint[] }

/** A page that reloads by itself within this time is one reading. */
const SAME_READING_MS = 60_000

/**
 * Reads a dossier for its page and records the reading.
 * @param within the list that it was opened from; the list that the visitor's role begins with unless told
 * @throws Refusal 'dossier-not-found' for what does not exist or belongs to another province
 */
export async function readDossier(platform: Platform, visit: StaffVisit, dossierId: string, within?: Within): Promise<DossierPageView> {
  const { view, hints } = await platform.read(visit.actor, async (work) => {
    const dossier = await dossierOf(work, visit, dossierId)
    // Hints are counted beside all else, as nobody in particular.
    const [view, hints] = await Promise.all([gather(work, visit, dossier, within), platform.read(hintsActor, (all) => findHints(all, dossier))])
    return { view, hints }
  })
  // Nobody sees the page before its reading is on record.
  const [portraitCheck] = await Promise.all([checkPortrait(platform, view), noteOnce(platform, visit, view)])
  return { ...view, portraitCheck, hints }
}

/** Asked in one turn, but for what a few dossiers have more than others: one clerk's help, a refund. */
async function gather(work: Work, visit: StaffVisit, dossier: Dossier, opened: Within | undefined): Promise<DossierView> {
  // Only a signed decision makes a licence, a card and a parcel.
  const isSigned = dossier.status === 'signed' || dossier.status === 'returned'
  const known = caseOf(work, dossier)
  // Read once for the terms, the days that are left and the lists beside it.
  const prospects = prospectsFor(work, dossier.authorityProvince, [dossier])
  const [theCase, requirements, papers, events, colleagues, neighbours, entered, money, portrait, waits, conference, card, parcel, calendar, help, terms, powers, straight, receivers, covered, registers, supplements] = await Promise.all([
    known, listRequirements(work, dossier.id), papersOf(work, dossier), listEvents(work, dossier.id),
    listStaff(work, dossier.authorityProvince), besides(work, visit, dossier, opened, prospects), isSigned ? findLicenceOfDossier(work, dossier.id) : undefined, getMoney(work, dossier.id),
    findPortrait(work, dossier.portraitId), listWaits(work, dossier.id), readConference(work, visit, dossier), isSigned ? findCardOfDossier(work, dossier.id) : undefined,
    isSigned ? parcelOf(work, dossier.id) : undefined, prospects.then(({ calendar }) => calendar), helpOf(work, dossier), readTerms(work, dossier, prospects), listSigningPowers(work, { provinceCode: dossier.authorityProvince }),
    findStraight(work, dossier.id), receiversOf(work, visit, dossier), listCovered(work, visit.session.staff.id),
    registersOf(work, dossier, known), readSupplements(work, dossier),
  ])
  return {
    dossier, theCase, requirements: ordered(requirements), events, ...papers, ...registers, ...neighbours,
    standing: standingOf(dossier, requirements, papers.decision?.preparedBy ?? null, [...firstOfEach(powers.filter(({ staffId }) => staffId === visit.session.staff.id)).keys()]), planned: plannedOf(theCase, work.today),
    entered, straight, money, portrait, waits, supplements, conference, help, terms, card, parcel, receivers, covered, powers, staff: new Map(colleagues.map((one) => [one.id, one])), calendar, now: work.now, today: work.today,
  }
}

async function papersOf(work: Work, dossier: Dossier): Promise<Pick<DossierView, 'decision' | 'documents' | 'decisionPaper' | 'signatures' | 'signingHeld'>> {
  const [decision, documents, signatures, signingHeld] = await Promise.all([findDecision(work, dossier.id), listDocuments(work, dossier.id), listSignaturesOf(work, [dossier.id]), findHold(work, 'sign-decision')])
  const decisionPaper = documents.find((one) => one.id === decision?.decisionDocumentId)
  return { decision, documents, decisionPaper, signingHeld, signatures: signatures.filter(({ documentId }) => documentId === decisionPaper?.id) }
}

async function receiversOf(work: Work, visit: StaffVisit, dossier: Dossier): Promise<Colleague[]> {
  if (mayGive(dossier, visit.actor, work.now) !== true) return []
  const colleagues = await listColleagues(work, dossier.authorityProvince)
  const own = colleagues.find(({ id }) => id === visit.session.staff.id)
  return inOrder(colleagues.filter(({ id, role }) => role === 'appraiser' && id !== own?.id), own?.unitId ?? null)
}

async function helpOf(work: Work, dossier: Dossier): Promise<Help | undefined> {
  const help = await findFilingHelp(work, dossier.id)
  if (!help) return undefined
  const [consent, proof, scans, digitisation, papers] = await Promise.all([getConsent(work, help.consentId), findProof(work, help.consentId), listScans(work, dossier.draftId), findDigitisation(work, dossier.id), listDigitisedPapers(work, dossier.id)])
  return { helperId: help.helperId, officeCode: help.officeCode, consent, proof, scans, digitised: digitisation?.closedAt ? papers : [] }
}

async function registersOf(work: Work, dossier: Dossier, known: Promise<Case>): Promise<Pick<DossierView, 'person' | 'population' | 'bodies' | 'handChecks' | 'certificate'>> {
  const filedOn = localDateAt(dossier.filedAt)
  const { bodies } = violationBodiesOn(filedOn)
  const needed = known.then((theCase) => {
    const need = certificateNeedFor(newClassesOf(theCase), filedOn)
    return need && { ...need, number: typedNumberOf(theCase.answers) }
  })
  const [person, population, answers, certificate, handChecks] = await Promise.all([
    getPerson(work, dossier.personId), findPopulationRecord(work, dossier.personId), violationsOf(work, dossier.personId, bodies, earliestAnswer(filedOn)), findUsableFor(work, dossier.personId, needed),
    listHandChecks(work, dossier),
  ])
  return { person, population, bodies: answers, handChecks, certificate }
}

/** A dossier that was opened by its address alone stands in the list that its visitor begins with. */
function withinFirst(visit: StaffVisit, dossier: Dossier): Within {
  return {
    list: { view: firstView(visit), search: '', token: '', narrowing: {}, savedId: undefined },
    place: { way: 0, at: (dossier.dueAt ?? dossier.noticeDueAt)?.getTime() ?? null, filedAt: dossier.filedAt.getTime(), id: dossier.id },
  }
}

async function besides(work: Work, visit: StaffVisit, dossier: Dossier, within: Within | undefined, prospects: Promise<Prospects>): Promise<Pick<DossierView, 'within' | 'next' | 'previous' | 'toSign'>> {
  const { list, place } = within ?? withinFirst(visit, dossier)
  const [{ previous, next }, toSign] = await Promise.all([neighboursOf(work, await queryOf(work, visit, list, prospects), place), countToSign(work, visit)])
  const address = (one: typeof next) => one && paths.officerDossier(one.dossier.id, withinFields({ list, place: one.place }))
  return { within, next: address(next), previous: address(previous), toSign }
}

function ordered(requirements: readonly Requirement[]): Requirement[] {
  const place = (r: Requirement) => requirementOrder.indexOf(r.kind)
  return [...requirements].sort((a, b) => place(a) - place(b))
}

function plannedOf(theCase: Case, on: string): NewLicence | undefined {
  const { holder, classChoice } = theCase.answers
  try {
    return newLicence({ licences: theCase.licences.map((l) => ({ number: l.number, held: l.held })), choice: classChoice, filedOn: theCase.filedOn, decisionOn: on, holder: { birthDate: holder.birthDate, sex: holder.sex } })
  } catch (error) {
    if (error instanceof ClassNotChosen || error instanceof NoProvision) return undefined
    throw error
  }
}

async function noteOnce(platform: Platform, visit: StaffVisit, view: DossierView): Promise<void> {
  const { staff } = visit.session
  const last = view.events.find((event) => event.kind === 'read' && event.actorId === staff.id)
  if (last && view.now.getTime() - last.at.getTime() < SAME_READING_MS) return
  await platform.work(visit.actor, (work) => noteReading(work, view.dossier.id, readingPurposeOf(staff.role)))
}
