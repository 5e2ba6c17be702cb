/** The words of the digest: Vietnamese first, the same in English below. */
import type { Owner } from '../../dossiers/index.ts'
import type { SystemName } from '../../platform/config.ts'
import { formatDate, formatInstant, type LocalDate } from '../../platform/values/dates.ts'
import type { Lang } from '../../platform/values/words.ts'

const ownersVi: Record<Owner, string> = {
  citizen: 'công dân', clinic: 'cơ sở khám', 'traffic-police': 'cơ sở dữ liệu vi phạm', 'population-register': 'cơ sở dữ liệu dân cư', 'payment-platform': 'nền tảng thanh toán',
  office: 'cơ quan', printer: 'nơi in thẻ', post: 'bưu chính', nobody: 'không ai',
}
const ownersEn: Record<Owner, string> = {
  citizen: 'the citizen', clinic: 'the clinic', 'traffic-police': 'the violation database', 'population-register': 'the population register', 'payment-platform': 'the payment platform',
  office: 'the office', printer: 'the card printer', post: 'the post', nobody: 'nobody',
}
const systemsVi: Record<SystemName, string> = {
  'national-id': 'định danh điện tử', 'population-register': 'cơ sở dữ liệu dân cư', 'health-records': 'cổng giấy khám sức khỏe', violations: 'cơ sở dữ liệu vi phạm', 'payment-platform': 'nền tảng thanh toán',
  post: 'bưu chính', sms: 'tin nhắn', mail: 'thư điện tử', 'national-portal': 'Cổng Dịch vụ công quốc gia', 'certificate-authority': 'nơi cấp chứng thư số', 'timestamp-authority': 'nơi cấp dấu thời gian',
}
const systemsEn: Record<SystemName, string> = {
  'national-id': 'national eID', 'population-register': 'population register', 'health-records': 'health certificate gateway', violations: 'violation database', 'payment-platform': 'payment platform',
  post: 'post', sms: 'text messages', mail: 'e-mail', 'national-portal': 'national portal', 'certificate-authority': 'certificate authority', 'timestamp-authority': 'time-stamp authority',
}

const vi = {
  subject: (office: string, day: LocalDate) => `Bản tin sáng ${formatDate(day)}: ai đang chờ ai, ${office}`,
  overdue: (n: number) => `Quá hạn: ${n} hồ sơ.`, atRisk: (n: number) => `Sắp đến hạn (trong một ngày làm việc): ${n} hồ sơ.`,
  openTitle: 'Hồ sơ đang mở, chờ ai:', openNone: 'Không có hồ sơ nào đang mở.',
  open: (who: string, n: number, since: Date, code: string) => `- chờ ${who}: ${n} hồ sơ, lâu nhất từ ${formatInstant(since)} (hồ sơ ${code})`,
  pastTitle: (day: LocalDate) => `Ngày ${formatDate(day)}, hồ sơ đã chờ:`,
  past: (who: string, n: number, hours: number) => `- ${who}: ${n} hồ sơ, tổng cộng ${hours} giờ`,
  questionsTitle: 'Đã hỏi, chưa có trả lời:', question: (what: string, n: number, since: Date) => `- ${what}: ${n} hồ sơ, lâu nhất từ ${formatInstant(since)}`,
  sourcesTitle: 'Hệ thống gián đoạn trong 24 giờ qua (cả nước):', source: (name: string, percent: string, down: boolean) => `- ${name}: hoạt động ${percent} thời gian${down ? ', đang gián đoạn' : ''}`,
  sourcesNone: 'Không có hệ thống nào gián đoạn trong 24 giờ qua.',
  foot: 'Bản tin chỉ có số lượng và mã hồ sơ, không có dữ liệu cá nhân. Mở trang cán bộ để xem từng hồ sơ.',
  kinds: { identity: 'dữ liệu dân cư', portrait: 'ảnh', 'health-certificate': 'giấy khám sức khỏe', violations: 'vi phạm giao thông', fee: 'xác nhận thanh toán', 'current-licence': 'sổ giấy phép' },
  owners: ownersVi, systems: systemsVi,
}

const en: typeof vi = {
  subject: (office, day) => `Morning digest of ${formatDate(day)}: who waits for whom, ${office}`,
  overdue: (n) => `Overdue: ${n}.`, atRisk: (n) => `Due within a working day: ${n}.`,
  openTitle: 'Open dossiers, waiting for:', openNone: 'No dossier is open.',
  open: (who, n, since, code) => `- ${who}: ${n}, the oldest since ${formatInstant(since)} (dossier ${code})`,
  pastTitle: (day) => `On ${formatDate(day)} dossiers waited for:`,
  past: (who, n, hours) => `- ${who}: ${n === 1 ? '1 dossier' : `${n} dossiers`}, ${hours === 1 ? '1 hour' : `${hours} hours`} in all`,
  questionsTitle: 'Asked and not answered:', question: (what, n, since) => `- ${what}: ${n}, the oldest since ${formatInstant(since)}`,
  sourcesTitle: 'Systems silent within the last 24 hours (nationwide):', source: (name, percent, down) => `- ${name}: there ${percent} of the time${down ? ', silent now' : ''}`,
  sourcesNone: 'No system was silent within the last 24 hours.',
  foot: 'The digest holds counts and dossier codes, no personal data. Open the officers’ pages for each dossier.',
  kinds: { identity: 'population data', portrait: 'picture', 'health-certificate': 'health certificate', violations: 'traffic violations', fee: 'confirmation of payment', 'current-licence': 'licence register' },
  owners: ownersEn, systems: systemsEn,
}

export const digestText: Readonly<Record<Lang, typeof vi>> = { vi, en }
