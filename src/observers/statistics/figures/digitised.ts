/** Dossiers filed on paper whose papers are digitised (C4, E6). */
import { sql } from '../../../platform/db/sql.ts'
import type { Figure } from './figure.ts'

export const digitised: Figure = {
  id: 'digitised', slug: 'so-hoa',
  title: { vi: 'Số hóa hồ sơ giấy', en: 'Paper dossiers digitised' },
  definition: [
    { vi: 'Hồ sơ nộp giấy (trực tiếp hoặc bưu chính) tại cổng này, được đếm vào ngày tiếp nhận chính thức.', en: 'Dossiers filed on paper (in person or by post) with this service, counted on the day of official acceptance.' },
    { vi: 'Đã số hóa: mọi trang của mọi giấy tờ đã được quét, đủ số trang đã khai, không trang trắng, đạt độ phân giải, và mỗi giấy tờ đã có chữ ký số của người quét. Thiếu một điều thì không tính.', en: 'Digitised: every page of every paper is scanned, as many as were declared, none blank, all sharp enough, and each paper bears the digital signature of who scanned it. If one of these lacks, it does not count.' },
    { vi: 'Mục tiêu: 100 %. Phần kết quả điện tử là một số liệu riêng.', en: 'The aim: 100 %. Electronic results are a figure of their own.' },
  ],
  counted: { whole: { vi: 'Nộp giấy', en: 'On paper' }, part: { vi: 'Đã số hóa', en: 'Digitised' } },
  day: sql`j.accepted_on`,
  adds: sql`(values ('whole', (j.source = 'service' and j.channel <> 'online')::int), ('part', (j.source = 'service' and j.channel <> 'online' and j.digitised_on is not null)::int)) p(part, amount)`,
}
