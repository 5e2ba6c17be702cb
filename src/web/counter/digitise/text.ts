/** Words of digitising a dossier filed on paper. */
const vi = {
  title: 'Số hóa hồ sơ giấy', listLead: 'Hồ sơ nộp giấy tại điểm này mà giấy tờ chưa được ký số hết. Cũ nhất ở trên.', none: 'Mọi hồ sơ giấy tại điểm này đã được số hóa.',
  columns: { code: 'Hồ sơ', filed: 'Nộp lúc', pages: 'Trang đã quét', state: 'Tình trạng' },
  states: { open: 'Chưa ký', signing: 'Đang ký số', refused: 'Chưa ký được' },
  lead: 'Quét từng giấy tờ, đủ trang và đúng thứ tự, rồi ký số. Chỉ khi mọi giấy tờ đã ký thì hồ sơ mới được tính là đã số hóa.',
  rules: (dpi: number) => `Mỗi trang phải đạt ít nhất ${dpi} dpi (tính theo cỡ giấy) và không được là trang trắng.`, source: 'Theo', assumed: 'ngưỡng do dịch vụ chọn',
  add: 'Thêm giấy tờ hoặc trang', kind: 'Giấy tờ', declared: 'Giấy này có mấy trang?', file: 'Tệp quét (PDF, JPEG hoặc PNG, tối đa 10 MB)', fileHint: 'PDF của máy quét: mỗi trang là một ảnh JPEG. Trang mới xếp sau trang đã có. Chỉ sửa số trang thì không cần chọn tệp.', take: 'Nhận vào',
  fromVisit: 'Đã quét khi nộp', takeThis: 'Lấy vào', ofVisit: 'Bản quét khi nộp được kiểm tra lại như mọi bản quét.',
  count: (found: number, declared: number) => `${found} trên ${declared} trang`, page: (n: number) => `Trang ${n}`, dots: (n: number) => `${n} dpi`,
  twin: (n: number) => `Trông giống trang ${n} ở trên. Có phải quét hai lần?`,
  up: 'Lên', down: 'Xuống', out: 'Bỏ', ofPage: (kind: string, n: number) => `trang ${n}, ${kind}`,
  kinds: { application: 'Đơn đã ký tay', 'health-certificate': 'Giấy khám sức khỏe', licence: 'Giấy phép lái xe', other: 'Giấy tờ khác' },
  lacks: { missing: (kind: string) => `${kind}: chưa có`, count: (kind: string) => `${kind}: số trang quét khác số trang đã khai` },
  sign: 'Ký số và hoàn tất', signLead: 'Bạn ký số rằng các trang này là bản quét đủ của giấy tờ được xuất trình. Sau khi ký không sửa được nữa.', notYet: 'Chưa ký được:',
  refused: 'Chữ ký không được tạo: chứng thư của người được yêu cầu ký đã bị thu hồi. Cán bộ khác của điểm này ký thay được; các trang giữ nguyên.', signAnew: 'Ký số bằng chứng thư của tôi',
  signing: 'Đang vẽ và ký số. Trang này tự mở lại.', done: 'Hồ sơ đã được số hóa', doneLead: 'Cán bộ giải quyết thấy các bản số hóa trên trang hồ sơ.',
  problems: {
    'file-missing': 'Chọn tệp quét', 'file-large': 'Tệp lớn hơn 10 MB', 'file-broken': 'Tệp chưa gửi xong vì đường truyền bị ngắt. Hãy chọn tệp và gửi lại', 'pages-wrong': 'Số trang là một số từ 1 đến 30', 'not-a-scan': 'Tệp này không phải PDF, JPEG hay PNG', unreadable: 'Không đọc được tệp này. Quét lại',
    'no-pictures': 'PDF này có trang không chứa ảnh JPEG. Đặt máy quét ghi JPEG, hoặc gửi từng trang dạng ảnh', 'too-many-pages': 'Nhiều hơn 30 trang', blank: 'là trang trắng. Bỏ trang này ra rồi quét lại', 'too-coarse': 'quá mờ so với cỡ giấy. Quét lại với độ phân giải cao hơn',
    'papers-incomplete': 'Giấy tờ chưa đủ', 'papers-closed': 'Giấy tờ đã được ký, không sửa được nữa', 'too-many-checks': 'Nhiều tệp đang chờ kiểm tra. Thử lại sau một phút', 'page-not-found': 'Trang này không còn ở đây',
  },
}

