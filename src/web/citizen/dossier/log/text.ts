/** Words of "who looked at my data". */
const vi = {
  title: 'Ai đã xem dữ liệu của tôi',
  back: 'Giấy phép và hồ sơ của tôi',
  lead: 'Mỗi lần cán bộ mở hồ sơ của bạn, hệ thống ghi lại trước khi hiện ra. Mở lại trong vòng 10 phút để làm cùng một việc được tính là một lần.',
  name: 'Ở đây ghi chức trách và nơi làm việc, không ghi tên cán bộ. Nếu một lần xem làm bạn băn khoăn, hãy hỏi cơ quan đó và nêu thời điểm ở dòng tương ứng.',
  none: 'Chưa có cán bộ nào mở dữ liệu của bạn.',
  caption: 'Các lần xem, mới nhất trước',
  columns: { at: 'Lúc', who: 'Ai', purpose: 'Để làm gì', about: 'Hồ sơ', last: 'Lần cuối', list: 'Danh sách', times: 'Số lần' },
  someone: 'Cán bộ',
  more: (n: number) => `Chỉ hiện ${n} lần gần nhất.`,
  purposes: {
    appraise: 'Thụ lý hồ sơ', sign: 'Xem trước khi ký', supervise: 'Giám sát việc giải quyết', inspect: 'Thanh tra', register: 'Đọc trong bản trích sổ theo dõi', portrait: 'Xem ảnh chân dung', paper: 'Đọc giấy tờ trong hồ sơ', scan: 'Xem bản quét giấy tờ',
    fee: 'Thu phí hoặc trả lại tiền tại quầy', label: 'In nhãn địa chỉ để gửi thẻ', 'certified-copy': 'Kiểm tra bản sao giấy khám', found: 'Tên bạn có trong kết quả tìm kiếm', visit: 'Tiếp bạn tại quầy', examination: 'Khám sức khỏe cho bạn', other: 'Giải quyết hồ sơ',
  },
  listsTitle: 'Thấy tên bạn trong danh sách',
  listsLead: 'Cán bộ làm việc theo danh sách nhiều hồ sơ. Những lần tên hoặc hồ sơ của bạn nằm trong danh sách được gộp lại dưới đây; những lần được mở ra xem ở bảng trên. Việc này được ghi và giữ một năm.',
  listsCaption: 'Các danh sách, gần nhất trước',
  lists: {
    worklist: 'Danh sách công việc', opinions: 'Hồ sơ đồng nghiệp hỏi ý kiến', bulk: 'Danh sách xử lý hàng loạt', register: 'Sổ theo dõi hồ sơ', cards: 'Danh sách thẻ và bàn giao thẻ', money: 'Danh sách lệ phí cần xem',
    cash: 'Sổ quỹ của quầy', digitise: 'Danh sách giấy tờ cần số hóa', printing: 'Danh sách thẻ cần in', clinic: 'Danh sách khám trong ngày',
  },
}

const en: typeof vi = {
  title: 'Who looked at my data',
  back: 'My licences and dossiers',
  lead: 'Each time staff open your dossier, it is recorded before anything is shown. Opening it again within 10 minutes for the same work counts as once.',
  name: 'You see the role and the office, not the name of the officer. If one of these readings puzzles you, ask that office and give the time in its row.',
  none: 'No staff have opened your data.',
  caption: 'Readings, newest first',
  columns: { at: 'At', who: 'Who', purpose: 'What for', about: 'Dossier', last: 'Last seen', list: 'List', times: 'Times' },
  someone: 'Staff',
  more: (n) => `Only the latest ${n} are shown.`,
  purposes: {
    appraise: 'To appraise the dossier', sign: 'To read it before signing', supervise: 'To supervise how it is handled', inspect: 'To inspect', register: 'In an extract of the register', portrait: 'To look at the portrait', paper: 'To read a paper of the dossier', scan: 'To look at a scanned paper',
    fee: 'To take the fee or pay money back at a counter', label: 'To print the address label for your card', 'certified-copy': 'To check the copy of the health certificate', found: 'Your name stood in the result of a search', visit: 'To receive you at a counter', examination: 'To examine your health', other: 'To handle the dossier',
  },
  listsTitle: 'Your name stood in a list',
  listsLead: 'Staff work with lists of many dossiers. The times that your name or dossier stood in one are put together below; when it was opened stands above. This record is kept for a year.',
  listsCaption: 'Lists, latest first',
  lists: {
    worklist: 'A list of work', opinions: 'Dossiers on which a colleague asks for an opinion', bulk: 'A list for work in bulk', register: 'The register of dossiers', cards: 'Lists of cards and their hand-over', money: 'Fees that need a look',
    cash: 'The cash book of a counter', digitise: 'Papers to digitise', printing: 'Cards to print', clinic: 'Examinations of a day',
  },
}

export const readingsText = { vi, en }
