/** Words of the worklist. */
import type { WorklistView } from '../../../dossiers/index.ts'
import type { Lang } from '../../../platform/values/words.ts'

const viewsVi: Record<WorklistView, string> = {
  'to-do': 'Cần xử lý', mine: 'Tôi đang giữ', 'waiting-citizen': 'Chờ công dân', 'waiting-outside': 'Chờ bên ngoài', 'to-sign': 'Chờ ký, chờ xác nhận', 'in-delivery': 'In và giao thẻ', closed: 'Đã xong',
}
const viewsEn: Record<WorklistView, string> = {
  'to-do': 'To do', mine: 'Held by me', 'waiting-citizen': 'Waiting for the citizen', 'waiting-outside': 'Waiting for others', 'to-sign': 'To sign or confirm', 'in-delivery': 'Printing and delivery', closed: 'Closed',
}
const emptyVi: Record<WorklistView, string> = {
  'to-do': 'Không còn hồ sơ nào chờ bạn xử lý. Việc mới tự hiện ở đây.', mine: 'Bạn không giữ hồ sơ nào. Mở một hồ sơ ở “Cần xử lý” rồi bấm Nhận xử lý.',
  'waiting-citizen': 'Không hồ sơ nào chờ công dân.', 'waiting-outside': 'Mọi nguồn dữ liệu đã trả lời: không hồ sơ nào chờ bên ngoài.', 'to-sign': 'Không có quyết định nào chờ ký.',
  'in-delivery': 'Không có thẻ nào đang in hay đang giao.', closed: 'Chưa có hồ sơ nào kết thúc.',
}
const emptyEn: Record<WorklistView, string> = {
  'to-do': 'Nothing is waiting for you. New work appears here by itself.', mine: 'You hold no dossier. Open one under “To do” and take it.',
  'waiting-citizen': 'No dossier waits for its citizen.', 'waiting-outside': 'Every source has answered: nothing waits for others.', 'to-sign': 'No decision waits for a signature.',
  'in-delivery': 'No card is being printed or delivered.', closed: 'No dossier is closed yet.',
}

const vi = {
  title: 'Hồ sơ',
  filters: 'Lọc hồ sơ',
  views: viewsVi,
  empty: emptyVi,
  searchLabel: 'Tìm theo họ tên, số định danh, số giấy phép hoặc mã hồ sơ',
  searchShort: 'Họ tên, số định danh, số GPLX, mã hồ sơ',
  searchHint: 'Họ tên gõ không dấu được; các số gõ đủ.',
  searchButton: 'Tìm',
  found: (count: string) => `Kết quả tìm: ${count}`,
  nothingFound: 'Không tìm thấy hồ sơ nào của tỉnh này. Họ tên cần gõ từ đầu; số định danh, số giấy phép và mã hồ sơ cần gõ đủ.',
  clear: 'Bỏ tìm',
  pageAhead: 'Bạn đã xem hết danh sách.',
  columns: { number: 'Số hồ sơ', applicant: 'Người đề nghị', classes: 'Hạng', waiting: 'Đang chờ', due: 'Hạn trả', left: 'Còn lại', holder: 'Người giữ', state: 'Tình trạng' },
  since: 'từ',
  notAccepted: 'Chưa hẹn',
  licence: 'GPLX',
  filedOn: 'nộp',
  workingDays: (n: number) => `${n} ngày làm việc`,
  today: 'Hôm nay',
  late: (n: number) => `Quá ${n} ngày làm việc`,
  lateToday: 'Quá hạn hôm nay',
  calendarMissing: (year: string) => `Chưa có lịch năm ${year}`,
  closed: 'Đã xong',
  nobody: 'Chưa ai nhận',
  you: 'Bạn',
  until: 'đến',
  tick: (number: string, name: string) => `Chọn hồ sơ ${number}, ${name}`,
  keys: 'Phím 1 đến 9 mở hồ sơ theo hàng; “/” để tìm; J, K sang trang.',
  previous: 'Trang trước',
  next: 'Trang sau',
}

const en: typeof vi = {
  title: 'Dossiers',
  filters: 'Filter dossiers',
  views: viewsEn,
  empty: emptyEn,
  searchLabel: 'Search by name, identity number, licence number or dossier number',
  searchShort: 'Name, identity, licence or dossier number',
  searchHint: 'Names may be typed without marks; numbers in full.',
  searchButton: 'Search',
  found: (count) => `Search results: ${count}`,
  nothingFound: 'No dossier of this province was found. Type names from their beginning; identity, licence and dossier numbers in full.',
  clear: 'Clear the search',
  pageAhead: 'You have seen the whole list.',
  columns: { number: 'Dossier', applicant: 'Applicant', classes: 'Class', waiting: 'Waiting for', due: 'Due', left: 'Left', holder: 'Held by', state: 'State' },
  since: 'since',
  notAccepted: 'Not set',
  licence: 'licence',
  filedOn: 'filed',
  workingDays: (n) => `${n} working ${n === 1 ? 'day' : 'days'}`,
  today: 'Today',
  late: (n) => `${n} working ${n === 1 ? 'day' : 'days'} late`,
  lateToday: 'Late today',
  calendarMissing: (year) => `No calendar for ${year}`,
  closed: 'Closed',
  nobody: 'Nobody yet',
  you: 'You',
  until: 'until',
  tick: (number, name) => `Choose dossier ${number}, ${name}`,
  keys: 'Keys 1 to 9 open the dossier of that row; “/” searches; J and K turn the page.',
  previous: 'Previous page',
  next: 'Next page',
}

export const worklistText: Readonly<Record<Lang, typeof vi>> = { vi, en }
