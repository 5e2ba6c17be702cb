/**
 * The sector's procedures on the national portal, with their codes and service level (D8, E4). Only those with a
 * folder here can be filed with us; the others are named where a person is sent on.
 * Source: Cổng Dịch vụ công quốc gia, QĐ 1025/QĐ-BCA, read in July 2026. Its structured fee fields are wrong and not used.
 */
import type { Words } from '../../platform/values/words.ts'

interface OfficialProcedure {
  readonly code: string
  readonly words: Words
  readonly channels: readonly ('online' | 'post' | 'in-person')[] | null
}

export const officialProcedures: readonly OfficialProcedure[] = [
  { code: '3.000346', words: { vi: 'Cấp giấy phép lái xe', en: 'Issue of a driving licence' }, channels: ['online', 'post', 'in-person'] },
  { code: '3.000347', words: { vi: 'Đổi giấy phép lái xe', en: 'Exchange of a driving licence' }, channels: ['online', 'in-person'] },
  { code: '3.000348', words: { vi: 'Cấp lại giấy phép lái xe', en: 'Reissue of a driving licence' }, channels: ['online', 'in-person'] },
  { code: '3.000349', words: { vi: 'Đổi giấy phép lái xe quân sự do Bộ Quốc phòng cấp', en: 'Exchange of a military driving licence' }, channels: ['in-person'] },
  { code: '3.000350', words: { vi: 'Đổi giấy phép lái xe do Bộ Công an cấp', en: 'Exchange of a police driving licence' }, channels: null },
  { code: '3.000351', words: { vi: 'Đổi giấy phép lái xe hoặc bằng lái xe của người nước ngoài', en: 'Exchange of a foreign driving licence' }, channels: ['in-person'] },
  { code: '3.000352', words: { vi: 'Thu hồi giấy phép lái xe', en: 'Revocation of a driving licence' }, channels: ['in-person'] },
  { code: '3.000353', words: { vi: 'Cấp giấy phép lái xe quốc tế', en: 'Issue of an international driving permit' }, channels: null },
]
