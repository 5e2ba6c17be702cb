/** Words of the public look-up. What is said of a wrong date, an unknown number and a locked one is one and the same text. */
import type { Lang } from '../../../platform/values/words.ts'

const vi = {
  title: 'Tra cứu giấy phép lái xe',
  lead: 'Cần hai điều: số giấy phép và ngày sinh của người được cấp. Trang chỉ cho biết giấy phép có hiệu lực hay không, hạng nào, đến ngày nào, có hạn chế gì.',
  number: 'Số giấy phép lái xe', numberHint: '12 chữ số in trên giấy phép, ví dụ 970 123 456 789',
  birthDate: 'Ngày sinh của người được cấp', birthDateHint: 'Ví dụ 27 3 1985',
  ask: 'Tra cứu', again: 'Tra cứu số khác',
  numberMissing: 'Nhập số giấy phép lái xe', numberWrong: 'Số giấy phép có 12 chữ số', dateMissing: 'Nhập ngày sinh', dateWrong: 'Ngày sinh phải là một ngày có thật, đã qua',
  valid: (on: string) => `Giấy phép có hiệu lực ngày ${on}`,
  notValid: (on: string) => `Giấy phép không còn hiệu lực ngày ${on}`,
  notValidText: 'Giấy phép đã được thay bằng giấy phép khác, đã bị thu hồi, hoặc đã hết thời hạn.',
  compare: 'Trang không cho biết đây là giấy phép của ai. Hãy so số và ngày sinh với thẻ hoặc căn cước của người đó.',
  asked: 'Số bạn hỏi', classes: 'Hạng được lái', name: 'Hạng', until: 'có giá trị đến', endless: 'không thời hạn', restriction: 'Hạn chế', ended: 'đã hết hạn',
  miss: 'Không có câu trả lời cho số và ngày sinh này',
  missText: 'Xem lại từng chữ số và ngày sinh in trên giấy phép rồi thử lại.',
  missLock: 'Để không ai dò được dữ liệu của người khác, sau vài lần ngày sinh không khớp, một số giấy phép không được trả lời nữa cho đến hôm sau, kể cả khi nhập đúng.',
  missOwner: 'Nếu đây là giấy phép của bạn: đăng nhập để xem, hoặc đưa mã QR trên giấy phép điện tử; mã đó kiểm tra được bất cứ lúc nào.',
  mine: 'Xem giấy phép của tôi', verify: 'Kiểm tra bằng mã QR hoặc tệp PDF',
  wait: 'Tạm dừng tra cứu', waitText: (minutes: number) => `Mạng bạn đang dùng, hoặc mọi người cùng lúc, đã hỏi quá nhiều. Hãy thử lại sau ${minutes} phút. Kiểm tra bằng mã QR hoặc tệp PDF vẫn dùng được.`,
}

const en: typeof vi = {
  title: 'Look up a driving licence',
  lead: 'Two things are needed: the number of the licence and its holder’s birth date. The page says whether the licence is valid, for which classes, until when and with which restrictions; nothing else.',
  number: 'Number of the driving licence', numberHint: 'The 12 digits printed on the licence, such as 970 123 456 789',
  birthDate: 'The holder’s date of birth', birthDateHint: 'Such as 27 3 1985',
  ask: 'Look up', again: 'Look up another number',
  numberMissing: 'Enter the number of the licence', numberWrong: 'The number of a licence has 12 digits', dateMissing: 'Enter the date of birth', dateWrong: 'The date of birth must be a real day in the past',
  valid: (on) => `The licence is valid on ${on}`,
  notValid: (on) => `The licence is not valid on ${on}`,
  notValidText: 'It was replaced by another licence, or withdrawn, or its term has ended.',
  compare: 'This page does not say whose licence it is. Compare number and date of birth with the person’s card or identity card.',
  asked: 'Number you asked about', classes: 'Classes', name: 'Class', until: 'valid until', endless: 'without an end date', restriction: 'Restriction', ended: 'ended',
  miss: 'There is no answer for this number and date of birth',
  missText: 'Compare each digit and the date of birth with the licence, and try again.',
  missLock: 'So that nobody can guess other people’s data, a number is not answered any more until the next day after a few dates of birth that do not match, not even when the right one is given.',
  missOwner: 'If it is your own licence: sign in to see it, or show the QR code on the electronic licence, which can be checked at any time.',
  mine: 'See my licences', verify: 'Check by QR code or PDF file',
  wait: 'The look-up is paused', waitText: (minutes) => `The network you are on, or everybody together, has asked too much. Please try again in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}. Checking by QR code or PDF file still works.`,
}

export const lookUpText: Readonly<Record<Lang, typeof vi>> = { vi, en }
