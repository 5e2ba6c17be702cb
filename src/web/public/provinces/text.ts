/** Words of the pages about provinces: where the service is open, who owes what there. */
import { formatDate, type LocalDate } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'

const vi = {
  title: 'Các tỉnh, thành phố', lead: 'Nộp trực tuyến ở đâu, từ bao giờ, và những nơi có người giúp bạn.',
  columns: { province: 'Tỉnh, thành phố', since: 'Nộp trực tuyến', points: 'Điểm tiếp nhận', agreement: 'Phối hợp' },
  open: (day: LocalDate) => `từ ${formatDate(day)}`, notOpen: (day: LocalDate) => `chưa, sẽ mở ${formatDate(day)}`, assumed: 'giả định', noPoints: 'hỏi cơ quan cấp tỉnh', points: (n: number) => `${n} điểm`, agreement: 'Ai phải làm gì',
  procedures: 'Thủ tục', choose: 'Xem', provinceTitle: (name: string) => `Nộp hồ sơ ở ${name}`, authority: 'Cơ quan giải quyết', since: 'Nộp trực tuyến', sinceOf: (part: string) => `Nộp trực tuyến ở ${part}`,
  notYet: (name: string, day: LocalDate) => `${name} chưa nhận hồ sơ trực tuyến. Từ ${formatDate(day)} bạn nộp được ở đây.`,
  until: 'Từ nay đến ngày đó, nộp trực tiếp:', untilAuthority: (authority: string) => `tại ${authority}`, pointsTitle: 'Nơi có người giúp bạn nộp',
  pointsLead: 'Mang căn cước và giấy phép lái xe đang có. Cán bộ xem trước còn thiếu gì, giúp mở tài khoản định danh và nộp cùng bạn.', kinds: { 'one-stop': 'Bộ phận Một cửa', 'post-office': 'Bưu điện', 'culture-post': 'Điểm Bưu điện Văn hóa xã' },
  pointColumns: { name: 'Điểm', kind: 'Loại', since: 'Từ' }, noPointsHere: 'Chưa có điểm tiếp nhận nào của tỉnh được biết. Hãy hỏi cơ quan giải quyết.', source: 'Nguồn', all: 'Mọi tỉnh, thành phố',
  duties: {
    title: (name: string) => `Ai phải làm gì, trong bao lâu: ${name}`, lead: 'Mỗi hồ sơ đang chờ đúng một bên. Bảng này nói bên nào phải làm xong việc gì, trong bao lâu, và con số từ đâu mà có.',
    none: 'Tỉnh chưa có quy chế phối hợp nào được biết: các việc dưới đây do luật định, hoặc do phần mềm đặt cho đến khi các bên thỏa thuận.', since: 'Áp dụng từ', until: 'đến', parties: 'Các bên', source: 'Nguồn',
    columns: { party: 'Bên', task: 'Phải làm', limit: 'Trong', ground: 'Căn cứ' }, how: 'Thời hạn được tính thế nào',
    rules: [
      'Ngày làm việc: ngày bắt đầu không tính; hết giờ làm việc của ngày cuối là hết hạn. Việc bắt đầu sau giờ làm việc tính như bắt đầu ngày làm việc kế tiếp.',
      'Giờ làm việc: chỉ tính trong giờ làm việc của ngày làm việc. Giờ: tính theo đồng hồ, cả đêm và ngày nghỉ.', 'Ngày nghỉ lễ và ngày làm bù theo lịch của tỉnh. Thời gian chờ công dân không tính cho ai.',
      '“Giả định”: không nguồn nào in con số; phần mềm đặt cho đến khi các bên thỏa thuận.',
    ],
    leader: 'Lãnh đạo tỉnh xem mỗi ngày: ai đang chờ ai, ai đã chậm.',
  },
}

const en: typeof vi = {
  title: 'Provinces', lead: 'Where you can file online, since when, and where somebody helps you.',
  columns: { province: 'Province or city', since: 'Online', points: 'Service points', agreement: 'Agreement' },
  open: (day) => `since ${formatDate(day)}`, notOpen: (day) => `not yet, opens ${formatDate(day)}`, assumed: 'assumed', noPoints: 'ask the authority', points: (n) => (n === 1 ? '1 point' : `${n} points`), agreement: 'Who owes what',
  procedures: 'Procedure', choose: 'Show', provinceTitle: (name) => `Filing in ${name}`, authority: 'Authority', since: 'Online', sinceOf: (part) => `Online in ${part}`,
  notYet: (name, day) => `${name} does not take dossiers online yet. From ${formatDate(day)} you can file here.`,
  until: 'Until then, file in person:', untilAuthority: (authority) => `at ${authority}`, pointsTitle: 'Where somebody helps you to file',
  pointsLead: 'Bring your identity card and your licence. A clerk checks beforehand what is missing, helps to open the eID account and files with you.', kinds: { 'one-stop': 'One-stop centre', 'post-office': 'Post office', 'culture-post': 'Commune culture and post point' },
  pointColumns: { name: 'Point', kind: 'Kind', since: 'Since' }, noPointsHere: 'No service point of the province is known. Please ask the authority.', source: 'Source', all: 'All provinces',
  duties: {
    title: (name) => `Who owes what, within which time: ${name}`, lead: 'Every dossier waits for exactly one party. This table says who has to do what, within which time, and where the figure comes from.',
    none: 'No coordination agreement of the province is known: what stands below is set by law, or by this software until the parties agree.', since: 'In force since', until: 'until', parties: 'Parties', source: 'Source',
    columns: { party: 'Party', task: 'Has to', limit: 'Within', ground: 'Ground' }, how: 'How the time is counted',
    rules: [
      'Working days: the first day is not counted; the time is over when the office closes on the last one. What begins after closing counts as begun on the next working day.',
      'Working hours: office hours of working days only. Hours: by the clock, nights and days off included.', 'Holidays and make-up days as in the calendar of the province. Time spent waiting for the citizen is nobody’s.',
      '“Assumed”: no source prints the figure; this software sets it until the parties agree.',
    ],
    leader: 'The provincial leader reads every day who is waited for and who was late.',
  },
}

export const provincesText: Readonly<Record<Lang, typeof vi>> = { vi, en }
