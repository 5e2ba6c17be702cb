/** Who is told things: the post (parcels), the national portal, the citizens' data store, the carriers of text messages and mail. */
import { createHash } from 'node:crypto'
import { sendCode } from '../../../src/capabilities/counters/client.ts'
import { type PaperForStore, putIntoStore } from '../../../src/capabilities/documents/client/data-store.ts'
import { writeToClinic } from '../../../src/capabilities/health-certificates/client/clinic-mail.ts'
import { getOrderTracking, postOrder, redeliver } from '../../../src/capabilities/deliveries/client.ts'
import { type PortalReport, reportStatus } from '../../../src/dossiers/client.ts'
import { send as sendDigest } from '../../../src/observers/digest/client.ts'
import { send } from '../../../src/observers/notifications/client.ts'
import type { Platform } from '../../../src/platform/runtime.ts'
import { newId } from '../../../src/platform/values/ids.ts'
import { type Client, outages } from '../matrix.ts'
import type { OutageWorld } from '../world.ts'

const sender = { name: 'Phòng CSGT (mô phỏng)', agencyCode: 'G01.097', address: 'Đường Mẫu', provinceName: 'Bắc Ninh' }
const recipient = { name: 'Nguyễn Văn An', phone: '0000123456', address: '12 Phố Ví Dụ', commune: 'Hoa Sen', provinceName: 'Bắc Ninh' }
const post = { system: 'post', file: 'src/capabilities/deliveries/client.ts' } as const

interface Parcel {
  readonly orderNumber: string
  readonly street: string
  /** What the post calls it, once it is known. */
  readonly itemNumber?: string
}

const newParcel = async (): Promise<Parcel> => ({ orderNumber: `H05.1-${newId().slice(-12)}`, street: '12 Phố Ví Dụ' })

async function ordered(world: OutageWorld): Promise<Parcel> {
  const parcel = await newParcel()
  await using platform = await world.fresh()
  const { value } = await postOrder(platform, parcel.orderNumber, null, recipient, sender)
  return { ...parcel, itemNumber: value?.itemNumber ?? '' }
}

const order: Client<Parcel> = {
  ...post, name: 'an order to the post', purposes: ['token', 'postOrder'],
  subject: newParcel,
  other: newParcel,
  // The number stands for a parcel to another address already.
  subjects: { negative: async (world) => ({ ...(await ordered(world)), street: '99 Phố Khác' }) },
  ask: async (platform, { orderNumber, street }) => (await postOrder(platform, orderNumber, null, { ...recipient, address: street }, sender)).value,
  fits: (value) => JSON.stringify(value).includes('"registered"'),
  expected: {
    ...outages,
    negative: 'definite no',
    'not found': { never: 'an order makes what it names' },
    'answer for another person': 'unavailable: malformed',
    'stale answer': 'value',
  },
}

const tracking: Client<Parcel> = {
  ...post, name: 'where a parcel is', purposes: ['token', 'getOrderTracking'],
  subject: ordered,
  other: ordered,
  subjects: { 'not found': newParcel },
  async meanwhile(world, { orderNumber }) {
    await world.control('post', 'move', { orderNumber, to: 'DELIVERED' })
  },
  ask: async (platform, { orderNumber }) => (await getOrderTracking(platform, orderNumber)).value,
  fits: (value, { itemNumber }) => JSON.stringify(value).includes(`"${itemNumber}"`),
  expected: {
    ...outages,
    negative: { never: 'the post says where a parcel is or that it does not know it' },
    'not found': 'absent',
    'answer for another person': 'unavailable: malformed',
    // The wire carries no id. Events only add up: what is missing comes with the next question.
    'stale answer': { value: { events: [{ state: 'registered' }] } },
  },
}

/** A parcel that nobody was at home for. */
async function failed(world: OutageWorld): Promise<Parcel> {
  const parcel = await ordered(world)
  await world.control('post', 'move', { orderNumber: parcel.orderNumber, to: 'FAILED' })
  return parcel
}

const choice: Client<Parcel> = {
  ...post, name: 'what the receiver wants after a failed attempt', purposes: ['token', 'redeliver'],
  subject: failed,
  other: failed,
  subjects: {
    // Nothing failed yet, or it is too late.
    'not found': ordered,
    negative: newParcel,
  },
  ask: async (platform, { orderNumber }) => (await redeliver(platform, orderNumber, newId(), { kind: 'again' })).value,
  fits: (value, { itemNumber }) => JSON.stringify(value).includes(`"${itemNumber}"`),
  expected: { ...outages, negative: 'definite no', 'not found': 'absent', 'answer for another person': 'unavailable: malformed', 'stale answer': 'value' },
}

