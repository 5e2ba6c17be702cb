/** Words of the cash books as an officer confirms them. */
export const booksText = {
  vi: {
    title: 'Sổ quỹ của các điểm thu', lead: 'Sổ đã đóng chờ một người thứ hai. Đếm lại cùng người thu, hoặc đối chiếu giấy nộp tiền, rồi xác nhận.', none: 'Chưa có sổ nào.', back: 'Về trang tiền',
    point: 'Điểm thu', day: 'Ngày', clerk: 'Người thu', opening: 'Đầu sổ', taken: 'Đã thu', paidOut: 'Đã trả lại', expected: 'Phải có', counted: 'Đếm được', difference: 'Chênh lệch', noDifference: 'không có', reason: 'Lý do chênh lệch', confirmedBy: 'Người xác nhận', former: 'cán bộ cũ',
    states: { open: 'đang mở', closed: 'chờ xác nhận', confirmed: 'đã xác nhận' }, confirm: (amount: string) => `Xác nhận ${amount}`, yourOwn: 'Đây là sổ của bạn: một người khác phải xác nhận.', notYours: 'Vai trò của bạn chỉ xem được sổ.',
    done: 'Đã xác nhận sổ.', refusals: { 'four-eyes': 'Không ai xác nhận sổ của chính mình.', 'cash-book-not-closed': 'Sổ chưa đóng.', 'cash-book-not-found': 'Không có sổ này ở cơ quan của bạn.', 'wrong-role': 'Vai trò của bạn chỉ xem được sổ.' },
  },
  en: {
    title: 'Cash books of the points', lead: 'A closed book waits for a second person. Count again with the clerk, or compare with the paying-in slip, then confirm.', none: 'No books yet.', back: 'Back to money',
    point: 'Point', day: 'Day', clerk: 'Clerk', opening: 'Opening', taken: 'Taken', paidOut: 'Paid back', expected: 'Must be there', counted: 'Counted', difference: 'Difference', noDifference: 'none', reason: 'Reason of the difference', confirmedBy: 'Confirmed by', former: 'former staff',
    states: { open: 'open', closed: 'to be confirmed', confirmed: 'confirmed' }, confirm: (amount: string) => `Confirm ${amount}`, yourOwn: 'This is your own book: another person must confirm it.', notYours: 'Your role may only look at the books.',
    done: 'The book is confirmed.', refusals: { 'four-eyes': 'Nobody confirms the own book.', 'cash-book-not-closed': 'The book is not closed yet.', 'cash-book-not-found': 'Your authority has no such book.', 'wrong-role': 'Your role may only look at the books.' },
  },
} as const
