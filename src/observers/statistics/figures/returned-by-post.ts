/** Results returned by the public post (B6, E6). */
import { sql } from '../../../platform/db/sql.ts'
import type { Figure } from './figure.ts'

export const returnedByPost: Figure = {
  id: 'returned-by-post', slug: 'tra-qua-buu-dien',
  title: { vi: 'Trả kết quả qua bưu chính công ích', en: 'Results returned by post' },
  definition: [
    { vi: 'Hồ sơ được đếm vào ngày thẻ đến tay người dân: bưu điện có bằng chứng phát, hoặc người dân nhận tại quầy.', en: 'A dossier counts on the day the card reached the citizen: with the post’s proof of delivery, or handed over at a counter.' },
    { vi: 'Tỷ lệ = thẻ do bưu điện phát chia cho mọi thẻ đã trả.', en: 'Share = cards delivered by post divided by all cards handed over.' },
  ],
  counted: { whole: { vi: 'Đã trả', en: 'Returned' }, part: { vi: 'Qua bưu điện', en: 'By post' } },
  day: sql`j.returned_on`,
  adds: sql`(values ('whole', 1), ('part', j.by_post::int)) p(part, amount)`,
}
