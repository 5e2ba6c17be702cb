/** Words about the fee, its receipt, paying by transfer, and what is returned. */
const vi = {
  title: 'Lệ phí',
  paid: 'Đã nhận tiền',
  receipt: (number: string) => `Biên lai số ${number}`,
  unpaid: 'Chưa trả',
  surplus: 'Khoản trả thừa',
  otherWay: { checkout: 'Trả trên trang thanh toán', vietqr: 'Chuyển khoản bằng mã QR' },
  showCode: 'Xem lại mã QR',
  refund: 'Hoàn tiền',
  tracker: 'Tiền hoàn đã đến đâu',
  refundReasons: {
    double: 'vì trả hai lần', late: 'vì tiền đến sau khi hồ sơ kết thúc', 'amount-differs': 'vì số tiền không đúng', orphan: 'vì nội dung chuyển khoản không khớp hồ sơ nào',
    'dossier-refused': 'vì hồ sơ không được tiếp nhận', 'dossier-withdrawn': 'vì bạn rút hồ sơ', 'issue-failed': 'vì không cấp được giấy phép', 'by-hand': 'theo quyết định của cơ quan',
  },
  backTo: { checkout: 'về đúng thẻ hoặc tài khoản đã trả', vietqr: 'về đúng tài khoản đã chuyển' },
  stages: {
    decided: 'Đã ghi nhận khoản phải hoàn', sent: 'Đã gửi yêu cầu hoàn', taken: 'Cổng thanh toán đã nhận yêu cầu', answered: 'Cổng thanh toán trả lời', person: 'Cán bộ thu lệ phí đang xử lý', back: 'Đã chuyển về ngân hàng của bạn',
    now: 'đang làm', later: 'bước sau', refused: 'bị từ chối',
  },
  next: {
    asked: 'Đang chờ cổng thanh toán nhận yêu cầu; chúng tôi tự gửi lại. Bạn không cần làm gì.',
    taken: 'Đang chờ cổng thanh toán chuyển tiền. Bạn không cần làm gì.',
    person: 'Cổng thanh toán đã từ chối hoặc trả chậm. Cán bộ thu lệ phí đã được báo; việc này chỉ kết thúc khi tiền đã về. Bạn không cần làm gì.',
    done: 'Phần của chúng tôi đã xong; ngân hàng của bạn ghi có theo lịch của họ.',
  },
  aim: (by: string) => `Chúng tôi cố gắng xong trước ${by}.`,
  late: (by: string) => `Ngày chúng tôi đặt ra để hoàn xong: ${by}.`,
  rules: {
    title: 'Khi nào tiền được hoàn',
    cases: {
      double: 'Trả hai lần', late: 'Tiền đến sau khi hồ sơ kết thúc', 'amount-differs': 'Trả sai số tiền', 'withdrawn-before-acceptance': 'Rút hồ sơ trước khi tiếp nhận', 'refused-before-acceptance': 'Hồ sơ không được tiếp nhận',
      'withdrawn-after-acceptance': 'Rút hồ sơ sau khi tiếp nhận', 'refused-after-acceptance': 'Bị từ chối sau khi tiếp nhận',
    },
    outcomes: { return: 'hoàn lại', keep: 'không hoàn' },
    assumed: 'theo giả định, chưa có văn bản',
    term: (days: number) => `Chúng tôi cố gắng hoàn trong ${days} ngày. Đây là mục tiêu của dịch vụ, không phải hạn do pháp luật đặt.`,
  },
  transfer: {
    title: (amount: string) => `Chuyển khoản ${amount}`,
    back: 'Về hồ sơ',
    lead: 'Quét mã bằng ứng dụng ngân hàng, hoặc gõ đúng các dòng dưới. Khi tiền đến, trang tự chuyển về hồ sơ.',
    alt: 'Mã VietQR có tài khoản, số tiền và nội dung ghi ở dưới',
    amount: 'Số tiền', reference: 'Nội dung chuyển khoản', account: 'Số tài khoản', bank: 'Mã ngân hàng', holder: 'Tên tài khoản', until: 'Mã dùng đến',
    keepReference: 'Giữ nguyên số tiền và nội dung. Chuyển sai, chuyển hai lần hay chuyển muộn thì chúng tôi tự tìm thấy và hoàn về tài khoản đã chuyển.',
    check: 'Tôi đã chuyển, kiểm tra lại',
    notYet: 'Chúng tôi đang hỏi ngân hàng. Tiền thường đến sau vài giây đến vài phút; trang này tự cập nhật.',
    simulatedApp: 'Mở ứng dụng ngân hàng mô phỏng',
  },
}

