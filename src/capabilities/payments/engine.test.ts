import fc from 'fast-check'
import { HashAlgorithm, ProductCode, VNPay, VnpLocale } from 'vnpay'
import { describe, expect, test } from 'vitest'
import { canonicalQuery, checkoutUrl, isSigned, joinFields, parseWireTime, type PaymentConfig, plainWords, sign, wireTime } from './engine.ts'

const secret = 'sandbox-only-secret'
const oracle = new VNPay({ tmnCode: 'TTSIM097', secureSecret: secret, vnpayHost: 'http://127.0.0.1:4000/pay', hashAlgorithm: HashAlgorithm.SHA512, enableLog: false })
const url = 'http://127.0.0.1:4000/pay'
const config: PaymentConfig = {
  publicUrl: 'http://127.0.0.1:3000', payments: { tmnCode: 'TTSIM097', secret, account: { bankBin: '000097', number: '0000097000097', holder: 'TAI KHOAN MO PHONG' } },
  outside: { 'national-id': { url }, 'population-register': { url }, 'health-records': { url }, violations: { url }, 'payment-platform': { url }, post: { url }, sms: { url }, mail: { url }, 'national-portal': { url }, 'data-store': { url }, 'certificate-authority': { url }, 'timestamp-authority': { url } },
}
const startedAt = new Date('2026-11-20T02:00:00Z')
const attempt = { txnRef: 'REF1', amountVnd: 115_000, orderInfo: plainWords('Lệ phí đổi giấy phép lái xe TT-7K4M-29QX'), startedAt, expiresAt: new Date('2026-11-20T02:15:00Z') }

describe("VNPay's signature, against an independent library", () => {
  test('our checkout address is the one that library builds', () => {
    const theirs = oracle.buildPaymentUrl({
      vnp_Amount: 115_000, vnp_IpAddr: '127.0.0.1', vnp_TxnRef: 'REF1', vnp_OrderInfo: attempt.orderInfo, vnp_OrderType: ProductCode.Other, vnp_Locale: VnpLocale.VN,
      vnp_ReturnUrl: 'http://127.0.0.1:3000/thanh-toan/tro-ve', vnp_CreateDate: 20261120090000, vnp_ExpireDate: 20261120091500,
    })
    expect(checkoutUrl(config, attempt)).toBe(theirs)
  })

  test('what we sign it verifies, whatever the words; a changed amount it refuses', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 99_999_999 }), (words, amountVnd) => {
      const params = { vnp_Amount: String(amountVnd * 100), vnp_OrderInfo: words, vnp_TxnRef: 'REF1', vnp_TmnCode: 'TTSIM097', vnp_ResponseCode: '00' }
      const vnp_SecureHash = sign(canonicalQuery(params), secret)
      expect(oracle.verifyReturnUrl({ ...params, vnp_SecureHash }).isVerified).toBe(true)
      expect(oracle.verifyReturnUrl({ ...params, vnp_Amount: String(amountVnd * 100 + 100), vnp_SecureHash }).isVerified).toBe(false)
    }), { numRuns: 50 })
  })

  test('ten thousand guessed hashes open nothing, and a hash of any length is compared safely', () => {
    let accepted = 0
    fc.assert(fc.property(fc.string({ minLength: 0, maxLength: 140 }), (guess) => { if (isSigned('a=1', guess, secret)) accepted += 1 }), { numRuns: 10_000 })
    expect(accepted).toBe(0)
    expect(isSigned('a=1', undefined, secret)).toBe(false)
    expect(isSigned('a=1', sign('a=1', secret).toUpperCase(), secret)).toBe(true)
  })

  test('a separator inside a signed field is refused, since two texts would sign alike', () => {
    expect(() => joinFields(['a|b', 'c'])).toThrow('separator')
  })
})

describe('what stands on the wire', () => {
  test('times are those of Viet Nam', () => {
    expect(wireTime(new Date('2026-11-20T17:30:05Z'))).toBe('20261121003005')
    expect(parseWireTime('20261121003005')).toEqual(new Date('2026-11-20T17:30:05Z'))
    expect(parseWireTime('20261321003005')).toBeUndefined()
    expect(parseWireTime('')).toBeUndefined()
  })

  test('the words of an order carry no diacritics and no separator', () => {
    expect(plainWords('Lệ phí đổi GPLX | TT-7K4M-29QX')).toBe('Le phi doi GPLX TT-7K4M-29QX')
  })
})
