/** Words of the card of terms. */
import type { Lang } from '../../../../platform/values/words.ts'

const vi = {
  title: 'Thời hạn',
  notice: 'Trả lời có tiếp nhận',
  transfer: 'Chuyển dữ liệu',
  result: 'Trả kết quả',
  again: 'Hẹn lại (Mẫu 04)',
  kept: 'xong',
  keptLate: 'xong muộn',
  passed: 'Quá hạn',
  none: 'Chưa thời hạn nào chạy: việc nộp chưa trọn.',
  howCounted: 'Cách tính',
  outlook: { 'in-time': 'Dự báo đúng hạn', 'at-risk': 'Có nguy cơ trễ', overdue: 'Quá hạn', 'stands-still': 'Đồng hồ dừng', 'cannot-judge': 'Chưa dự báo được' },
  because: { near: 'còn một ngày làm việc', 'usually-later': 'thường lâu hơn hạn', 'longer-than-usual': 'chờ lâu hơn thường lệ' },
}

const en: typeof vi = {
  title: 'Terms',
  notice: 'Answer whether accepted',
  transfer: 'Pass the data on',
  result: 'Result',
  again: 'New date (form 04)',
  kept: 'done',
  keptLate: 'done late',
  passed: 'Overdue',
  none: 'No term runs yet: the filing is not whole.',
  howCounted: 'How it is counted',
  outlook: { 'in-time': 'In time, it seems', 'at-risk': 'At risk', overdue: 'Overdue', 'stands-still': 'The clock stands', 'cannot-judge': 'No forecast yet' },
  because: { near: 'a working day left', 'usually-later': 'usually takes longer', 'longer-than-usual': 'waits longer than usual' },
}

export const datesText: Readonly<Record<Lang, typeof vi>> = { vi, en }
