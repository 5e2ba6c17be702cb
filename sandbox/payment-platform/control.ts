/** The buttons of the control page, also POST /control/api/systems/payment-platform/actions/<id>. */
import type { Box, ControlAction, ControlField } from '../kit/index.ts'
import { creditDue, sendReturns } from './bank/books.ts'
import { callBacks, changeSettings, chargeAgain, kinds, orders, payOrder, setFate, type FaultKind, type Order } from './books.ts'
import { owe, resultQuery, send, tell } from './call-backs.ts'
import { sendRefunds } from './merchant-api.ts'
import { choices, settleSlow } from './scenarios.ts'

const txnRefField: ControlField = { name: 'txnRef', title: { vi: 'Mã đơn (trống: đơn mới nhất)', en: 'Order (empty: the newest)' } }
const countField: ControlField = { name: 'count', kind: 'number', value: '1', title: { vi: 'Số lần', en: 'How many' } }
const shareKinds: readonly FaultKind[] = ['slow', 'double', 'lost', 'failAfterCharge']

function count(input: Record<string, string>): number {
  const n = Number(input.count ?? '1')
  if (!Number.isSafeInteger(n) || n < 0 || n > 10_000) throw new Error('Số lần phải từ 0 đến 10000 · The count must be 0 to 10000')
  return n
}

async function orderOf(box: Box, input: Record<string, string>, state?: Order['state']): Promise<Order> {
  const named = input.txnRef?.trim()
  const order = named ? await orders(box).get(named) : (await orders(box).list({ newestFirst: true, limit: 1, ...(state ? { where: { state } } : {}) }))[0]
  if (!order) throw new Error('Không có đơn thanh toán nào · There is no such order')
  return order
}

