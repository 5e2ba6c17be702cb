/** Words of the timeline. */
import type { Lang } from '../../../platform/values/words.ts'

const vi = {
  title: 'Diễn biến',
  readings: (n: number) => `Ai đã xem hồ sơ (${n})`,
  readPurposes: { appraise: 'xem để thụ lý', sign: 'xem để ký', supervise: 'xem để giám sát', inspect: 'xem để thanh tra', register: 'đọc trong bản trích sổ theo dõi', portrait: 'xem ảnh', paper: 'đọc giấy tờ', scan: 'xem bản quét', fee: 'xem khoản phí tại quầy', label: 'in nhãn địa chỉ', 'certified-copy': 'xem bản sao giấy khám' },
  read: 'xem hồ sơ',
  kinds: {
    submit: 'Nộp hồ sơ', claim: 'Nhận xử lý', give: 'Bàn giao cho đồng nghiệp', reassign: 'Giám sát phân công lại', accept: 'Tiếp nhận', askSupplement: 'Yêu cầu bổ sung', supplement: 'Công dân đã bổ sung', approve: 'Duyệt, chuyển ký', sendBack: 'Trả lại cán bộ thụ lý', takeBack: 'Người duyệt lấy lại quyết định', 'signature-cancelled': 'Hủy lệnh ký trước khi có chữ ký',
    'signature-asked': 'Ra lệnh ký', 'signature-refused': 'Không ký được', 'result-deposited': 'Bản điện tử đã vào kho dữ liệu của công dân', sign: 'Quyết định có hiệu lực, giấy phép mới vào sổ', refuse: 'Từ chối', withdraw: 'Công dân rút hồ sơ', handOver: 'Trả kết quả',
    'card-queued': 'Thẻ vào hàng chờ in', 'card-printed': 'Thẻ đã in', 'card-listed': 'Thẻ vào danh sách bàn giao', 'card-kept': 'Thẻ ở cơ quan, chờ danh sách sau', 'card-failed': 'Phát không thành công', 'card-held': 'Thẻ chờ tại bưu cục', 'card-sent-back': 'Thẻ bị chuyển hoàn', 'card-coming-back': 'Chờ nhận lại thẻ', 'card-lost': 'Bưu chính báo thất lạc thẻ', 'delivery-chosen': 'Công dân chọn cách nhận', 'reprint-proposed': 'Đề nghị in lại thẻ', 'reprint-confirmed': 'Đồng ý in lại thẻ', 'reprint-declined': 'Không đồng ý in lại thẻ', 'card-handed-over': 'Thẻ đã giao đi', 'supplement-reminded': 'Nhắc công dân sắp hết hạn bổ sung', 'certificate-late': 'Nhắc giấy khám sức khỏe chưa đến', apologise: 'Xin lỗi, hẹn lại ngày trả (Mẫu 04)', 'apology-missed': 'Không kịp xin lỗi trước ngày hẹn một ngày; đã báo người phụ trách', foretold: 'Dự báo: đã báo người giám sát', 'move-notice': 'Lịch làm việc thay đổi, hạn trả lời thay đổi theo', 'move-supplement': 'Lịch làm việc thay đổi, hạn bổ sung thay đổi theo', 'move-transfer': 'Lịch làm việc thay đổi, hạn chuyển dữ liệu thay đổi theo', 'notice-counted': 'Đã tính được hạn trả lời', 'supplement-counted': 'Đã tính được hạn bổ sung', 'resume-clock': 'Đồng hồ chạy tiếp, hạn trả dời theo', 'move-due': 'Lịch làm việc thay đổi, hạn trả thay đổi theo', 'due-uncounted': 'Lịch làm việc thay đổi, hạn mới chưa tính được vì lịch năm sau chưa nhập', 'asked-again': 'Công dân báo đã giải quyết, hỏi lại các nguồn',
    'second-supplement-allowed': 'Cho phép yêu cầu bổ sung lần hai', 'note-written': 'Viết ghi chú nội bộ', 'opinion-asked': 'Xin ý kiến đồng nghiệp', 'opinion-given': 'Cho ý kiến', 'hint-seen': 'Đã xem một gợi ý',
    'hand-check-recorded': 'Ghi kết quả kiểm tra bằng tay', 'hand-check-confirmed': 'Xác nhận kết quả kiểm tra bằng tay', 'hand-check-declined': 'Không xác nhận kết quả kiểm tra bằng tay',
    'hand-check-agreed': 'Nguồn trả lời, giống kết quả kiểm tra bằng tay', 'hand-check-contradicted': 'Nguồn trả lời KHÁC kết quả kiểm tra bằng tay',
  },
  requirement: (need: string, state: string) => `${need}: ${state}`,
  requirementStates: { met: 'đạt', asked: 'đang chờ nguồn trả lời', failed: 'không đạt', todo: 'chưa có', waived: 'được miễn' },
  helped: (where: string, channel: string) => `Có người giúp tại ${where}, ${channel}; công dân đã xác nhận`,
  channels: { online: 'trực tuyến', 'in-person': 'hồ sơ giấy', post: 'qua bưu chính' },
  dueOn: 'hẹn trả',
  under: 'theo',
  transfer: 'chuyển dữ liệu',
  waits: 'Thời gian chờ ai',
  waitedFor: (owner: string, cause: string) => `${owner}: ${cause}`,
  running: 'đang chờ',
  lengths: { day: (n: number) => `${n} ngày`, hour: (n: number) => `${n} giờ`, minute: (n: number) => `${n} phút`, moment: 'dưới một phút' },
  other: 'Sự kiện khác',
}

