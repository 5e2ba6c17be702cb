/**
 * Reissue of a lost licence, regime 1 (1/6/2017 – 31/12/2024): in person, and two months of looking whether somebody holds
 * it. Legal: TT 12/2017/TT-BGTVT, Điều 36 khoản 2, as amended by TT 05/2024/TT-BGTVT.
 */
import { procedure } from '../procedure.ts'
import { assumed, cited } from '../building-blocks/cited.ts'
import { currentLicence, fee, forms, healthCertificate, identity, lossReport, portrait, supplementWait, violations } from '../building-blocks/needs.ts'
import { aCase, inRegister, issuedHere, notOverdue, notRevoked, notSuspended, noUnresolvedViolation, samePerson } from '../building-blocks/rules.ts'
import { lost, lostLicence, papers, title, words } from './text.ts'

const LAW = cited('reissue', 'TT 12/2017/TT-BGTVT, Điều 36 khoản 2, được sửa đổi bởi TT 05/2024/TT-BGTVT', 0.9)

const reasons = [lost(LAW)]

export const reissueFrom20170601 = procedure({
  slug: 'reissue-lost-licence',
  inForceFrom: '2017-06-01',
  inForceTo: '2024-12-31',
  title,
  words,
  papers,
  instrument: cited({ vi: 'Thông tư 12/2017/TT-BGTVT', en: 'Circular 12/2017/TT-BGTVT' }, 'Thông tư 12/2017/TT-BGTVT', 0.9),
  code: null,
  resultCode: null,
  // Before 2025 a lost licence could not be applied for online (press, 2023).
  channels: ['in-person'],
  reasons,
  openTo: [
    issuedHere(LAW),
    notRevoked(cited('revoked', 'TT 12/2017/TT-BGTVT, Điều 33', 0.7)),
    samePerson(assumed('identity', 'Lấy theo thủ tục đổi giấy phép lái xe', 0.6), reasons),
    aCase(LAW, reasons),
    notOverdue(cited('expired', 'TT 12/2017/TT-BGTVT, Điều 36 khoản 2: còn hạn hoặc quá hạn dưới 03 tháng', 0.9)),
    inRegister(cited('register', 'TT 12/2017/TT-BGTVT, Điều 36 khoản 2: có tên trong hồ sơ của cơ quan quản lý sát hạch', 0.9)),
    notSuspended(cited('suspended', 'TT 12/2017/TT-BGTVT, Điều 36 khoản 2: không phát hiện đang bị các cơ quan có thẩm quyền thu giữ, xử lý', 0.9)),
    noUnresolvedViolation(cited('violation', 'TT 12/2017/TT-BGTVT, được sửa đổi bởi TT 05/2024/TT-BGTVT', 0.7)),
  ],
  refusalLaw: {
    'not-a-case': LAW,
    'licence-not-in-register': cited('law', 'TT 12/2017/TT-BGTVT, Điều 36 khoản 2', 0.9),
    'licence-expired': cited('law', 'TT 12/2017/TT-BGTVT, Điều 36', 0.9),
  },
  needs: [
    identity(LAW),
    lossReport(LAW, cited(2, 'TT 12/2017/TT-BGTVT, Điều 36 khoản 2: sau 02 tháng kể từ ngày nộp đủ hồ sơ', 0.9)),
    currentLicence(lostLicence, LAW, cited(false, 'Giấy phép đã mất, không có để nộp', 0.9)),
    portrait(cited('portrait', 'TT 12/2017/TT-BGTVT, Điều 36 khoản 2: chụp ảnh trực tiếp tại cơ quan cấp', 0.8)),
    healthCertificate(cited('health', 'TT 12/2017/TT-BGTVT, Điều 36 khoản 2: trừ hạng A1, A2, A3', 0.9)),
    violations(assumed('violation', 'Lấy theo thủ tục đổi giấy phép lái xe', 0.6)),
    fee(cited('fee', 'TT 188/2016/TT-BTC; TT 37/2023/TT-BTC; TT 63/2023/TT-BTC', 0.9)),
  ],
  deadlines: {
    noticeDays: assumed(2, 'Lấy theo quy định hiện hành; TT 12/2017/TT-BGTVT chưa đối chiếu', 0.6),
    decisionDays: cited(5, 'TT 12/2017/TT-BGTVT, Điều 36 khoản 2: 05 ngày làm việc sau thời gian 02 tháng', 0.9),
    transferDays: null,
    supplementWaitDays: supplementWait,
  },
  forms,
  gives: 'licence-card',
  originalsKeptYears: assumed(2, 'Lấy theo thủ tục 3.000348', 0.6),
})
