/** Words of needs that several procedures have. */
import type { Words } from '../../../platform/values/words.ts'

export const needTexts = {
  identity: {
    words: { vi: 'Tài khoản định danh điện tử mức độ 2', en: 'Level 2 eID account' },
    help: { vi: 'Bạn đã có khi đăng nhập. Không phải đăng ký thêm, không phải chờ duyệt.', en: 'You have it once signed in. No registration and no approval.' },
  },
  portrait: {
    words: { vi: 'Ảnh chân dung', en: 'Portrait' },
    help: { vi: 'Ảnh 3×4, nền xanh da trời, thấy rõ mặt. Chụp bằng điện thoại được.', en: '3×4, sky-blue background, the face clearly seen. A phone picture will do.' },
  },
  'health-certificate': {
    words: { vi: 'Giấy khám sức khỏe của người lái xe', en: 'Health certificate for drivers' },
    help: { vi: 'Cơ sở khám gửi thẳng kết quả lên hệ thống; bạn không phải chụp hay tải giấy.', en: 'The clinic sends the result to the system; nothing to photograph or upload.' },
  },
  violations: {
    words: { vi: 'Không có vi phạm giao thông chưa giải quyết xong', en: 'No unsettled traffic violation' },
    help: { vi: 'Chúng tôi tự tra cứu. Nguồn tra cứu bị lỗi thì hồ sơ vẫn được nộp và tự tra lại.', en: 'We look this up. If the source fails, the dossier is still filed and the look-up repeats by itself.' },
  },
  'loss-report': {
    words: { vi: 'Khai báo mất giấy phép', en: 'Report of the loss' },
    help: { vi: 'Bạn khai mất khi nào, trong trường hợp nào, và cam đoan giấy phép không bị cơ quan nào tạm giữ.', en: 'You say when and how it was lost, and declare that no authority holds it.' },
  },
  fee: {
    words: { vi: 'Lệ phí cấp giấy phép lái xe', en: 'Licence fee' },
    help: { vi: 'Thanh toán trực tuyến sau khi nộp hồ sơ, có biên lai điện tử.', en: 'Paid online after filing, with an electronic receipt.' },
  },
} as const satisfies Readonly<Record<string, { words: Words; help: Words }>>
