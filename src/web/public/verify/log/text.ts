/** Words of the page about the log. */
const vi = {
  title: 'Nhật ký kiểm chứng',
  lead: 'Mọi bước của mọi hồ sơ, và mỗi lần cán bộ mở dữ liệu của một người, được ghi vào một nhật ký mà không ai sửa lén được, kể cả người nắm máy chủ.',
  newest: 'Mốc mới nhất', size: 'Số dòng trong nhật ký', at: 'Ký lúc', text: 'Mốc đã ký, dạng văn bản', none: 'Nhật ký chưa có mốc nào.',
  lag: 'Chờ vào nhật ký', lagNone: 'Không có việc nào chờ', lagSeconds: (n: number) => `Việc lâu nhất đã chờ ${n} giây`, lagMinutes: (n: number) => `Việc lâu nhất đã chờ ${n} phút`,
  witness: 'Người làm chứng', noWitness: 'Chưa có', witnessed: (name: string, size: string) => `${name} đã ký mốc ${size} dòng, lúc`,
  stamp: 'Dấu thời gian', noStamp: 'Chưa có; mỗi giờ một dấu', stamped: (size: string) => `Một bên cấp dấu thời gian xác nhận mốc ${size} dòng đã có lúc`,
  here: 'Nhanh nhất: đưa biên nhận vào trang dưới đây, trang nói rõ đã kiểm tra những gì.',
  alone: 'Không cần tin trang này: kiểm tra trên máy của bạn, không cần mạng. Cần một máy tính có Node (chương trình miễn phí, nodejs.org); mở cửa sổ dòng lệnh ở thư mục chứa hai tệp rồi gõ dòng dưới đây.',
  brought: {
    title: 'Kiểm tra một biên nhận', lead: 'Biên nhận là tệp .json tải từ trang hồ sơ của bạn, mục Nhật ký kiểm chứng. Nó chỉ có mã, không có tên ai. Trang này không giữ lại gì.',
    file: 'Tệp biên nhận', fileHint: 'Tệp bien-nhan-….json', text: 'Hoặc dán nội dung biên nhận', textHint: 'Mở tệp bằng trình soạn văn bản, chép tất cả.', send: 'Kiểm tra', missing: 'Chọn tệp biên nhận hoặc dán nội dung của nó',
    yes: 'Biên nhận đúng', no: 'Biên nhận KHÔNG đúng', none: 'Chưa kiểm tra được gì', says: (kind: string) => `Đã ghi: bước ${({ submit: 'nộp hồ sơ', accept: 'tiếp nhận', approve: 'duyệt', sign: 'ký quyết định', refuse: 'từ chối', handOver: 'trả kết quả', withdraw: 'rút hồ sơ', pay: 'trả lệ phí' } as Readonly<Record<string, string>>)[kind] ?? `“${kind}”`} của hồ sơ mã`, line: (index: string) => `, dòng số ${index} của nhật ký.`,
    keep: 'Hãy giữ tệp này. Nếu bạn tải nó từ trang hồ sơ của bạn và chưa sửa gì, hãy báo cơ quan thanh tra: đây là dấu hiệu nhật ký bị sửa.',
    problems: {
      'no-receipt': 'Đây không phải biên nhận của nhật ký, hoặc tệp bị cắt mất một phần. Hãy chọn lại tệp bien-nhan-….json nguyên như lúc tải về.', 'other-key': 'Mốc trong biên nhận không được ký bằng khóa của nhật ký này.',
      'not-in-log': 'Điều ghi trong biên nhận không nằm trong nhật ký tại mốc ấy, hoặc đã bị sửa.', 'other-log': 'Mốc được ký bằng đúng khóa nhưng nhật ký ở đây chưa bao giờ như thế: có người được cho xem một nhật ký khác.',
    },
    asked: 'Đã kiểm tra những gì', yesWord: 'Đúng', notYet: 'Chưa có', notAsked: 'Không có',
    checks: {
      key: 'Mốc trong biên nhận được ký bằng khóa đã công bố của nhật ký', row: (size: string) => `Điều ghi trong biên nhận nằm trong nhật ký ${size} dòng, không sửa một chữ`, signedAt: 'Ký lúc', grown: (now: string) => `Nhật ký hôm nay, ${now} dòng, vẫn bắt đầu bằng đúng các dòng ấy`,
      stamped: 'Một bên cấp dấu thời gian xác nhận các dòng ấy đã có lúc', unstamped: 'Dấu thời gian của một bên khác: mỗi giờ một dấu, hãy xem lại sau', witnessed: 'Người làm chứng đã thấy và ký mốc này lúc', unwitnessed: 'Mốc này không có chữ ký của người làm chứng',
    },
    alone: 'Kiểm tra mà không cần tin trang này', aloneText: 'Người nắm máy chủ cũng viết được trang này. Chương trình kiểm tra chạy trên máy của bạn thì không phải hỏi ai.', how: 'Cách tự kiểm tra',
  },
  check: 'Kiểm tra biên nhận',
  steps: {
    receipt: 'Trên trang hồ sơ của bạn, tải biên nhận của bước bạn muốn kiểm tra.',
    program: 'Tải chương trình kiểm tra: một tệp ngắn, ai cũng đọc được, chạy trên máy có Node 18 trở lên, không cần mạng:',
    hash: 'SHA-256 của tệp:', run: 'Chạy:', withKey: 'rồi dán khóa dưới đây.',
  },
  key: 'Khóa công khai của nhật ký:',
  growth: {
    label: 'Nhật ký trong biên nhận có bao nhiêu dòng?', hint: 'Chương trình nói số đó, ví dụ 1204. Tệp nối tiếp chứng minh nhật ký hôm nay vẫn bắt đầu bằng đúng các dòng ấy, và mang dấu thời gian của một bên khác (mỗi giờ một dấu).',
    button: 'Tải tệp nối tiếp', again: 'Rồi chạy lại:',
  },
  limits: 'Chương trình nói rõ nó đã kiểm tra những gì. Nó chỉ biết mọi người có được cho xem cùng một nhật ký hay không khi mốc có chữ ký của người làm chứng (chạy thêm với --witness); không có thì việc đó dựa vào tệp mốc giữ bên ngoài cơ sở dữ liệu.',
  witnessTitle: 'Người làm chứng',
  witnessExplained: [
    'Người làm chứng là một chương trình do người khác giữ, ở máy khác, với khóa riêng. Nó đọc mốc đã công bố, chỉ ký khi mốc mới nối tiếp đúng mốc nó đã thấy, và chỉ ghi thêm vào tệp của nó.',
    'Nó chống được việc: cho hai người xem hai nhật ký khác nhau, bỏ bớt dòng, hay viết lại toàn bộ, kể cả khi người sửa nắm cả máy chủ lẫn khóa của nhật ký. Nó không biết điều được ghi có đúng sự thật hay không, và không giúp được nếu nó cùng chủ với nhật ký.',
  ],
  witnessKeys: 'Khóa của người làm chứng:', witnessProgram: 'Ai cũng có thể tự làm chứng bằng chương trình này:',
  what: 'Nhật ký hoạt động thế nào',
  explained: [
    'Mỗi phút, những việc đã xong được đánh số liên tiếp và băm vào một cây (RFC 6962). Gốc của cây được ký và ghi ra một tệp ngoài cơ sở dữ liệu: ai sửa, xóa, chèn lùi ngày hay viết lại một dòng thì gốc không còn khớp.',
    'Nhật ký không chứa dữ liệu cá nhân: mỗi dòng chỉ có mã và một giá trị băm có muối.',
  ],
}