export const actions: ControlAction[] = [
  {
    id: 'next-payment', title: { vi: 'Điều xảy ra với lần bấm "Thanh toán" tới', en: 'What the next "Pay" leads to' },
    fields: [
      { name: 'choice', kind: 'choice', title: { vi: 'Điều xảy ra', en: 'What happens' }, options: choices.filter((choice) => choice.id !== 'pay').map((choice) => ({ value: choice.id, title: choice.title })) },
      countField,
    ],
    async run(box, input) {
      const choice = choices.find((candidate) => candidate.id === input.choice)
      if (!choice) throw new Error('Không có kịch bản này · No such scenario')
      await changeSettings(box, (settings) => ({ ...settings, next: { choice: choice.id, count: count(input) } }))
      return `${count(input)} × ${choice.title.vi} · ${choice.title.en}`
    },
  },
  {
    id: 'call-back-again', title: { vi: 'Gọi báo lại lần nữa', en: 'Send the last call-back again' }, fields: [txnRefField],
    async run(box, input) {
      const order = await orderOf(box, input)
      const [last] = await callBacks(box).list({ where: { txnRef: order.txnRef }, newestFirst: true, limit: 1 })
      const answer = last ? await send(box, last.id) : await tell(box, resultQuery(order))
      return `Dịch vụ trả lời · The service answered: ${answer}`
    },
  },
  {
    id: 'forge-call-back', title: { vi: 'Gọi báo giả (chữ ký sai)', en: 'Send a forged call-back (wrong signature)' }, fields: [txnRefField],
    async run(box, input) {
      const order = await orderOf(box, input)
      const query = resultQuery({ ...order, state: 'paid', responseCode: '00', transactionNo: '97999999' })
      return `Dịch vụ trả lời · The service answered: ${await tell(box, query.replace(/vnp_SecureHash=.{8}/, 'vnp_SecureHash=00000000'))}`
    },
  },
  {
    id: 'lose-call-backs', title: { vi: 'Làm mất lần gọi báo tới', en: 'Lose the next call-back' }, fields: [countField],
    async run(box, input) {
      await changeSettings(box, (settings) => ({ ...settings, loseNext: count(input) }))
      return `${count(input)} lần gọi báo sẽ mất · call-backs will be lost`
    },
  },
  {
    id: 'settle-pending', title: { vi: 'Ngân hàng xác nhận mọi giao dịch đang chờ', en: 'The bank confirms all waiting payments' },
    run: async (box) => `${(await settleSlow(box, true)) + (await creditDue(box, true))} giao dịch đã xong · payments settled`,
  },
  {
    id: 'double-charge', title: { vi: 'Trừ tiền lần thứ hai', en: 'Charge a second time' }, fields: [txnRefField],
    async run(box, input) {
      const order = await orderOf(box, input, 'paid')
      if (order.state !== 'paid') throw new Error('Đơn này chưa thanh toán · That order is not paid')
      const charge = await chargeAgain(box, order)
      return `Đã trừ thêm giao dịch ${charge.transactionNo} · charged again`
    },
  },
  {
    id: 'pay-late', title: { vi: 'Tiền về muộn cho đơn đã hỏng', en: 'Money arrives late for a failed order' }, fields: [txnRefField],
    async run(box, input) {
      const order = await orderOf(box, input)
      const paid = await payOrder(box, order.txnRef)
      await owe(box, order.txnRef)
      return `Giao dịch ${paid.transactionNo} đã vào sổ · payment booked`
    },
  },
  {
    id: 'send-refunds', title: { vi: 'Chuyển ngay các khoản hoàn', en: 'Send all refunds to the bank now' },
    run: async (box) => `${(await sendRefunds(box, true)) + (await sendReturns(box, true))} khoản hoàn đã chuyển · refunds sent`,
  },
  {
    id: 'reject-refunds', title: { vi: 'Từ chối khoản hoàn tới', en: 'Reject the next refund' }, fields: [countField],
    async run(box, input) {
      await changeSettings(box, (settings) => ({ ...settings, rejectNextRefunds: count(input) }))
      return `${count(input)} khoản hoàn tới bị từ chối · refunds will be rejected`
    },
  },
  {
    id: 'spoil-statement', title: { vi: 'Làm sai bảng đối soát của một ngày', en: 'Spoil the statement of a day' },
    fields: [
      { name: 'date', title: { vi: 'Ngày (yyyy-MM-dd)', en: 'Day (yyyy-MM-dd)' } },
      { name: 'how', kind: 'choice', title: { vi: 'Cách sai', en: 'How' }, options: [
        { value: 'missing', title: { vi: 'Thiếu một dòng', en: 'A line is missing' } },
        { value: 'extra', title: { vi: 'Thừa một dòng', en: 'A line too many' } },
        { value: 'double', title: { vi: 'Một dòng hai lần', en: 'A line twice' } },
        { value: 'none', title: { vi: 'Đúng lại', en: 'Right again' } },
      ] },
    ],
    async run(box, input) {
      const { date = '', how } = input
      if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error('Ngày phải có dạng yyyy-MM-dd · The day must be yyyy-MM-dd')
      await changeSettings(box, (settings) => {
        const { [date]: _before, ...others } = settings.spoiled
        return { ...settings, spoiled: how === 'missing' || how === 'extra' || how === 'double' ? { ...others, [date]: how } : others }
      })
      return `${date}: ${how ?? ''}`
    },
  },
  {
    id: 'shares', title: { vi: 'Tỉ lệ trục trặc tự xảy ra', en: 'How often payments go wrong by themselves' },
    fields: [
      { name: 'slow', value: '0', title: { vi: 'Chậm (0 đến 1)', en: 'Slow (0 to 1)' } },
      { name: 'double', value: '0', title: { vi: 'Trừ hai lần', en: 'Charged twice' } },
      { name: 'lost', value: '0', title: { vi: 'Mất gọi báo', en: 'Call-back lost' } },
      { name: 'failAfterCharge', value: '0', title: { vi: 'Hỏng sau khi trừ tiền', en: 'Fails after the charge' } },
    ],
    async run(box, input) {
      await changeSettings(box, (settings) => {
        const shares = { ...settings.shares }
        for (const kind of shareKinds) {
          const share = Number(input[kind] ?? shares[kind])
          if (!(share >= 0 && share <= 1)) throw new Error('Tỉ lệ phải từ 0 đến 1 · A share must be 0 to 1')
          shares[kind] = share
        }
        return { ...settings, shares }
      })
      return 'Đã đặt · Set'
    },
  },
  {
    id: 'fate', title: { vi: 'Trục trặc định sẵn cho một hồ sơ', en: 'What goes wrong with the next payment for one order text' },
    fields: [{ name: 'orderInfo', title: { vi: 'Nội dung đơn', en: 'Text of the order' } }, { name: 'kind', title: { vi: 'Trục trặc (slow, double, lost, failAfterCharge)', en: 'What (slow, double, lost, failAfterCharge)' } }],
    async run(box, input) {
      const kind = kinds.find((candidate) => candidate === input.kind)
      if (!kind || !input.orderInfo) throw new Error('Thiếu nội dung đơn hoặc loại · Text or kind is missing')
      await setFate(box, input.orderInfo, kind)
      return `${input.orderInfo}: ${kind}`
    },
  },
]
