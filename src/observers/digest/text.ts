/** The words of the digest: Vietnamese first, the same in English below. */
import { formatDate, formatInstant, type LocalDate } from '../../platform/values/dates.ts'
import type { Lang } from '../../platform/values/words.ts'

const monthOf = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`

const vi = {
  subject: (office: string, day: LocalDate) => `Bản tin sáng ${formatDate(day)}: ai đang chờ ai, ${office}`,
  madeUp: 'SỐ LIỆU GIẢ: do hệ thống mô phỏng tạo ra, không phải số liệu của Nhà nước.',
  overdue: (n: number) => `Quá hạn: ${n} hồ sơ.`, atRisk: (n: number) => `Có nguy cơ trễ hạn: ${n} hồ sơ.`, notPassedOn: (n: number) => `Đã tiếp nhận, quá hạn chuyển dữ liệu: ${n} hồ sơ.`,
  foretoldTitle: { 'at-risk': (n: number) => `Mới có nguy cơ trễ: ${n} hồ sơ`, overdue: (n: number) => `Mới quá hạn: ${n} hồ sơ` },
  foretoldMore: (n: number, address: string) => `- và ${n} hồ sơ nữa, xem tại ${address}`,
  terms: { notice: 'hạn trả lời', decision: 'hạn trả kết quả' },
  foretold: (code: string, term: string, due: LocalDate, who: string, held: boolean) => `- hồ sơ ${code}, ${term} ${formatDate(due)}, đang chờ ${who}${held ? ', có cán bộ đang giữ' : ''}`,
  supervisor: {
    subject: (province: string, day: LocalDate) => `Báo người giám sát ${formatDate(day)}: hồ sơ mới có nguy cơ trễ hoặc mới quá hạn, ${province}`,
    foot: 'Mỗi hồ sơ được báo một lần khi có nguy cơ trễ và một lần khi quá hạn. Bản tin chỉ có mã hồ sơ, không có dữ liệu cá nhân.',
  },
  openTitle: 'Hồ sơ đang mở, chờ ai:', openNone: 'Không có hồ sơ nào đang mở.',
  open: (who: string, n: number, since: Date, code: string, late: number) => `- chờ ${who}: ${n} hồ sơ, lâu nhất từ ${formatInstant(since)} (hồ sơ ${code})${late > 0 ? `; ${late} quá thời hạn phối hợp` : ''}`,
  pastTitle: (day: LocalDate) => `Ngày ${formatDate(day)}, hồ sơ đã chờ:`,
  past: (who: string, n: number, hours: number) => `- ${who}: ${n} hồ sơ, tổng cộng ${hours} giờ`,
  questionsTitle: 'Đã hỏi, chưa có trả lời:', question: (what: string, n: number, since: Date) => `- ${what}: ${n} hồ sơ, lâu nhất từ ${formatInstant(since)}`,
  sourcesTitle: 'Hệ thống gián đoạn trong 24 giờ qua (cả nước):', source: (name: string, percent: string, down: boolean) => `- ${name}: hoạt động ${percent} thời gian${down ? ', đang gián đoạn' : ''}`,
  sourcesNone: 'Không có hệ thống nào gián đoạn trong 24 giờ qua.',
  foot: 'Bản tin chỉ có số lượng và mã hồ sơ, không có dữ liệu cá nhân. Mở trang cán bộ để xem từng hồ sơ.',
  kinds: { identity: 'dữ liệu dân cư', portrait: 'ảnh', 'health-certificate': 'giấy khám sức khỏe', violations: 'vi phạm giao thông', fee: 'xác nhận thanh toán', 'current-licence': 'sổ giấy phép', 'loss-report': 'xác minh giấy phép bị mất' },
  leader: {
    subject: (province: string, day: LocalDate) => `Bản tin lãnh đạo ${formatDate(day)}: bên nào quá thời hạn phối hợp, ${province}`,
    cannotJudge: (year: string) => `Chưa xét được việc nào chậm: chưa có lịch làm việc năm ${year}. Những việc có thời hạn tính theo ngày làm việc được xét khi lịch năm ấy được nhập và xác nhận.`,
    pastTitle: 'Đang quá thời hạn phối hợp:', pastNone: 'Không bên nào đang quá thời hạn phối hợp.',
    past: (who: string, late: number, of: number, limit: string, since: Date, code: string) => `- ${who}: ${late} trong ${of} hồ sơ đang chờ, thời hạn ${limit}, lâu nhất từ ${formatInstant(since)} (hồ sơ ${code})`,
    lateTitle: (month: string) => `Chậm trong tháng ${monthOf(month)}:`, lateNone: (month: string) => `Tháng ${monthOf(month)} chưa bên nào chậm.`,
    late: (who: string, late: number, settled: number, share: string) => `- ${who}: ${late} trong ${settled} lần đến lúc phải xong (${share})`,
    foot: 'Bản tin chỉ có số lượng và mã hồ sơ, không có dữ liệu cá nhân. Mở trang lãnh đạo để xem cách tính và từng trường hợp.',
  },
}

const en: typeof vi = {
  subject: (office, day) => `Morning digest of ${formatDate(day)}: who waits for whom, ${office}`,
  madeUp: 'SỐ LIỆU GIẢ (MADE-UP FIGURES): from a simulated system, not figures of the State.',
  overdue: (n) => `Overdue: ${n}.`, atRisk: (n) => `At risk: ${n}.`, notPassedOn: (n) => `Accepted and not passed on in time: ${n}.`,
  foretoldTitle: { 'at-risk': (n) => `Newly at risk: ${n}`, overdue: (n) => `Newly overdue: ${n}` },
  foretoldMore: (n, address) => `- and ${n} more, see ${address}`,
  terms: { notice: 'answer due', decision: 'result due' },
  foretold: (code, term, due, who, held) => `- dossier ${code}, ${term} ${formatDate(due)}, waits for ${who}${held ? ', held by an officer' : ''}`,
  supervisor: {
    subject: (province, day) => `To the supervisor, ${formatDate(day)}: dossiers newly at risk or newly overdue, ${province}`,
    foot: 'Each dossier is told of once when it comes to be at risk and once when it is overdue. The letter holds dossier codes, no personal data.',
  },
  openTitle: 'Open dossiers, waiting for:', openNone: 'No dossier is open.',
  open: (who, n, since, code, late) => `- ${who}: ${n}, the oldest since ${formatInstant(since)} (dossier ${code})${late > 0 ? `; ${late} past the agreed time` : ''}`,
  pastTitle: (day) => `On ${formatDate(day)} dossiers waited for:`,
  past: (who, n, hours) => `- ${who}: ${n === 1 ? '1 dossier' : `${n} dossiers`}, ${hours === 1 ? '1 hour' : `${hours} hours`} in all`,
  questionsTitle: 'Asked and not answered:', question: (what, n, since) => `- ${what}: ${n}, the oldest since ${formatInstant(since)}`,
  sourcesTitle: 'Systems silent within the last 24 hours (nationwide):', source: (name, percent, down) => `- ${name}: there ${percent} of the time${down ? ', silent now' : ''}`,
  sourcesNone: 'No system was silent within the last 24 hours.',
  foot: 'The digest holds counts and dossier codes, no personal data. Open the officers’ pages for each dossier.',
  kinds: { identity: 'population data', portrait: 'picture', 'health-certificate': 'health certificate', violations: 'traffic violations', fee: 'confirmation of payment', 'current-licence': 'licence register', 'loss-report': 'search for a lost licence' },
  leader: {
    subject: (province, day) => `Leader’s digest of ${formatDate(day)}: who is past the agreed time, ${province}`,
    cannotJudge: (year) => `What was late cannot be judged: the working calendar of ${year} is not there. Duties whose time is counted in working days are judged once that year is entered and confirmed.`,
    pastTitle: 'Past the agreed time now:', pastNone: 'Nobody is past the agreed time now.',
    past: (who, late, of, limit, since, code) => `- ${who}: ${late} of ${of} that wait, time agreed ${limit}, the oldest since ${formatInstant(since)} (dossier ${code})`,
    lateTitle: (month) => `Late in ${monthOf(month)}:`, lateNone: (month) => `In ${monthOf(month)} nobody was late so far.`,
    late: (who, late, settled, share) => `- ${who}: ${late} of ${settled} that came to their term (${share})`,
    foot: 'The digest holds counts and dossier codes, no personal data. Open the leader’s page to see how they are counted, and each case.',
  },
}

export const digestText: Readonly<Record<Lang, typeof vi>> = { vi, en }
