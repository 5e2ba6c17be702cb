/** Words of the leader's pages. */
import { formatDate } from '../../platform/values/dates.ts'
import type { Lang } from '../../platform/values/words.ts'

const monthOf = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`

const vi = {
  title: 'Ai đang chờ ai', lateTitle: 'Hồ sơ chậm', navAgreement: 'Quy chế phối hợp', navFigures: 'Số liệu',
  lead: 'Trang này chỉ có số lượng và mã hồ sơ của tỉnh, không có dữ liệu cá nhân.',
  month: (month: string) => `tháng ${monthOf(month)}`, otherMonth: (month: string) => `Tháng ${monthOf(month)}`, file: 'Tải CSV', print: 'Bấm Ctrl+P để in.',
  agreedBy: (title: string, from: string) => `${title}, từ ${formatDate(from)}`, noAgreement: 'Tỉnh chưa có quy chế phối hợp nào được biết; thời hạn dưới đây do luật định hoặc do phần mềm đặt.',
  assumed: 'giả định', howCounted: 'Cách tính', definitions: 'Cách tính các số trên trang này',
  digital: {
    title: 'Số hóa', figure: 'Trong tháng', part: 'Đã có', whole: 'Tổng', share: 'Tỷ lệ', aim: 'Mục tiêu', names: { digitised: 'Hồ sơ nộp giấy được số hóa', 'electronic-result': 'Kết quả điện tử' },
    source: 'Mục tiêu:', figures: 'Định nghĩa và số liệu công bố',
  },
  figures: { open: 'hồ sơ đang mở', past: 'đang quá thời hạn phối hợp', month: (month: string) => `lần chậm trong ${monthOf(month)}`, share: 'tỷ lệ chậm' },
  waited: 'Đang chờ ai', waitedNone: 'Không có hồ sơ nào đang mở.',
  waitedHow: 'Mỗi hồ sơ đang mở chờ đúng một bên; khi chờ nhiều bên cùng lúc, sổ thời gian ghi một bên theo thứ tự: công dân, các nguồn, cơ quan. Quá hạn: bên đó đã giữ hồ sơ lâu hơn thời hạn phối hợp.',
  kept: (month: string) => `Ai đã chậm, ${monthOf(month)}`, keptNone: 'Trong tháng chưa có lần chờ nào đến lúc phải xong.',
  keptHow: 'Mỗi lần chờ được tính một lần: khi xong, hoặc khi hết thời hạn phối hợp, tùy việc nào đến trước. Hết hạn mà chưa xong là một lần chậm. Tỷ lệ là số lần chậm trên số lần chờ đã đến lúc phải xong trong tháng; không bao giờ làm tròn lên.',
  worst: 'Các hồ sơ quá hạn lâu nhất', allLate: 'Xem mọi hồ sơ chậm của tháng',
  account: (month: string) => `Thời gian là của ai, ${monthOf(month)}`,
  accountHow: 'Sổ thời gian ghi mỗi khoảng chờ của mỗi hồ sơ cho đúng một bên, không hở, không chồng. Số giờ tính theo đồng hồ, cả ngày nghỉ; chỉ tính phần nằm trong tháng.',
  weeks: 'Từng tuần, 12 tuần', weeksHow: 'Như bảng “Ai đã chậm”, tính cho từng tuần từ thứ hai. Tuần có ngày cuối của một tháng đã qua được tính trọn. Cột xám: số lần đến lúc phải xong; cột đỏ: số lần chậm.',
  chart: (weeks: number, late: number, settled: number) => `Biểu đồ cột ${weeks} tuần: ${late} lần chậm trong ${settled} lần đến lúc phải xong. Bảng bên dưới có cùng các số.`,
  columns: {
    party: 'Bên', duty: 'Việc phải làm', limit: 'Thời hạn', dossiers: 'Hồ sơ', oldest: 'Lâu nhất từ', late: 'Quá hạn', settled: 'Đến lúc phải xong', wasLate: 'Chậm', share: 'Tỷ lệ',
    code: 'Mã hồ sơ', since: 'Từ', ends: 'Hạn', ended: 'Xong', over: 'Quá', hours: 'Giờ', week: 'Tuần từ', worst: 'Chậm nhiều nhất',
  },
  none: '–', stillOpen: 'chưa xong', noLimit: 'không có hạn',
  cannotJudge: (year: string) => `Chưa xét được việc nào chậm: chưa có lịch làm việc năm ${year}. Những việc có thời hạn tính theo ngày làm việc được xét khi lịch năm ấy được nhập và xác nhận.`,
  unjudged: 'chưa xét được', atLeast: (late: string) => `ít nhất ${late}`,
  over: (days: number, hours: number) => [days > 0 && `${days} ngày`, hours > 0 && `${hours} giờ`].filter(Boolean).join(' ') || 'dưới 1 giờ',
  party: 'Bên', everybody: 'Mọi bên', show: 'Xem', waitingLead: 'Những hồ sơ đang chờ việc này, lâu nhất trước.', isPast: 'quá hạn', lateLead: (month: string) => `Những lần chờ quá thời hạn phối hợp trong ${monthOf(month)}, lâu nhất trước.`, lateNone: 'Không có lần chậm nào.',
  back: 'Ai đang chờ ai', previous: 'Trước', next: 'Sau', worstOf: (name: string, late: number) => `${name} (${late})`,
  csv: { part: 'Phần', now: 'Đang chờ', kept: 'Trong tháng', account: 'Thời gian (giờ)', weeks: 'Từng tuần', what: 'Mục' },
}

const en: typeof vi = {
  title: 'Who is waited for', lateTitle: 'Late dossiers', navAgreement: 'The agreement', navFigures: 'Figures',
  lead: 'Counts and dossier numbers of the province only; no personal data.',
  month: (month) => monthOf(month), otherMonth: (month) => monthOf(month), file: 'Download CSV', print: 'Press Ctrl+P to print.',
  agreedBy: (title, from) => `${title}, since ${formatDate(from)}`, noAgreement: 'No coordination agreement of the province is known; the times below are set by law or by this software.',
  assumed: 'assumed', howCounted: 'How it is counted', definitions: 'How the figures on this page are counted',
  digital: {
    title: 'Digitised', figure: 'In this month', part: 'There', whole: 'All', share: 'Share', aim: 'Aim', names: { digitised: 'Dossiers on paper, digitised', 'electronic-result': 'Electronic results' },
    source: 'The aim:', figures: 'Definitions and published figures',
  },
  figures: { open: 'open dossiers', past: 'past the agreed time now', month: (month) => `times late in ${monthOf(month)}`, share: 'share late' },
  waited: 'Who is waited for now', waitedNone: 'No dossier is open.',
  waitedHow: 'Every open dossier waits for exactly one party; when it waits for several at once the ledger names one, in this order: the citizen, the sources, the office. Past: that party has had the dossier for longer than agreed.',
  kept: (month) => `Who was late, ${monthOf(month)}`, keptNone: 'No wait has come to its term this month.',
  keptHow: 'Every wait is counted once: when it ends, or when the agreed time is over, whichever comes first. Over and not done is one time late. The share is of all waits that came to their term in the month, never rounded up.',
  worst: 'Furthest past their time', allLate: 'All late dossiers of the month',
  account: (month) => `On whose account the time goes, ${monthOf(month)}`,
  accountHow: 'The ledger gives each stretch of each dossier to exactly one party, without gap or overlap. Hours by the clock, days off included; only what lies within the month.',
  weeks: 'Week by week, 12 weeks', weeksHow: 'As “Who was late”, for each week from its Monday; the week of a past month’s last day is whole. Grey bars: waits that came to their term; red bars: those that were late.',
  chart: (weeks, late, settled) => `Bars for ${weeks} weeks: ${late} of ${settled} waits that came to their term were late. The table below has the same figures.`,
  columns: {
    party: 'Party', duty: 'Duty', limit: 'Time', dossiers: 'Dossiers', oldest: 'Oldest since', late: 'Past', settled: 'Came to term', wasLate: 'Late', share: 'Share',
    code: 'Dossier', since: 'Since', ends: 'Due', ended: 'Done', over: 'Past by', hours: 'Hours', week: 'Week from', worst: 'Late most often',
  },
  none: '–', stillOpen: 'not done', noLimit: 'no time set',
  cannotJudge: (year) => `What was late cannot be judged: the working calendar of ${year} is not there. Duties whose time is counted in working days are judged once that year is entered and confirmed.`,
  unjudged: 'not judged', atLeast: (late) => `at least ${late}`,
  over: (days, hours) => [days > 0 && `${days} d`, hours > 0 && `${hours} h`].filter(Boolean).join(' ') || 'under 1 h',
  party: 'Party', everybody: 'All parties', show: 'Show', waitingLead: 'Dossiers that wait for this now, the longest first.', isPast: 'past', lateLead: (month) => `Waits that went past the agreed time in ${monthOf(month)}, the furthest first.`, lateNone: 'Nobody was late.',
  back: 'Who is waited for', previous: 'Previous', next: 'Next', worstOf: (name, late) => `${name} (${late})`,
  csv: { part: 'Part', now: 'Now', kept: 'In the month', account: 'Time (hours)', weeks: 'By week', what: 'Item' },
}

export const leaderText: Readonly<Record<Lang, typeof vi>> = { vi, en }
