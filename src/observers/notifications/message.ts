/** What a message is made of. Pure. */
import type { FactKind } from '../../platform/background/facts.ts'
import { formatDate, formatInstant, type LocalDate } from '../../platform/values/dates.ts'
import type { Lang, Words } from '../../platform/values/words.ts'

export type Channel = 'sms' | 'mail'

/** What messages may tell about a dossier: never who the person is. */
export interface Details {
  /** Mã nộp hồ sơ, known from filing on. */
  readonly submissionCode: string
  /** Mã hồ sơ, given at acceptance. */
  readonly officialNumber: string | null
  readonly dueAt: Date | null
  /** The one new date of an apology. */
  readonly newDueAt: Date | null
  /** The last day to add what was asked; null when nothing is. */
  readonly supplementBy: LocalDate | null
  /** What becomes of the fee when the dossier is stopped for want of an answer, or became of it: none was due, none came, it goes back, or is kept. */
  readonly feeIfStopped: 'none' | 'unpaid' | 'return' | 'keep'
  /** The parcel's number at the post. */
  readonly itemNumber: string | null
  /** Where the card is collected; null when it goes by post. */
  readonly collectAt: Words | null
  /** Whether the old card is given up for the new one: who lost theirs has none. */
  readonly oldCardIsReturned: boolean
}

interface Text {
  readonly subject: string
  /** The news in one or two sentences: the whole of a text message, the beginning of a letter. */
  readonly news: string
  /** What the person does next, if anything: only in the letter. */
  readonly next: string
}

/** One kind of message: the fact that causes it and its words. */
export interface Message {
  readonly fact: FactKind
  /** Whether the fact is news in this dossier; without it, always. */
  readonly only?: (details: Details) => boolean
  /** @throws when the dossier lacks what the message has to tell */
  readonly words: Readonly<Record<Lang, (details: Details) => Text>>
}

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** How people find the dossier: the official number once there is one. */
export function numberOf(details: Details): string {
  return details.officialNumber ?? details.submissionCode
}

/** The moment a result is due, as people write it. */
export function dueOf(details: Details): string {
  if (details.dueAt === null) throw new Error('the dossier has no due date')
  return formatInstant(details.dueAt)
}

/** The new date of an apology, as people write it. */
export function newDueOf(details: Details): string {
  if (details.newDueAt === null) throw new Error('the dossier has no new date')
  return formatInstant(details.newDueAt)
}

/** The last day of a supplement, as people write it. */
export function lastDayOf(details: Details): string {
  if (details.supplementBy === null) throw new Error('nothing is asked for')
  return formatDate(details.supplementBy)
}

export function itemOf(details: Details): string {
  if (details.itemNumber === null) throw new Error('the parcel has no number')
  return details.itemNumber
}

/** An address as the page of the dossier shows it: enough to know one's own, not enough for whoever looks over the shoulder. */
export function masked(channel: Channel, to: string): string {
  if (channel === 'sms') return `••• ${to.slice(-3)}`
  const [name = '', host = ''] = to.split('@')
  return `${name.slice(0, 1)}•••@${host}`
}

/** Swindlers send links that ask to sign in or pay; we never do, and say so (TH9). */
const frame: Record<Lang, { name: string; greeting: string; foot: string }> = {
  vi: {
    name: 'Toàn Trình',
    greeting: 'Kính gửi Ông/Bà,',
    foot: 'Chúng tôi không bao giờ gửi đường dẫn để đăng nhập hay thanh toán, không gọi điện hỏi mật khẩu hay mã OTP. Muốn xem hồ sơ, Ông/Bà hãy tự mở trang dịch vụ và đăng nhập bằng tài khoản định danh điện tử.\n\nToàn Trình, dịch vụ giấy phép lái xe',
  },
  en: {
    name: 'Toàn Trình',
    greeting: 'Dear Sir or Madam,',
    foot: 'We never send links that ask you to sign in or pay, and never call to ask for a password or a one-time code. To see your dossier, open the service yourself and sign in with your national eID.\n\nToàn Trình, the driving-licence service',
  },
}

/** The message as one channel carries it. */
export function compose(message: Message, channel: Channel, lang: Lang, to: string, details: Details): Letter {
  const { subject, news, next } = message.words[lang](details)
  const { name, greeting, foot } = frame[lang]
  if (channel === 'sms') return { to, subject, text: `${name}: ${news}` }
  return { to, subject, text: [greeting, news, next, foot].filter((part) => part !== '').join('\n\n') }
}