const en: typeof vi = {
  title: 'What happened',
  readings: (n) => `Who has read the dossier (${n})`,
  readPurposes: { appraise: 'read to appraise', sign: 'read to sign', supervise: 'read to supervise', inspect: 'read to inspect', register: 'read in an extract of the register', portrait: 'looked at the portrait', paper: 'read a paper', scan: 'looked at a scan', fee: 'looked at the fee at a counter', label: 'printed the address label', 'certified-copy': 'looked at the copy of the health certificate' },
  read: 'read the dossier',
  kinds: {
    submit: 'Filed', claim: 'Taken', give: 'Handed over to a colleague', reassign: 'Reassigned by the supervisor', accept: 'Accepted', askSupplement: 'Supplement asked for', supplement: 'Answered by the citizen', approve: 'Approved, to be signed', sendBack: 'Sent back to the officer', takeBack: 'Taken back by who approved it', 'signature-cancelled': 'Order to sign cancelled before a signature was made',
    'signature-asked': 'Signature ordered', 'signature-refused': 'Could not be signed', 'result-deposited': 'The electronic licence is in the citizen’s data store', sign: 'Decision in force, new licence in the register', refuse: 'Refused', withdraw: 'Withdrawn by the citizen', handOver: 'Result handed over',
    'card-queued': 'Card queued for printing', 'card-printed': 'Card printed', 'card-listed': 'Card on a hand-over list', 'card-kept': 'Card in the office, for the next list', 'card-failed': 'Delivery failed', 'card-held': 'Card waits at the post office', 'card-sent-back': 'Card sent back', 'card-coming-back': 'Card to be taken back', 'card-lost': 'The post lost the card', 'delivery-chosen': 'The citizen chose how to get it', 'reprint-proposed': 'New card proposed', 'reprint-confirmed': 'New card agreed', 'reprint-declined': 'New card declined', 'card-handed-over': 'Card handed over', 'supplement-reminded': 'The citizen was reminded of the last day of the supplement', 'certificate-late': 'Reminder of the health certificate that has not come', apologise: 'Apology with a new date (form 04)', 'apology-missed': 'Too late for an apology a day before; somebody was told', foretold: 'Forecast: the supervisor was told', 'move-notice': 'The working calendar changed, the date of the answer with it', 'move-supplement': 'The working calendar changed, the last day of the supplement with it', 'move-transfer': 'The working calendar changed, the date for passing the data on with it', 'notice-counted': 'The date of the answer is known now', 'supplement-counted': 'The last day of the supplement is known now', 'resume-clock': 'The clock runs again, the date moved', 'move-due': 'The working calendar changed, the date moved with it', 'due-uncounted': 'The working calendar changed; the new date cannot be counted until the next year is entered', 'asked-again': 'The citizen says it is settled; the sources are asked again',
    'second-supplement-allowed': 'Second request for supplements allowed', 'note-written': 'Private note written', 'opinion-asked': 'Second opinion asked', 'opinion-given': 'Opinion given', 'hint-seen': 'A hint looked at',
    'hand-check-recorded': 'Result checked by hand recorded', 'hand-check-confirmed': 'Result checked by hand confirmed', 'hand-check-declined': 'Result checked by hand not confirmed',
    'hand-check-agreed': 'The source answered and agrees with the check by hand', 'hand-check-contradicted': 'The source answered and says OTHERWISE than the check by hand',
  },
  requirement: (need, state) => `${need}: ${state}`,
  requirementStates: { met: 'met', asked: 'waiting for the source', failed: 'not met', todo: 'missing', waived: 'waived' },
  helped: (where, channel) => `Helped at ${where}, ${channel}; the person agreed`,
  channels: { online: 'online', 'in-person': 'on paper', post: 'by post' },
  dueOn: 'due',
  under: 'under',
  transfer: 'passing data on',
  waits: 'Who was waited for',
  waitedFor: (owner, cause) => `${owner}: ${cause}`,
  running: 'still waiting',
  lengths: { day: (n) => `${n} ${n === 1 ? 'day' : 'days'}`, hour: (n) => `${n} ${n === 1 ? 'hour' : 'hours'}`, minute: (n) => `${n} ${n === 1 ? 'minute' : 'minutes'}`, moment: 'less than a minute' },
  other: 'Another event',
}

export const eventText: Readonly<Record<Lang, typeof vi>> = { vi, en }
