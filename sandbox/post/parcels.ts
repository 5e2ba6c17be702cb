/** What the post knows about each order, and how parcels travel. */
import { compactInstant, type Box } from '../kit/index.ts'
import { workingDaysLater } from '../kit/clock.ts'
import { itemNumber } from './item-number.ts'

export const deliveryStates = ['REGISTERED', 'COLLECTED', 'IN_TRANSIT', 'DELIVERED', 'FAILED', 'HELD', 'RETURNED', 'LOST', 'CANCELLED'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** Why an attempt failed. */
export const failReasons = ['ABSENT', 'ADDRESS', 'REFUSED'] as const
/** Who took it: a relation, never a name. */
export const relations = ['SELF', 'FAMILY', 'NEIGHBOUR', 'OFFICE'] as const

/** What belongs to a failed attempt or a delivery. */
export interface Details {
  reason?: (typeof failReasons)[number]
  relation?: (typeof relations)[number]
}

export interface Address {
  province: string
  district: string
  address: string
  name: string
  email: string
  tel: string
  desc: string
}

export interface Parcel {
  orderNumber: string
  itemCode: string
  customerCode: string
  govAgencyCode: string
  govAgencyName: string
  codAmount: number
  sender: Address
  receiver: Address
  state: DeliveryState
  /** False once nothing can happen to it any more. */
  moving: boolean
  /** When it goes on by itself. */
  nextAt: string | null
  events: ({ at: string; state: DeliveryState; note: string } & Details)[]
  /** Instructions after failed attempts, each heeded once. */
  instructions?: string[]
}

export const parcels = (box: Box) => box.docs<Parcel>('parcels')

/** Collection states of the BCCI interface: 1 registered, 2 being collected, 3 handed over, 4 collection cancelled. */
const collectionStatus: Record<DeliveryState, number> = { REGISTERED: 1, COLLECTED: 2, IN_TRANSIT: 2, DELIVERED: 3, FAILED: 2, HELD: 2, RETURNED: 2, LOST: 2, CANCELLED: 4 }

const notes: Record<DeliveryState, string> = {
  REGISTERED: 'Đã đăng ký chuyển phát', COLLECTED: 'Đã nhận bưu gửi từ cơ quan', IN_TRANSIT: 'Đang vận chuyển đến bưu cục phát',
  DELIVERED: 'Phát thành công', FAILED: 'Phát không thành công', HELD: 'Chờ người nhận tại bưu cục', RETURNED: 'Đã chuyển hoàn cơ quan gửi', LOST: 'Thất lạc', CANCELLED: 'Đã huỷ',
}

/** What follows by itself, and after how many working days. A failed parcel goes back when nobody calls for it. */
const road: Partial<Record<DeliveryState, { to: DeliveryState; afterDays: number }>> = {
  REGISTERED: { to: 'COLLECTED', afterDays: 1 },
  COLLECTED: { to: 'IN_TRANSIT', afterDays: 1 },
  IN_TRANSIT: { to: 'DELIVERED', afterDays: 1 },
  FAILED: { to: 'RETURNED', afterDays: 3 },
  HELD: { to: 'RETURNED', afterDays: 10 },
}

const allowed: Record<DeliveryState, readonly DeliveryState[]> = {
  REGISTERED: ['COLLECTED', 'CANCELLED'], COLLECTED: ['IN_TRANSIT'], IN_TRANSIT: ['DELIVERED', 'FAILED', 'LOST'],
  FAILED: ['IN_TRANSIT', 'HELD', 'DELIVERED', 'RETURNED', 'LOST'], HELD: ['DELIVERED', 'RETURNED'], DELIVERED: [], RETURNED: [], LOST: [], CANCELLED: [],
}

/** After so many failed attempts a parcel goes back, whatever anybody says. */
const MOST_ATTEMPTS = 3

export const failuresOf = (parcel: Parcel) => parcel.events.filter(({ state }) => state === 'FAILED').length

function arrive(parcel: Parcel, state: DeliveryState, at: Date, details: Details = {}): Parcel {
  const next = road[state]
  return {
    ...parcel, state,
    moving: allowed[state].length > 0,
    nextAt: next ? workingDaysLater(at, next.afterDays).toISOString() : null,
    events: [...parcel.events, {
      at: at.toISOString(), state, note: notes[state],
      ...(state === 'FAILED' ? { reason: details.reason ?? 'ABSENT' } : {}), ...(state === 'DELIVERED' ? { relation: details.relation ?? 'SELF' } : {}),
    }],
  }
}

/** The parcel as it stands at that moment, with all it did by itself. */
function travel(parcel: Parcel, now: Date): Parcel {
  let current = parcel
  for (;;) {
    const next = road[current.state]
    if (!next || current.nextAt === null || current.nextAt > now.toISOString()) return current
    current = arrive(current, next.to, new Date(current.nextAt))
  }
}

/** `itemCode`: the number that the agency printed on the label; without it the post gives one. */
export type NewParcel = { itemCode?: string | undefined } & Pick<Parcel, 'orderNumber' | 'customerCode' | 'govAgencyCode' | 'govAgencyName' | 'codAmount' | 'sender' | 'receiver'>

/** Registers an order once; the same order again is the same parcel. @returns undefined when the number stands for something else */
export async function register(box: Box, order: NewParcel): Promise<Parcel | undefined> {
  const known = await parcels(box).get(order.orderNumber)
  if (known) return isSame(known, order) ? known : undefined
  const itemCode = order.itemCode ?? (await nextItemCode(box))
  const holder = await box.docs<{ orderNumber: string }>('items').update(itemCode, (found) => found ?? { orderNumber: order.orderNumber })
  if (holder.orderNumber !== order.orderNumber) return undefined
  const now = await box.now()
  const parcel = await parcels(box).update(order.orderNumber, (found) => found ?? arrive({
    ...order, itemCode, state: 'REGISTERED', moving: true, nextAt: null, events: [],
  }, 'REGISTERED', now))
  return isSame(parcel, order) ? parcel : undefined
}

async function nextItemCode(box: Box): Promise<string> {
  return itemNumber((await box.docs<{ last: number }>('counter').update('item', (found) => ({ last: (found?.last ?? 0) + 1 }))).last)
}

function isSame(parcel: Parcel, order: NewParcel): boolean {
  if (order.itemCode !== undefined && order.itemCode !== parcel.itemCode) return false
  const parts = (one: NewParcel) => JSON.stringify([one.customerCode, one.codAmount, Object.entries(one.receiver).sort()])
  return parts(parcel) === parts(order)
}

/** The order as it stands now. */
export async function find(box: Box, orderNumber: string): Promise<Parcel | undefined> {
  const parcel = await parcels(box).get(orderNumber)
  if (!parcel) return undefined
  const now = await box.now()
  if (parcel.nextAt === null || parcel.nextAt > now.toISOString()) return parcel
  return parcels(box).update(orderNumber, (found) => travel(found ?? parcel, now))
}

/** Pushes a parcel to a state it can reach, through the states between. @throws one sentence when it cannot */
export async function push(box: Box, orderNumber: string, to: DeliveryState, details: Details = {}): Promise<Parcel> {
  const now = await box.now()
  const pushed = await parcels(box).update(orderNumber, (found) => {
    if (!found) throw new Error('Không có đơn này. / No such order.')
    let current = travel(found, now)
    for (const step of stepsTo(current.state, to)) current = arrive(current, step, now, details)
    return current
  })
  await hint(box, pushed)
  return pushed
}

export interface Instruction {
  requestId: string
  choice: 'AGAIN' | 'ADDRESS' | 'HOLD'
  /** Where to, with ADDRESS. */
  receiver?: Address
}

/** Does as the receiver asks after a failed attempt, once each. @returns undefined when the parcel does not wait for an instruction (any more) */
export async function instruct(box: Box, orderNumber: string, instruction: Instruction): Promise<Parcel | undefined> {
  const now = await box.now()
  let heeded = false
  const parcel = await parcels(box).update(orderNumber, (found) => {
    if (!found) throw new Error('Không có đơn này. / No such order.')
    const current = travel(found, now)
    heeded = current.instructions?.includes(instruction.requestId) === true
    if (heeded || current.state !== 'FAILED' || failuresOf(current) >= MOST_ATTEMPTS) return current
    heeded = true
    const going = arrive(current, instruction.choice === 'HOLD' ? 'HELD' : 'IN_TRANSIT', now)
    return { ...going, receiver: instruction.receiver ?? going.receiver, instructions: [...(going.instructions ?? []), instruction.requestId] }
  })
  return heeded ? parcel : undefined
}

function stepsTo(from: DeliveryState, to: DeliveryState): DeliveryState[] {
  const paths: DeliveryState[][] = [[from]]
  for (const path of paths) {
    const end = path.at(-1) ?? from
    if (end === to && path.length > 1) return path.slice(1)
    for (const next of allowed[end]) if (!path.includes(next)) paths.push([...path, next])
  }
  throw new Error(`Không thể từ ${from} sang ${to}. / Cannot go from ${from} to ${to}.`)
}

/** Moves everything whose time has come and tells the service. */
export async function moveDue(box: Box): Promise<void> {
  const now = (await box.now()).toISOString()
  for (const parcel of await parcels(box).list({ where: { moving: true } })) {
    if (parcel.nextAt === null || parcel.nextAt > now) continue
    const moved = await find(box, parcel.orderNumber)
    if (moved) await hint(box, moved)
  }
}

interface Losses {
  /** Part of the hints that nobody ever gets, 0 to 1. */
  share: number
  told: number
  lost: number
}

const losses = (box: Box) => box.docs<Losses>('losses')

/** Loses this part of the hints from now on, spread evenly and beginning with the first. */
export async function loseHints(box: Box, share: number): Promise<void> {
  await losses(box).update('hints', (found) => ({ share, told: 0, lost: found?.lost ?? 0 }))
}

/** How many hints were lost so far. */
export async function countLost(box: Box): Promise<number> {
  return (await losses(box).get('hints'))?.lost ?? 0
}

async function isLost(box: Box): Promise<boolean> {
  if (!(await losses(box).get('hints'))?.share) return false
  let lost = false
  await losses(box).update('hints', (found) => {
    const { share, told, lost: before } = found ?? { share: 0, told: 0, lost: 0 }
    lost = Math.ceil((told + 1) * share) > Math.ceil(told * share)
    return { share, told: told + 1, lost: before + (lost ? 1 : 0) }
  })
  return lost
}

/** A hint that something happened: sent once, proves nothing; whoever gets it asks for the tracking. */
async function hint(box: Box, parcel: Parcel): Promise<void> {
  const { muted } = (await box.docs<{ muted: boolean }>('settings').get('hints')) ?? { muted: false }
  if (muted || await isLost(box)) return
  try {
    await fetch(`${box.webUrl}/may/buu-chinh/su-kien`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ orderNumber: parcel.orderNumber, itemCode: parcel.itemCode, deliveryStatus: parcel.state }),
      signal: AbortSignal.timeout(5_000),
      redirect: 'error',
    })
  } catch {
    // Nobody listens: the service asks by itself every few hours.
  }
}

/** An order as getOrderTracking answers it. */
export function toWire(parcel: Parcel) {
  return {
    errorCode: 0,
    orderNumber: parcel.orderNumber,
    itemCode: parcel.itemCode,
    collectionStatus: collectionStatus[parcel.state],
    deliveryStatus: parcel.state,
    events: parcel.events.map((event) => ({
      time: compactInstant(new Date(event.at)), deliveryStatus: event.state, note: event.note,
      ...(event.reason ? { reasonCode: event.reason } : {}), ...(event.relation ? { relationCode: event.relation } : {}),
    })),
  }
}
