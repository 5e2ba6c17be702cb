/**
 * VNPay's way of signing and writing, and the checkout address: built here, without asking anybody.
 * HMAC-SHA512 over sorted, form-encoded `vnp_` parameters, or over fields joined by `|`.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '../../platform/config.ts'
import { instantAt, isLocalDate } from '../../platform/values/dates.ts'

/** The settings that payments need. */
export type PaymentConfig = Pick<Config, 'publicUrl' | 'payments' | 'outside'>

export const VNPAY_VERSION = '2.1.0'
/** Servers ask for servers here: the payer's address is nobody's business. */
export const OUR_ADDRESS = '127.0.0.1'
const RETURN_PATH = '/thanh-toan/tro-ve'

/** HMAC-SHA512, lower-case hex. */
export function sign(text: string, secret: string): string {
  return createHmac('sha512', secret).update(text, 'utf8').digest('hex')
}

/** Whether the hash is that of the text, in constant time whatever its length. */
export function isSigned(text: string, hash: string | undefined, secret: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(sign(text, secret)), digest((hash ?? '').toLowerCase()))
}

/** Fields of querydr and refund; a separator inside a value would make two texts sign alike, so it is refused. */
export function joinFields(fields: readonly string[]): string {
  if (fields.some((field) => field.includes('|'))) throw new Error('a signed field may not hold the separator')
  return fields.join('|')
}

/** The text a query's hash is made of: sorted by name, without empty values and without the hash. */
export function canonicalQuery(params: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams()
  for (const name of Object.keys(params).sort()) {
    const value = params[name]
    if (value !== undefined && value !== '' && name !== 'vnp_SecureHash' && name !== 'vnp_SecureHashType') query.append(name, value)
  }
  return query.toString()
}

/** An instant as VNPay writes it: yyyyMMddHHmmss in Viet Nam (GMT+7). */
export function wireTime(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().replace(/[-:T]/g, '').slice(0, 14)
}

/** Reads VNPay's time; undefined when it is none. */
export function parseWireTime(text: string): Date | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(text)
  if (!parts) return undefined
  const date = `${parts[1]}-${parts[2]}-${parts[3]}`
  if (!isLocalDate(date)) return undefined
  return new Date(instantAt(date, `${parts[4]}:${parts[5]}`).getTime() + Number(parts[6]) * 1000)
}

/** VNPay wants the order's words without diacritics or special characters. */
export function plainWords(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\u0111/g, 'd').replace(/\u0110/g, 'D').replace(/[^A-Za-z0-9 .:-]/g, ' ').replace(/ +/g, ' ').trim().slice(0, 255)
}

/** A reference or request id from one of our ids: 32 letters and digits, unique for good (VNPay wants it unique in a day). */
export function wireId(id: string): string {
  return id.replaceAll('-', '').toUpperCase()
}

/**
 * Where the browser goes to pay. The same attempt always has the same address, so a second click leads to the same order.
 * @param attempt amounts in đồng; the wire has them × 100
 */
export function checkoutUrl(config: PaymentConfig, attempt: { readonly txnRef: string; readonly amountVnd: number; readonly orderInfo: string; readonly startedAt: Date; readonly expiresAt: Date }, lang: 'vi' | 'en' = 'vi'): string {
  const text = canonicalQuery({
    vnp_Version: VNPAY_VERSION,
    vnp_Command: 'pay',
    vnp_TmnCode: config.payments.tmnCode,
    vnp_Amount: String(attempt.amountVnd * 100),
    vnp_CurrCode: 'VND',
    vnp_TxnRef: attempt.txnRef,
    vnp_OrderInfo: attempt.orderInfo,
    vnp_OrderType: 'other',
    vnp_Locale: lang === 'en' ? 'en' : 'vn',
    vnp_ReturnUrl: `${config.publicUrl}${RETURN_PATH}`,
    vnp_IpAddr: OUR_ADDRESS,
    vnp_CreateDate: wireTime(attempt.startedAt),
    vnp_ExpireDate: wireTime(attempt.expiresAt),
  })
  return `${config.outside['payment-platform'].url}/paymentv2/vpcpay.html?${text}&vnp_SecureHash=${sign(text, config.payments.secret)}`
}
