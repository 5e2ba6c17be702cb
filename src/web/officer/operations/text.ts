/** Words of the operator's pages. */
import type { ActKind } from '../../../platform/observability/operations.ts'
import type { DiscardReason } from '../../../platform/observability/stuck-jobs.ts'
import type { SourceState } from '../../../platform/outside/source-health.ts'
import type { Lang } from '../../../platform/values/words.ts'

const statesVi: Record<SourceState, string> = { up: 'Bình thường', unsteady: 'Chập chờn', down: 'Gián đoạn', parked: 'Đang tạm ngừng hỏi', unknown: 'Chưa hỏi lần nào' }
const statesEn: Record<SourceState, string> = { up: 'Up', unsteady: 'Unsteady', down: 'Down', parked: 'Parked', unknown: 'Never asked' }
const reasonsVi: Record<DiscardReason, string> = { 'done-otherwise': 'Đã làm bằng cách khác', 'no-longer-wanted': 'Không còn cần nữa', twice: 'Trùng với việc khác', test: 'Việc thử' }
const reasonsEn: Record<DiscardReason, string> = { 'done-otherwise': 'Done in another way', 'no-longer-wanted': 'No longer wanted', twice: 'The same as another', test: 'A trial' }

const actsVi: Record<ActKind, string> = {
  'one-retried': 'Hỏi ngay một việc', 'all-retried': 'Hỏi lại tất cả', parked: 'Tạm ngừng hỏi', unparked: 'Hỏi trở lại', 'job-retried': 'Chạy lại việc kẹt', 'job-discarded': 'Bỏ việc kẹt', 'alarm-settled': 'Xem xét cảnh báo',
}
const actsEn: Record<ActKind, string> = {
  'one-retried': 'Tried one job', 'all-retried': 'Retried all', parked: 'Parked', unparked: 'Asked again', 'job-retried': 'Put a stuck job back', 'job-discarded': 'Discarded a stuck job', 'alarm-settled': 'Looked into an alarm',
}

