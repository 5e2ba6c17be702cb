/** How far those got who began: from the first page to the card in the hand (E3). */
import { raw, sql } from '../../../platform/db/sql.ts'
import type { Figure } from './figure.ts'

/** Pages of a draft that ask something, in their order; a page that only one procedure has is no stage. */
export const answeredSteps = ['reason', 'details', 'authority', 'contact', 'portrait', 'certificate', 'delivery'] as const

/** The stages in their order. */
export const stages = ['started', ...answeredSteps, 'filed', 'paid', 'accepted', 'signed', 'returned'] as const
export type Stage = (typeof stages)[number]

const pages = answeredSteps.map((step, index) => `('${step}', (j.step >= ${index + 1} or j.filed_on is not null)::int)`).join(', ')

export const funnel: Figure = {
  id: 'funnel', slug: 'tung-buoc',
  title: { vi: 'Từ bắt đầu đến nhận kết quả', en: 'From the start to the result' },
  definition: [
    { vi: 'Mỗi hồ sơ nháp được đếm vào ngày bắt đầu; mỗi bước cho biết bao nhiêu trong số đó đã đi đến bước ấy, tính đến nay, dù đến vào ngày nào.', en: 'Every draft counts on the day it was begun; each stage says how many of those have come that far by now, on whatever day.' },
    { vi: 'Một trang đã qua khi trang ấy, hoặc một trang sau nó, đã được trả lời. Chưa nộp thì chưa thuộc tỉnh nào, nên hồ sơ nháp chỉ có trong số của cả nước.', en: 'A page is passed once it or a later page is answered. A draft belongs to no province before it is filed, so unfiled ones are only in the national numbers.' },
  ],
  counted: { whole: { vi: 'Bắt đầu', en: 'Started' }, part: { vi: 'Đến bước này', en: 'Came this far' } },
  day: sql`j.started_on`,
  adds: sql`(values ('started', 1), ${raw(pages)}, ('filed', (j.filed_on is not null)::int), ('paid', (j.paid_on is not null)::int), ('accepted', (j.accepted_on is not null)::int),
    ('signed', (j.signed_on is not null)::int), ('returned', (j.returned_on is not null)::int)) p(part, amount)`,
}
