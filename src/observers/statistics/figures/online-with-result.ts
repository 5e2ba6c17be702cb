/** Index 3.3 of Decision 766/QĐ-TTg: an online dossier counts only with an electronic result (B11, E5). */
import { sql } from '../../../platform/db/sql.ts'
import type { Figure } from './figure.ts'

export const onlineWithResult: Figure = {
  id: 'online-with-result', slug: 'chi-so-3-3',
  title: { vi: 'Chỉ số 3.3, Quyết định 766/QĐ-TTg: nộp trực tuyến và có kết quả điện tử', en: 'Index 3.3 of Decision 766/QĐ-TTg: filed online and with an electronic result' },
  definition: [
    { vi: 'Hồ sơ được đếm vào ngày tiếp nhận. Hồ sơ trực tuyến chỉ được tính khi kết quả điện tử đã nằm trong kho dữ liệu điện tử của người dân, có mã kết quả và đường dẫn; hồ sơ chưa có kết quả, bị từ chối, đã rút hoặc đã dừng không được tính là trực tuyến.', en: 'A dossier counts on the day of its acceptance. An online dossier counts only once its electronic result lies in the citizen’s data store, with the code and link of the result; one without a result yet, refused, withdrawn or stopped does not count as online.' },
    { vi: 'Chỉ số = (hồ sơ trực tuyến có kết quả điện tử ÷ hồ sơ tiếp nhận) × (hồ sơ đã đồng bộ lên Cổng Dịch vụ công quốc gia ÷ hồ sơ tiếp nhận). Đạt điểm tối đa từ 50 %.', en: 'Index = (online dossiers with an electronic result ÷ dossiers received) × (dossiers reported to the national portal ÷ dossiers received). Full score from 50 %.' },
    { vi: 'Con số của những ngày gần đây còn tăng khi kết quả được ký. Hồ sơ nhận lại từ phần mềm cũ của tỉnh không tính ở đây: không biết kết quả điện tử của chúng.', en: 'The numbers of recent days still grow as results are signed. Dossiers taken over from a province’s earlier software are left out: nothing is known of their electronic results.' },
  ],
  counted: { whole: { vi: 'Tiếp nhận', en: 'Received' }, part: { vi: 'Trực tuyến, có kết quả điện tử', en: 'Online, with electronic result' } },
  day: sql`j.accepted_on`,
  adds: sql`(values ('whole', (j.source = 'service')::int), ('part', (j.channel = 'online' and j.electronic_on is not null)::int), ('synced', j.synced::int)) p(part, amount)`,
}
