/** Dossiers received and how many of them online (E1): the plain count that provinces publish. */
import { sql } from '../../../platform/db/sql.ts'
import type { Figure } from './figure.ts'

export const onlineShare: Figure = {
  id: 'online-share', slug: 'nop-truc-tuyen',
  title: { vi: 'Hồ sơ tiếp nhận và tỷ lệ nộp trực tuyến', en: 'Dossiers received and share filed online' },
  definition: [
    { vi: 'Hồ sơ được đếm vào ngày được tiếp nhận chính thức (có mã hồ sơ và giấy hẹn), theo giờ Việt Nam, không phải ngày nộp.', en: 'A dossier counts on the day it is officially accepted (with its number and appointment), in Viet Nam time, not on the day it is filed.' },
    { vi: 'Trực tuyến: người dân nộp trên cổng này, kể cả khi có người giúp tại điểm tiếp nhận mà người dân tự xác nhận. Trực tiếp và bưu chính: nộp giấy.', en: 'Online: filed on this service by the citizen, also with help at a service point where the citizen confirms. In person and by post: filed on paper.' },
    { vi: 'Tỷ lệ = hồ sơ trực tuyến chia cho mọi hồ sơ được tiếp nhận. Đây là phép đếm đơn giản, khác chỉ số 3.3 của Quyết định 766/QĐ-TTg bên dưới.', en: 'Share = dossiers filed online divided by all dossiers received. This is the plain count and not index 3.3 of Decision 766/QĐ-TTg below.' },
    { vi: 'Tháng trước khi tỉnh dùng cổng này: đếm từng hồ sơ nhận lại từ phần mềm cũ, cùng một định nghĩa.', en: 'Months before a province used this service: dossiers taken over one by one from its earlier software, by the same definition.' },
  ],
  counted: { whole: { vi: 'Tiếp nhận', en: 'Received' }, part: { vi: 'Trực tuyến', en: 'Online' } },
  day: sql`j.accepted_on`,
  adds: sql`(values ('whole', 1), ('part', (j.channel = 'online')::int)) p(part, amount)`,
}
