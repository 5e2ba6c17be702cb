/** What can be done with many dossiers: how much at once, what a look beforehand says of each, and the single action that does it. */
import { holdCalendar } from '../../../capabilities/calendars/index.ts'
import { findCardOfDossier, parcelOf } from '../../../capabilities/deliveries/index.ts'
import { getDocument, listSignatures } from '../../../capabilities/documents/index.ts'
import { mayDo, type SignInClass } from '../../../catalogue/index.ts'
import type { Platform } from '../../../platform/runtime.ts'
import type { Actor } from '../../../platform/values/actor.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { can, type Verb } from '../../lifecycle.ts'
import { findDecision } from '../../store/decisions.ts'
import { type Dossier, findDossier, lockDossier } from '../../store/dossiers.ts'
import type { Bulk, BulkAct, BulkItem } from '../../store/in-bulk/bulks.ts'
import { findStraight } from '../../store/in-bulk/straight-through.ts'
import { approve, isBeingSigned, takeBack } from '../decide.ts'
import { accept } from '../due-dates/accept.ts'
import { claimDossier, hasRunOut, keepClaim, leaseEnd, mayTake, releaseDossier } from '../holding/claims.ts'
import { listNamingTheirPortrait, mayPrint } from '../once-signed/print.ts'
import { orderSignature } from '../once-signed/sign.ts'
import { foresee } from '../step.ts'
import { type Beside, decideAtOnce, mayDecideAtOnce } from './straight-through/at-once.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Item = Pick<BulkItem, 'dossierId' | 'shownHash'>

interface OneAct {
  /** The most dossiers of one go. */
  readonly most: number
  /** What the first look says, by the same table as the button: true, or a code. It holds nothing. */
  readonly look: (work: Work, item: Item) => Promise<true | string>
  /** The act itself for one dossier, within a transaction; undefined where one print run or list serves many. */
  readonly within?: (work: Work, item: Item, bulk: Bulk) => Promise<void>
  /** Where one dossier takes more than one transaction. */
  readonly beyond?: (platform: Platform, actor: Staff, item: Item, beside: Beside) => Promise<void>
  /** Who confirms must just have proved who they are. */
  readonly needsFreshSignIn?: SignInClass
  /** The picture is read before anything is decided upon it (POR1). */
  readonly needsPicture?: true
}

/** The most dossiers of one go, whatever is done. */
export const MOST = 500
/** A signer chooses at most so many at once. */
const MOST_SIGNED = 200

async function lookAt(work: Work, { dossierId }: Item, verb: Verb): Promise<true | string> {
  const seen = await foresee(work, dossierId, verb)
  if (seen?.may !== 'not-claimed' || !hasRunOut(work, seen.dossier)) return seen?.may ?? 'dossier-not-found'
  // What ran out in the actor's hands is taken again with the act, if it can be.
  const may = await mayTake(work, seen.dossier)
  return may === true ? can(verb, { ...seen.standing, claimedUntil: leaseEnd(work) }, work.actor, work.now) : may
}

/** What was drawn for full appraisal is opened and approved by itself. */
async function notDrawn(work: Work, dossierId: string): Promise<true | string> {
  return (await findStraight(work, dossierId))?.drawn ? 'drawn-for-audit' : true
}

