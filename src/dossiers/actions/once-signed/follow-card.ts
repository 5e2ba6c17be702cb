/** Where the card is decides whose turn it is once the decision is signed (B6, C6). */
import { type Card, findCardOfDossier, parcelOf, type ParcelStanding } from '../../../capabilities/deliveries/index.ts'
import type { Work } from '../../../platform/work.ts'
import { holdOnly } from '../step.ts'
import { appendChange, appendEvent, type Dossier } from '../../store/dossiers.ts'
import { type CardStep, turnOf } from '../../turn.ts'

/** Moves the turn of a signed dossier along with its card. Repeating it changes nothing. */
export async function followCard(work: Work, dossierId: string): Promise<void> {
  const { dossier, requirements } = await holdOnly(work, dossierId)
  const card = await findCardOfDossier(work, dossierId)
  if (dossier.status !== 'signed' || !card) return
  const step = stepOf(dossier, card, await parcelOf(work, dossierId))
  const turn = turnOf('signed', requirements, step)
  appendChange(work, dossier, { turn })
  appendEvent(work, dossier, { kind: `card-${eventOf(step, card)}`, from: null, to: null, details: { cardId: card.id, to: card.handedOverTo } })
}

function stepOf(dossier: Dossier, card: Card, parcel: ParcelStanding | undefined): CardStep {
  if (card.state === 'queued') return 'printing'
  if (card.state === 'handed-over') return parcel?.state === 'returned' ? 'sent-back' : 'posted'
  if (dossier.delivery === 'collect') return 'to-collect'
  return card.listId === null ? 'to-post' : 'listed'
}

/** How the page of the dossier calls what just happened to the card. */
function eventOf(step: CardStep, card: Card): string {
  return step === 'sent-back' || step === 'listed' ? step : card.state
}
