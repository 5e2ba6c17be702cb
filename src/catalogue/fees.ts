/** Fees — lệ phí cấp giấy phép lái xe, dated and by channel. Whole đồng. */
import type { Channel } from '../platform/values/actor.ts'
import type { LocalDate } from '../platform/values/dates.ts'
import { at, type Basis, type Dated, dated } from './provision.ts'

export type FeeId = 'licence-issue'

interface Amounts {
  readonly online: number
  readonly 'in-person': number
}

const licenceIssue = dated<Amounts>('the licence fee', [
  { value: { online: 135_000, 'in-person': 135_000 }, from: '2017-06-01', to: '2023-07-31', source: 'TT 188/2016/TT-BTC', confidence: 0.8 },
  { value: { online: 135_000, 'in-person': 135_000 }, from: '2023-08-01', to: '2023-11-30', source: 'TT 37/2023/TT-BTC', confidence: 0.9 },
  { value: { online: 115_000, 'in-person': 135_000 }, from: '2023-12-01', to: '2025-12-31', source: 'TT 37/2023/TT-BTC, sửa đổi bởi TT 63/2023/TT-BTC; TT 06/2025/TT-BTC', confidence: 0.95 },
  { value: { online: 135_000, 'in-person': 135_000 }, from: '2026-01-01', source: 'TT 37/2023/TT-BTC; chưa thấy văn bản gia hạn mức giảm trực tuyến sau 31/12/2025', confidence: 0.6, assumed: true },
])

const tables: Readonly<Record<FeeId, Dated<Amounts>>> = { 'licence-issue': licenceIssue }

/**
 * What a fee costs when the dossier is filed on a day. Filing at a post counter pays as in person.
 * @throws NoProvision when no circular covers the day
 */
export function feeVnd(fee: FeeId, filedOn: LocalDate, channel: Channel): Basis<number> {
  const row = at(tables[fee], filedOn)
  const { value, ...basis } = row
  return { ...basis, value: channel === 'online' ? value.online : value['in-person'] }
}