const report = (status: PortalReport['status']) => async (): Promise<PortalReport> => ({
  submissionCode: `TT-${newId().slice(-9)}`, procedureCode: '3.000347', procedureTitle: 'Đổi giấy phép lái xe', applicantName: 'Nguyễn Văn An',
  filedAt: new Date('2026-11-20T02:00:00Z'), dueAt: null, channel: 2, officeName: 'Phòng CSGT (mô phỏng)', status, results: [],
})

const portal: Client<PortalReport> = {
  name: 'the national portal', system: 'national-portal', file: 'src/dossiers/client.ts', purposes: ['token', 'status'],
  subject: report(1),
  other: report(1),
  // A dossier cannot begin as finished.
  subjects: { negative: report(9) },
  ask: (platform, one) => reportStatus(platform, one),
  fits: (value) => typeof value === 'string',
  expected: {
    ...outages,
    negative: 'definite no',
    'not found': { never: 'a dossier that the portal does not know begins there' },
    'answer for another person': 'unavailable: malformed',
    'stale answer': 'unavailable: malformed',
  },
}

const forStore = (identityNumber: string, text: string): PaperForStore => ({
  documentId: newId(), identityNumber, dossierCode: 'G01.097-261120-0001', kind: 'electronic-licence', title: 'Giấy phép lái xe, bản điện tử', authorityCode: 'G01.097', madeOn: '2026-11-20', bytes: Buffer.from(`%PDF-1.7 ${text}`),
})

const store: Client<PaperForStore> = {
  name: 'the citizens’ data store', system: 'data-store', file: 'src/capabilities/documents/client/data-store.ts', purposes: ['put'],
  subject: async (world) => forStore(world.person('an').identityNumber, newId()),
  other: async (world) => forStore(world.person('binh').identityNumber, newId()),
  subjects: {
    // Nobody has this number, so nobody has a store under it.
    'not found': async () => forStore('097999999999', newId()),
    async negative(world) {
      const sent = forStore(world.person('an').identityNumber, newId())
      await using platform = await world.fresh()
      await putIntoStore(platform, sent)
      return { ...sent, bytes: Buffer.from('%PDF-1.7 another file under the same request') }
    },
  },
  ask: (platform, paper) => putIntoStore(platform, paper),
  fits: (value, { bytes }) => JSON.stringify(value).includes(createHash('sha256').update(bytes).digest('hex').slice(0, 16).toUpperCase()),
  expected: {
    ...outages,
    negative: 'unavailable: error',
    'not found': 'absent',
    'answer for another person': 'unavailable: malformed',
    'stale answer': 'unavailable: malformed',
  },
}

interface Sending {
  readonly key: string
  readonly to: string
}

type Carry = (platform: Platform, key: string, letter: { to: string; subject: string; text: string }) => Promise<string | undefined>

function carrier(channel: 'sms' | 'mail', name: string, file: string, purpose: string, carry: Carry): Client<Sending> {
  const sending = async (): Promise<Sending> => ({ key: newId(), to: channel === 'sms' ? '0000123456' : 'an@vidu.invalid' })
  return {
    name, system: channel, file, purposes: [purpose],
    subject: sending,
    other: sending,
    subjects: { negative: async () => ({ key: newId(), to: channel === 'sms' ? '0912345678' : 'ai@do.example' }) },
    ask: (platform, { key, to }) => carry(platform, key, { to, subject: 'Hồ sơ', text: 'Hồ sơ đã được tiếp nhận.' }),
    fits: (value) => typeof value === 'string' && value.startsWith(channel.toUpperCase()),
    expected: {
      ...outages,
      // The address is refused for good: the message is kept as undeliverable.
      negative: 'absent',
      'not found': { never: 'a carrier takes an address or refuses it' },
      'answer for another person': 'unavailable: malformed',
      // The same message again has the same receipt.
      'stale answer': 'value',
    },
  }
}

const toPeople = 'src/observers/notifications/client.ts'

export const parcels = [order, tracking, choice]
export const portals = [portal]
export const stores = [store]
export const carriers = [
  carrier('sms', 'the carrier of text messages', toPeople, 'send', (platform, key, letter) => send(platform, 'sms', key, letter)),
  carrier('sms', 'the carrier of one-time codes at a counter', 'src/capabilities/counters/client.ts', 'code', (platform, key, { to, text }) => sendCode(platform, key, { to, text })),
  carrier('mail', 'the carrier of mail', toPeople, 'send', (platform, key, letter) => send(platform, 'mail', key, letter)),
  carrier('mail', 'the carrier of mail to clinics', 'src/capabilities/health-certificates/client/clinic-mail.ts', 'clinic', writeToClinic),
  carrier('mail', 'the carrier of the morning digest', 'src/observers/digest/client.ts', 'digest', sendDigest),
]
