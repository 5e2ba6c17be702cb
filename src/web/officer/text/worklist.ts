/** Words of the worklist. */
import type { WorklistView } from '../../../dossiers/index.ts'
import type { Lang } from '../../../platform/values/words.ts'

const viewsVi: Record<WorklistView, string> = {
  'to-do': 'Cần xử lý', mine: 'Tôi đang giữ', unclaimed: 'Chưa ai nhận', 'at-risk': 'Sắp quá hạn', overdue: 'Quá hạn', 'waiting-citizen': 'Chờ công dân', unanswered: 'Quá hạn bổ sung', 'waiting-outside': 'Chờ bên ngoài',
  'to-sign': 'Chờ ký, chờ xác nhận', 'in-delivery': 'In và giao thẻ', closed: 'Đã xong',
}
const viewsEn: Record<WorklistView, string> = {
  'to-do': 'To do', mine: 'Held by me', unclaimed: 'Held by nobody', 'at-risk': 'At risk', overdue: 'Overdue', 'waiting-citizen': 'Waiting for the citizen', unanswered: 'Not supplemented', 'waiting-outside': 'Waiting for others',
  'to-sign': 'To sign or confirm', 'in-delivery': 'Printing and delivery', closed: 'Closed',
}
const emptyVi: Record<WorklistView, string> = {
  'to-do': 'Không còn hồ sơ nào chờ bạn xử lý. Việc mới tự hiện ở đây.', mine: 'Bạn không giữ hồ sơ nào. Mở một hồ sơ ở “Cần xử lý” rồi bấm Nhận xử lý.', unclaimed: 'Hồ sơ nào cần xử lý cũng đã có người nhận.',
  'at-risk': 'Không có hồ sơ nào sắp quá hạn: không việc nào đến hạn trong ngày làm việc tới, không việc nào thường xong sau hạn.', overdue: 'Không có hồ sơ nào quá hạn.',
  'waiting-citizen': 'Không hồ sơ nào chờ công dân.', unanswered: 'Không hồ sơ nào quá hạn bổ sung. Hồ sơ hiện ở đây từ sau ngày cuối; không hồ sơ nào tự đóng.', 'waiting-outside': 'Mọi nguồn dữ liệu đã trả lời: không hồ sơ nào chờ bên ngoài.', 'to-sign': 'Không có quyết định nào chờ ký.',
  'in-delivery': 'Không có thẻ nào đang in hay đang giao.', closed: 'Chưa có hồ sơ nào kết thúc.',
}
const emptyEn: Record<WorklistView, string> = {
  'to-do': 'Nothing is waiting for you. New work appears here by itself.', mine: 'You hold no dossier. Open one under “To do” and take it.', unclaimed: 'Somebody holds every dossier that is to do.',
  'at-risk': 'Nothing is at risk: nothing falls due by the next working day, nothing usually ends after its term.', overdue: 'Nothing is overdue.',
  'waiting-citizen': 'No dossier waits for its citizen.', unanswered: 'No dossier is past the last day of its supplement. They come here once that day is over; none closes by itself.', 'waiting-outside': 'Every source has answered: nothing waits for others.', 'to-sign': 'No decision waits for a signature.',
  'in-delivery': 'No card is being printed or delivered.', closed: 'No dossier is closed yet.',
}

