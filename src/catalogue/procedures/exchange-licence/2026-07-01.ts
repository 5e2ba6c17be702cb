/**
 * Exchange of a licence, regime 4 (from 1/7/2026). The circular's full text is not stored; what the published procedure
 * still says in July 2026 is taken over and marked as assumed. Legal: Luật 36/2024/QH15; TT 108/2026/TT-BCA.
 */
import { procedure } from '../procedure.ts'
import { assumed, cited } from '../building-blocks/cited.ts'
import { currentLicence, fee, forms, healthCertificate, identity, portrait, supplementWait, violations } from '../building-blocks/needs.ts'
import { aCase, inRegister, issuedHere, notRevoked, notSuspended, noUnresolvedViolation, samePerson, notOverdue } from '../building-blocks/rules.ts'
import { reason } from './reasons.ts'
import { heldLicence, papers, title, words } from './text.ts'

const LAW = cited('exchange', 'Luật 36/2024/QH15, Điều 62 khoản 2; TT 108/2026/TT-BCA', 0.8)

const reasons = [
  reason('expiring', LAW),
  reason('damaged', LAW),
  reason('changed-details', assumed('changed details', 'TT 12/2025/TT-BCA, Điều 21 khoản 1 điểm d; chưa đối chiếu toàn văn TT 108/2026/TT-BCA', 0.7)),
  reason('old-class-or-paper', cited('old licences', 'Luật 36/2024/QH15, Điều 62 khoản 3 và Điều 89 khoản 3', 0.9)),
  reason('integrate', assumed('integrate', 'TT 12/2025/TT-BCA, Điều 21: có nhu cầu tích hợp giấy phép không thời hạn và có thời hạn; chưa đối chiếu toàn văn TT 108/2026/TT-BCA', 0.7)),
]

export const from20260701 = procedure({
  slug: 'exchange-licence',
  inForceFrom: '2026-07-01',
  inForceTo: null,
  title,
  words,
  papers,
  instrument: cited({ vi: 'Thông tư 108/2026/TT-BCA', en: 'Circular 108/2026/TT-BCA' }, 'Thông tư 108/2026/TT-BCA', 0.9),
  code: cited('3.000347', 'Cổng Dịch vụ công quốc gia; QĐ 1025/QĐ-BCA', 0.97),
  resultCode: cited('KQ.G01.000185', 'Thủ tục 3.000347, Cổng Dịch vụ công quốc gia', 0.95),
  channels: ['online', 'in-person'],
  reasons,
  openTo: [
    issuedHere(LAW),
    notRevoked(cited('revoked', 'Luật 36/2024/QH15, Điều 62 khoản 5', 0.95)),
    samePerson(cited('identity', 'Kiểm tra của Cổng Dịch vụ công quốc gia; thông tin ghi theo căn cước', 0.8), reasons),
    aCase(LAW, reasons),
    notOverdue(cited('expired', 'TT 108/2026/TT-BCA, Điều 22', 0.8)),
    inRegister(assumed('register', 'Thủ tục 3.000347, bước tra cứu; xác minh theo mẫu số 01, 02 Phụ lục XII; chưa đối chiếu toàn văn TT 108/2026/TT-BCA', 0.75)),
    notSuspended(assumed('suspended', 'Thủ tục 3.000347: giấy phép tích hợp bị tước nộp kèm bản sao quyết định; chưa đối chiếu toàn văn TT 108/2026/TT-BCA', 0.7)),
    noUnresolvedViolation(cited('violation', 'Luật 36/2024/QH15, Điều 62 khoản 4', 0.97)),
  ],
  needs: [
    identity(LAW),
    currentLicence(heldLicence, LAW, assumed(true, 'Thủ tục 3.000347: người lái xe gửi lại giấy phép cũ để hủy; chưa đối chiếu toàn văn TT 108/2026/TT-BCA', 0.75)),
    portrait(assumed('portrait', 'Thủ tục 3.000347: nộp trực tiếp thì chụp tại chỗ; nộp trực tuyến gửi ảnh; chưa đối chiếu toàn văn TT 108/2026/TT-BCA', 0.6)),
    healthCertificate(assumed('health', 'Thủ tục 3.000347: trừ hạng A1, A, B1; chưa đối chiếu toàn văn TT 108/2026/TT-BCA', 0.75)),
    violations(cited('violation', 'Luật 36/2024/QH15, Điều 62 khoản 4; thủ tục 3.000347', 0.95)),
    fee(cited('fee', 'TT 37/2023/TT-BTC; TT 63/2023/TT-BTC; TT 06/2025/TT-BTC', 0.9)),
  ],
  deadlines: {
    noticeDays: assumed(2, 'Thủ tục 3.000347: không quá 02 ngày làm việc kể từ ngày nhận; chưa đối chiếu toàn văn TT 108/2026/TT-BCA', 0.77),
    decisionDays: assumed(5, 'Thủ tục 3.000347: 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ; chưa đối chiếu toàn văn TT 108/2026/TT-BCA', 0.77),
    transferDays: assumed(1, 'Thủ tục 3.000347: không quá 01 ngày làm việc; chưa đối chiếu toàn văn TT 108/2026/TT-BCA', 0.75),
    supplementWaitDays: supplementWait,
  },
  forms,
  gives: 'licence-card',
  originalsKeptYears: assumed(2, 'Thủ tục 3.000347: hồ sơ gốc 02 năm, hồ sơ trực tuyến không có; chưa đối chiếu toàn văn TT 108/2026/TT-BCA', 0.75),
})
