/** Words that stand in official papers; papers are Vietnamese, as the law prints them. */
export const paperText = {
  receptionPoint: 'Tiếp nhận trực tuyến',
  cardSeen: 'Căn cước, đã đối chiếu tại điểm tiếp nhận',
  byPost: 'Trả qua bưu chính công ích',
  collect: 'Nhận tại cơ quan tiếp nhận',
  male: 'Nam',
  female: 'Nữ',
  indefinite: 'Không thời hạn',
  appraiser: 'Cán bộ thụ lý',
  appraiserRole: 'NGƯỜI HƯỚNG DẪN',
  signerRole: 'THỦ TRƯỞNG CƠ QUAN',
  components: {
    identity: 'Thông tin định danh từ tài khoản định danh điện tử mức 2',
    portrait: 'Ảnh chân dung 3×4',
    'health-certificate': 'Giấy khám sức khỏe của người lái xe (dữ liệu điện tử)',
    violations: 'Kết quả tra cứu vi phạm',
    fee: 'Biên lai lệ phí',
    'current-licence': 'Giấy phép lái xe đã được cấp (dữ liệu sổ giấy phép lái xe)',
    'loss-report': 'Khai báo mất giấy phép lái xe (trong đơn đề nghị)',
  },
  portraitKept: 'Ảnh 3×4 đã được chấp nhận',
  lost: { mislaid: 'Bị mất', stolen: 'Bị lấy cắp', destroyed: 'Bị hủy do thiên tai, hỏa hoạn' },
  notHeld: 'cam đoan không bị cơ quan nào tạm giữ, tước',
  exempt: 'Không yêu cầu đối với hạng này',
  fromGateway: 'Tra cứu trên cổng dữ liệu giấy khám sức khỏe',
  followRegister: 'Ghi theo Cơ sở dữ liệu quốc gia về dân cư',
  feeName: 'Lệ phí cấp giấy phép lái xe',
  feeChannel: 'Thanh toán trực tuyến',
  feeInCash: 'Tiền mặt tại quầy',
  /** Mẫu 04: who was waited for. */
  lateBecause: {
    citizen: 'Hồ sơ còn chờ bổ sung', clinic: 'Cơ sở khám sức khỏe chưa gửi dữ liệu giấy khám sức khỏe của người lái xe', 'traffic-police': 'Nguồn tra cứu vi phạm chưa trả lời',
    'population-register': 'Cơ sở dữ liệu quốc gia về dân cư chưa trả lời', 'payment-platform': 'Nền tảng thanh toán chưa trả lời', office: 'Cơ quan giải quyết chưa xử lý xong hồ sơ',
    printer: 'Thẻ chưa in xong', post: 'Bưu chính chưa chuyển đến', nobody: 'Cơ quan giải quyết chưa xử lý xong hồ sơ',
  },
  /** The stop notice: what becomes of the fee. */
  feeReturned: 'Lệ phí đã nộp được trả lại về nơi đã trả, không phải làm đơn.',
  feeKept: 'Lệ phí đã nộp không được trả lại vì hồ sơ đã được tiếp nhận.',
  feeNone: 'Chưa thu lệ phí.',
  /** Mẫu 05: who held the dossier, what for, and how it ended. */
  office: 'Cơ quan giải quyết', officer: 'Cán bộ', applicant: 'Người nộp hồ sơ', system: 'Hệ thống tự chuyển',
  units: {
    'to-accept': 'Bộ phận tiếp nhận', 'to-appraise': 'Cán bộ thụ lý', 'to-sign': 'Lãnh đạo ký', 'card-to-post': 'Bộ phận trả kết quả', 'card-coming-back': 'Bộ phận trả kết quả',
    'card-lost': 'Bộ phận trả kết quả', 'copy-to-read': 'Cán bộ thụ lý',
  },
  causes: {
    fee: 'Nộp lệ phí', 'health-certificate': 'Giấy khám sức khỏe', violations: 'Tra cứu vi phạm', identity: 'Dữ liệu dân cư', 'current-licence': 'Giấy phép đang có', 'loss-report': 'Xác minh khai báo mất', portrait: 'Ảnh chân dung',
    supplement: 'Bổ sung hồ sơ', 'to-accept': 'Kiểm tra, tiếp nhận', 'to-appraise': 'Thẩm định', 'to-sign': 'Ký quyết định', card: 'In thẻ', 'card-to-post': 'Giao thẻ cho bưu chính', 'card-listed': 'Ký nhận thẻ',
    'card-sent-back': 'Chọn cách nhận lại', 'card-coming-back': 'Nhận lại thẻ', 'card-lost': 'Thẻ thất lạc', redeliver: 'Chọn cách phát lại', 'collect-at-post': 'Nhận tại bưu cục', delivery: 'Phát thẻ', collect: 'Đến nhận thẻ', 'copy-to-read': 'Đọc bản sao chứng thực',
  },
  ends: { returned: 'Đã trả kết quả', refused: 'Từ chối giải quyết', withdrawn: 'Dừng theo đề nghị' },
  /** Mẫu 06. */
  ways: { online: 'Trực tuyến', 'in-person': 'Trực tiếp', post: 'Bưu chính' },
  resultBy: { post: 'trả qua bưu chính', collect: 'trả tại cơ quan' },
  receiptByPost: 'Bưu chính xác nhận phát', receiptAtDesk: 'Nhận tại cơ quan',
  nationalities: { vi: 'Việt Nam', en: 'Vietnamese' },
  vietnam: 'Việt Nam',
} as const
