/** What can happen at the checkout, as buttons for people and as words for programs. */
import type { Box, Words } from '../kit/index.ts'
import { changeSettings, chargeAgain, drawFault, getSettings, orders, payOrder, type Order } from './books.ts'
import { owe } from './call-backs.ts'

/** After the choice: back to the shop, or a page that says why the browser stays. */
interface Outcome {
  order: Order
  stay: Words | undefined
}

interface Choice {
  id: string
  title: Words
  quiet: boolean
  run(box: Box, order: Order): Promise<Outcome>
}

const slowMs = 10 * 60_000

const stays = {
  away: { vi: 'Đã thanh toán. Trình duyệt không quay lại trang dịch vụ (như khi điện thoại tắt máy). Bạn có thể đóng trang này.', en: 'Paid. The browser does not go back to the service (as when the phone goes dead). You may close this page.' },
  silent: { vi: 'Đã thanh toán, nhưng cổng không báo gì cho dịch vụ: không quay lại, không gọi báo. Bạn có thể đóng trang này.', en: 'Paid, but the platform tells the service nothing: no return, no call-back. You may close this page.' },
  late: { vi: 'Đã thanh toán. Cổng sẽ báo cho dịch vụ sau 10 phút (giờ mô phỏng).', en: 'Paid. The platform will tell the service in 10 minutes (simulated time).' },
  broken: { vi: 'Có lỗi sau khi trừ tiền. Giao dịch chưa rõ kết quả.', en: 'Something broke after the money was taken. The outcome is not known here.' },
} as const satisfies Record<string, Words>

async function fail(box: Box, order: Order, responseCode: string): Promise<Outcome> {
  const failed = await orders(box).update(order.txnRef, (found) => ({ ...(found ?? order), state: 'failed', responseCode }))
  await owe(box, order.txnRef)
  return { order: failed, stay: undefined }
}

async function pay(box: Box, order: Order): Promise<Outcome> {
  const { next } = await getSettings(box)
  const planned = next.count > 0 ? choices.find((choice) => choice.id === next.choice && choice.id !== 'pay') : undefined
  if (planned) {
    await changeSettings(box, (settings) => ({ ...settings, next: { ...settings.next, count: settings.next.count - 1 } }))
    return planned.run(box, order)
  }
  const fault = await drawFault(box, order)
  switch (fault) {
    case 'slow': return paySlowly(box, order)
    case 'double': return payDouble(box, order)
    case 'lost': return { order: await payOrder(box, order.txnRef), stay: stays.silent }
    case 'failAfterCharge': return { order: await payOrder(box, order.txnRef), stay: stays.broken }
    case undefined: return payPlainly(box, order)
  }
}

async function payPlainly(box: Box, order: Order): Promise<Outcome> {
  const paid = await payOrder(box, order.txnRef)
  await owe(box, order.txnRef)
  return { order: paid, stay: undefined }
}

async function paySlowly(box: Box, order: Order): Promise<Outcome> {
  const settleAt = new Date((await box.now()).getTime() + slowMs).toISOString()
  const slow = await orders(box).update(order.txnRef, (found) => ({ ...(found ?? order), state: 'processing', responseCode: '99', settleAt, tellWhenSettled: true }))
  return { order: slow, stay: undefined }
}

async function payDouble(box: Box, order: Order): Promise<Outcome> {
  const paid = await payPlainly(box, order)
  await chargeAgain(box, paid.order)
  return paid
}

/** Every choice of the checkout page. */
export const choices: readonly Choice[] = [
  { id: 'pay', quiet: false, title: { vi: 'Thanh toán', en: 'Pay' }, run: pay },
  { id: 'fail', quiet: true, title: { vi: 'Thanh toán thất bại (không đủ số dư)', en: 'The payment fails (not enough money)' }, run: (box, order) => fail(box, order, '51') },
  { id: 'cancel', quiet: true, title: { vi: 'Huỷ, quay lại', en: 'Cancel and go back' }, run: (box, order) => fail(box, order, '24') },
  {
    id: 'pay-away', quiet: true, title: { vi: 'Thanh toán rồi không quay lại', en: 'Pay but never return' },
    run: async (box, order) => ({ order: (await payPlainly(box, order)).order, stay: stays.away }),
  },
  {
    id: 'pay-silent', quiet: true, title: { vi: 'Thanh toán, cổng không báo gì', en: 'Pay, and nothing comes back at all' },
    run: async (box, order) => ({ order: await payOrder(box, order.txnRef), stay: stays.silent }),
  },
  {
    id: 'pay-told-twice', quiet: true, title: { vi: 'Thanh toán, cổng gọi báo hai lần', en: 'Pay and call back twice' },
    run: async (box, order) => {
      const paid = await payPlainly(box, order)
      await owe(box, order.txnRef)
      return paid
    },
  },
  {
    id: 'pay-told-late', quiet: true, title: { vi: 'Thanh toán, cổng gọi báo muộn', en: 'Pay, call back late' },
    run: async (box, order) => {
      const paid = await payOrder(box, order.txnRef)
      await owe(box, order.txnRef, slowMs)
      return { order: paid, stay: stays.late }
    },
  },
  { id: 'pay-slow', quiet: true, title: { vi: 'Ngân hàng xác nhận chậm', en: 'The bank confirms slowly' }, run: paySlowly },
  { id: 'pay-double', quiet: true, title: { vi: 'Bị trừ tiền hai lần', en: 'Charged twice' }, run: payDouble },
]

/** Settles slow payments whose time has come (all of them when asked to). @returns how many */
export async function settleSlow(box: Box, all = false): Promise<number> {
  const now = (await box.now()).toISOString()
  let settled = 0
  for (const order of await orders(box).list({ where: { state: 'processing' } })) {
    if (!all && order.settleAt > now) continue
    await payOrder(box, order.txnRef)
    if (order.tellWhenSettled) await owe(box, order.txnRef)
    settled += 1
  }
  return settled
}
