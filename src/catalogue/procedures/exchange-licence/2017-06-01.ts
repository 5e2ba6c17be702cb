/** Exchange of a licence, regime 1 (1/6/2017 – 31/12/2024): transport departments, classes of the 2008 law. Legal: TT 12/2017/TT-BGTVT as amended. */
import { procedure } from '../procedure.ts'
import { assumed, cited } from '../building-blocks/cited.ts'
import { currentLicence, fee, forms, healthCertificate, identity, portrait, supplementWait, violations } from '../building-blocks/needs.ts'
import { aCase, inRegister, issuedHere, notRevoked, notSuspended, noUnresolvedViolation, samePerson, notOverdue } from '../building-blocks/rules.ts'
import { reason } from './reasons.ts'
import { heldLicence, papers, title, words } from './text.ts'

const LAW = cited('exchange', 'TT 12/2017/TT-BGTVT, Điều 37', 0.75)

const reasons = [
  reason('expiring', LAW),
  reason('damaged', LAW),
  reason('changed-details', LAW),
  reason('old-class-or-paper', cited('PET', 'TT 12/2017/TT-BGTVT: đổi giấy phép bìa giấy sang thẻ nhựa PET', 0.8)),
]

export const from20170601 = procedure({
  slug: 'exchange-licence',
  inForceFrom: '2017-06-01',
  inForceTo: '2024-12-31',
  title,
  words,
  papers,
  instrument: cited({ vi: 'Thông tư 12/2017/TT-BGTVT', en: 'Circular 12/2017/TT-BGTVT' }, 'Thông tư 12/2017/TT-BGTVT', 0.9),
  code: null,
  resultCode: null,
  channels: ['online', 'in-person'],
  reasons,
  openTo: [
    issuedHere(LAW),
    notRevoked(cited('revoked', 'TT 12/2017/TT-BGTVT, Điều 33', 0.7)),
    samePerson(cited('identity', 'Cổng Dịch vụ công quốc gia: kiểm tra họ tên, số định danh trước khi nộp', 0.8), reasons),
    aCase(LAW, reasons),
    notOverdue(cited('expired', 'TT 12/2017/TT-BGTVT, Điều 36 khoản 1', 0.9)),
    inRegister(cited('register', 'TT 12/2017/TT-BGTVT, Điều 36', 0.8)),
    notSuspended(cited('suspended', 'Dữ liệu tạm giữ, tước của Cảnh sát giao thông và Thanh tra giao thông', 0.75)),
    noUnresolvedViolation(cited('violation', 'TT 12/2017/TT-BGTVT, được sửa đổi bởi TT 05/2024/TT-BGTVT', 0.7)),
  ],
  needs: [
    identity(LAW),
    currentLicence(heldLicence, LAW, cited(true, 'TT 12/2017/TT-BGTVT', 0.8)),
    portrait(assumed('portrait', 'Ảnh chân dung nộp cùng hồ sơ trực tuyến; chưa đối chiếu điều khoản', 0.6)),
    healthCertificate(cited('health', 'TT 12/2017/TT-BGTVT; TTLT 24/2015/TTLT-BYT-BGTVT', 0.9)),
    violations(cited('violation', 'Ba nguồn tra cứu của Cổng Dịch vụ công quốc gia', 0.8)),
    fee(cited('fee', 'TT 188/2016/TT-BTC; TT 37/2023/TT-BTC; TT 63/2023/TT-BTC', 0.9)),
  ],
  deadlines: {
    noticeDays: assumed(2, 'Lấy theo quy định hiện hành; TT 12/2017/TT-BGTVT chưa đối chiếu', 0.6),
    decisionDays: cited(5, 'TT 12/2017/TT-BGTVT: không quá 05 ngày làm việc', 0.9),
    transferDays: null,
    supplementWaitDays: supplementWait,
  },
  forms,
  gives: 'licence-card',
  originalsKeptYears: assumed(2, 'Lấy theo thủ tục 3.000347', 0.6),
})
