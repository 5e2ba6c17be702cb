/** After a failed attempt or a returned card its person chooses how to get it; the result itself is long in force (B6). */
import { type AfterFailure, chooseAfterFailure, type Recipient, sendAnew } from '../../../capabilities/deliveries/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { appendEvent } from '../../store/dossiers.ts'
import { holdOnly } from '../step.ts'
import { moveTurn } from './follow-card.ts'

/** What somebody chooses: of the post, after a failed attempt; of the office, once the card came back. */
export type DeliveryChoice = AfterFailure | { readonly kind: 'anew'; readonly recipient?: Recipient } | { readonly kind: 'collect' }

/**
 * Takes the choice of the dossier's own person. Pressed twice it is one choice.
 * @throws Refusal 'not-yours', 'wrong-status', 'parcel-moved-on' (nothing waits for a choice), 'no-attempt-left'
 */
export async function chooseDelivery(work: Work, dossierId: string, choice: DeliveryChoice): Promise<void> {
  const { dossier } = await holdOnly(work, dossierId)
  if (work.actor.kind !== 'citizen' || work.actor.personId !== dossier.personId) throw new Refusal('not-yours')
  if (dossier.status !== 'signed' || dossier.officialNumber === null) throw new Refusal('wrong-status')
  switch (choice.kind) {
    case 'again':
    case 'hold':
    case 'address':
      if (dossier.turnCause !== 'redeliver') throw new Refusal('parcel-moved-on')
      if (!(await chooseAfterFailure(work, dossierId, choice))) return
      break
    case 'anew':
      if (dossier.turnCause !== 'card-sent-back') throw new Refusal('parcel-moved-on')
      await sendAnew(work, dossierId, dossier.officialNumber, choice.recipient)
      break
    case 'collect':
      if (dossier.turnCause !== 'card-sent-back') throw new Refusal('parcel-moved-on')
      break
  }
  appendEvent(work, dossier, { kind: 'delivery-chosen', from: null, to: null, details: { choice: choice.kind } })
  await moveTurn(work, dossier, choice.kind === 'collect' ? { delivery: 'collect' } : {})
}
