/** Results that exist electronically, by the rule of index 4.1 of Decision 766/QĐ-TTg (B11). */
import { sql } from '../../../platform/db/sql.ts'
import type { Figure } from './figure.ts'

export const electronicResult: Figure = {
  id: 'electronic-result', slug: 'ket-qua-dien-tu',
  title: { vi: 'Kết quả điện tử', en: 'Electronic results' },
  definition: [
    { vi: 'Hồ sơ được đếm vào ngày quyết định được ký. Kết quả điện tử: bản đã đủ chữ ký số và đã nằm trong kho dữ liệu điện tử của người dân, có mã kết quả và đường dẫn.', en: 'A dossier counts on the day its decision was signed. Electronic result: signed in full and received by the citizen’s data store, with the code and link of the result.' },
    { vi: 'Tỷ lệ theo chỉ số 4.1 của Quyết định 766/QĐ-TTg: chia cho mọi hồ sơ đã giải quyết có kết quả.', en: 'The share follows index 4.1 of Decision 766/QĐ-TTg: divided by all dossiers settled with a result.' },
  ],
  counted: { whole: { vi: 'Đã ký kết quả', en: 'Results signed' }, part: { vi: 'Có bản điện tử', en: 'With electronic form' } },
  day: sql`j.signed_on`,
  adds: sql`(values ('whole', 1), ('part', (j.electronic_on is not null)::int)) p(part, amount)`,
}
