/** What each outside system is for, and what its silence means for people; its name is the catalogue's. The same words stand on the status page and above the pages that need it. */
import type { SystemName } from '../../../platform/config.ts'
import type { SourceState } from '../../../platform/outside/source-health.ts'
import type { Lang } from '../../../platform/values/words.ts'

interface SystemWords {
  /** What it does for people while it works. */
  readonly does: string
  /** What people still can do, and what waits, while it is silent. */
  readonly means: string
}

const systemsVi: Record<SystemName, SystemWords> = {
  'national-id': { does: 'Đăng nhập.', means: 'Bạn chưa đăng nhập được. Ai đã đăng nhập vẫn làm tiếp bình thường; hồ sơ nháp vẫn còn. Hãy thử lại sau ít phút.' },
  'population-register': { does: 'Đối chiếu họ tên, ngày sinh, nơi cư trú.', means: 'Bạn vẫn nộp được hồ sơ. Việc đối chiếu chờ và tự chạy tiếp.' },
  'health-records': { does: 'Tìm giấy khám do cơ sở khám gửi.', means: 'Bạn vẫn nộp được hồ sơ. Giấy khám được hỏi lại tự động, bạn không phải quay lại.' },
  violations: { does: 'Kiểm tra có vi phạm chưa giải quyết hay không.', means: 'Bạn vẫn nộp được hồ sơ: thời điểm nộp được giữ làm bằng chứng. Việc kiểm tra chờ và tự chạy tiếp, bạn không phải làm gì.' },
  'payment-platform': { does: 'Trả lệ phí và hoàn tiền.', means: 'Hiện chưa trả lệ phí được; hồ sơ đã nộp không mất. Nếu vừa trả, đừng trả lại: chúng tôi tự hỏi kết quả, và khoản trả thừa luôn được hoàn.' },
  post: { does: 'Gửi thẻ đến nhà và theo dõi đường đi.', means: 'Bạn vẫn nộp và nhận kết quả điện tử bình thường. Việc gửi thẻ và tin về đường đi có thể chậm.' },
  sms: { does: 'Báo tin qua điện thoại.', means: 'Tin nhắn có thể đến chậm. Trang hồ sơ luôn có cùng nội dung.' },
  mail: { does: 'Báo tin qua thư điện tử.', means: 'Thư có thể đến chậm. Trang hồ sơ luôn có cùng nội dung.' },
  'national-portal': { does: 'Hiện tình trạng hồ sơ trên Cổng.', means: 'Cổng có thể hiện tình trạng cũ. Trang hồ sơ ở đây luôn mới nhất.' },
  'data-store': { does: 'Giữ bản điện tử của kết quả cho bạn.', means: 'Bản điện tử có thể vào kho của bạn chậm; trang hồ sơ ở đây vẫn tải được ngay. Bạn không phải làm gì.' },
  'certificate-authority': { does: 'Kiểm tra chữ ký số của cán bộ.', means: 'Quyết định có thể phải chờ để ký. Bạn không phải làm gì.' },
  'timestamp-authority': { does: 'Đóng dấu thời gian lên chữ ký số.', means: 'Quyết định có thể phải chờ để ký. Bạn không phải làm gì.' },
}

const systemsEn: Record<SystemName, SystemWords> = {
  'national-id': { does: 'Signing in.', means: 'You cannot sign in just now. Whoever is signed in can go on; drafts are kept. Please try again in a few minutes.' },
  'population-register': { does: 'Compares name, birth date and residence.', means: 'You can still file. The comparison waits and goes on by itself.' },
  'health-records': { does: 'Finds the certificate your clinic sent.', means: 'You can still file. The certificate is asked for again by itself; you need not come back.' },
  violations: { does: 'Checks for violations that are not settled.', means: 'You can still file: the instant of filing is kept as evidence. The check waits and goes on by itself; there is nothing for you to do.' },
  'payment-platform': { does: 'Takes the fee and returns money.', means: 'The fee cannot be paid just now; a filed dossier is not lost. If you have just paid, do not pay again: we ask for the outcome ourselves, and anything paid too much is always returned.' },
  post: { does: 'Brings the card to your door and follows it.', means: 'You can file and get the electronic result as usual. The card, and news of where it is, may come late.' },
  sms: { does: 'News by telephone.', means: 'Messages may come late. The page of your dossier always says the same.' },
  mail: { does: 'News by e-mail.', means: 'Letters may come late. The page of your dossier always says the same.' },
  'national-portal': { does: 'Shows where a dossier is on the Portal.', means: 'The Portal may show an older state. The page of your dossier here is always the newest.' },
  'data-store': { does: 'Keeps the electronic result for you.', means: 'The electronic result may come late to your store; the page of your dossier has it at once. There is nothing for you to do.' },
  'certificate-authority': { does: 'Vouches for officers’ digital signatures.', means: 'Decisions may have to wait for their signature. There is nothing for you to do.' },
  'timestamp-authority': { does: 'Puts the time on digital signatures.', means: 'Decisions may have to wait for their signature. There is nothing for you to do.' },
}

