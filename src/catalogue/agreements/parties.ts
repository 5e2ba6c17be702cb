/**
 * Who a dossier can wait for, and the systems behind them — các bên. Their names stand here and nowhere else; the form is that of
 * the middle of a sentence, `sentenceCase` makes the one of a heading.
 */
import { type Lang, sentenceCase, type Words } from '../../platform/values/words.ts'

export const owners = ['citizen', 'clinic', 'traffic-police', 'population-register', 'payment-platform', 'office', 'printer', 'post', 'nobody'] as const
/** Who owns a wait — bên chịu trách nhiệm; the agreement between authorities is measured by it. */
export type Owner = (typeof owners)[number]

/** What the owner of a wait is called in a sentence. */
export const ownerWords: Readonly<Record<Owner, Words>> = {
  citizen: { vi: 'công dân', en: 'the citizen' },
  clinic: { vi: 'cơ sở khám', en: 'the clinic' },
  'traffic-police': { vi: 'cơ sở dữ liệu vi phạm', en: 'the violation database' },
  'population-register': { vi: 'cơ sở dữ liệu dân cư', en: 'the population register' },
  'payment-platform': { vi: 'nền tảng thanh toán', en: 'the payment platform' },
  office: { vi: 'cơ quan', en: 'the office' },
  printer: { vi: 'nơi in thẻ', en: 'the card printer' },
  post: { vi: 'bưu chính', en: 'the post' },
  nobody: { vi: 'không ai', en: 'nobody' },
}

/** What each outside system is called, by its code in the settings; whoever names a system reads it here. */
export const systemWords = {
  'national-id': { vi: 'định danh điện tử', en: 'national eID' },
  'population-register': { vi: 'cơ sở dữ liệu dân cư', en: 'population register' },
  'health-records': { vi: 'cổng giấy khám sức khỏe', en: 'health certificate gateway' },
  violations: { vi: 'cơ sở dữ liệu vi phạm giao thông', en: 'traffic violation database' },
  'payment-platform': { vi: 'nền tảng thanh toán', en: 'payment platform' },
  post: { vi: 'bưu chính công ích', en: 'public post' },
  sms: { vi: 'tin nhắn', en: 'text messages' },
  mail: { vi: 'thư điện tử', en: 'e-mail' },
  'national-portal': { vi: 'Cổng Dịch vụ công quốc gia', en: 'National Public Service Portal' },
  'data-store': { vi: 'kho dữ liệu điện tử của công dân', en: 'citizens’ electronic data store' },
  'certificate-authority': { vi: 'nơi cấp chứng thư số', en: 'certificate authority' },
  'timestamp-authority': { vi: 'nơi cấp dấu thời gian', en: 'time-stamp authority' },
} as const satisfies Readonly<Record<string, Words>>

/** A system's name as the beginning of a line. */
export function systemName(system: keyof typeof systemWords, lang: Lang): string {
  return sentenceCase(systemWords[system][lang])
}
