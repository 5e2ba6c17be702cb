/** Trạng thái hồ sơ 1 to 10 of the national portal, and which may follow which. */
import type { Words } from '../kit/index.ts'

export const statuses: Readonly<Record<number, Words>> = {
  1: { vi: 'Mới đăng ký', en: 'Newly registered' },
  2: { vi: 'Được tiếp nhận', en: 'Accepted' },
  3: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  4: { vi: 'Đang xử lý', en: 'In processing' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment requested' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawal requested' },
  8: { vi: 'Dừng xử lý', en: 'Processing stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Finished' },
  10: { vi: 'Đã trả kết quả', en: 'Result returned' },
}

/** The catalogue names the statuses; the order is this simulator's sanity check, not a published rule. */
const next: Readonly<Record<number, readonly number[]>> = {
  1: [2, 3, 5, 6, 7, 8], 2: [3, 4, 5, 6, 7, 8, 9], 3: [], 4: [5, 6, 7, 8, 9], 5: [1, 2, 3, 4, 6, 7, 8], 6: [1, 2, 3, 4, 5, 7, 8],
  7: [2, 4, 8], 8: [], 9: [8, 10], 10: [],
}

/** A dossier is born as 1, or as 2 when it was handed in at a counter. Repeating a status is harmless. */
export function mayFollow(before: number | undefined, after: number): boolean {
  if (before === undefined) return after === 1 || after === 2
  return before === after || (next[before] ?? []).includes(after)
}
