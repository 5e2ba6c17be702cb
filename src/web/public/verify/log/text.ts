/** Words of the page about the log. */
const vi = {
  title: 'Nhật ký kiểm chứng',
  lead: 'Mọi bước của mọi hồ sơ, và mỗi lần cán bộ mở dữ liệu của một người, được ghi vào một nhật ký mà không ai sửa lén được, kể cả người nắm máy chủ.',
  newest: 'Mốc mới nhất', size: 'Số dòng trong nhật ký', at: 'Ký lúc', text: 'Mốc đã ký, dạng văn bản', none: 'Nhật ký chưa có mốc nào.',
  check: 'Tự kiểm tra biên nhận',
  steps: {
    receipt: 'Trên trang hồ sơ của bạn, tải biên nhận của bước bạn muốn kiểm tra.',
    program: 'Tải chương trình kiểm tra: một tệp ngắn, ai cũng đọc được, chạy trên máy có Node 18 trở lên, không cần mạng:',
    run: 'Chạy:', withKey: 'rồi dán khóa dưới đây.',
  },
  key: 'Khóa công khai của nhật ký:',
  limits: 'Chương trình nói rõ nó đã kiểm tra những gì. Nó chưa biết mọi người có được cho xem cùng một nhật ký hay không: cho đến khi có người làm chứng độc lập, việc đó dựa vào tệp mốc giữ bên ngoài cơ sở dữ liệu.',
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
  check: 'Check a receipt yourself',
  steps: {
    receipt: 'On the page of your dossier, download the receipt of the step that you want to check.',
    program: 'Download the verifier: one short file that anybody can read, for a computer with Node 18 or newer, without network:',
    run: 'Run:', withKey: 'and paste the key below.',
  },
  key: 'The public key of the log:',
  limits: 'The verifier says plainly what it checked. It cannot know whether everybody is shown the same log: until there is an independent witness, that rests on the file of checkpoints kept outside the database.',
  what: 'How the log works',
  explained: [
    'Each minute what has happened is numbered without gaps and hashed into a tree (RFC 6962). The root of the tree is signed and written into a file outside the database: whoever changes, deletes, dates back or rewrites a line, the root no longer fits.',
    'The log holds no personal data: a line has ids and a salted hash only.',
  ],
}

export const logText = { vi, en }
