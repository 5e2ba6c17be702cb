import { idIn, type Jobs } from '../../platform/background/jobs.ts'
import type { Platform } from '../../platform/runtime.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { remindOfOldCards } from './actions/old-cards.ts'
import { recordTracking } from './actions/parcels.ts'
import { getOrderTracking, postOrder, redeliver, type Tracking } from './client.ts'
import { isFinal } from './parcel.ts'
import { getChoice, saveTold } from './store/choices.ts'
import { getParcel, getRecipient } from './store/parcels.ts'

const actor = systemActor('deliveries')

async function record(platform: Platform, parcelId: string, tracking: Tracking, exchangeId: string): Promise<void> {
  await platform.work(actor, (work) => recordTracking(work, parcelId, tracking.itemNumber, tracking.events, exchangeId))
}

export const jobs: Jobs = {
  'deliveries.order': async (platform, payload) => {
    const parcelId = idIn(payload, 'parcelId')
    const { parcel, recipient } = await platform.read(actor, async (work) => {
      const found = await getParcel(work, parcelId)
      return { parcel: found, recipient: await getRecipient(work, found) }
    })
    if (parcel.state !== 'ordered') return
    const { value, exchangeId } = await postOrder(platform, parcel.orderNumber, parcel.itemNumber, recipient, parcel.sender)
    if (!value) throw new Error('the post gave no order')
    await record(platform, parcelId, value, exchangeId)
  },
  'deliveries.redeliver': async (platform, payload) => {
    const { choice, parcel, recipient } = await platform.read(actor, async (work) => {
      const found = await getChoice(work, idIn(payload, 'choiceId'))
      const about = await getParcel(work, found.parcelId)
      return { choice: found, parcel: about, recipient: await getRecipient(work, about) }
    })
    if (choice.toldAt !== null) return
    const { value, exchangeId } = await redeliver(platform, parcel.orderNumber, choice.id, choice.kind === 'address' ? { kind: 'address', recipient } : { kind: choice.kind })
    await platform.work(actor, async (work) => {
      await saveTold(work, choice.id, value !== undefined)
      if (value) return recordTracking(work, parcel.id, value.itemNumber, value.events, exchangeId)
      // It moved on before the choice arrived: where to, the post tells.
      work.announce('parcel.too-late', { parcelId: parcel.id, dossierId: parcel.dossierId, personId: parcel.personId }, parcel.personId)
      work.enqueue('deliveries.track', { parcelId: parcel.id })
    })
  },
  'deliveries.remind-old-card': (platform, payload) => platform.work(actor, (work) => remindOfOldCards(work, idIn(payload, 'dossierId'))),
  'deliveries.track': async (platform, payload) => {
    const parcelId = idIn(payload, 'parcelId')
    const parcel = await platform.read(actor, (work) => getParcel(work, parcelId))
    if (parcel.state === 'ordered' || isFinal(parcel.state)) return
    const { value, exchangeId } = await getOrderTracking(platform, parcel.orderNumber)
    if (!value) throw new Error(`the post no longer knows parcel ${parcelId}`)
    await record(platform, parcelId, value, exchangeId)
  },
}