const vi = {
  title: 'Hồ sơ',
  filters: 'Các danh sách',
  saved: 'Bộ lọc đã lưu',
  views: viewsVi,
  empty: emptyVi,
  searchLabel: 'Tìm theo họ tên, số định danh, số giấy phép hoặc mã hồ sơ',
  searchShort: 'Họ tên, số định danh, số GPLX, mã hồ sơ',
  searchButton: 'Tìm',
  found: (count: string) => `Kết quả tìm: ${count}`,
  nothingFound: 'Không tìm thấy hồ sơ nào của tỉnh này. Gõ họ tên từ đầu, tên trước họ, hoặc đủ các chữ theo thứ tự bất kỳ; có dấu hay không dấu. Số định danh, số giấy phép và mã hồ sơ cần gõ đủ.',
  clear: 'Bỏ tìm',
  pageAhead: 'Bạn đã xem hết danh sách.',
  columns: { number: 'Số hồ sơ', applicant: 'Người đề nghị', classes: 'Hạng', waiting: 'Đang chờ', due: 'Hạn trả', left: 'Còn lại', holder: 'Người giữ', state: 'Tình trạng', licence: 'Số GPLX', filed: 'Ngày nộp', channel: 'Kênh nộp', procedure: 'Thủ tục' },
  channels: { online: 'Trực tuyến', 'in-person': 'Trực tiếp', post: 'Bưu chính' },
  since: 'từ',
  notAccepted: 'Chưa hẹn',
  licence: 'GPLX',
  filedOn: 'nộp',
  workingDays: (n: number) => `${n} ngày làm việc`,
  today: 'Hôm nay',
  late: (n: number) => `Quá ${n} ngày làm việc`,
  lateToday: 'Quá hạn hôm nay',
  standsStill: 'Đồng hồ dừng',
  noticeBy: 'hạn trả lời', supplementBy: 'bổ sung đến',
  usuallyBy: (day: string) => `thường xong ${day}`,
  usuallyDone: (day: string) => `lẽ ra xong ${day}`,
  cannotTell: 'chưa dự báo được',
  calendarMissing: (year: string) => `Chưa có lịch năm ${year}`,
  closed: 'Đã xong',
  nobody: 'Chưa ai nhận',
  you: 'Bạn',
  until: 'đến',
  tick: (number: string, name: string) => `Chọn hồ sơ ${number}, ${name}`,
  narrow: {
    title: 'Lọc', any: 'Tất cả', procedure: 'Thủ tục', cause: 'Đang chờ việc', holder: 'Người giữ', channel: 'Kênh nộp', licenceClass: 'Hạng', filedFrom: 'Nộp từ ngày', filedTo: 'Đến ngày', apply: 'Lọc danh sách',
    narrowedTo: 'Đang lọc:', nothing: 'không thêm điều kiện', clear: 'Bỏ lọc', name: 'Tên bộ lọc', namePlace: 'Đặt tên để lưu', save: 'Lưu bộ lọc', change: 'Lưu thay đổi', drop: 'Xóa bộ lọc',
    heldBy: (name: string) => `${name} giữ`, from: (day: string) => `nộp từ ${day}`, to: (day: string) => `nộp đến ${day}`, classIs: (one: string) => `hạng ${one}`,
    count: (count: string) => `${count} hồ sơ`, empty: 'Không có hồ sơ nào đúng các điều kiện này.',
  },
  columnChoice: { title: 'Cột', help: 'Chọn cột và thứ tự từ trái sang phải. Số hồ sơ luôn đứng đầu.', place: (column: string) => `Thứ tự của cột ${column}`, apply: 'Lưu cột', usual: 'Như ban đầu' },
  refusals: {
    'list-name-missing': 'Hãy đặt tên cho bộ lọc.', 'list-name-personal': 'Tên bộ lọc không được chứa số của một người (số định danh, giấy phép, điện thoại).',
    'list-name-taken': 'Bạn đã có bộ lọc tên này.', 'too-many-lists': 'Bạn đã lưu 20 bộ lọc. Xóa bớt một bộ lọc rồi lưu.',
  },
  keys: {
    title: 'Phím tắt',
    rows: [['1–9', 'mở hồ sơ của hàng đó'], ['↓ ↑', 'đi từng hàng'], ['Enter', 'mở hồ sơ của hàng đang đứng'], ['X', 'chọn hoặc bỏ chọn hàng đang đứng'], ['A', 'chọn hoặc bỏ chọn cả trang'], ['V', 'việc làm với hồ sơ đã chọn'], ['Q, E', 'danh sách trước, danh sách sau'], ['S', 'luồng thẳng; lãnh đạo: ký nhiều'], ['B', 'việc hàng loạt của tôi'], ['J, K', 'trang sau, trang trước'], ['/', 'tìm'], ['F', 'lọc'], ['C', 'chọn cột'], ['?', 'mở, đóng bảng này'], ['Esc', 'đóng bảng đang mở']] as readonly (readonly [string, string])[],
  },
  previous: 'Trang trước',
  next: 'Trang sau',
}