export const acts: Readonly<Record<BulkAct, OneAct>> = {
  claim: {
    most: MOST,
    async look(work, { dossierId }) {
      const dossier = await findDossier(work, dossierId)
      return dossier ? mayTake(work, dossier) : 'dossier-not-found'
    },
    within: (work, { dossierId }) => claimDossier(work, dossierId),
  },
  accept: {
    most: MOST, look: (work, item) => lookAt(work, item, 'accept'), needsPicture: true,
    async within(work, { dossierId }) {
      // Held before the dossier is locked, as in accept.
      await holdCalendar(work)
      await keepClaim(work, dossierId)
      await accept(work, dossierId)
    },
  },
  approve: {
    most: MOST, needsPicture: true,
    async look(work, item) {
      const may = await lookAt(work, item, 'approve')
      return may === true ? notDrawn(work, item.dossierId) : may
    },
    async within(work, { dossierId }) {
      const may = await notDrawn(work, dossierId)
      if (may !== true) throw new Refusal(may)
      await keepClaim(work, dossierId)
      await approve(work, dossierId)
    },
  },
  decide: {
    most: MOST, needsPicture: true,
    look: (work, { dossierId }) => mayDecideAtOnce(work, dossierId),
    beyond: (platform, actor, { dossierId }, beside) => decideAtOnce(platform, actor, dossierId, beside),
  },
  sign: {
    most: MOST_SIGNED, needsPicture: true, needsFreshSignIn: 'sign-decision', look: lookAtSigning,
    async within(work, { dossierId, shownHash }, { signedInAt }) {
      // Confirmed when nobody asked for it yet: pressed once more.
      if (!signedInAt) throw new Refusal('sign-in-stale')
      await orderSignature(work, dossierId, shownHash ?? '', signedInAt)
    },
  },
  print: {
    most: MOST,
    async look(work, { dossierId }) {
      const may = await mayPrint(work)
      if (may !== true) return may
      const [dossier, card] = await Promise.all([findDossier(work, dossierId), findCardOfDossier(work, dossierId)])
      if (!dossier || !card) return 'wrong-status'
      if (card.state !== 'queued') return 'card-printed'
      return (await listNamingTheirPortrait(work, [{ card, dossier }])).has(card) ? true : 'portrait-differs'
    },
  },
  'hand-over': {
    most: MOST,
    async look(work, { dossierId }) {
      const { actor } = work
      if (actor.kind !== 'staff' || !mayDo(actor.role, 'hand-over')) return 'wrong-role'
      const [dossier, card, parcel] = await Promise.all([findDossier(work, dossierId), findCardOfDossier(work, dossierId), parcelOf(work, dossierId)])
      if (!dossier || !card) return 'wrong-status'
      if (dossier.delivery === 'collect') return 'collected-in-person'
      if (card.state === 'queued') return 'card-not-printed'
      if (card.state !== 'printed') return 'card-handed-over'
      if (card.listId !== null) return 'card-on-list'
      return parcel?.state === 'ordered' ? true : 'parcel-missing'
    },
  },
  'take-back': {
    most: MOST,
    async look(work, item) {
      const may = await lookAt(work, item, 'takeBack')
      if (may !== true) return may
      return (await isBeingSigned(work, item.dossierId)) ? 'being-signed' : true
    },
    within: (work, { dossierId }) => takeBack(work, dossierId),
  },
  release: {
    most: MOST,
    async look(work, { dossierId }) {
      const dossier = await findDossier(work, dossierId)
      return dossier ? mayRelease(work, dossier) : 'dossier-not-found'
    },
    async within(work, { dossierId }) {
      const may = mayRelease(work, await lockDossier(work, dossierId))
      if (may !== true) throw new Refusal(may)
      await releaseDossier(work, dossierId)
    },
  },
}

/** What the actor was the last to hold goes back to the common list, while it is not decided. */
function mayRelease({ actor }: Work, { claimedBy, status }: Dossier): true | string {
  if (actor.kind !== 'staff' || claimedBy !== actor.staffId) return 'not-claimed'
  return status === 'filed' || status === 'supplementing' || status === 'accepted' ? true : 'wrong-status'
}

/** The code of a refusal. @throws what is none */
export function codeOf(error: unknown): string {
  if (error instanceof Refusal) return error.code
  throw error
}

async function lookAtSigning(work: Work, { dossierId, shownHash }: Item): Promise<true | string> {
  const seen = await foresee(work, dossierId, 'sign')
  if (seen?.may !== true) return seen?.may ?? 'dossier-not-found'
  if (seen.standing.unmet.length > 0) return 'requirements-changed'
  const documentId = (await findDecision(work, dossierId))?.decisionDocumentId
  if (!documentId) return 'document-not-ready'
  const [document, signatures] = await Promise.all([getDocument(work, documentId), listSignatures(work, documentId)])
  if (document.hash === null) return 'document-not-ready'
  if (signatures.some((one) => one.state === 'asked' || one.state === 'done')) return 'being-signed'
  return (document.signedHash ?? document.hash) === shownHash ? true : 'document-changed'
}
