/**
 * Reissue of a lost licence, regime 3 (1/3/2025 – 30/6/2026): the traffic police issue; the published procedure runs as an
 * exchange does. Legal: Luật 36/2024/QH15, Điều 62; TT 12/2025/TT-BCA; procedure 3.000348.
 */
import { procedure } from '../procedure.ts'
import { assumed, cited } from '../building-blocks/cited.ts'
import { currentLicence, fee, forms, healthCertificate, identity, lossReport, portrait, supplementWait, violations } from '../building-blocks/needs.ts'
import { aCase, inRegister, issuedHere, notOverdue, notRevoked, notSuspended, noUnresolvedViolation } from '../building-blocks/rules.ts'
import { lost, lostLicence, papers, title, words } from './text.ts'

const LAW = cited('reissue', 'Luật 36/2024/QH15, Điều 62 khoản 2 điểm a; thủ tục 3.000348', 0.95)

const reasons = [lost(LAW)]

export const reissueFrom20250301 = procedure({
  slug: 'reissue-lost-licence',
  inForceFrom: '2025-03-01',
  inForceTo: '2026-06-30',
  title,
  words,
  papers,
  instrument: cited({ vi: 'Thông tư 12/2025/TT-BCA', en: 'Circular 12/2025/TT-BCA' }, 'Thông tư 12/2025/TT-BCA', 0.97),
  code: cited('3.000348', 'Cổng Dịch vụ công quốc gia; QĐ 1025/QĐ-BCA', 0.97),
  resultCode: cited('KQ.G01.000185', 'Thủ tục 3.000348, Cổng Dịch vụ công quốc gia', 0.95),
  channels: ['online', 'in-person'],
  reasons,
  openTo: [
    issuedHere(LAW),
    notRevoked(cited('revoked', 'Luật 36/2024/QH15, Điều 62 khoản 5', 0.95)),
    // No rule on differing details: the published procedure takes papers on them and prints what the identity card says.
    aCase(LAW, reasons),
    notOverdue(cited('expired', 'TT 12/2025/TT-BCA, Điều 19 khoản 2; thủ tục 3.000346', 0.9)),
    inRegister(cited('register', 'Thủ tục 3.000348, bước tra cứu; xác minh theo mẫu số 01, 02 Phụ lục XII', 0.95)),
    notSuspended(cited('suspended', 'Luật 36/2024/QH15, Điều 62: giấy phép bị tạm giữ hoặc bị tước thì không phải là mất', 0.8)),
    noUnresolvedViolation(cited('violation', 'Luật 36/2024/QH15, Điều 62 khoản 4', 0.97)),
  ],
  refusalLaw: {
    'not-a-case': cited('law', 'Luật 36/2024/QH15, Điều 62 khoản 2 điểm a', 0.95),
    'licence-not-in-register': cited('law', 'Thủ tục 3.000348; xác minh theo mẫu số 01, 02 Phụ lục XII TT 12/2025/TT-BCA', 0.95),
  },
  needs: [
    identity(LAW),
    lossReport(assumed('loss', 'Thủ tục 3.000348 không nêu tờ khai mất riêng; lời khai nằm trong đơn đề nghị', 0.6), cited(0, 'Thủ tục 3.000348: 05 ngày làm việc, không có thời gian chờ', 0.95)),
    currentLicence(lostLicence, LAW, cited(false, 'Giấy phép đã mất, không có để nộp', 0.9)),
    portrait(cited('portrait', 'Thủ tục 3.000348: nộp trực tiếp thì chụp tại chỗ; nộp trực tuyến gửi ảnh', 0.8)),
    healthCertificate(cited('health', 'Thủ tục 3.000348: trừ hạng A1, A, B1', 0.95)),
    violations(cited('violation', 'Luật 36/2024/QH15, Điều 62 khoản 4; thủ tục 3.000348', 0.95)),
    fee(cited('fee', 'TT 37/2023/TT-BTC; TT 63/2023/TT-BTC; TT 06/2025/TT-BTC', 0.9)),
  ],
  deadlines: {
    noticeDays: cited(2, 'Thủ tục 3.000348: trong thời hạn 02 ngày làm việc kể từ ngày nhận hồ sơ', 0.97),
    decisionDays: cited(5, 'Thủ tục 3.000348: 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', 0.97),
    transferDays: cited(1, 'Thủ tục 3.000348: trong thời hạn 01 ngày làm việc', 0.95),
    supplementWaitDays: supplementWait,
  },
  forms,
  gives: 'licence-card',
  originalsKeptYears: cited(2, 'Thủ tục 3.000348: hồ sơ gốc 02 năm, hồ sơ trực tuyến không có', 0.95),
})
