import { idIn, type Jobs } from '../../platform/background/jobs.ts'
import type { Platform } from '../../platform/runtime.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { recordTracking } from './actions/parcels.ts'
import { getOrderTracking, postOrder, type Tracking } from './client.ts'
import { isFinal } from './parcel.ts'
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
  'deliveries.track': async (platform, payload) => {
    const parcelId = idIn(payload, 'parcelId')
    const parcel = await platform.read(actor, (work) => getParcel(work, parcelId))
    if (parcel.state === 'ordered' || isFinal(parcel.state)) return
    const { value, exchangeId } = await getOrderTracking(platform, parcel.orderNumber)
    if (!value) throw new Error(`the post no longer knows parcel ${parcelId}`)
    await record(platform, parcelId, value, exchangeId)
  },
}