const en: typeof vi = {
  title: 'Fee',
  paid: 'Received',
  receipt: (number) => `Receipt ${number}`,
  unpaid: 'Not paid yet',
  surplus: 'Paid in surplus',
  otherWay: { checkout: 'Pay on the payment page', vietqr: 'Transfer by QR code' },
  showCode: 'Show the QR code again',
  refund: 'Refund',
  tracker: 'Where the returned money is',
  refundReasons: {
    double: 'because it was paid twice', late: 'because it came after the dossier was closed', 'amount-differs': 'because the amount was wrong', orphan: 'because the words of the transfer fit no dossier',
    'dossier-refused': 'because the dossier was not accepted', 'dossier-withdrawn': 'because you withdrew', 'issue-failed': 'because the licence could not be issued', 'by-hand': 'by decision of the authority',
  },
  backTo: { checkout: 'to the card or account that paid', vietqr: 'to the account it came from' },
  stages: {
    decided: 'Noted as money to return', sent: 'Return requested', taken: 'The payment platform has the request', answered: 'The payment platform’s answer', person: 'An officer is on it', back: 'Sent to your bank', now: 'under way', later: 'comes next', refused: 'refused',
  },
  next: {
    asked: 'Waiting for the payment platform to take the request; we send it again by ourselves. Nothing for you to do.',
    taken: 'Waiting for the payment platform to transfer. Nothing for you to do.',
    person: 'The payment platform refused, or is late. The payments desk has been told, and this ends only when the money is back. Nothing for you to do.',
    done: 'Our part is done; your bank credits it in its own time.',
  },
  aim: (by) => `We aim to finish before ${by}.`,
  late: (by) => `The day we aim at: ${by}.`,
  rules: {
    title: 'When money is returned',
    cases: {
      double: 'Paid twice', late: 'Arrived after the dossier was closed', 'amount-differs': 'A wrong amount', 'withdrawn-before-acceptance': 'Withdrawn before acceptance', 'refused-before-acceptance': 'Not accepted',
      'withdrawn-after-acceptance': 'Withdrawn after acceptance', 'refused-after-acceptance': 'Refused after acceptance',
    },
    outcomes: { return: 'returned', keep: 'not returned' },
    assumed: 'assumed, no text found',
    term: (days) => `We aim to return it within ${days} days. This is the aim of the service, not a term set by law.`,
  },
  transfer: {
    title: (amount) => `Transfer ${amount}`,
    back: 'Back to the dossier',
    lead: 'Scan the code with your banking app, or type the lines below exactly. When the money arrives this page goes back to your dossier.',
    alt: 'VietQR code with the account, amount and reference written below',
    amount: 'Amount', reference: 'Reference', account: 'Account', bank: 'Bank code', holder: 'Account name', until: 'Usable until',
    keepReference: 'Keep amount and reference as they are. A wrong, double or late transfer is found by us and goes back to the account it came from.',
    check: 'I have transferred, check again',
    notYet: 'We are asking the bank. Money usually takes seconds to a few minutes; this page updates by itself.',
    simulatedApp: 'Open the simulated banking app',
  },
}

export const moneyText = { vi, en }
