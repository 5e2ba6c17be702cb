/** Words of the register of dossiers (Mẫu 06). */
import type { Lang } from '../../../../platform/values/words.ts'

const monthOf = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`

const vi = {
  title: 'Sổ theo dõi hồ sơ', form: 'Mẫu 06', month: (month: string) => `Tháng ${monthOf(month)}`, count: (n: string) => `${n} hồ sơ đã tiếp nhận`,
  lead: 'Sổ điện tử là sổ chính, tự ghi theo từng bước của hồ sơ. Bản PDF là bản trích có con dấu của cơ quan, thêm địa chỉ và số điện thoại.',
  none: 'Trong tháng chưa tiếp nhận hồ sơ nào.', previous: 'Trang trước', next: 'Trang sau',
  columns: { order: 'STT', number: 'Mã hồ sơ', procedure: 'Thủ tục', applicant: 'Người nộp', received: 'Nhận hồ sơ', due: 'Hẹn trả', returned: 'Trả kết quả', way: 'Phương thức' },
  ways: { online: 'Trực tuyến', 'in-person': 'Trực tiếp', post: 'Bưu chính' }, ends: { refused: 'Từ chối', withdrawn: 'Dừng theo đề nghị', stopped: 'Dừng vì không bổ sung' },
  extract: 'Bản trích PDF', part: 'Phần', partOf: (part: number, parts: number, from: number, to: number) => `Phần ${part}/${parts}, hồ sơ ${from}–${to}`, ask: 'Lập bản trích',
  noted: 'Mỗi người có tên trong bản trích thấy được ai đã đọc, để làm gì.', asked: 'Đang lập bản trích. Tải lại trang sau vài giây.',
  made: 'Bản trích gần đây', states: { requested: 'đang lập', rendered: 'đang đóng dấu', signing: 'đang đóng dấu', signed: 'đã có con dấu' }, period: (from: string, to: string) => `${from} – ${to}`,
  refusals: { 'register-span': 'Khoảng thời gian không đọc được.', 'register-part': 'Sổ không còn phần này. Chọn lại phần.', 'no-signing-power': 'Hôm nay bạn không có thẩm quyền trích sổ.' },
}

const en: typeof vi = {
  title: 'Register of dossiers', form: 'Form 06', month: (month) => monthOf(month), count: (n) => `${n} ${n === '1' ? 'dossier' : 'dossiers'} accepted`,
  lead: 'The electronic register is the book; it follows each step of a dossier. The PDF is an extract under the authority’s seal, with addresses and phone numbers.',
  none: 'No dossier was accepted this month.', previous: 'Previous page', next: 'Next page',
  columns: { order: 'No.', number: 'Dossier', procedure: 'Procedure', applicant: 'Applicant', received: 'Received', due: 'Appointed', returned: 'Given out', way: 'Way' },
  ways: { online: 'Online', 'in-person': 'In person', post: 'By post' }, ends: { refused: 'Refused', withdrawn: 'Stopped on request', stopped: 'Stopped: not supplemented' },
  extract: 'Extract as PDF', part: 'Part', partOf: (part, parts, from, to) => `Part ${part} of ${parts}, dossiers ${from}–${to}`, ask: 'Draw up the extract',
  noted: 'Everybody named in an extract can see who read it and for what.', asked: 'The extract is being drawn up. Load the page again in a few seconds.',
  made: 'Latest extracts', states: { requested: 'being drawn up', rendered: 'being sealed', signing: 'being sealed', signed: 'sealed' }, period: (from, to) => `${from} – ${to}`,
  refusals: { 'register-span': 'The period cannot be read.', 'register-part': 'The register no longer has this part. Choose again.', 'no-signing-power': 'You hold no power to take an extract today.' },
}

export const registerText: Readonly<Record<Lang, typeof vi>> = { vi, en }