const vi = {
  title: 'Vận hành',
  lead: 'Trang này không có dữ liệu cá nhân. Mỗi thao tác được ghi lại với tên người làm.',
  back: 'Vận hành',
  own: 'Kho của hệ thống',
  states: statesVi,
  breakers: { closed: 'Đóng (đang hỏi)', open: 'Mở (không hỏi)', 'half-open': 'Đang hỏi thử' },
  sourcesTitle: 'Hệ thống bên ngoài',
  columns: { system: 'Hệ thống', state: 'Hiện nay', breaker: 'Cầu dao', waiting: 'Việc chờ', oldest: 'Chờ lâu nhất từ', error: 'Lỗi gần nhất', day: '24 giờ', quarter: '90 ngày', act: 'Thao tác' },
  errors: { timeout: 'quá hạn trả lời', unreachable: 'không kết nối được', error: 'báo lỗi', malformed: 'trả lời sai mẫu', busy: 'bận' },
  nothing: '–',
  since: 'từ',
  retryAll: 'Hỏi lại tất cả', park: 'Tạm ngừng hỏi', unpark: 'Hỏi trở lại', ofSystem: (name: string) => `: ${name}`,
  parkHelp: 'Tạm ngừng: không hỏi hệ thống này nữa, việc chờ được giữ nguyên cho đến khi bấm “Hỏi trở lại”.',
  waitingTitle: (name: string) => `Việc đang chờ: ${name}`,
  waitingNone: 'Không có việc nào chờ hệ thống này.',
  waitingMost: 'Chỉ hiện 50 việc chờ lâu nhất.',
  waitingColumns: { task: 'Việc', since: 'Chờ từ', next: 'Lần hỏi tới', act: 'Thao tác' },
  retryOne: 'Hỏi ngay',
  stuckTitle: 'Việc bị kẹt',
  stuckHelp: 'Hỏng năm lần không phải vì gián đoạn, hoặc bị hệ thống ngoài từ chối dứt khoát. Sửa nguyên nhân rồi chạy lại; làm lại không gây hại.',
  stuckNone: 'Không có việc nào bị kẹt.',
  stuckColumns: { task: 'Việc', at: 'Kẹt lúc', attempts: 'Số lần', error: 'Lỗi', act: 'Thao tác' },
  retryJob: 'Chạy lại', discard: 'Bỏ việc này', reason: 'Lý do bỏ', reasons: reasonsVi, choose: 'Chọn lý do', reasonMissing: 'Chọn một lý do trước khi bỏ.', owed: 'Có người đang chờ kết quả việc này: chỉ chạy lại được.',
  alarmsTitle: 'Cảnh báo cần người xem',
  alarmsNone: 'Không có cảnh báo nào.',
  alarmColumns: { kind: 'Cảnh báo', system: 'Từ', at: 'Lúc', subject: 'Mã đối tượng', act: 'Thao tác' },
  alarmKinds: { 'calendar-ends': 'Lịch làm việc sắp hết: chưa mở năm kế tiếp', 'wrong-person': 'Trả lời về người khác', refused: 'Hệ thống ngoài từ chối dứt khoát, việc đã dừng', 'damaged-portrait': 'Ảnh chân dung lưu bị hỏng', 'unread-portrait': 'Ảnh chân dung lưu không đọc lại được đêm qua', 'bulk-reading': 'Một cán bộ mở nhiều hồ sơ không do mình giữ trong một giờ', 'bulk-listing': 'Một cán bộ lướt qua rất nhiều hồ sơ trong danh sách trong một giờ', 'apology-missed': 'Hồ sơ quá hạn, không kịp gửi văn bản xin lỗi', 'hand-check-contradicted': 'Nguồn trả lời khác kết quả kiểm tra bằng tay, sau khi đã ký', 'log-broken': 'Nhật ký kiểm chứng không khớp, hoặc không ghi được, tệp mốc bên ngoài; đã ngừng niêm phong', 'log-unstamped': 'Nhật ký kiểm chứng quá lâu chưa có dấu thời gian; đã ngừng ký quyết định cho đến khi có', 'key-revoked': 'Chứng thư ký đã bị thu hồi: có văn bản không ký được. Khi biết rõ vì sao thì cấp khóa mới; con dấu cơ quan sau đó tự đóng nốt, người ký ra lệnh ký lại' },
  settle: 'Đã xem xét', renewKey: 'Cấp khóa mới',
  staffAlarms: (n: number) => `Ngoài ra có ${n} cảnh báo về việc cán bộ xem dữ liệu đang mở: giám sát và thanh tra của tỉnh trả lời, trang này không nêu tên.`,
  log: {
    title: 'Nhật ký kiểm chứng', waiting: 'Việc lâu nhất chờ vào nhật ký', nothingWaits: 'Không có việc nào chờ', minutes: (n: number) => `${n} phút`, lines: (n: string) => `${n} dòng`,
    sealed: 'Mốc mới nhất', stamped: 'Dấu thời gian mới nhất', none: 'chưa có', stamping: 'Lấy dấu thời gian', well: 'Bình thường', failing: 'Không lấy được', held: 'Đã ngừng ký quyết định', since: 'không lấy được từ',
    holdsFrom: 'Nếu vẫn không được thì ngừng ký quyết định từ', heldSince: 'Ngừng ký từ', rest: 'Dấu được xin lại tự động; có dấu là ký lại được ngay. Mọi việc khác không chờ.', page: 'Trang nhật ký công khai',
  },
  promisesTitle: 'Cam kết kiểm tra mỗi đêm',
  promisesNone: 'Chưa kiểm tra lần nào.',
  promisesGood: (n: number) => `Cả ${n} cam kết đều được giữ.`,
  promisesAt: 'Kiểm tra lúc',
  promiseBroken: (n: number) => `${n} dòng vi phạm`,
  promiseUnknown: 'chưa trả lời được',
  promiseColumns: { name: 'Cam kết', found: 'Kết quả', at: 'Lúc' },
  actsTitle: 'Thao tác gần đây', acts: actsVi, actColumns: { act: 'Thao tác', about: 'Với', by: 'Người làm', at: 'Lúc' },
  moneyTitle: 'Tiền', money: (n: number) => (n === 0 ? 'Không có chênh lệch nào đang mở.' : `${n} chênh lệch đang mở với nền tảng thanh toán.`), moneyDesk: 'Bộ phận thu lệ phí của từng cơ quan xem và giải quyết từng khoản; trang này chỉ có số lượng.',
  statusLink: 'Trang tình trạng công khai',
  done: {
    'hoi-mot': 'Việc đó được hỏi lại ngay.', 'hoi-het': 'Mọi việc chờ được hỏi lại, lâu nhất trước.', 'tam-ngung': 'Đã tạm ngừng hỏi hệ thống này.', 'hoi-lai': 'Đã hỏi trở lại.',
    'chay-lai': 'Việc đã trở lại hàng chờ.', 'bo': 'Việc đã được bỏ, dòng ghi vẫn còn.', 'da-xem': 'Đã ghi nhận người xem xét.',
  },
  gone: 'Việc hoặc cảnh báo đó đã được xử lý trước bạn.',
  notDone: 'Chưa làm được',
}

