/** Fees paid without cash, by the rule of index 3.6 of Decision 766/QĐ-TTg (B5, E6). */
import { sql } from '../../../platform/db/sql.ts'
import type { Figure } from './figure.ts'

export const paidOnline: Figure = {
  id: 'paid-online', slug: 'tra-truc-tuyen',
  title: { vi: 'Trả lệ phí trực tuyến', en: 'Fees paid online' },
  definition: [
    { vi: 'Hồ sơ có lệ phí, được đếm vào ngày tiếp nhận. Trực tuyến: tiền đến qua nền tảng thanh toán hoặc mã QR chuyển khoản; tiền mặt tại quầy không phải trực tuyến.', en: 'Dossiers with a fee, counted on the day of acceptance. Online: the money came through the payment platform or a bank transfer QR; cash at a counter is not online.' },
    { vi: 'Tỷ lệ theo chỉ số 3.6 của Quyết định 766/QĐ-TTg: chia cho mọi hồ sơ có lệ phí.', en: 'The share follows index 3.6 of Decision 766/QĐ-TTg: divided by all dossiers with a fee.' },
  ],
  counted: { whole: { vi: 'Có lệ phí', en: 'With a fee' }, part: { vi: 'Trả trực tuyến', en: 'Paid online' } },
  day: sql`j.accepted_on`,
  adds: sql`(values ('whole', j.has_fee::int), ('part', (j.has_fee and j.paid_online)::int)) p(part, amount)`,
}
