/**
 * Duties — việc phải làm: who owes which step within which time. The law sets two of them; what no source prints is ours and
 * marked as assumed until a province agrees on its own (agreements.ts).
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { procedureInForce } from '../procedures/index.ts'
import type { Basis } from '../provision.ts'
import type { Limit } from './limits.ts'
import type { Owner } from './parties.ts'

export const partyIds = ['authority', 'health-department', 'post', 'violation-keeper', 'population-keeper', 'payment-keeper'] as const
/** A body that answers for owners of waits — bên tham gia. */
export type PartyId = (typeof partyIds)[number]

export const dutyIds = ['accept', 'appraise', 'sign', 'other-office', 'print', 'certificate', 'take-over', 'deliver', 'violations', 'population', 'payment'] as const
export type DutyId = (typeof dutyIds)[number]

export interface Duty {
  readonly id: DutyId
  readonly party: PartyId
  /** Whose waits are measured by it. */
  readonly owner: Owner
  /** The one cause of those waits that it is about; null: every cause of this owner that no other duty names. */
  readonly cause: string | null
  readonly task: Words
  readonly limit: Basis<Limit>
}

function ours(amount: number, unit: Limit['unit'], source: string): Basis<Limit> {
  return { value: { amount, unit }, source, confidence: 0.3, assumed: true }
}

const WITHIN = 'Thời hạn từng bước không in ở đâu; phần mềm chia trong thời hạn 05 ngày làm việc của thủ tục'
const AUTOMATIC = 'Hệ thống trả lời tự động; thời hạn do phần mềm đặt'

/** What holds wherever nothing else was agreed. @throws NoProvision when no procedure is in force that day */
export function usualDuties(on: LocalDate): readonly Duty[] {
  const notice = procedureInForce('exchange-licence', on).deadlines.noticeDays
  return [
    {
      id: 'accept', party: 'authority', owner: 'office', cause: 'to-accept', limit: { ...notice, value: { amount: notice.value, unit: 'working-day' } },
      task: { vi: 'Tiếp nhận, hoặc báo phải bổ sung hay từ chối', en: 'Accepts, or says what is missing or why not' },
    },
    { id: 'appraise', party: 'authority', owner: 'office', cause: 'to-appraise', limit: ours(2, 'working-day', WITHIN), task: { vi: 'Thẩm định và trình ký', en: 'Appraises and prepares the decision' } },
    { id: 'sign', party: 'authority', owner: 'office', cause: 'to-sign', limit: ours(1, 'working-day', WITHIN), task: { vi: 'Ký quyết định', en: 'Signs the decision' } },
    { id: 'other-office', party: 'authority', owner: 'office', cause: null, limit: ours(1, 'working-day', WITHIN), task: { vi: 'Xử lý việc khác: bản sao giấy khám, thẻ bị trả lại', en: 'Sees to the rest: certified copies, cards sent back' } },
    { id: 'print', party: 'authority', owner: 'printer', cause: null, limit: ours(1, 'working-day', WITHIN), task: { vi: 'In thẻ và giao cho bưu chính', en: 'Prints the card and hands it to the post' } },
    {
      id: 'certificate', party: 'health-department', owner: 'clinic', cause: null, limit: ours(1, 'working-day', 'Không văn bản nào nêu thời hạn; phần mềm đặt một ngày làm việc'),
      task: { vi: 'Giấy khám sức khỏe tra cứu được', en: 'Makes the health certificate known' },
    },
    { id: 'take-over', party: 'post', owner: 'post', cause: null, limit: ours(1, 'working-day', 'Thời hạn nhận thẻ không in ở đâu; do phần mềm đặt'), task: { vi: 'Nhận thẻ theo bản giao nhận', en: 'Takes the cards over by the list' } },
    { id: 'deliver', party: 'post', owner: 'post', cause: 'delivery', limit: ours(4, 'working-day', 'Thời hạn phát không in trong nguồn đã đọc; do phần mềm đặt'), task: { vi: 'Phát thẻ đến tay người dân', en: 'Delivers the card' } },
    { id: 'violations', party: 'violation-keeper', owner: 'traffic-police', cause: null, limit: ours(4, 'hour', AUTOMATIC), task: { vi: 'Trả lời tra cứu vi phạm', en: 'Answers the look-up of violations' } },
    { id: 'population', party: 'population-keeper', owner: 'population-register', cause: null, limit: ours(4, 'hour', AUTOMATIC), task: { vi: 'Trả lời dữ liệu dân cư', en: 'Answers about the person' } },
    { id: 'payment', party: 'payment-keeper', owner: 'payment-platform', cause: null, limit: ours(2, 'hour', AUTOMATIC), task: { vi: 'Xác nhận thanh toán', en: 'Confirms the payment' } },
  ]
}
