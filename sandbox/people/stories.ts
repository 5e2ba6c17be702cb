/** Who the eleven are, as text; cast.ts turns them into people with papers. Names are made up. */
import type { Words } from '../kit/words.ts'
import type { PersonViolation, Sex, StoryKind } from './person.ts'

export interface Sketch {
  slug: string
  fullName: string
  sex: Sex
  birthDate: string
  serial: number
  provinceCode: string
  commune: string
  kind: StoryKind
  eligible: boolean
  words: Words
  next: Words
  /** `daysLeft` for classes with a term, `issuedOn` for those without; `formerAddress`: what the old card still says. */
  licences: { licenceClass: string; daysLeft?: number; issuedOn?: string; points?: number; formerAddress?: string }[]
  certificateDaysAgo?: number
  certificateLateDays?: number
  violations?: { daysAgo: number; status: PersonViolation['status']; behaviour?: number }[]
}

export const stories: readonly Sketch[] = [
  {
    slug: 'an', fullName: 'Nguyễn Văn An', sex: 'male', birthDate: '1988-03-12', serial: 1234, provinceCode: '24', commune: 'Hoa Sen',
    kind: 'all-well', eligible: true,
    words: {
      vi: 'Bằng B2 còn hơn hai tháng. Giấy khám sức khoẻ đã có, không vi phạm: mọi thứ suôn sẻ.',
      en: 'A class B2 licence with two months left, a health certificate, no violation: all goes well.',
    },
    next: { vi: 'An đăng nhập và đổi bằng; hai cán bộ Bắc Ninh thụ lý rồi ký; bưu tá giao thẻ.', en: 'An signs in and exchanges; two officers in Bắc Ninh appraise and sign; the post delivers.' },
    licences: [{ licenceClass: 'B2', daysLeft: 68, formerAddress: 'Huyện Mẫu, Bắc Ninh (cũ)' }], certificateDaysAgo: 18,
  },
  {
    slug: 'binh', fullName: 'Trần Thị Bình', sex: 'female', birthDate: '1991-08-25', serial: 2071, provinceCode: '24', commune: 'Sông Mẫu',
    kind: 'unresolved-violation', eligible: false,
    words: {
      vi: 'Còn một lỗi vượt đèn đỏ chưa nộp phạt. Luật chưa cho đổi bằng cho đến khi giải quyết xong.',
      en: 'One fine for a red light is unpaid. The law allows no exchange until it is settled.',
    },
    next: { vi: 'Bình đọc điều gì đang chặn và giải quyết ở đâu; ô “Vi phạm giao thông” ở bàn điều khiển cho nộp phạt.', en: 'Bình reads what blocks and where to settle it; the traffic violation card of the control page settles the fine.' },
    licences: [{ licenceClass: 'B2', daysLeft: 150 }], certificateDaysAgo: 25, violations: [{ daysAgo: 47, status: 'unresolved' }],
  },
  {
    slug: 'cuc', fullName: 'Lê Thị Cúc', sex: 'female', birthDate: '1985-11-02', serial: 3310, provinceCode: '24', commune: 'Đồng Mẫu',
    kind: 'late-certificate', eligible: true,
    words: {
      vi: 'Vừa khám sức khoẻ xong, nhưng phòng khám ba ngày sau mới gửi dữ liệu.',
      en: 'Just examined, but the clinic sends the certificate three days late.',
    },
    next: { vi: 'Cúc cứ nộp; hồ sơ chờ phòng khám và tự đi tiếp sau ba ngày.', en: 'Cúc files all the same; the dossier waits for the clinic and goes on by itself after three days.' },
    licences: [{ licenceClass: 'B2', daysLeft: 41 }], certificateDaysAgo: 0, certificateLateDays: 3,
  },
  {
    slug: 'dung', fullName: 'Phạm Văn Dũng', sex: 'male', birthDate: '1979-06-17', serial: 4450, provinceCode: '01', commune: 'Ví Dụ',
    kind: 'charged-twice', eligible: true,
    words: {
      vi: 'Bấm thanh toán hai lần và bị trừ tiền hai lần.',
      en: 'Pressed pay twice and was charged twice.',
    },
    next: { vi: 'Đối soát tìm ra khoản thừa; hệ thống tự hoàn, Dũng theo dõi được.', en: 'Reconciliation finds the second payment; it is refunded by itself and Dũng can follow it.' },
    licences: [{ licenceClass: 'C', daysLeft: 90 }], certificateDaysAgo: 9,
  },
  {
    slug: 'em', fullName: 'Vũ Thị Em', sex: 'female', birthDate: '2001-02-14', serial: 5162, provinceCode: '24', commune: 'Bến Mẫu',
    kind: 'portrait-refused', eligible: true,
    words: {
      vi: 'Ảnh đầu tiên bị nhắm mắt. Có cả bằng A1 và B2, muốn gộp vào một thẻ.',
      en: 'Eyes closed on the first portrait. Holds A1 and B2 and would like one card for both.',
    },
    next: { vi: 'Em tải một ảnh xấu ở dưới, được báo ngay lý do, rồi gửi ảnh khác.', en: 'Em uploads a bad picture from below, is told why at once, then sends another.' },
    licences: [{ licenceClass: 'B2', daysLeft: 120 }, { licenceClass: 'A1', issuedOn: '2019-07-16' }], certificateDaysAgo: 30,
  },
  {
    slug: 'giang', fullName: 'Hoàng Hương Giang', sex: 'female', birthDate: '1987-09-30', serial: 6205, provinceCode: '48', commune: 'Gò Sen',
    kind: 'foreign-licence', eligible: false,
    words: {
      vi: 'Có bằng lái của Nước Ví Dụ, chưa có bằng Việt Nam.',
      en: 'Holds a licence of the made-up Nước Ví Dụ, none of Vietnam.',
    },
    next: { vi: 'Giang được báo thủ tục này chưa làm được ở đây và phải làm gì.', en: 'Giang is told that this procedure is not here yet and what to do instead.' },
    licences: [],
  },
  {
    slug: 'hanh', fullName: 'Đỗ Thị Hạnh', sex: 'female', birthDate: '1952-05-19', serial: 7008, provinceCode: '24', commune: 'Hoa Gạo Mẫu',
    kind: 'elderly', eligible: true,
    words: {
      vi: 'Bà Hạnh 74 tuổi, bằng A1 bị hỏng. Không cần giấy khám sức khoẻ, ít phải gõ chữ.',
      en: 'Mrs Hạnh, 74, has a damaged A1 licence. No health certificate is needed and little has to be typed.',
    },
    next: { vi: 'Bà Hạnh đổi bằng trên điện thoại, hoặc có người ở bưu điện giúp.', en: 'Mrs Hạnh exchanges on a phone, or with help at the post office.' },
    licences: [{ licenceClass: 'A1', issuedOn: '2009-03-11', formerAddress: 'Huyện Mẫu, Bắc Giang (cũ)' }],
  },
  {
    slug: 'khanh', fullName: 'Bùi Quốc Khánh', sex: 'male', birthDate: '1994-09-02', serial: 8119, provinceCode: '24', commune: 'Suối Mẫu',
    kind: 'lost-licence', eligible: true,
    words: { vi: 'Làm mất bằng B2 còn hạn. Đó là thủ tục cấp lại, không phải đổi.', en: 'Lost a B2 licence that is still valid: a reissue, not an exchange.' },
    next: { vi: 'Khánh bấm “Tôi bị mất giấy phép này”, khai mất và nộp; thẻ mới cùng số, thẻ cũ hết giá trị.', en: 'Khánh opens “Tôi bị mất giấy phép này”, reports the loss and files; the new card keeps the number, the old one is void.' },
    licences: [{ licenceClass: 'B2', daysLeft: 1400 }], certificateDaysAgo: 12,
  },
  {
    slug: 'lan', fullName: 'Phan Ngọc Lan', sex: 'female', birthDate: '1983-12-08', serial: 9230, provinceCode: '24', commune: 'Đồi Sim Mẫu',
    kind: 'expired', eligible: false,
    words: { vi: 'Bằng C quá hạn 75 ngày: phải thi lại lý thuyết.', en: 'A class C licence expired 75 days ago: the theory test has to be taken again.' },
    next: { vi: 'Lan được báo vì sao không đổi được và bước tiếp theo.', en: 'Lan is told why it cannot be exchanged and what comes next.' },
    licences: [{ licenceClass: 'C', daysLeft: -75 }], certificateDaysAgo: 21,
  },
  {
    slug: 'minh', fullName: 'Công Tằng Tôn Nữ Thị Nguyệt Minh', sex: 'female', birthDate: '1998-01-21', serial: 10341, provinceCode: '46', commune: 'Tân Ví Dụ',
    kind: 'eid-level-1', eligible: false,
    words: { vi: 'Tài khoản định danh mới ở mức 1.', en: 'The electronic identity is only of level 1.' },
    next: { vi: 'Minh được chỉ cách lên mức 2; không có bước duyệt tài khoản nào khác.', en: 'Minh is shown how to reach level 2; there is no other approval of accounts.' },
    licences: [{ licenceClass: 'B2', daysLeft: 55 }], certificateDaysAgo: 15,
  },
  {
    slug: 'nam', fullName: 'Hồ Phương Nam', sex: 'male', birthDate: '1981-04-30', serial: 11452, provinceCode: '24', commune: 'Hoa Sen',
    kind: 'police-down', eligible: true,
    words: {
      vi: 'Nộp đúng lúc hệ thống vi phạm của công an bị sập. Bằng FB2, được chọn BE hoặc C1E.',
      en: 'Files while the police violation system is down. Class FB2, may choose BE or C1E.',
    },
    next: { vi: 'Tắt ô “Vi phạm giao thông” ở bàn điều khiển trước khi Nam nộp; bật lại sau: hồ sơ tự đi tiếp.', en: 'Switch the traffic violation card off on the control page before Nam files; switch it on later: the dossier goes on by itself.' },
    licences: [{ licenceClass: 'FB2', daysLeft: 33, points: 10 }], certificateDaysAgo: 6, violations: [{ daysAgo: 400, status: 'settled', behaviour: 1 }],
  },
]
