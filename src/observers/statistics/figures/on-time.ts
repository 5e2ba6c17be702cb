/** Dossiers that ended within their term, by the rule of index 2.1 of Decision 766/QĐ-TTg (E6, C2). */
import { sql } from '../../../platform/db/sql.ts'
import type { Figure } from './figure.ts'

export const onTime: Figure = {
  id: 'on-time', slug: 'dung-han',
  title: { vi: 'Giải quyết đúng hạn', en: 'Settled on time' },
  definition: [
    { vi: 'Hồ sơ được đếm vào ngày hẹn trả đầu tiên ghi trên giấy hẹn, lùi lại bằng số ngày làm việc đã chờ người dân bổ sung sau khi tiếp nhận và dời theo lịch làm việc nếu lịch đổi khi hồ sơ chưa xong, khi ngày ấy đã qua: hồ sơ chưa xong vào ngày ấy là trễ, kể cả khi đã có thư xin lỗi và ngày hẹn mới. Đang chờ người dân bổ sung thì thời hạn đứng lại, hồ sơ chưa được đếm.', en: 'A dossier counts on the first day promised on its appointment slip, moved by the working days on which the citizen’s supplement was awaited after acceptance, and with the working calendar where that changed before the dossier was done, once that day has passed: one not finished by then is late, also with an apology and a new date. While the citizen is to supplement, the term stands still and the dossier is not counted yet.' },
    { vi: 'Kết thúc là lúc ký kết quả, từ chối, rút, hoặc dừng vì người dân không bổ sung; dừng như vậy không phải là từ chối, và những ngày chờ bổ sung không tính. Yêu cầu bổ sung từ hai lần trở lên là trễ (quy tắc của chỉ số 2.1, Quyết định 766/QĐ-TTg).', en: 'It ends when the result is signed, or with refusal, withdrawal, or a stop because the citizen added nothing; such a stop is no refusal, and the days of waiting for the supplement do not count. Two requests for supplements or more make it late (the rule of index 2.1 of Decision 766/QĐ-TTg).' },
  ],
  counted: { whole: { vi: 'Đến hạn', en: 'Due' }, part: { vi: 'Đúng hạn', en: 'On time' } },
  day: sql`j.due_on`,
  adds: sql`(values ('whole', 1), ('part', (j.in_time is true)::int)) p(part, amount)`,
  onlyPast: true,
}
