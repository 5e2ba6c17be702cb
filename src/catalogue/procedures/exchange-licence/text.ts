import type { Words } from '../../../platform/values/words.ts'
import type { ProcedurePapers, ProcedureWords } from '../procedure.ts'

/** Why somebody exchanges a licence — lý do đổi. */
export type ReasonId = 'expiring' | 'damaged' | 'changed-details' | 'old-class-or-paper' | 'integrate'

export const title: Words = { vi: 'Đổi giấy phép lái xe', en: 'Exchange of a driving licence' }

export const words: ProcedureWords = {
  short: { vi: 'Đổi', en: 'Exchange' },
  occasion: { vi: 'Tôi muốn đổi giấy phép này', en: 'I want to exchange this licence' },
  start: { vi: 'Đổi giấy phép này', en: 'Exchange this licence' },
  notNow: { vi: 'Hiện chưa đổi được giấy phép này', en: 'This licence cannot be exchanged now' },
  why: { vi: 'Vì sao bạn đổi giấy phép lái xe?', en: 'Why do you exchange the licence?' },
}

export const papers: ProcedurePapers = {
  request: 'ĐỀ NGHỊ ĐỔI GIẤY PHÉP LÁI XE',
  held: 'Hiện có giấy phép lái xe:',
  reasonLabel: 'Lý do đề nghị đổi',
  subject: 'Về việc đổi giấy phép lái xe',
  act: 'Đổi giấy phép lái xe',
  oldCard: '',
}

export const reasonTexts = {
  expiring: {
    words: { vi: 'Giấy phép sắp hết hạn', en: 'The licence is about to expire' },
    help: { vi: 'Nộp hồ sơ trước ngày hết hạn in trên giấy phép.', en: 'File before the expiry date printed on the licence.' },
  },
  damaged: {
    words: { vi: 'Giấy phép bị hỏng', en: 'The licence is damaged' },
    help: { vi: 'Giấy phép rách, mờ, gãy, không còn dùng được.', en: 'It is torn, faded or broken and can no longer be used.' },
  },
  'changed-details': {
    words: { vi: 'Thông tin của tôi đã thay đổi', en: 'My details have changed' },
    help: { vi: 'Ví dụ số định danh, nơi cư trú, họ tên. Giấy phép mới ghi theo căn cước.', en: 'For example identity number, residence or name. The new licence follows the identity card.' },
  },
  'old-class-or-paper': {
    words: { vi: 'Đổi giấy phép cũ sang hạng mới, thẻ mới', en: 'Exchange an old licence for the new class and card' },
    help: { vi: 'Dành cho giấy phép bìa giấy hoặc hạng theo luật cũ. Bạn không bắt buộc phải đổi khi giấy phép còn hạn.', en: 'For paper licences or classes of the old law. You need not exchange while the licence is valid.' },
  },
  integrate: {
    words: { vi: 'Gộp giấy phép mô tô và ô tô làm một', en: 'Join motorcycle and car licence into one' },
    help: { vi: 'Giấy phép không thời hạn và giấy phép có thời hạn được ghi chung trên một thẻ, một số.', en: 'The licence without an end and the one with an end come onto one card with one number.' },
  },
} as const satisfies Readonly<Record<ReasonId, { words: Words; help: Words }>>

export const heldLicence = {
  words: { vi: 'Giấy phép lái xe đang có', en: 'The licence you hold' },
  help: { vi: 'Lấy từ sổ giấy phép lái xe. Thẻ cũ gửi lại để hủy khi nhận thẻ mới.', en: 'Taken from the licence register. The old card is sent back for destruction when the new one arrives.' },
} as const satisfies Readonly<Record<'words' | 'help', Words>>