const en: typeof vi = {
  title: 'Dossiers',
  filters: 'Lists',
  saved: 'Saved filters',
  views: viewsEn,
  empty: emptyEn,
  searchLabel: 'Search by name, identity number, licence number or dossier number',
  searchShort: 'Name, identity, licence or dossier number',
  searchButton: 'Search',
  found: (count) => `Search results: ${count}`,
  nothingFound: 'No dossier of this province was found. Type a name from its beginning, the given name first, or all its words in any order, with or without marks; identity, licence and dossier numbers in full.',
  clear: 'Clear the search',
  pageAhead: 'You have seen the whole list.',
  columns: { number: 'Dossier', applicant: 'Applicant', classes: 'Class', waiting: 'Waiting for', due: 'Due', left: 'Left', holder: 'Held by', state: 'State', licence: 'Licence', filed: 'Filed', channel: 'Channel', procedure: 'Procedure' },
  channels: { online: 'Online', 'in-person': 'In person', post: 'By post' },
  since: 'since',
  notAccepted: 'Not set',
  licence: 'licence',
  filedOn: 'filed',
  workingDays: (n) => `${n} working ${n === 1 ? 'day' : 'days'}`,
  today: 'Today',
  late: (n) => `${n} working ${n === 1 ? 'day' : 'days'} late`,
  lateToday: 'Late today',
  standsStill: 'Clock stands',
  noticeBy: 'to be answered', supplementBy: 'to add by',
  usuallyBy: (day) => `usually by ${day}`,
  usuallyDone: (day) => `usually done by ${day}`,
  cannotTell: 'no forecast yet',
  calendarMissing: (year) => `No calendar for ${year}`,
  closed: 'Closed',
  nobody: 'Nobody yet',
  you: 'You',
  until: 'until',
  tick: (number, name) => `Choose dossier ${number}, ${name}`,
  narrow: {
    title: 'Filter', any: 'All', procedure: 'Procedure', cause: 'Waiting for', holder: 'Held by', channel: 'Channel', licenceClass: 'Class', filedFrom: 'Filed from', filedTo: 'To', apply: 'Filter the list',
    narrowedTo: 'Filtered:', nothing: 'no further condition', clear: 'Clear the filter', name: 'Name of the filter', namePlace: 'A name to save it', save: 'Save filter', change: 'Save changes', drop: 'Delete filter',
    heldBy: (name) => `held by ${name}`, from: (day) => `filed from ${day}`, to: (day) => `filed to ${day}`, classIs: (one) => `class ${one}`,
    count: (count) => `${count} ${count === '1' ? 'dossier' : 'dossiers'}`, empty: 'No dossier meets these conditions.',
  },
  columnChoice: { title: 'Columns', help: 'Choose columns and their order from left to right. The dossier’s number always comes first.', place: (column) => `Place of the column ${column}`, apply: 'Save columns', usual: 'As at first' },
  refusals: {
    'list-name-missing': 'Give the filter a name.', 'list-name-personal': 'The name of a filter may not hold somebody’s number (identity, licence, telephone).',
    'list-name-taken': 'You have a filter of this name.', 'too-many-lists': 'You have saved 20 filters. Delete one, then save.',
  },
  keys: {
    title: 'Keys',
    rows: [['1–9', 'open the dossier of that row'], ['↓ ↑', 'go from row to row'], ['Enter', 'open the dossier of the row you are on'], ['X', 'tick or untick the row you are on'], ['A', 'tick or untick the whole page'], ['V', 'what to do with those ticked'], ['Q, E', 'previous list, next list'], ['S', 'straight through; for signers: sign many'], ['B', 'what I did in bulk'], ['J, K', 'next page, previous page'], ['/', 'search'], ['F', 'filter'], ['C', 'choose columns'], ['?', 'open or close this help'], ['Esc', 'close what is open']],
  },
  previous: 'Previous page',
  next: 'Next page',
}

export const worklistText: Readonly<Record<Lang, typeof vi>> = { vi, en }

/** Whether a refusal is about the name or number of saved lists. */
export function isListRefusal(code: string): code is keyof (typeof vi)['refusals'] {
  return Object.hasOwn(vi.refusals, code)
}
