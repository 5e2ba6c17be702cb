/** The public post: its wire words end here (sandbox/post/README.md says which are assumed). */
import { z } from 'zod'
import { realNow } from '../../platform/clock.ts'
import { OutsideFailure, type OutsideAnswer } from '../../platform/outside/call.ts'
import type { Platform } from '../../platform/runtime.ts'
import { instantAt, parseWireDate } from '../../platform/values/dates.ts'
import { type AfterFailure, type FailReason, isItemNumber, type Recipient, type Relation, type Sender, type TrackedState, type TrackingEvent } from './parcel.ts'

const STATES: Record<string, TrackedState> = {
  REGISTERED: 'registered', COLLECTED: 'collected', IN_TRANSIT: 'in-transit', DELIVERED: 'delivered', FAILED: 'failed', HELD: 'held', RETURNED: 'returned', LOST: 'lost', CANCELLED: 'cancelled',
}

/** Words of the post that say more; one we do not know says nothing, and never holds up the news. */
const REASONS: Record<string, FailReason> = { ABSENT: 'absent', ADDRESS: 'address', REFUSED: 'refused' }
const RELATIONS: Record<string, Relation> = { SELF: 'self', FAMILY: 'family', NEIGHBOUR: 'neighbour', OFFICE: 'office' }

const state = z.string().transform((text, context): TrackedState => {
  const known = STATES[text]
  if (known !== undefined) return known
  context.addIssue({ code: 'custom', message: 'unknown state' })
  return z.NEVER
})

const instant = z.string().regex(/^\d{8}([01]\d|2[0-3])[0-5]\d[0-5]\d$/).transform((text, context): Date => {
  const date = parseWireDate(text.slice(0, 8))
  if (date !== undefined) return new Date(instantAt(date, `${text.slice(8, 10)}:${text.slice(10, 12)}`).getTime() + Number(text.slice(12)) * 1000)
  context.addIssue({ code: 'custom', message: 'not an instant' })
  return z.NEVER
})

const answer = z.object({
  errorCode: z.literal(0),
  orderNumber: z.string(),
  itemCode: z.string().refine(isItemNumber),
  deliveryStatus: state,
  events: z.array(z.object({ time: instant, deliveryStatus: state, reasonCode: z.string().optional(), relationCode: z.string().optional() })).min(1).max(200),
})

/** How the post answers for an order. */
export interface Tracking {
  readonly itemNumber: string
  readonly events: readonly TrackingEvent[]
}

const tokens = new WeakMap<Platform, { readonly token: string; readonly until: number }>()

/** A token of this process, renewed a minute before it ends (real time: it belongs to the connection, not to the law). */
async function tokenOf(platform: Platform): Promise<string> {
  const known = tokens.get(platform)
  if (known && known.until > realNow()) return known.token
  const { value } = await platform.outside.call({
    system: 'post', purpose: 'token', method: 'POST', path: '/token', json: platform.config.post,
    expect: z.object({ errorCode: z.literal(0), token: z.string().min(1).max(4000), expiresIn: z.int().positive() }),
  })
  if (!value) throw new OutsideFailure('post', 'malformed', 'no token')
  tokens.set(platform, { token: value.token, until: realNow() + Math.max(value.expiresIn - 60, 0) * 1000 })
  return value.token
}

async function ask(platform: Platform, purpose: string, path: string, orderNumber: string, fields: Record<string, string | number>, absentOn: readonly number[]): Promise<OutsideAnswer<Tracking>> {
  const token = await tokenOf(platform)
  try {
    const { value, ...rest } = await platform.outside.call({
      system: 'post', purpose, method: 'POST', path, headers: { authorization: `Bearer ${token}` },
      json: { customerCode: platform.config.post.customerCode, orderNumber, ...fields }, expect: answer, absentOn,
      refusedOn: [400, 404, 409, 422].filter((status) => !absentOn.includes(status)),
    })
    if (!value) return { ...rest, value: undefined }
    if (value.orderNumber !== orderNumber) throw new OutsideFailure('post', 'malformed', 'the answer is about another parcel')
    const events = value.events.map((event) => ({ state: event.deliveryStatus, happenedAt: event.time, reason: REASONS[event.reasonCode ?? ''], relation: RELATIONS[event.relationCode ?? ''] }))
    return { ...rest, value: { itemNumber: value.itemCode, events } }
  } catch (error) {
    // The token may have been taken back: the next try gets a new one.
    tokens.delete(platform)
    throw error
  }
}

/**
 * Orders the carriage of one parcel, under the item number that stands on its label. Repeating it is harmless: the post knows the
 * order by its number.
 */
export async function postOrder(platform: Platform, orderNumber: string, itemNumber: string | null, recipient: Recipient, sender: Sender): Promise<OutsideAnswer<Tracking>> {
  return ask(platform, 'postOrder', '/postOrder', orderNumber, {
    codAmount: 0, ...(itemNumber === null ? {} : { itemCode: itemNumber }),
    senderProvince: sender.provinceName, senderDistrict: '', senderAddress: sender.address, senderName: sender.name, senderEmail: '', senderTel: '', senderDesc: '',
    ...receiverFields(recipient),
    govAgencyCode: sender.agencyCode, govAgencyName: sender.name,
  }, [])
}

function receiverFields(recipient: Recipient): Record<string, string> {
  return {
    receiverProvince: recipient.provinceName, receiverDistrict: recipient.commune, receiverAddress: recipient.address, receiverName: recipient.name,
    receiverEmail: recipient.email ?? '', receiverTel: recipient.phone, receiverDesc: '',
  }
}

const CHOICES = { again: 'AGAIN', address: 'ADDRESS', hold: 'HOLD' } as const

/** Tells the post what the receiver wants after a failed attempt; repeating it is harmless. @returns value undefined when it came too late */
export async function redeliver(platform: Platform, orderNumber: string, requestId: string, choice: AfterFailure): Promise<OutsideAnswer<Tracking>> {
  return ask(platform, 'redeliver', '/redeliver', orderNumber, { requestId, choice: CHOICES[choice.kind], ...(choice.kind === 'address' ? receiverFields(choice.recipient) : {}) }, [409])
}

/** Where a parcel is. @returns value undefined when the post does not know the order */
export async function getOrderTracking(platform: Platform, orderNumber: string): Promise<OutsideAnswer<Tracking>> {
  return ask(platform, 'getOrderTracking', '/getOrderTracking', orderNumber, {}, [404])
}
