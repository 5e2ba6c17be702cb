/**
 * What goes wrong, and how often. The articles complain in words and give no rates: every figure here is an assumption, and the
 * sweep shows what other figures would do.
 */

export type FaultKind =
  | 'violationsDown' | 'certificateLate' | 'certificateOnPaper' | 'paymentSlow' | 'paymentDouble' | 'paymentLost' | 'paymentFailsAfterCharge' | 'portraitBad' | 'postLost'

/** A part of 1 for every kind. */
export type Rates = Readonly<Record<FaultKind, number>>

interface Assumption {
  readonly kind: FaultKind
  /** Part of what the rate is. */
  readonly of: string
  readonly articlesStress: number
  /** What the articles say, in their words, and where; or why it is here without them. */
  readonly said: string
}

/** Each rate with what it rests on. All are assumed. */
export const assumptions: readonly Assumption[] = [
  { kind: 'violationsDown', of: 'the shown time', articlesStress: 0.35, said: '"kết nối với phần mềm tra dữ liệu vi phạm của Công an thường xuyên bị lỗi" (article 003)' },
  { kind: 'certificateLate', of: 'certificates', articlesStress: 0.4, said: '"vẫn chưa được đồng bộ ngay sau khi khám nên không thể tra cứu được số" (articles 001, 003); here 1 to 72 hours' },
  { kind: 'certificateOnPaper', of: 'certificates', articlesStress: 0.2, said: '"toàn tỉnh chỉ có 7 đơn vị y tế thực hiện" (articles 001, 003)' },
  { kind: 'paymentSlow', of: 'people', articlesStress: 0.2, said: '"hệ thống thanh toán chậm" (articles 001, 003); here ten minutes' },
  { kind: 'paymentDouble', of: 'people', articlesStress: 0.03, said: '"việc hoàn tiền cho công dân khi gặp lỗi chưa được" (article 003)' },
  { kind: 'paymentLost', of: 'people', articlesStress: 0.03, said: '"khi gặp lỗi" (article 003): paid, and nothing is told to the service' },
  { kind: 'paymentFailsAfterCharge', of: 'people', articlesStress: 0.02, said: '"khi gặp lỗi" (article 003): an error after the money was taken' },
  { kind: 'portraitBad', of: 'people', articlesStress: 0.15, said: '"thường không tiếp nhận được ảnh, dù công dân vẫn đẩy được ảnh lên" (article 003)' },
  { kind: 'postLost', of: 'events of the post', articlesStress: 0.01, said: 'no article: a message on its way may be lost' },
]

export const faultKinds: readonly FaultKind[] = assumptions.map(({ kind }) => kind)

function ratesBy(rate: (assumption: Assumption) => number): Rates {
  const of = (kind: FaultKind) => {
    const found = assumptions.find((one) => one.kind === kind)
    return found ? rate(found) : 0
  }
  return {
    violationsDown: of('violationsDown'), certificateLate: of('certificateLate'), certificateOnPaper: of('certificateOnPaper'), paymentSlow: of('paymentSlow'),
    paymentDouble: of('paymentDouble'), paymentLost: of('paymentLost'), paymentFailsAfterCharge: of('paymentFailsAfterCharge'), portraitBad: of('portraitBad'), postLost: of('postLost'),
  }
}

export const noFaults: Rates = ratesBy(() => 0)
export const articlesStress: Rates = ratesBy(({ articlesStress: rate }) => rate)
