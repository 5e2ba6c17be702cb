/** Every event of a dossier in words for its citizen. */
const vi = {
  submit: 'Bạn đã nộp hồ sơ',
  accept: 'Cơ quan đã tiếp nhận hồ sơ',
  acceptNumber: (number: string) => `Mã hồ sơ ${number}.`,
  askSupplement: 'Cán bộ yêu cầu bổ sung',
  supplement: 'Bạn đã bổ sung',
  approve: 'Cán bộ đã duyệt, trình lãnh đạo ký',
  sendBack: 'Lãnh đạo chuyển lại để kiểm tra thêm',
  sign: 'Đã ký quyết định; giấy phép mới có hiệu lực',
  refuse: 'Hồ sơ bị từ chối',
  withdraw: 'Bạn đã rút hồ sơ',
  handOver: 'Đã trả kết quả',
  read: 'Cán bộ đã mở dữ liệu của bạn để giải quyết hồ sơ',
  'signature-asked': 'Lãnh đạo đang ký số',
  'card-queued': 'Thẻ được đưa vào danh sách in',
  'card-printed': 'Thẻ đã in xong',
  'card-handed-over': 'Thẻ đã được chuyển đi',
  other: 'Hồ sơ được cập nhật',
  requirement: {
    met: (what: string) => `Đã có: ${what}`,
    asked: (what: string) => `Đang hỏi lại: ${what}`,
    failed: (what: string) => `Chưa đạt: ${what}`,
    todo: (what: string) => `Cần bạn: ${what}`,
    waived: (what: string) => `Không cần: ${what}`,
  },
  kinds: { fee: 'lệ phí', 'health-certificate': 'giấy khám sức khỏe', violations: 'tra cứu vi phạm', identity: 'danh tính', 'current-licence': 'giấy phép đang có', portrait: 'ảnh chân dung' },
  sources: {
    'payment-platform': 'Cổng thanh toán', 'health-gateway': 'Cổng dữ liệu giấy khám sức khỏe', 'violation-sources': 'Nguồn tra cứu vi phạm', 'national-eid': 'Tài khoản định danh điện tử', 'licence-register': 'Sổ giấy phép lái xe', 'portrait-check': 'Kiểm tra ảnh', law: 'Theo quy định, hạng này không cần',
  },
  states: { todo: 'Cần bạn', asked: 'Đang chờ', met: 'Đã có', failed: 'Đang chặn', waived: 'Không cần' },
  since: 'từ',
}

const en: typeof vi = {
  submit: 'You filed the dossier',
  accept: 'The authority accepted the dossier',
  acceptNumber: (number) => `Official number ${number}.`,
  askSupplement: 'The officer asked for something more',
  supplement: 'You added it',
  approve: 'Approved by the officer, now to be signed',
  sendBack: 'The signing officer sent it back for another check',
  sign: 'The decision is signed; the new licence is in force',
  refuse: 'The dossier was refused',
  withdraw: 'You withdrew the dossier',
  handOver: 'The result was handed over',
  read: 'An officer opened your data to handle the dossier',
  'signature-asked': 'The signing officer is signing',
  'card-queued': 'The card is in the list for printing',
  'card-printed': 'The card is printed',
  'card-handed-over': 'The card was handed on',
  other: 'The dossier was updated',
  requirement: {
    met: (what) => `In place: ${what}`, asked: (what) => `Asked again: ${what}`, failed: (what) => `Not met: ${what}`, todo: (what) => `Needs you: ${what}`, waived: (what) => `Not needed: ${what}`,
  },
  kinds: { fee: 'fee', 'health-certificate': 'health certificate', violations: 'violation look-up', identity: 'identity', 'current-licence': 'present licence', portrait: 'portrait' },
  sources: {
    'payment-platform': 'Payment platform', 'health-gateway': 'Gateway of health certificates', 'violation-sources': 'Violation sources', 'national-eid': 'eID account', 'licence-register': 'Licence register', 'portrait-check': 'Portrait check', law: 'The law asks for none with this class',
  },
  states: { todo: 'Needs you', asked: 'Waiting', met: 'In place', failed: 'In the way', waived: 'Not needed' },
  since: 'since',
}

export const eventText = { vi, en }