const en: typeof vi = {
  title: 'The log that can be checked',
  lead: 'Every step of every dossier, and each time an officer opens somebody’s data, goes into a log that nobody can change unseen, not even who holds the servers.',
  newest: 'The newest checkpoint', size: 'Lines in the log', at: 'Signed at', text: 'The signed checkpoint as text', none: 'The log has no checkpoint yet.',
  lag: 'Waiting for the log', lagNone: 'Nothing waits', lagSeconds: (n: number) => `The oldest has waited ${n} ${n === 1 ? 'second' : 'seconds'}`, lagMinutes: (n: number) => `The oldest has waited ${n} minutes`,
  witness: 'Witness', noWitness: 'None yet', witnessed: (name: string, size: string) => `${name} signed the checkpoint of ${size} lines at`,
  stamp: 'Stamp of time', noStamp: 'None yet; one each hour', stamped: (size: string) => `A time-stamp authority says that the checkpoint of ${size} lines was there at`,
  here: 'The quickest way: bring the receipt to the page below, which says what it checked.',
  alone: 'You need not believe that page: check it on your own computer, without network. It takes Node (a free program, nodejs.org); open a command line in the folder that has both files and type the line below.',
  brought: {
    title: 'Check a receipt', lead: 'A receipt is the .json file from the page of your dossier, under the log that can be checked. It has ids only, nobody’s name. This page keeps nothing.',
    file: 'The receipt', fileHint: 'The file bien-nhan-….json', text: 'Or paste what it says', textHint: 'Open the file with a text editor and copy all of it.', send: 'Check', missing: 'Choose the receipt, or paste what it says',
    yes: 'The receipt holds', no: 'The receipt does NOT hold', none: 'Nothing could be checked', says: (kind) => `On record: the step “${kind}” of the dossier with the id`, line: (index) => `, line ${index} of the log.`,
    keep: 'Keep this file. If you took it from the page of your dossier and changed nothing, tell the inspectors: it is a sign that the log was changed.',
    problems: {
      'no-receipt': 'This is no receipt of the log, or part of the file is missing. Choose the file bien-nhan-….json again, as it was when you took it.', 'other-key': 'Its checkpoint is not signed by the key of this log.',
      'not-in-log': 'What it says is not in the log under that checkpoint, or was changed.', 'other-log': 'Its checkpoint is signed by the right key, and yet the log here never was like that: somebody was shown another log.',
    },
    asked: 'What was checked', yesWord: 'Yes', notYet: 'Not yet', notAsked: 'None',
    checks: {
      key: 'The checkpoint of the receipt is signed by the published key of the log', row: (size) => `What the receipt says is in the log of ${size} lines, to the letter`, signedAt: 'Signed at', grown: (now) => `The log of today, ${now} lines, still begins with these very lines`,
      stamped: 'A time-stamp authority says that these lines were there at', unstamped: 'A stamp of somebody else’s time: one each hour, look again later', witnessed: 'A witness saw this checkpoint and signed it at', unwitnessed: 'No witness signed this checkpoint',
    },
    alone: 'Check it without believing this page', aloneText: 'Whoever holds the servers can write this page too. The program on your own computer need not ask anybody.', how: 'How to check it yourself',
  },
  check: 'Check a receipt',
  steps: {
    receipt: 'On the page of your dossier, download the receipt of the step that you want to check.',
    program: 'Download the verifier: one short file that anybody can read, for a computer with Node 18 or newer, without network:',
    hash: 'SHA-256 of the file:', run: 'Run:', withKey: 'and paste the key below.',
  },
  key: 'The public key of the log:',
  growth: {
    label: 'How many lines had the log on your receipt?', hint: 'The verifier says it, for example 1204. The file of growth proves that the log of today still begins with these very lines, and carries the stamp of somebody else’s time (one each hour).',
    button: 'Download the file of growth', again: 'Then run again:',
  },
  limits: 'The verifier says plainly what it checked. Whether everybody is shown the same log it knows only where the checkpoint bears the signature of a witness (run it with --witness); where it does not, that rests on the file of checkpoints kept outside the database.',
  witnessTitle: 'The witness',
  witnessExplained: [
    'A witness is a program that somebody else runs, on another machine, with a key of its own. It reads the published checkpoints, signs only those that grow out of what it saw before, and only ever adds to its file.',
    'It protects against showing two people two logs, taking lines away and rewriting everything, even by somebody who holds the servers and the key of the log. It does not know whether what is written is true, and it helps nobody if the log and the witness have one owner.',
  ],
  witnessKeys: 'Keys of the witnesses:', witnessProgram: 'Anybody can be a witness with this program:',
  what: 'How the log works',
  explained: [
    'Each minute what has happened is numbered without gaps and hashed into a tree (RFC 6962). The root of the tree is signed and written into a file outside the database: whoever changes, deletes, dates back or rewrites a line, the root no longer fits.',
    'The log holds no personal data: a line has ids and a salted hash only.',
  ],
}

export const logText = { vi, en }
