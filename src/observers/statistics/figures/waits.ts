/** Whose time passed between filing and result (C7, E1). */
import { sql } from '../../../platform/db/sql.ts'
import type { Figure } from './figure.ts'

export const waits: Figure = {
  id: 'waits', slug: 'cho-ai',
  title: { vi: 'Thời gian chờ là của ai', en: 'Whose time passed' },
  definition: [
    { vi: 'Hồ sơ được đếm vào ngày kết thúc (ký kết quả, từ chối, rút hoặc dừng vì không bổ sung). Mỗi phút từ lúc nộp đến lúc đó thuộc về đúng một bên đang được chờ, theo sổ thời gian của hồ sơ.', en: 'A dossier counts on the day it ended (result signed, refused, withdrawn, or stopped for want of a supplement). Every minute from filing until then belongs to exactly one party, by the dossier’s time ledger.' },
    { vi: 'Số giờ là tổng của mọi hồ sơ kết thúc trong kỳ, tính cả đêm và ngày nghỉ.', en: 'Hours are the sum over all dossiers that ended in the period, nights and holidays included.' },
  ],
  counted: { whole: { vi: 'Hồ sơ kết thúc', en: 'Dossiers ended' }, part: { vi: 'Giờ chờ', en: 'Hours waited' } },
  day: sql`j.ended_on`,
  adds: sql`(select 'whole' as part, 1 as amount union all select w.key, w.value::int from jsonb_each_text(j.waits) w) p`,
}
