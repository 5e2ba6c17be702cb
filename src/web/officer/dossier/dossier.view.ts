/** Everything that the desk shows of one dossier, read in one transaction together with the event of reading it (AUD4). */
import { type Card, findCardOfDossier, parcelOf, type ParcelStanding } from '../../../capabilities/deliveries/index.ts'
import { type Document, listDocuments, listSignatures, type Signature } from '../../../capabilities/documents/index.ts'
import { type CertificateStanding, findUsable } from '../../../capabilities/health-certificates/index.ts'
import { findPopulationRecord, getPerson, listStaff, type Person, type StaffMember } from '../../../capabilities/identity/index.ts'
import { findLicenceOfDossier, type Licence } from '../../../capabilities/licences/index.ts'
import { getMoney, type Money } from '../../../capabilities/payments/index.ts'
import { findPortrait, type Portrait } from '../../../capabilities/portraits/index.ts'
import { type BodyAnswer, violationsOf } from '../../../capabilities/violations/index.ts'
import { ClassNotChosen, newLicence, type NewLicence, NoProvision, type WorkingCalendar } from '../../../catalogue/index.ts'
import {
  caseOf, certificateNeedFor, countWork, type Decision, type Dossier, type EventRow, findDecision, listEvents, listRequirements, listSupplementRequests, listWaits, listWork, newClassesOf,
  noteReading, type Requirement, requirementOrder, type Standing, standingOf, type SupplementRequest, violationBodiesOn, type WaitRow,
} from '../../../dossiers/index.ts'
import type { Platform } from '../../../platform/runtime.ts'
import type { Work } from '../../../platform/work.ts'
import type { StaffVisit } from '../../request.ts'
import { dossierOf } from '../access.ts'
import { calendarFor, firstView } from '../worklist/worklist.view.ts'
import { checkPortrait, type PortraitCheck } from './portrait.tsx'

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
  readonly certificate: CertificateStanding | undefined
  readonly money: Money
  readonly portrait: Portrait | undefined
  readonly events: readonly EventRow[]
  readonly waits: readonly WaitRow[]
  readonly decision: Decision | undefined
  readonly decisionPaper: Document | undefined
  readonly signatures: readonly Signature[]
  readonly requests: readonly SupplementRequest[]
  readonly documents: readonly Document[]
  readonly card: Card | undefined
  readonly parcel: ParcelStanding | undefined
  readonly staff: ReadonlyMap<string, StaffMember>
  readonly calendar: WorkingCalendar
  readonly toSign: number
  /** Neighbours in the list that this officer works through. */
  readonly next: string | undefined
  readonly previous: string | undefined
  readonly now: Date
  readonly today: string
}

export type DossierPageView = DossierView & { readonly portraitCheck: PortraitCheck }

/** A page that reloads by itself within this time is one reading. */
const SAME_READING_MS = 60_000

const purposes: Readonly<Record<string, string>> = { appraiser: 'appraise', signer: 'sign', supervisor: 'supervise' }

/**
 * Reads a dossier for its page and records the reading.
 * @throws Refusal 'dossier-not-found' for what does not exist or belongs to another province
 */
export async function readDossier(platform: Platform, visit: StaffVisit, dossierId: string): Promise<DossierPageView> {
  const view = await platform.work(visit.actor, (work) => gather(work, visit, dossierId))
  // The picture's file is read after the transaction, so that nobody waits for a disk while holding a connection.
  return { ...view, portraitCheck: await checkPortrait(platform, view) }
}

async function gather(work: Work, visit: StaffVisit, dossierId: string): Promise<DossierView> {
  const dossier = await dossierOf(work, visit, dossierId)
  const theCase = await caseOf(work, dossier)
  const requirements = ordered(await listRequirements(work, dossier.id))
  const decision = await findDecision(work, dossier.id)
  const events = await listEvents(work, dossier.id)
  await noteOnce(work, visit, dossier.id, events)
  const documents = await listDocuments(work, dossier.id)
  const decisionPaper = documents.find((one) => one.id === decision?.decisionDocumentId)
  const colleagues = await listStaff(work, dossier.authorityProvince)
  return {
    dossier, theCase, requirements, decision, events, documents, decisionPaper,
    ...(await registersOf(work, dossier, theCase)),
    ...(await neighboursOf(work, visit, dossier.id)),
    standing: standingOf(dossier, requirements, decision?.preparedBy ?? null),
    planned: plannedOf(theCase, work.today),
    entered: await findLicenceOfDossier(work, dossier.id),
    money: await getMoney(work, dossier.id),
    portrait: await findPortrait(work, dossier.portraitId),
    waits: await listWaits(work, dossier.id),
    signatures: decisionPaper ? await listSignatures(work, decisionPaper.id) : [],
    requests: await listSupplementRequests(work, dossier.id),
    card: await findCardOfDossier(work, dossier.id),
    parcel: await parcelOf(work, dossier.id),
    staff: new Map(colleagues.map((one) => [one.id, one])),
    calendar: await calendarFor(work, dossier.authorityProvince, [dossier]),
    now: work.now, today: work.today,
  }
}

async function registersOf(work: Work, dossier: Dossier, theCase: Case): Promise<Pick<DossierView, 'person' | 'population' | 'bodies' | 'certificate'>> {
  const { bodies } = violationBodiesOn(theCase.filedOn)
  const need = certificateNeedFor(newClassesOf(theCase), theCase.filedOn)
  return {
    person: await getPerson(work, dossier.personId),
    population: await findPopulationRecord(work, dossier.personId),
    bodies: await violationsOf(work, dossier.personId, bodies),
    certificate: need && (await findUsable(work, dossier.personId, need)),
  }
}

async function neighboursOf(work: Work, visit: StaffVisit, dossierId: string): Promise<Pick<DossierView, 'next' | 'previous' | 'toSign'>> {
  const { staff } = visit.session
  const list = await listWork(work, { provinceCode: staff.provinceCode, staffId: staff.id, view: firstView(visit), search: '', page: 1 })
  const counts = await countWork(work, staff.provinceCode, staff.id)
  const at = list.findIndex((one) => one.id === dossierId)
  return { next: list[at + 1]?.id, previous: at > 0 ? list[at - 1]?.id : undefined, toSign: counts['to-sign'] }
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

async function noteOnce(work: Work, visit: StaffVisit, dossierId: string, events: readonly EventRow[]): Promise<void> {
  const { staff } = visit.session
  const last = events.find((event) => event.kind === 'read' && event.actorId === staff.id)
  if (last && work.now.getTime() - last.at.getTime() < SAME_READING_MS) return
  await noteReading(work, dossierId, purposes[staff.role] ?? 'appraise')
}
