/** Words of adding to a dossier and of withdrawing it. */
const vi = {
  title: 'Bổ sung hồ sơ',
  asked: (at: string) => `Cán bộ yêu cầu lúc ${at}:`,
  askedByService: (at: string) => `Lúc ${at}, hệ thống đọc lại và thấy bản lưu đã hỏng. Đây là lỗi của chúng tôi, không phải của bạn. Chúng tôi xin bạn gửi lại:`,
  items: { portrait: 'Ảnh chân dung', 'health-certificate': 'Giấy khám sức khỏe', 'changed-details': 'Thông tin thay đổi' },
  reasons: { missing: 'còn thiếu', wrong: 'chưa đúng', unreadable: 'không xem được', outdated: 'đã hết thời hạn sử dụng' },
  officerSays: 'Cán bộ viết',
  certificateLead: 'Khi cơ sở khám đã gửi giấy khám mới, hãy bấm nút dưới đây: chúng tôi hỏi lại ngay và hồ sơ đi tiếp. Nếu cơ sở khám gửi chậm, hồ sơ vẫn chờ.',
  detailsLead: 'Khi bạn đã sửa thông tin ở nơi giữ dữ liệu (ví dụ công an xã, phường), hãy bấm nút dưới đây: chúng tôi hỏi lại cơ sở dữ liệu dân cư và cán bộ xem tiếp.',
  done: 'Tôi đã bổ sung xong',
  usePicture: 'Dùng ảnh này để bổ sung',
  back: 'Quay lại hồ sơ',
  withdrawTitle: 'Rút hồ sơ?',
  withdrawLead: 'Hồ sơ sẽ dừng lại. Giấy phép đang có giữ nguyên giá trị và bạn có thể nộp hồ sơ mới bất cứ lúc nào.',
  refundBefore: 'Lệ phí đã trả được hoàn lại vì hồ sơ chưa được tiếp nhận.',
  refundAfter: 'Lệ phí đã trả không được hoàn lại vì hồ sơ đã được tiếp nhận.',
  refundAssumed: 'theo giả định, chưa có văn bản',
  withdrawYes: 'Rút hồ sơ',
  withdrawNo: 'Giữ hồ sơ',
}

const en: typeof vi = {
  title: 'Add to the dossier',
  asked: (at) => `The officer asked at ${at}:`,
  askedByService: (at) => `At ${at} the service read what it keeps and found it damaged. That is our fault, not yours. Please send it again:`,
  items: { portrait: 'Portrait', 'health-certificate': 'Health certificate', 'changed-details': 'Changed details' },
  reasons: { missing: 'is missing', wrong: 'is not right', unreadable: 'cannot be seen clearly', outdated: 'is out of date' },
  officerSays: 'The officer writes',
  certificateLead: 'Once the clinic has sent the new certificate, press the button below: we ask again at once and the dossier goes on. If the clinic is late, the dossier waits.',
  detailsLead: 'Once your details are corrected where they are kept (such as the commune police), press the button below: we ask the population register again and the officer goes on.',
  done: 'I have added it',
  usePicture: 'Use this picture',
  back: 'Back to the dossier',
  withdrawTitle: 'Withdraw the dossier?',
  withdrawLead: 'The dossier stops. The licence you hold stays as it is, and you may file again at any time.',
  refundBefore: 'A fee already paid is returned, since the dossier has not been accepted.',
  refundAfter: 'A fee already paid is not returned, since the dossier has been accepted.',
  refundAssumed: 'assumed, no text found',
  withdrawYes: 'Withdraw the dossier',
  withdrawNo: 'Keep the dossier',
}

export const supplementText = { vi, en }
