/** Everything the page of a dossier tells, read together; only for its own person. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type DueDate, getProcedure, type Procedure } from '../../../catalogue/index.ts'
import { type Card, findCardOfDossier, listOldCardsOf, type OldCard, parcelOf, type ParcelStanding, type Recipient, recipientOf } from '../../../capabilities/deliveries/index.ts'
import { type Deposit, type Document, listDepositsOf, listDocuments } from '../../../capabilities/documents/index.ts'
import { findLicenceOfDossier, getLicences, type Licence } from '../../../capabilities/licences/index.ts'
import { getMoney, type Money } from '../../../capabilities/payments/index.ts'
import { type AcceptedPortrait, findAcceptedPortrait } from '../../../capabilities/portraits/index.ts'
import {
  type AfterPause, type Answers, type Apology, certificateStandingFor, dueIfAnsweredNow, type Decision, type Dossier, type EventRow, findApology, findDecision, findDossier, getAnswers, isInternal, lastDayToSupplement, listEvents, listRequirements, listSupplementRequests, listWaits,
  type Requirement, type SupplementRequest, type ViolationStanding, violationStandingOf, type WaitRow,
} from '../../../dossiers/index.ts'
import type { Work } from '../../../platform/work.ts'
import { type CitizenVisit, citizenVisit, type Web } from '../../request.ts'
import type { CertificateStanding } from '../../../capabilities/health-certificates/index.ts'
import { isId } from '../../../platform/values/ids.ts'
import { notFound } from '../shared.ts'

export interface DossierView {
  readonly dossier: Dossier
  readonly procedure: Procedure
  readonly answers: Answers
  readonly licences: readonly Licence[]
  readonly newLicence: Licence | undefined
  readonly requirements: readonly Requirement[]
  readonly events: readonly EventRow[]
  readonly waits: readonly WaitRow[]
  readonly money: Money
  readonly documents: readonly Document[]
  /** The signed licence on its way into its owner's data store. */
  readonly deposit: Deposit | undefined
  readonly card: Card | undefined
  readonly parcel: ParcelStanding | undefined
  /** Where the parcel goes now: its person may have chosen another place. */
  readonly recipient: Recipient | undefined
  /** Old cards owed for the new one, once that is handed over. */
  readonly oldCards: readonly OldCard[]
  readonly requests: readonly SupplementRequest[]
  readonly decision: Decision | undefined
  /** The one apology with its one new date. */
  readonly apology: Apology | undefined
  /** While the clock stands: the date if the supplement came now. */
  readonly ifAnsweredNow: AfterPause | undefined
  /** The last day of the open request; undefined where none is open. */
  readonly supplementBy: DueDate | undefined
  readonly portrait: AcceptedPortrait | undefined
  readonly violations: ViolationStanding
  readonly certificate: CertificateStanding | undefined
  readonly now: Date
}

export type DossierRequest = FastifyRequest<{ Params: { dossierId: string } }>

/** One's own dossier; somebody else's is as absent as one that never was. */
export async function ownDossier(web: Web, request: DossierRequest, reply: FastifyReply): Promise<{ visit: CitizenVisit; dossier: Dossier } | undefined> {
  const visit = await citizenVisit(web, request, reply)
  if (!visit) return undefined
  const { dossierId } = request.params
  const dossier = isId(dossierId) ? await web.platform.read(visit.actor, (work) => findDossier(work, dossierId)) : undefined
  if (dossier?.personId === visit.session.personId) return { visit, dossier }
  notFound(reply)
  return undefined
}

/** Reads the whole view of a dossier. */
export async function readDossier(work: Work, dossier: Dossier): Promise<DossierView> {
  const procedure = getProcedure(dossier.procedure, dossier.procedureVersion)
  // Only a signed decision makes a licence, a card and a parcel.
  const isSigned = dossier.status === 'signed' || dossier.status === 'returned'
  const [answered, held] = [getAnswers(work, dossier), getLicences(work, dossier.licenceIds)]
  // All of it in one turn: nothing here waits for the answer to something else of the page.
  const [certificate, answers, licences, newLicence, requirements, events, waits, money, documents, card, parcel, requests, decision, portrait, violations, apology, ifAnsweredNow, supplementBy, deposits, oldCards] = await Promise.all([
    certificateOf(work, dossier, answered, held), answered, held, isSigned ? findLicenceOfDossier(work, dossier.id) : undefined,
    listRequirements(work, dossier.id), listEvents(work, dossier.id), listWaits(work, dossier.id), getMoney(work, dossier.id),
    listDocuments(work, dossier.id), isSigned ? findCardOfDossier(work, dossier.id) : undefined, isSigned ? parcelOf(work, dossier.id) : undefined,
    listSupplementRequests(work, dossier), findDecision(work, dossier.id), findAcceptedPortrait(work, dossier.portraitId), violationStandingOf(work, dossier.personId),
    findApology(work, dossier.id), dueIfAnsweredNow(work, dossier), lastDayToSupplement(work, dossier), isSigned ? listDepositsOf(work, dossier.id) : [], isSigned ? listOldCardsOf(work, dossier.id) : [],
  ])
  const deposit = deposits.find(({ documentId }) => documentId === decision?.resultDocumentId)
  const recipient = parcel && (await recipientOf(work, parcel))
  return { dossier, procedure, answers, licences, newLicence, requirements, events: events.filter((event) => !isInternal(event)), waits, money, documents, deposit, card, parcel, recipient, oldCards, requests, decision, portrait, violations, certificate, apology, ifAnsweredNow, supplementBy, now: work.now }
}

function certificateOf(work: Work, dossier: Dossier, answered: Promise<Answers>, held: Promise<readonly Licence[]>): Promise<CertificateStanding | undefined> {
  return certificateStandingFor(work, dossier.personId, Promise.all([answered, held]).then(([{ classChoice, certificate }, licences]) => ({
    held: licences.flatMap((l) => l.held.map((h) => h.class)), choice: classChoice, number: certificate.how === 'by-number' ? certificate.number : undefined,
  })))
}

/** Papers that count only once they are signed. */
const SIGNED_KINDS: readonly string[] = ['decision', 'refusal-notice', 'electronic-licence']

/** Whether a paper can be given out. */
export function isReady(document: Document): boolean {
  if (SIGNED_KINDS.includes(document.kind)) return document.state === 'signed'
  return document.hash !== null
}

/** The attempt whose outcome the payment platform still owes us. */
export function openAttempt(money: Money) {
  return money.attempts.find((a) => a.state === 'started' || a.state === 'pending')
}
