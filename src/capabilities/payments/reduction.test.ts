import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AttemptView, type DossierMoney, firstQueryAt, isActive, lateQueryAt, MINUTE_MS, MISSING_AFTER_MS, nextQueryAt, type PaymentAnswer, reduceAnswer } from './reduction.ts'

const startedAt = new Date('2026-11-20T02:00:00Z')
const CHECKOUT_MS = 15 * MINUTE_MS
const open: DossierMoney = { feePaid: false, closed: false }

function attempt(change: Partial<AttemptView> = {}): AttemptView {
  return { method: 'checkout', state: 'pending', reason: null, txnRef: 'REF1', amountVnd: 115_000, startedAt, expiresAt: new Date(startedAt.getTime() + CHECKOUT_MS), transactionNo: null, ...change }
}

function after(minutes: number): Date {
  return new Date(startedAt.getTime() + minutes * MINUTE_MS)
}

function paid(change: Partial<Extract<PaymentAnswer, { kind: 'paid' }>> = {}): PaymentAnswer {
  return { kind: 'paid', txnRef: 'REF1', transactionNo: '97000001', amountVnd: 115_000, paidAt: after(3), ...change }
}

describe('what an answer makes of an attempt (P4)', () => {
  const cases: [string, AttemptView, DossierMoney, PaymentAnswer, number, string, string | null, string | null | undefined][] = [
    ['the right amount for the right order is the fee', attempt(), open, paid(), 4, 'paid', null, null],
    ['money for a dossier whose fee is paid goes back', attempt(), { feePaid: true, closed: false }, paid(), 4, 'paid', null, 'double'],
    ['money for a closed dossier goes back', attempt(), { feePaid: false, closed: true }, paid(), 4, 'paid', null, 'late'],
    ['another amount is never the fee and goes back', attempt(), open, paid({ amountVnd: 11_500 }), 4, 'failed', 'amount-differs', 'amount-differs'],
    ['an answer about another order decides nothing', attempt(), open, paid({ txnRef: 'REF2' }), 4, 'pending', null, undefined],
    ['money found after the attempt had failed is still taken in', attempt({ state: 'failed', reason: 'refused' }), open, paid(), 90, 'paid', null, null],
    ['money found after the attempt was given up as missing is still taken in', attempt({ state: 'missing', reason: 'unknown-after-a-day' }), open, paid(), 60 * 30, 'paid', null, null],
    ['the same answer twice changes nothing', attempt({ state: 'paid', transactionNo: '97000001' }), { feePaid: true, closed: false }, paid(), 5, 'paid', null, undefined],
    ['a second charge of one order goes back', attempt({ state: 'paid', transactionNo: '97000001' }), { feePaid: true, closed: false }, paid({ transactionNo: '97000002' }), 5, 'paid', null, 'double'],
    ['a refused payment has failed', attempt(), open, { kind: 'failed', txnRef: 'REF1' }, 4, 'failed', 'refused', undefined],
    ['a refusal after the money came is not believed', attempt({ state: 'paid', transactionNo: '97000001' }), open, { kind: 'failed', txnRef: 'REF1' }, 4, 'paid', null, undefined],
    ['unfinished stays unknown', attempt({ state: 'started' }), open, { kind: 'unfinished', txnRef: 'REF1' }, 4, 'pending', null, undefined],
    ['no answer is not a no', attempt({ state: 'started' }), open, { kind: 'unavailable' }, 4, 'pending', null, undefined],
    ['an order the platform does not know may still be opened', attempt({ state: 'started' }), open, { kind: 'absent' }, 4, 'started', null, undefined],
    ['an order never opened in its time has failed', attempt(), open, { kind: 'absent' }, 17, 'failed', 'never-opened', undefined],
    ['a refusal of what was missing ends it', attempt({ state: 'missing', reason: 'unknown-after-a-day' }), open, { kind: 'failed', txnRef: 'REF1' }, 60 * 72, 'failed', 'refused', undefined],
    ['an order that was missing and was never opened has failed', attempt({ state: 'missing', reason: 'unknown-after-a-day' }), open, { kind: 'absent' }, 60 * 72, 'failed', 'never-opened', undefined],
    ['what is missing stays missing while nobody answers', attempt({ state: 'missing', reason: 'unknown-after-a-day' }), open, { kind: 'unavailable' }, 60 * 72, 'missing', 'unknown-after-a-day', undefined],
    ['no answer for a day is missing', attempt(), open, { kind: 'unavailable' }, 24 * 60, 'missing', 'unknown-after-a-day', undefined],
    ['unfinished for a day is missing', attempt(), open, { kind: 'unfinished', txnRef: 'REF1' }, 24 * 60, 'missing', 'unknown-after-a-day', undefined],
  ]
  test.each(cases)('%s', (_name, view, dossier, answer, minutes, state, reason, surplus) => {
    const step = reduceAnswer(view, dossier, answer, after(minutes))
    expect(step.state).toBe(state)
    expect(step.reason).toBe(reason)
    expect(step.charge?.surplus).toBe(surplus)
    expect(step.nextQueryAt === null).toBe(!isActive(step.state))
  })

  test('an answer about another order or another amount is shown to a person', () => {
    expect(reduceAnswer(attempt(), open, paid({ txnRef: 'REF2' }), after(1)).alarm).toBe('other-transaction')
    expect(reduceAnswer(attempt(), open, paid({ amountVnd: 1 }), after(1)).alarm).toBe('amount-differs')
    expect(reduceAnswer(attempt(), open, { kind: 'unavailable' }, after(24 * 60)).alarm).toBe('missing')
  })
})

