/** Exchange of a licence, regime 2 (1/1 – 28/2/2025): still the transport departments, already the new classes. Legal: Luật 36/2024/QH15; TT 35/2024/TT-BGTVT. */
import { procedure } from '../procedure.ts'
import { assumed, cited } from '../building-blocks/cited.ts'
import { currentLicence, fee, forms, healthCertificate, identity, portrait, supplementWait, violations } from '../building-blocks/needs.ts'
import { aCase, inRegister, issuedHere, notRevoked, notSuspended, noUnresolvedViolation, samePerson, notOverdue } from '../building-blocks/rules.ts'
import { reason } from './reasons.ts'
import { heldLicence, papers, title, words } from './text.ts'

const LAW = cited('exchange', 'Luật 36/2024/QH15, Điều 62 khoản 2; TT 35/2024/TT-BGTVT, Điều 36', 0.95)

const reasons = [
  reason('expiring', LAW),
  reason('damaged', LAW),
  reason('changed-details', cited('changed details', 'TT 35/2024/TT-BGTVT, Điều 36', 0.95)),
  reason('old-class-or-paper', cited('old licences', 'Luật 36/2024/QH15, Điều 62 khoản 3 và Điều 89 khoản 3', 0.9)),
]

export const from20250101 = procedure({
  slug: 'exchange-licence',
  inForceFrom: '2025-01-01',
  inForceTo: '2025-02-28',
  title,
  words,
  papers,
  instrument: cited({ vi: 'Thông tư 35/2024/TT-BGTVT', en: 'Circular 35/2024/TT-BGTVT' }, 'Thông tư 35/2024/TT-BGTVT', 0.97),
  code: null,
  resultCode: null,
  channels: ['online', 'in-person'],
  reasons,
  openTo: [
    issuedHere(LAW),
    notRevoked(cited('revoked', 'Luật 36/2024/QH15, Điều 62 khoản 5', 0.95)),
    samePerson(cited('identity', 'Cổng Dịch vụ công quốc gia: kiểm tra họ tên, số định danh trước khi nộp', 0.8), reasons),
    aCase(LAW, reasons),
    notOverdue(cited('expired', 'TT 35/2024/TT-BGTVT, Điều 34 khoản 2', 0.95)),
    inRegister(cited('register', 'TT 35/2024/TT-BGTVT, Điều 36 khoản 1 điểm đ', 0.9)),
    notSuspended(cited('suspended', 'TT 35/2024/TT-BGTVT, Điều 36: giấy phép tích hợp bị tước nộp kèm quyết định', 0.85)),
    noUnresolvedViolation(cited('violation', 'Luật 36/2024/QH15, Điều 62 khoản 4', 0.97)),
  ],
  needs: [
    identity(LAW),
    currentLicence(heldLicence, LAW, cited(true, 'TT 35/2024/TT-BGTVT, Điều 36', 0.85)),
    portrait(assumed('portrait', 'Ảnh chân dung nộp cùng hồ sơ trực tuyến; chưa đối chiếu điều khoản', 0.6)),
    healthCertificate(cited('health', 'TT 35/2024/TT-BGTVT, Điều 36: trừ hạng A1, A, B1', 0.95)),
    violations(cited('violation', 'Luật 36/2024/QH15, Điều 62 khoản 4', 0.97)),
    fee(cited('fee', 'TT 37/2023/TT-BTC; TT 63/2023/TT-BTC', 0.95)),
  ],
  deadlines: {
    noticeDays: assumed(2, 'Lấy theo quy định hiện hành; TT 35/2024/TT-BGTVT chưa đối chiếu', 0.7),
    decisionDays: cited(5, 'TT 35/2024/TT-BGTVT, Điều 36: 05 ngày làm việc', 0.9),
    transferDays: null,
    supplementWaitDays: supplementWait,
  },
  forms,
  gives: 'licence-card',
  originalsKeptYears: assumed(2, 'Lấy theo thủ tục 3.000347', 0.6),
})
