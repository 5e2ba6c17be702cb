/** Words about the fee, its receipt and what is returned. */
const vi = {
  title: 'Lệ phí',
  paid: 'Đã nhận tiền',
  receipt: (number: string) => `Biên lai số ${number}`,
  unpaid: 'Chưa trả',
  surplus: 'Khoản trả thừa',
  refund: 'Hoàn tiền',
  refundStates: { asked: 'Đang yêu cầu cổng thanh toán hoàn', sent: 'Cổng thanh toán đang chuyển', done: 'Đã hoàn', failed: 'Cổng thanh toán từ chối; cán bộ đang xử lý' },
  refundReasons: {
    double: 'vì trả hai lần', late: 'vì tiền đến sau khi hồ sơ kết thúc', 'amount-differs': 'vì số tiền không đúng', 'dossier-refused': 'vì hồ sơ không được tiếp nhận', 'dossier-withdrawn': 'vì bạn rút hồ sơ', 'issue-failed': 'vì không cấp được giấy phép',
  },
  aim: (by: string) => `Chúng tôi cố gắng xong trước ${by}.`,
}

const en: typeof vi = {
  title: 'Fee',
  paid: 'Received',
  receipt: (number) => `Receipt ${number}`,
  unpaid: 'Not paid yet',
  surplus: 'Paid in surplus',
  refund: 'Refund',
  refundStates: { asked: 'Asking the payment platform to return it', sent: 'The payment platform is transferring', done: 'Returned', failed: 'Refused by the payment platform; an officer is on it' },
  refundReasons: {
    double: 'because it was paid twice', late: 'because it came after the dossier was closed', 'amount-differs': 'because the amount was wrong', 'dossier-refused': 'because the dossier was not accepted', 'dossier-withdrawn': 'because you withdrew', 'issue-failed': 'because the licence could not be issued',
  },
  aim: (by) => `We aim to finish before ${by}.`,
}

export const moneyText = { vi, en }
