/** Fees — lệ phí cấp giấy phép lái xe, and which money goes back. Dated, by channel. Whole đồng. */
import type { Channel } from '../platform/values/actor.ts'
import type { LocalDate } from '../platform/values/dates.ts'
import { at, type Basis, type Dated, dated, type Provision } from './provision.ts'

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

/** What became of money that a dossier got: the first four are nobody's fee, the others are a fee whose dossier ended. */
export type MoneyCase =
  | 'double' | 'late' | 'amount-differs' | 'orphan'
  | 'refused-before-acceptance' | 'withdrawn-before-acceptance' | 'stopped-before-acceptance' | 'refused-after-acceptance' | 'withdrawn-after-acceptance' | 'stopped-after-acceptance'

export type MoneyRule = 'return' | 'keep'

const FIRST_DAY = '2017-06-01'
/** No text of the fee circulars names a way to return a state fee: every rule below is our reading, and pages say so. */
const OUR_READING = { from: FIRST_DAY, assumed: true } as const
const notAFee: Provision<MoneyRule> = { ...OUR_READING, value: 'return', source: 'chưa thấy văn bản riêng về lệ phí này; khoản không phải lệ phí là của người trả (nguyên tắc hoàn trả của Bộ luật Dân sự)', confidence: 0.6 }
const unserved: Provision<MoneyRule> = { ...OUR_READING, value: 'return', source: 'chưa thấy văn bản; giả định: chưa tiếp nhận thì chưa có việc để thu lệ phí', confidence: 0.4 }
const served: Provision<MoneyRule> = { ...OUR_READING, value: 'keep', source: 'chưa thấy văn bản; giả định theo thực tế: đã tiếp nhận thì lệ phí được giữ', confidence: 0.4 }

const moneyRules: Readonly<Record<MoneyCase, Dated<MoneyRule>>> = {
  double: dated('money that came twice', [notAFee]),
  late: dated('money that came after the dossier had closed', [notAFee]),
  'amount-differs': dated('money of another amount', [notAFee]),
  orphan: dated('money that names no dossier', [notAFee]),
  'refused-before-acceptance': dated('the fee of a dossier refused at intake', [unserved]),
  'withdrawn-before-acceptance': dated('the fee of a dossier withdrawn before acceptance', [unserved]),
  'stopped-before-acceptance': dated('the fee of a dossier stopped for want of a supplement before acceptance', [unserved]),
  'refused-after-acceptance': dated('the fee of a dossier refused after acceptance', [served]),
  'withdrawn-after-acceptance': dated('the fee of a dossier withdrawn after acceptance', [served]),
  'stopped-after-acceptance': dated('the fee of a dossier stopped for want of a supplement after acceptance', [served]),
}

/** Whether money goes back, by the rule of a day. @throws NoProvision before the first fee we know */
export function moneyRule(what: MoneyCase, on: LocalDate): Basis<MoneyRule> {
  return at(moneyRules[what], on)
}

const refundTerm = dated<number>('the days in which money is returned', [
  { ...OUR_READING, value: 7, source: 'chưa thấy văn bản nào đặt thời hạn; bảy ngày là mục tiêu của chính dịch vụ, không phải hạn luật định', confidence: 0.3 },
])

/** In how many days we aim to have returned money; our own aim, never told as law. */
export function refundDays(on: LocalDate): Basis<number> {
  return at(refundTerm, on)
}
