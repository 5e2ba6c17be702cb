/** Reissue of a lost licence, regime 2 (1/1 – 28/2/2025): by the way of an exchange, no waiting. Legal: Luật 36/2024/QH15, Điều 62; TT 35/2024/TT-BGTVT, Điều 35. */
import { procedure } from '../procedure.ts'
import { assumed, cited } from '../building-blocks/cited.ts'
import { currentLicence, fee, forms, healthCertificate, identity, lossReport, portrait, supplementWait, violations } from '../building-blocks/needs.ts'
import { aCase, inRegister, issuedHere, notOverdue, notRevoked, notSuspended, noUnresolvedViolation, samePerson } from '../building-blocks/rules.ts'
import { lost, lostLicence, papers, title, words } from './text.ts'

const LAW = cited('reissue', 'Luật 36/2024/QH15, Điều 62 khoản 2 điểm a; TT 35/2024/TT-BGTVT, Điều 35', 0.95)

const reasons = [lost(LAW)]

export const reissueFrom20250101 = procedure({
  slug: 'reissue-lost-licence',
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
    samePerson(assumed('identity', 'Lấy theo thủ tục đổi giấy phép lái xe', 0.6), reasons),
    aCase(LAW, reasons),
    notOverdue(cited('expired', 'TT 35/2024/TT-BGTVT, Điều 35: bị mất và còn thời hạn sử dụng', 0.95)),
    inRegister(cited('register', 'TT 35/2024/TT-BGTVT, Điều 35 khoản 3', 0.9)),
    notSuspended(cited('suspended', 'Luật 36/2024/QH15, Điều 62: giấy phép bị tạm giữ hoặc bị tước thì không phải là mất', 0.8)),
    noUnresolvedViolation(cited('violation', 'Luật 36/2024/QH15, Điều 62 khoản 4', 0.97)),
  ],
  refusalLaw: {
    'not-a-case': cited('law', 'Luật 36/2024/QH15, Điều 62 khoản 2 điểm a; TT 35/2024/TT-BGTVT, Điều 35', 0.95),
    'licence-not-in-register': cited('law', 'TT 35/2024/TT-BGTVT, Điều 35 khoản 3', 0.9),
    'licence-expired': cited('law', 'TT 35/2024/TT-BGTVT, Điều 34 khoản 2 và Điều 35', 0.95),
  },
  needs: [
    identity(LAW),
    lossReport(LAW, cited(0, 'TT 35/2024/TT-BGTVT, Điều 35: giải quyết như thủ tục đổi, không chờ 02 tháng', 0.9)),
    currentLicence(lostLicence, LAW, cited(false, 'Giấy phép đã mất, không có để nộp', 0.9)),
    portrait(assumed('portrait', 'Ảnh chân dung nộp cùng hồ sơ trực tuyến; chưa đối chiếu điều khoản', 0.6)),
    healthCertificate(cited('health', 'TT 35/2024/TT-BGTVT, Điều 35, Điều 36: trừ hạng A1, A, B1', 0.85)),
    violations(cited('violation', 'Luật 36/2024/QH15, Điều 62 khoản 4', 0.97)),
    fee(cited('fee', 'TT 37/2023/TT-BTC; TT 63/2023/TT-BTC', 0.95)),
  ],
  deadlines: {
    noticeDays: assumed(2, 'Lấy theo quy định hiện hành; TT 35/2024/TT-BGTVT chưa đối chiếu', 0.7),
    decisionDays: cited(5, 'TT 35/2024/TT-BGTVT, Điều 35, Điều 36: 05 ngày làm việc', 0.9),
    transferDays: null,
    supplementWaitDays: supplementWait,
  },
  forms,
  gives: 'licence-card',
  originalsKeptYears: assumed(2, 'Lấy theo thủ tục 3.000348', 0.6),
})
