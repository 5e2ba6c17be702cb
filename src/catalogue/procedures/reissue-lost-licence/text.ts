import type { Words } from '../../../platform/values/words.ts'
import type { Basis } from '../../provision.ts'
import type { ProcedurePapers, ProcedureWords, Reason } from '../procedure.ts'

export const title: Words = { vi: 'Cấp lại giấy phép lái xe bị mất', en: 'Reissue of a lost driving licence' }

export const words: ProcedureWords = {
  short: { vi: 'Cấp lại', en: 'Reissue' },
  occasion: { vi: 'Tôi bị mất giấy phép này', en: 'I have lost this licence' },
  start: { vi: 'Cấp lại giấy phép bị mất', en: 'Have the lost licence reissued' },
  notNow: { vi: 'Hiện chưa cấp lại được giấy phép này', en: 'This licence cannot be reissued now' },
  why: { vi: 'Vì sao bạn xin cấp lại giấy phép lái xe?', en: 'Why do you want the licence reissued?' },
}

export const papers: ProcedurePapers = {
  request: 'ĐỀ NGHỊ CẤP LẠI GIẤY PHÉP LÁI XE',
  held: 'Đã được cấp giấy phép lái xe, nay bị mất:',
  reasonLabel: 'Lý do đề nghị cấp lại',
  subject: 'Về việc cấp lại giấy phép lái xe',
  act: 'Cấp lại giấy phép lái xe',
  oldCard: 'Thẻ đã mất không còn giá trị sử dụng; người tìm thấy hoặc người được cấp lại có trách nhiệm nộp thẻ đó cho cơ quan cấp giấy phép lái xe để hủy.',
}

/** The one reason there is. */
export function lost(citation: Basis<string>): Reason {
  return {
    id: 'lost',
    words: { vi: 'Giấy phép bị mất', en: 'The licence is lost' },
    help: { vi: 'Giấy phép bị rơi, bị lấy cắp hoặc bị hủy và không tìm lại được.', en: 'It was dropped, stolen or destroyed and cannot be found.' },
    citation,
    // Also where the register holds an electronic licence: a card was printed for it.
    fits: () => true,
  }
}

export const lostLicence = {
  words: { vi: 'Giấy phép lái xe bị mất', en: 'The licence you lost' },
  help: { vi: 'Lấy từ sổ giấy phép lái xe. Không có thẻ cũ để nộp; nếu tìm thấy, bạn nộp lại để hủy.', en: 'Taken from the licence register. There is no old card to hand in; if you find it, hand it in for destruction.' },
} as const satisfies Readonly<Record<'words' | 'help', Words>>
