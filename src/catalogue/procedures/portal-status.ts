/** Status codes of the national public service portal — trạng thái hồ sơ trên Cổng Dịch vụ công quốc gia, 1 to 10. */
import type { Words } from '../../platform/values/words.ts'

export type PortalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

export interface PortalStatusRow {
  readonly code: PortalStatus
  readonly words: Words
  /** No further status follows. */
  readonly final: boolean
  /** The statutory days do not run meanwhile. */
  readonly clockPaused: boolean
}

function row(code: PortalStatus, vi: string, en: string, more: { final?: boolean; clockPaused?: boolean } = {}): PortalStatusRow {
  return { code, words: { vi, en }, final: more.final ?? false, clockPaused: more.clockPaused ?? false }
}

export const portalStatuses: Readonly<Record<PortalStatus, PortalStatusRow>> = {
  1: row(1, 'Mới đăng ký', 'Newly registered', { clockPaused: true }),
  2: row(2, 'Được tiếp nhận', 'Accepted'),
  3: row(3, 'Không được tiếp nhận', 'Not accepted', { final: true }),
  4: row(4, 'Đang xử lý', 'In processing'),
  5: row(5, 'Yêu cầu bổ sung giấy tờ', 'Supplement requested', { clockPaused: true }),
  6: row(6, 'Yêu cầu thực hiện nghĩa vụ tài chính', 'Payment requested', { clockPaused: true }),
  7: row(7, 'Công dân yêu cầu rút hồ sơ', 'Withdrawal requested'),
  8: row(8, 'Dừng xử lý', 'Processing stopped', { final: true }),
  9: row(9, 'Đã xử lý xong', 'Processing finished'),
  10: row(10, 'Đã trả kết quả', 'Result returned', { final: true }),
}
