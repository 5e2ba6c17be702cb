/** What pages and papers call the points of a request and its reasons. */
import type { Words } from '../../../platform/values/words.ts'
import type { PointKind, SupplementReason } from './points.ts'

const values = {
  certificate: {
    'by-identity': { vi: 'tìm theo số định danh', en: 'found by the identity number' }, 'not-yet': { vi: 'cơ sở khám sẽ gửi', en: 'the clinic will send it' },
    'certified-copy': { vi: 'bản sao điện tử có chứng thực', en: 'certified electronic copy' }, 'not-needed': { vi: 'không cần', en: 'not needed' },
  },
  loss: { mislaid: { vi: 'bị mất', en: 'lost' }, stolen: { vi: 'bị lấy cắp', en: 'stolen' }, destroyed: { vi: 'bị hủy do thiên tai, hỏa hoạn', en: 'destroyed by disaster or fire' } },
  collect: { vi: 'nhận tại cơ quan giải quyết', en: 'collected at the authority' },
} as const

export const supplementWords: {
  readonly points: Readonly<Record<PointKind, Words>>; readonly reasons: Readonly<Record<SupplementReason, Words>>
  /** How values are told that are chosen and not typed. */
  readonly values: typeof values
} = {
  values,
  points: {
    portrait: { vi: 'Ảnh chân dung', en: 'Portrait' },
    'health-certificate': { vi: 'Giấy khám sức khỏe', en: 'Health certificate' },
    'certified-copy': { vi: 'Bản sao chứng thực giấy khám', en: 'Certified copy of the certificate' },
    'loss-report': { vi: 'Khai báo mất giấy phép', en: 'Report of the loss' },
    'changed-details': { vi: 'Họ tên, ngày sinh theo căn cước', en: 'Name and birth date as on the identity card' },
    residence: { vi: 'Nơi cư trú', en: 'Residence' },
    phone: { vi: 'Số điện thoại', en: 'Phone number' },
    email: { vi: 'Thư điện tử', en: 'E-mail address' },
    delivery: { vi: 'Nơi nhận kết quả', en: 'Where the card goes' },
  },
  reasons: {
    missing: { vi: 'còn thiếu', en: 'is missing' },
    wrong: { vi: 'chưa đúng', en: 'is not right' },
    unreadable: { vi: 'không đọc được, không nhìn rõ', en: 'cannot be read or seen clearly' },
    outdated: { vi: 'đã hết thời hạn sử dụng', en: 'is out of date' },
  },
}
