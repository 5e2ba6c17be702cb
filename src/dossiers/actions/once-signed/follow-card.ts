/** Where the card is decides whose turn it is once the decision is signed (B6, C6). */
import { type Card, findCardOfDossier, parcelOf, type ParcelStanding } from '../../../capabilities/deliveries/index.ts'
import type { Work } from '../../../platform/work.ts'
import { holdOnly } from '../step.ts'
import { appendChange, appendEvent, type Dossier, type DossierChange } from '../../store/dossiers.ts'
import { type CardStep, turnOf } from '../../turn.ts'

/** Moves the turn of a signed dossier along with its card, and notes what happened. Repeating it changes nothing. */
export async function followCard(work: Work, dossierId: string): Promise<void> {
  const { dossier } = await holdOnly(work, dossierId)
  const moved = await moveTurn(work, dossier)
  if (moved) appendEvent(work, dossier, { kind: `card-${eventOf(moved.step, moved.card, dossier)}`, from: null, to: null, details: { cardId: moved.card.id, to: moved.card.handedOverTo } })
}

/** The turn of a locked dossier as its card has it. @param change what else changes with it, in the one statement @returns undefined where no card decides */
export async function moveTurn(work: Work, dossier: Dossier, change: Pick<DossierChange, 'delivery'> = {}): Promise<{ step: CardStep; card: Card } | undefined> {
  const card = await findCardOfDossier(work, dossier.id)
  if (dossier.status !== 'signed' || !card) return undefined
  const step = stepOf({ ...dossier, ...change }, card, await parcelOf(work, dossier.id))
  appendChange(work, dossier, { ...change, turn: turnOf('signed', [], step) })
  return { step, card }
}

function stepOf(dossier: Dossier, card: Card, parcel: ParcelStanding | undefined): CardStep {
  if (card.state === 'queued') return 'printing'
  if (card.state === 'handed-over') return onTheWay(dossier, card, parcel)
  if (dossier.delivery === 'collect') return 'to-collect'
  // It came back and lies here, but where to now its person has not said.
  if (parcel?.state === 'returned') return 'sent-back'
  return card.listId === null ? 'to-post' : 'listed'
}

function onTheWay(dossier: Dossier, card: Card, parcel: ParcelStanding | undefined): CardStep {
  switch (parcel?.state) {
    case 'failed':
      return parcel.awaitsChoice ? 'failed' : 'posted'
    case 'held':
      return 'held'
    case 'lost':
      return 'lost'
    case 'returned':
      return dossier.delivery === 'collect' ? 'coming-back' : 'sent-back'
    case 'ordered':
      // Ordered anew while the card is still on its way back; otherwise the post is about to confirm what it has taken over.
      return card.handedOverAt !== null && card.handedOverAt < parcel.orderedAt ? 'coming-back' : 'posted'
    default:
      return 'posted'
  }
}

/** How the page of the dossier calls what just happened to the card. */
function eventOf(step: CardStep, card: Card, before: Dossier): string {
  // Printed it was before: the list went without it, or it came back.
  if (step === 'to-post' && before.turnCause !== 'card') return 'kept'
  return step === 'posted' || step === 'printing' || step === 'to-post' || step === 'to-collect' ? card.state : step
}