const en: typeof vi = {
  title: 'Operations',
  lead: 'There is no personal data on this page. Every act is kept with the name of who did it.',
  back: 'Operations',
  own: 'Our own store',
  states: statesEn,
  breakers: { closed: 'Closed (asking)', open: 'Open (not asking)', 'half-open': 'Trying one call' },
  sourcesTitle: 'Outside systems',
  columns: { system: 'System', state: 'Now', breaker: 'Breaker', waiting: 'Waiting', oldest: 'Oldest since', error: 'Last error', day: '24 h', quarter: '90 days', act: 'Do' },
  errors: { timeout: 'no answer in time', unreachable: 'no connection', error: 'answered with an error', malformed: 'not the promised shape', busy: 'busy' },
  nothing: '–',
  since: 'since',
  retryAll: 'Retry all', park: 'Park', unpark: 'Ask again', ofSystem: (name) => `: ${name}`,
  parkHelp: 'Parked: the system is not asked, and what waits for it is kept until you press “Ask again”.',
  waitingTitle: (name) => `Waiting for: ${name}`,
  waitingNone: 'Nothing waits for this system.',
  waitingMost: 'Only the 50 that have waited longest are shown.',
  waitingColumns: { task: 'Job', since: 'Waiting since', next: 'Next try', act: 'Do' },
  retryOne: 'Try now',
  stuckTitle: 'Stuck jobs',
  stuckHelp: 'Failed five times for another reason than an outage, or definitely refused by an outside system. Mend the cause, then put it back; repeating does no harm.',
  stuckNone: 'No job is stuck.',
  stuckColumns: { task: 'Job', at: 'Stuck at', attempts: 'Tries', error: 'Error', act: 'Do' },
  retryJob: 'Put back', discard: 'Discard', reason: 'Reason', reasons: reasonsEn, choose: 'Choose a reason', reasonMissing: 'Choose a reason before discarding.', owed: 'Somebody waits for what this job brings: it can only be put back.',
  alarmsTitle: 'Alarms for a person',
  alarmsNone: 'There is no alarm.',
  alarmColumns: { kind: 'Alarm', system: 'From', at: 'At', subject: 'About (id)', act: 'Do' },
  alarmKinds: { 'calendar-ends': 'The working calendar ends soon: the next year is not open', 'wrong-person': 'An answer about somebody else', refused: 'An outside system definitely refused, the job has stopped', 'damaged-portrait': 'A stored portrait is damaged', 'unread-portrait': 'A stored portrait could not be read back at night', 'bulk-reading': 'A member of staff opened many dossiers within an hour that they do not hold', 'bulk-listing': 'A member of staff paged through very many dossiers in lists within an hour', 'apology-missed': 'A dossier is overdue and its apology came too late', 'hand-check-contradicted': 'A source says otherwise than was checked by hand, after the signature', 'log-broken': 'The sealed log does not fit the checkpoints outside, or cannot write them; sealing has stopped', 'log-unstamped': 'The sealed log has had no stamp of time for too long; no decision is signed until it has', 'key-revoked': 'A signing certificate was revoked: a paper could not be signed. Once it is known why, give a new key; the authority’s seal then sets itself, an officer orders anew' },
  settle: 'Looked into', renewKey: 'Give a new key',
  staffAlarms: (n) => `${n === 1 ? '1 more alarm is' : `${n} more alarms are`} open about what staff read: supervisors and inspectors of the province answer, this page names nobody.`,
  log: {
    title: 'The sealed log', waiting: 'What has waited longest for the log', nothingWaits: 'Nothing waits', minutes: (n) => (n === 1 ? '1 minute' : `${n} minutes`), lines: (n) => `${n} lines`,
    sealed: 'Newest checkpoint', stamped: 'Newest stamp of time', none: 'none yet', stamping: 'Getting stamps', well: 'Well', failing: 'Failing', held: 'No decision is signed', since: 'none could be had since',
    holdsFrom: 'If that goes on, no decision is signed from', heldSince: 'No decision has been signed since', rest: 'Stamps are asked for again by themselves; with the first one signing goes on at once. Nothing else waits.', page: 'The public page of the log',
  },
  promisesTitle: 'Promises, checked each night',
  promisesNone: 'Not checked yet.',
  promisesGood: (n) => `All ${n} promises hold.`,
  promisesAt: 'Checked at',
  promiseBroken: (n) => (n === 1 ? '1 row breaks it' : `${n} rows break it`),
  promiseUnknown: 'could not be answered',
  promiseColumns: { name: 'Promise', found: 'Found', at: 'At' },
  actsTitle: 'What was done lately', acts: actsEn, actColumns: { act: 'Act', about: 'To', by: 'By', at: 'At' },
  moneyTitle: 'Money', money: (n) => (n === 0 ? 'No discrepancy is open.' : n === 1 ? '1 discrepancy with the payment platform is open.' : `${n} discrepancies with the payment platform are open.`), moneyDesk: 'Each office’s payments desk sees them one by one and settles them; here is only the count.',
  statusLink: 'The public status page',
  done: {
    'hoi-mot': 'That job is tried now.', 'hoi-het': 'All that waits is tried again, oldest first.', 'tam-ngung': 'The system is parked.', 'hoi-lai': 'The system is asked again.',
    'chay-lai': 'The job is back in the queue.', bo: 'The job is discarded; its row stays.', 'da-xem': 'Noted that you looked into it.',
  },
  gone: 'Somebody dealt with that before you.',
  notDone: 'Not done',
}

export const operationsText: Readonly<Record<Lang, typeof vi>> = { vi, en }

/** What an act says once it is done: part of an address, so one of a list. */
export type Done = keyof typeof vi.done
export function isDone(text: string): text is Done {
  return Object.hasOwn(vi.done, text)
}
