/** Exchange of a licence, regime 3 (1/3/2025 – 30/6/2026): the traffic police issue. Legal: Luật 36/2024/QH15; TT 12/2025/TT-BCA; procedure 3.000347. */
import { procedure } from '../procedure.ts'
import { cited } from '../building-blocks/cited.ts'
import { currentLicence, fee, forms, healthCertificate, identity, portrait, supplementWait, violations } from '../building-blocks/needs.ts'
import { aCase, inRegister, issuedHere, notRevoked, notSuspended, noUnresolvedViolation, samePerson, notOverdue } from '../building-blocks/rules.ts'
import { reason } from './reasons.ts'
import { heldLicence, papers, title, words } from './text.ts'

const LAW = cited('exchange', 'Luật 36/2024/QH15, Điều 62 khoản 2; TT 12/2025/TT-BCA, Điều 21', 0.95)

const reasons = [
  reason('expiring', LAW),
  reason('damaged', LAW),
  reason('changed-details', cited('changed details', 'TT 12/2025/TT-BCA, Điều 21 khoản 1 điểm d', 0.9)),
  reason('old-class-or-paper', cited('old licences', 'Luật 36/2024/QH15, Điều 62 khoản 3 và Điều 89 khoản 3', 0.9)),
  reason('integrate', cited('integrate', 'TT 12/2025/TT-BCA, Điều 21: có nhu cầu tích hợp giấy phép không thời hạn và có thời hạn', 0.9)),
]

export const from20250301 = procedure({
  slug: 'exchange-licence',
  inForceFrom: '2025-03-01',
  inForceTo: '2026-06-30',
  title,
  words,
  papers,
  instrument: cited({ vi: 'Thông tư 12/2025/TT-BCA', en: 'Circular 12/2025/TT-BCA' }, 'Thông tư 12/2025/TT-BCA', 0.97),
  code: cited('3.000347', 'Cổng Dịch vụ công quốc gia; QĐ 1025/QĐ-BCA', 0.97),
  resultCode: cited('KQ.G01.000185', 'Thủ tục 3.000347, Cổng Dịch vụ công quốc gia', 0.95),
  channels: ['online', 'in-person'],
  reasons,
  openTo: [
    issuedHere(LAW),
    notRevoked(cited('revoked', 'Luật 36/2024/QH15, Điều 62 khoản 5', 0.95)),
    samePerson(cited('identity', 'Kiểm tra của Cổng Dịch vụ công quốc gia; thông tin ghi theo căn cước', 0.8), reasons),
    aCase(LAW, reasons),
    notOverdue(cited('expired', 'TT 12/2025/TT-BCA, Điều 19 khoản 2', 0.95)),
    inRegister(cited('register', 'Thủ tục 3.000347, bước tra cứu; xác minh theo mẫu số 01, 02 Phụ lục XII', 0.95)),
    notSuspended(cited('suspended', 'Thủ tục 3.000347: giấy phép tích hợp bị tước nộp kèm bản sao quyết định', 0.9)),
    noUnresolvedViolation(cited('violation', 'Luật 36/2024/QH15, Điều 62 khoản 4', 0.97)),
  ],
  needs: [
    identity(LAW),
    currentLicence(heldLicence, LAW, cited(true, 'Thủ tục 3.000347: người lái xe gửi lại giấy phép cũ để hủy', 0.95)),
    portrait(cited('portrait', 'Thủ tục 3.000347: nộp trực tiếp thì chụp tại chỗ; nộp trực tuyến gửi ảnh', 0.8)),
    healthCertificate(cited('health', 'Thủ tục 3.000347: trừ hạng A1, A, B1', 0.95)),
    violations(cited('violation', 'Luật 36/2024/QH15, Điều 62 khoản 4; thủ tục 3.000347', 0.95)),
    fee(cited('fee', 'TT 37/2023/TT-BTC; TT 63/2023/TT-BTC; TT 06/2025/TT-BTC', 0.9)),
  ],
  deadlines: {
    noticeDays: cited(2, 'Thủ tục 3.000347: không quá 02 ngày làm việc kể từ ngày nhận', 0.97),
    decisionDays: cited(5, 'Thủ tục 3.000347: 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', 0.97),
    transferDays: cited(1, 'Thủ tục 3.000347: không quá 01 ngày làm việc', 0.95),
    supplementWaitDays: supplementWait,
  },
  forms,
  gives: 'licence-card',
  originalsKeptYears: cited(2, 'Thủ tục 3.000347: hồ sơ gốc 02 năm, hồ sơ trực tuyến không có', 0.95),
})
