/** What people can do at the post: move a parcel, or let it fail. */
import { formatInstant, renderPart, type Box, type ControlAction } from '../kit/index.ts'
import { deliveryStates, type Details, failReasons, loseHints, parcels, push, relations, type DeliveryState } from './parcels.ts'

const titles: Record<DeliveryState, { vi: string; en: string }> = {
  REGISTERED: { vi: 'Đã đăng ký', en: 'Registered' },
  COLLECTED: { vi: 'Đã nhận từ cơ quan', en: 'Collected' },
  IN_TRANSIT: { vi: 'Đang vận chuyển', en: 'In transit' },
  DELIVERED: { vi: 'Đã phát', en: 'Delivered' },
  FAILED: { vi: 'Phát không thành công', en: 'Delivery failed' },
  HELD: { vi: 'Chờ tại bưu cục', en: 'Waits at the post office' },
  RETURNED: { vi: 'Đã chuyển hoàn', en: 'Returned' },
  LOST: { vi: 'Thất lạc', en: 'Lost' },
  CANCELLED: { vi: 'Đã huỷ', en: 'Cancelled' },
}

const reasonTitles: Record<(typeof failReasons)[number], { vi: string; en: string }> = {
  ABSENT: { vi: 'Người nhận vắng', en: 'Nobody at home' }, ADDRESS: { vi: 'Địa chỉ không đúng', en: 'Address wrong' }, REFUSED: { vi: 'Từ chối nhận', en: 'Refused' },
}
const relationTitles: Record<(typeof relations)[number], { vi: string; en: string }> = {
  SELF: { vi: 'Chính người nhận', en: 'The receiver' }, FAMILY: { vi: 'Người nhà', en: 'Family' }, NEIGHBOUR: { vi: 'Hàng xóm', en: 'A neighbour' }, OFFICE: { vi: 'Nhận tại bưu cục', en: 'At the post office' },
}

const targets = deliveryStates.filter((state) => state !== 'REGISTERED' && state !== 'CANCELLED')

export const actions: ControlAction[] = [
  {
    id: 'move',
    title: { vi: 'Chuyển bưu gửi sang trạng thái', en: 'Move a parcel to a state' },
    fields: [
      { name: 'orderNumber', title: { vi: 'Mã hồ sơ (để trống: mọi bưu gửi đang đi)', en: 'Order number (empty: all on the way)' } },
      { name: 'to', title: { vi: 'Trạng thái', en: 'State' }, kind: 'choice', options: targets.map((value) => ({ value, title: titles[value] })), value: 'DELIVERED' },
      { name: 'reason', title: { vi: 'Lý do nếu phát không thành công', en: 'Reason of a failed attempt' }, kind: 'choice', options: failReasons.map((value) => ({ value, title: reasonTitles[value] })), value: 'ABSENT' },
      { name: 'relation', title: { vi: 'Ai nhận, nếu đã phát', en: 'Who took it, when delivered' }, kind: 'choice', options: relations.map((value) => ({ value, title: relationTitles[value] })), value: 'SELF' },
    ],
    async run(box, input) {
      const to = targets.find((state) => state === (input['to'] || 'DELIVERED'))
      if (!to) throw new Error('Trạng thái không đúng. / No such state.')
      const details: Details = { reason: failReasons.find((one) => one === input['reason']) ?? 'ABSENT', relation: relations.find((one) => one === input['relation']) ?? 'SELF' }
      if (input['orderNumber']) {
        const parcel = await push(box, input['orderNumber'].trim(), to, details)
        return `${parcel.itemCode}: ${titles[to].vi}. / ${titles[to].en}.`
      }
      const moving = await parcels(box).list({ where: { moving: true } })
      const done = await Promise.allSettled(moving.map((parcel) => push(box, parcel.orderNumber, to, details)))
      const count = done.filter((one) => one.status === 'fulfilled').length
      return `${count} bưu gửi: ${titles[to].vi}. / ${count} parcels: ${titles[to].en}.`
    },
  },
  {
    id: 'hints',
    title: { vi: 'Bưu điện có báo cho dịch vụ khi bưu gửi đi tiếp không', en: 'Whether the post tells the service when a parcel moves' },
    fields: [{
      name: 'mode', title: { vi: 'Báo', en: 'Tell' }, kind: 'choice', value: 'on',
      options: [{ value: 'on', title: { vi: 'Có', en: 'Yes' } }, { value: 'off', title: { vi: 'Không (dịch vụ phải tự hỏi)', en: 'No (the service has to ask)' } }],
    }],
    async run(box, input) {
      const muted = input['mode'] === 'off'
      await box.docs<{ muted: boolean }>('settings').put('hints', { muted })
      return muted ? 'Bưu điện không báo nữa. / The post is silent.' : 'Bưu điện báo mỗi khi có thay đổi. / The post tells every change.'
    },
  },
  {
    id: 'shares',
    title: { vi: 'Tỉ lệ lời báo bị mất trên đường', en: 'How many of the hints are lost on the way' },
    fields: [{ name: 'lost', title: { vi: 'Mất (0 đến 1)', en: 'Lost (0 to 1)' }, value: '0' }],
    async run(box, input) {
      const share = Number(input['lost'] || 0)
      if (!(share >= 0 && share <= 1)) throw new Error('Tỉ lệ phải từ 0 đến 1. / A share must be 0 to 1.')
      await loseHints(box, share)
      return `${share}`
    },
  },
]

/** The latest parcels, on the control page. */
export async function panel(box: Box): Promise<string> {
  const latest = await parcels(box).list({ newestFirst: true, limit: 20 })
  if (latest.length === 0) return renderPart(<p class="soft">Chưa có bưu gửi. <span class="en" lang="en">No parcels yet.</span></p>)
  return renderPart(
    <div class="scroll"><table>
      <thead><tr><th>Mã hồ sơ · Order</th><th>Số bưu gửi · Item</th><th>Trạng thái · State</th><th>Đi tiếp lúc · Next</th></tr></thead>
      <tbody>{latest.map((parcel) => (
        <tr>
          <td>{parcel.orderNumber}</td><td>{parcel.itemCode}</td>
          <td>{titles[parcel.state].vi} <span class="en" lang="en">{titles[parcel.state].en}</span></td>
          <td>{parcel.nextAt === null ? '' : formatInstant(new Date(parcel.nextAt))}</td>
        </tr>
      ))}</tbody>
    </table></div>)
}