const en: typeof vi = {
  title: 'Digitise paper dossiers', listLead: 'Dossiers filed on paper at this point whose papers are not all signed yet. The oldest first.', none: 'Every paper dossier of this point is digitised.',
  columns: { code: 'Dossier', filed: 'Filed', pages: 'Pages scanned', state: 'State' },
  states: { open: 'Not signed', signing: 'Being signed', refused: 'Not signed: refused' },
  lead: 'Scan each paper, every page and in order, then sign. Only when every paper is signed does the dossier count as digitised.',
  rules: (dpi: number) => `Each page needs at least ${dpi} dpi (by the size of the paper) and must not be blank.`, source: 'By', assumed: 'thresholds chosen by the service',
  add: 'Add a paper or pages', kind: 'Paper', declared: 'How many pages has this paper?', file: 'Scanned file (PDF, JPEG or PNG, 10 MB at most)', fileHint: 'PDF of a scanner: each page one JPEG picture. New pages go behind those that are there. To correct only the number of pages choose no file.', take: 'Take in',
  fromVisit: 'Scanned at the filing', takeThis: 'Take in', ofVisit: 'A scan of the filing is checked like every other.',
  count: (found: number, declared: number) => `${found} of ${declared} pages`, page: (n: number) => `Page ${n}`, dots: (n: number) => `${n} dpi`,
  twin: (n: number) => `Looks like page ${n} above. Was it scanned twice?`,
  up: 'Up', down: 'Down', out: 'Take out', ofPage: (kind: string, n: number) => `page ${n}, ${kind}`,
  kinds: { application: 'Application signed by hand', 'health-certificate': 'Health certificate', licence: 'Driving licence', other: 'Other paper' },
  lacks: { missing: (kind: string) => `${kind}: not there yet`, count: (kind: string) => `${kind}: other pages were scanned than were declared` },
  sign: 'Sign and finish', signLead: 'You sign that these pages are complete scans of the papers shown to you. After signing nothing can be changed.', notYet: 'Cannot be signed yet:',
  refused: 'No signature was made: the certificate of the clerk asked to sign is revoked. Another clerk of this point can sign instead; the pages stay as they are.', signAnew: 'Sign with my certificate',
  signing: 'Being drawn and signed. This page opens itself again.', done: 'The dossier is digitised', doneLead: 'The officer who decides sees the digitised papers on the dossier’s page.',
  problems: {
    'file-missing': 'Choose the scanned file', 'file-large': 'The file is larger than 10 MB', 'file-broken': 'The file did not arrive whole: the line broke. Choose it and send it again', 'pages-wrong': 'The number of pages is from 1 to 30', 'not-a-scan': 'This file is not PDF, JPEG or PNG', unreadable: 'This file cannot be read. Scan again',
    'no-pictures': 'A page of this PDF has no JPEG picture. Let the scanner write JPEG, or send the pages as pictures', 'too-many-pages': 'More than 30 pages', blank: 'is blank. Take it out and scan again', 'too-coarse': 'is too coarse for the size of the paper. Scan again with a higher resolution',
    'papers-incomplete': 'The papers are not complete', 'papers-closed': 'The papers are signed and cannot be changed any more', 'too-many-checks': 'Many files wait to be checked. Try again in a minute', 'page-not-found': 'This page is no longer here',
  },
}

export const digitiseText = { vi, en }
export type DigitiseProblem = keyof typeof vi.problems

export function isDigitiseProblem(code: string): code is DigitiseProblem {
  return code in vi.problems
}
