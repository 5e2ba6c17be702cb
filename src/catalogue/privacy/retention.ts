/**
 * How long things may be kept — thời hạn lưu trữ. Declared is not done: jobs delete drafts and what public look-ups left when their time is
 * over; most other periods no job carries out yet. docs/privacy.md says which is which.
 */
import type { Words } from '../../platform/values/words.ts'
import type { Basis } from '../provision.ts'

export type RetentionId = 'draft' | 'dossier' | 'portrait-original' | 'portrait-refused' | 'look-up' | 'public-look-up' | 'session' | 'staff-session' | 'message' | 'outside-exchange' | 'register' | 'money' | 'security-log' | 'list-reading' | 'account'

/** Days after `counts`, or for ever. */
export interface Retention {
  readonly days: number | 'for-ever'
  readonly counts: Words
}

const after = {
  lastChange: { vi: 'kể từ lần sửa cuối', en: 'after the last change' },
  decision: { vi: 'kể từ ngày kết thúc hồ sơ', en: 'after the dossier ended' },
  answer: { vi: 'kể từ khi nhận câu trả lời', en: 'after the answer' },
  end: { vi: 'kể từ khi kết thúc', en: 'after its end' },
  always: { vi: 'lưu vĩnh viễn', en: 'kept for ever' },
} as const satisfies Readonly<Record<string, Words>>

const OWN = 'Do phần mềm đặt; chưa có quy định riêng'

export const retention: Readonly<Record<RetentionId, Basis<Retention>>> = {
  draft: { value: { days: 30, counts: after.lastChange }, source: OWN, confidence: 0.5, assumed: true },
  dossier: { value: { days: 3650, counts: after.decision }, source: `${OWN}; hồ sơ giấy lưu 02 năm theo thủ tục 3.000347`, confidence: 0.4, assumed: true },
  'portrait-original': { value: { days: 730, counts: after.decision }, source: 'Thủ tục 3.000347: hồ sơ lưu 02 năm', confidence: 0.5, assumed: true },
  'portrait-refused': { value: { days: 1, counts: after.end }, source: OWN, confidence: 0.5, assumed: true },
  'look-up': { value: { days: 90, counts: after.answer }, source: OWN, confidence: 0.5, assumed: true },
  'public-look-up': { value: { days: 1, counts: after.end }, source: OWN, confidence: 0.5, assumed: true },
  session: { value: { days: 1, counts: after.end }, source: OWN, confidence: 0.5, assumed: true },
  'staff-session': { value: { days: 365, counts: after.end }, source: OWN, confidence: 0.5, assumed: true },
  message: { value: { days: 365, counts: after.end }, source: OWN, confidence: 0.5, assumed: true },
  'outside-exchange': { value: { days: 90, counts: after.answer }, source: OWN, confidence: 0.5, assumed: true },
  register: { value: { days: 'for-ever', counts: after.always }, source: 'Hệ thống thông tin giấy phép lái xe: mọi giấy phép đã cấp', confidence: 0.8 },
  money: { value: { days: 3650, counts: after.end }, source: 'Luật Kế toán 88/2015/QH13, Điều 41: chứng từ kế toán ít nhất 10 năm', confidence: 0.7 },
  'security-log': { value: { days: 365, counts: after.end }, source: 'TT 12/2022/TT-BTTTT: theo cấp độ, đến 12 tháng', confidence: 0.5, assumed: true },
  'list-reading': { value: { days: 365, counts: after.end }, source: `${OWN}; như nhật ký an toàn: TT 12/2022/TT-BTTTT, đến 12 tháng`, confidence: 0.4, assumed: true },
  account: { value: { days: 3650, counts: after.lastChange }, source: OWN, confidence: 0.4, assumed: true },
}