describe('when to ask again', () => {
  test('the first question comes two minutes after the start, whether or not anybody returned', () => {
    expect(firstQueryAt(startedAt)).toEqual(after(2))
  })

  test('a question falls just after the checkout expires', () => {
    expect(nextQueryAt(startedAt, after(15), after(14))).toEqual(after(16))
  })

  test('about a replaced order: once its page has closed, whatever was said before, and on through silence for a day', () => {
    const late = (kind: PaymentAnswer['kind'], minutes: number) => lateQueryAt(attempt(), kind, after(minutes))
    for (const kind of ['absent', 'failed', 'unavailable', 'unfinished'] as const) expect(late(kind, 5)).toEqual(after(16))
    expect([late('absent', 16), late('failed', 16), late('paid', 16)]).toEqual([null, null, null])
    expect([late('unavailable', 16), late('unfinished', 90), late('unavailable', 24 * 60)]).toEqual([after(21), after(110), null])
  })

  test('questions always come later than now and never later than a day after the start', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: MISSING_AFTER_MS - 2_000 }), (ms) => {
      const now = new Date(startedAt.getTime() + ms)
      const next = nextQueryAt(startedAt, after(15), now)
      expect(next.getTime()).toBeGreaterThan(now.getTime())
      expect(next.getTime()).toBeLessThanOrEqual(startedAt.getTime() + MISSING_AFTER_MS)
    }))
  })
})

describe('any sequence of answers to any number of attempts of one dossier', () => {
  const answers: fc.Arbitrary<PaymentAnswer> = fc.oneof(
    fc.record({
      kind: fc.constant('paid' as const), txnRef: fc.constantFrom('REF0', 'REF1', 'REF2', 'OTHER'), transactionNo: fc.constantFrom('1', '2', '3', '4'),
      amountVnd: fc.constantFrom(115_000, 115_000, 115_000, 1), paidAt: fc.constant(after(1)),
    }),
    fc.record({ kind: fc.constantFrom('failed' as const, 'unfinished' as const), txnRef: fc.constantFrom('REF0', 'REF1', 'REF2') }),
    fc.record({ kind: fc.constantFrom('absent' as const, 'unavailable' as const) }),
  )
  const events = fc.array(fc.record({ which: fc.nat(2), answer: answers, wait: fc.integer({ min: 0, max: 400 }), close: fc.boolean() }), { maxLength: 30 })

  test('takes the fee at most once, returns everything else, and never forgets money', () => {
    fc.assert(fc.property(events, (sequence) => {
      const attempts = ['REF0', 'REF1', 'REF2'].map((txnRef) => attempt({ state: 'started', txnRef }))
      const booked = new Map<string, { surplus: string | null; amountVnd: number; txnRef: string }>()
      let closed = false
      let minutes = 0
      for (const { which, answer, wait, close } of sequence) {
        minutes += wait
        closed ||= close && wait > 300
        const before = attempts[which]
        if (!before) continue
        const feePaid = [...booked.values()].some((charge) => charge.surplus === null)
        // The books refuse a transaction that belongs to another attempt: see applyAnswer.
        const foreign = answer.kind === 'paid' && booked.get(answer.transactionNo)?.txnRef !== undefined && booked.get(answer.transactionNo)?.txnRef !== before.txnRef
        const step = reduceAnswer(before, { feePaid, closed }, foreign ? { ...answer, txnRef: '' } : answer, after(minutes))
        if (step.charge && !booked.has(step.charge.transactionNo)) booked.set(step.charge.transactionNo, { surplus: step.charge.surplus, amountVnd: step.charge.amountVnd, txnRef: before.txnRef })
        attempts[which] = { ...before, state: step.state, reason: step.reason, transactionNo: step.state === 'paid' ? (before.transactionNo ?? step.charge?.transactionNo ?? null) : null }
        if (before.state === 'paid') expect(step.state).toBe('paid')
        if (answer.kind === 'paid' && answer.txnRef === before.txnRef && !foreign) expect(booked.has(answer.transactionNo)).toBe(true)
        if (isActive(step.state)) expect(minutes).toBeLessThan(24 * 60)
      }
      const fees = [...booked.values()].filter((charge) => charge.surplus === null)
      expect(fees.length).toBeLessThanOrEqual(1)
      for (const fee of fees) expect(fee.amountVnd).toBe(115_000)
      for (const one of attempts) if (one.state === 'paid') expect(booked.get(one.transactionNo ?? '')?.txnRef).toBe(one.txnRef)
    }), { numRuns: 500 })
  })
})
