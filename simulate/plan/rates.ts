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
  /** What the articles say, and where; or why it is here without them. The articles are named in simulate/README.md. */
  readonly said: string
}

/** Each rate with what it rests on. All are assumed. */
export const assumptions: readonly Assumption[] = [
  { kind: 'violationsDown', of: 'the shown time', articlesStress: 0.35, said: 'the link to the police look-up often fails (Bắc Ninh, digital transformation)' },
  { kind: 'certificateLate', of: 'certificates', articlesStress: 0.4, said: 'not synchronised right after the examination, so its number is not found (both of Bắc Ninh); here 1 to 72 hours' },
  { kind: 'certificateOnPaper', of: 'certificates', articlesStress: 0.2, said: 'only seven clinics of the province issue electronic ones (both of Bắc Ninh)' },
  { kind: 'paymentSlow', of: 'people', articlesStress: 0.2, said: 'payment is slow (both of Bắc Ninh); here ten minutes' },
  { kind: 'paymentDouble', of: 'people', articlesStress: 0.03, said: 'after an error no refund comes (Bắc Ninh, digital transformation)' },
  { kind: 'paymentLost', of: 'people', articlesStress: 0.03, said: 'an error (Bắc Ninh, digital transformation): paid, and nothing is told to the service' },
  { kind: 'paymentFailsAfterCharge', of: 'people', articlesStress: 0.02, said: 'an error after the money was taken (Bắc Ninh, digital transformation)' },
  { kind: 'portraitBad', of: 'people', articlesStress: 0.15, said: 'the picture goes up and the officer does not get it (Bắc Ninh, digital transformation)' },
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