const statesVi: Record<SourceState, string> = { up: 'Bình thường', unsteady: 'Chập chờn', down: 'Gián đoạn', parked: 'Tạm ngừng', unknown: 'Chưa có số liệu' }
const statesEn: Record<SourceState, string> = { up: 'Working', unsteady: 'Unsteady', down: 'Not answering', parked: 'Paused', unknown: 'No figures yet' }

const vi = {
  title: 'Tình trạng các hệ thống',
  lead: 'Dịch vụ này hỏi các hệ thống của cơ quan khác. Khi một hệ thống gián đoạn, hồ sơ không mất và tự chạy tiếp.',
  allWell: 'Mọi hệ thống đang trả lời',
  some: (n: number) => `${n} hệ thống đang gián đoạn`,
  at: 'Lúc',
  now: 'Hiện nay', since: 'từ', forYou: 'Bạn cần biết', does: 'Dùng để', day: 'Hoạt động trong 24 giờ qua', quarter: '90 ngày qua',
  silentOn: 'Những ngày gián đoạn', never: 'Không có gián đoạn nào.',
  hours: (h: number, m: number) => [h > 0 && `${h} giờ`, (m > 0 || h === 0) && `${m} phút`].filter(Boolean).join(' '),
  legend: 'Mỗi ô là một ngày, bên phải là hôm nay: xanh là bình thường, vàng là gián đoạn dưới 72 phút, đỏ là lâu hơn, xám là chưa có số liệu.',
  warnTitle: 'Coi chừng tin giả', warn: 'Chúng tôi không bao giờ gửi đường dẫn để đăng nhập hay trả tiền, kể cả khi có gián đoạn.',
  log: {
    title: 'Nhật ký kiểm chứng', well: 'Bình thường', failing: 'Chưa lấy được dấu thời gian', held: 'Tạm ngừng ký quyết định', sealed: 'Mốc gần nhất được ký lúc', stamped: 'dấu thời gian gần nhất của bên khác lúc', unstamped: 'chưa có dấu thời gian của bên khác',
    means: 'Bạn vẫn nộp hồ sơ, bổ sung và trả lệ phí bình thường. Quyết định chờ ký cho đến khi nhật ký lại có dấu thời gian, rồi tự chạy tiếp; bạn không phải làm gì.', more: 'Nhật ký là gì, tự kiểm tra thế nào',
  },
  bannerTitle: 'Đang có gián đoạn', more: 'Tình trạng các hệ thống',
  systems: systemsVi, states: statesVi,
}

const en: typeof vi = {
  title: 'How the systems are doing',
  lead: 'This service asks systems of other authorities. When one is silent no dossier is lost, and everything goes on by itself.',
  allWell: 'All systems are answering',
  some: (n) => (n === 1 ? '1 system is not answering' : `${n} systems are not answering`),
  at: 'At',
  now: 'Now', since: 'since', forYou: 'For you', does: 'Used for', day: 'Working in the last 24 hours', quarter: 'last 90 days',
  silentOn: 'Days with an outage', never: 'No outage.',
  hours: (h, m) => [h > 0 && `${h} h`, (m > 0 || h === 0) && `${m} min`].filter(Boolean).join(' '),
  legend: 'Each cell is a day, today on the right: green is well, yellow an outage of less than 72 minutes, red a longer one, grey no figures.',
  warnTitle: 'Beware of false news', warn: 'We never send links that ask you to sign in or pay, not even during an outage.',
  log: {
    title: 'The log that can be checked', well: 'Well', failing: 'No stamp of time for now', held: 'Decisions are not signed for now', sealed: 'The newest checkpoint was signed at', stamped: 'the newest stamp of somebody else’s time is of', unstamped: 'no stamp of somebody else’s time yet',
    means: 'You can file, answer requests and pay as ever. Decisions wait for their signature until the log gets a stamp of time again, then go on by themselves; there is nothing for you to do.', more: 'What the log is, and how to check it',
  },
  bannerTitle: 'Something is not answering', more: 'How the systems are doing',
  systems: systemsEn, states: statesEn,
}

export const statusText: Readonly<Record<Lang, typeof vi>> = { vi, en }
