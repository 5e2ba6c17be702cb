import { describe, expect, test } from 'vitest'
import { judgeLine, type StatementLine } from './reconciliation.ts'
import { reduceRefund } from './refunds.ts'

const now = new Date('2026-11-20T03:00:00Z')
const soon = new Date('2026-11-27T03:00:00Z')
const past = new Date('2026-11-19T03:00:00Z')

describe('the way of a refund (P4)', () => {
  test('what the platform has taken in is asked about until it reaches the bank', () => {
    expect(reduceRefund({ state: 'sent', dueAt: soon, tries: 1 }, { kind: 'processing', refundNo: '5' }, now)).toMatchObject({ state: 'sent', refundNo: '5', alarm: null })
    expect(reduceRefund({ state: 'sent', dueAt: soon, tries: 2 }, { kind: 'done', refundNo: '5' }, now)).toMatchObject({ state: 'done', nextTryAt: null })
  })

  test('a request that never arrived goes out again, an unknown one is asked about first', () => {
    expect(reduceRefund({ state: 'sent', dueAt: soon, tries: 1 }, { kind: 'not-asked' }, now).state).toBe('asked')
    expect(reduceRefund({ state: 'sent', dueAt: soon, tries: 1 }, { kind: 'unavailable' }, now).state).toBe('sent')
  })

  test('a refused or overdue refund is told to a person', () => {
    expect(reduceRefund({ state: 'sent', dueAt: soon, tries: 1 }, { kind: 'rejected', code: '09' }, now)).toMatchObject({ state: 'failed', alarm: 'refund-refused' })
    expect(reduceRefund({ state: 'sent', dueAt: past, tries: 9 }, { kind: 'unavailable' }, now)).toMatchObject({ state: 'sent', alarm: 'refund-overdue' })
  })

  test('a refund that ended stays ended', () => {
    expect(reduceRefund({ state: 'done', dueAt: past, tries: 3 }, { kind: 'rejected', code: '09' }, now)).toMatchObject({ state: 'done', alarm: null })
  })
})

describe('each line of a statement (MON8)', () => {
  const line: StatementLine = { kind: 'payment', method: 'checkout', transactionNo: '97000001', txnRef: 'REF1', amountVnd: 115_000, at: now, originalNo: '', requestId: '' }
  const charge = { id: 'c1', transactionNo: '97000001', amountVnd: 115_000 }
  const refund = { id: 'r1', amountVnd: 115_000, requestId: 'Q1', refundNo: null, elsewhere: false }
  const nothing = { charge: undefined, refund: undefined, attempt: undefined, seenBefore: false }
  test.each([
    ['matches the charge we booked', line, { ...nothing, charge }, { kind: 'charge', chargeId: 'c1' }],
    ['with another amount than we booked is shown to a person', { ...line, amountVnd: 1 }, { ...nothing, charge }, { kind: 'discrepancy', reason: 'line-differs' }],
    ['for an attempt we gave up is taken in', line, { ...nothing, attempt: { method: 'checkout', state: 'missing', amountVnd: 115_000, transactionNo: null } }, { kind: 'take-in', repaired: 'adopted' }],
    ['for an attempt paid by another charge is a double', line, { ...nothing, attempt: { method: 'checkout', state: 'paid', amountVnd: 115_000, transactionNo: '1' } }, { kind: 'take-in', repaired: 'double' }],
    ['of another amount than asked goes back', { ...line, amountVnd: 5 }, { ...nothing, attempt: { method: 'checkout', state: 'pending', amountVnd: 115_000, transactionNo: null } }, { kind: 'take-in', repaired: 'amount-differs' }],
    ['of a transfer whose words hold no reference of ours is booked as an orphan', { ...line, method: 'vietqr', txnRef: '' }, nothing, { kind: 'orphan' }],
    ['of a transfer that names an order of the checkout is booked as an orphan', { ...line, method: 'vietqr' }, { ...nothing, attempt: { method: 'checkout', state: 'pending', amountVnd: 115_000, transactionNo: null } }, { kind: 'orphan' }],
    ['about an order that is not ours is shown to a person', line, nothing, { kind: 'discrepancy', reason: 'unknown-reference' }],
    ['that stands there twice is shown to a person', line, { ...nothing, charge, seenBefore: true }, { kind: 'discrepancy', reason: 'line-twice' }],
    ['of a refund matches the refund', { ...line, kind: 'refund', originalNo: '1', requestId: 'Q1' }, { ...nothing, charge, refund }, { kind: 'refund', refundId: 'r1' }],
    ['of a refund that stood in another line already is shown to a person', { ...line, kind: 'refund', originalNo: '1', requestId: 'Q1' }, { ...nothing, charge, refund: { ...refund, elsewhere: true } }, { kind: 'discrepancy', reason: 'unknown-refund' }],
    ['of a refund by a request that we hold for refused is shown to a person', { ...line, kind: 'refund', originalNo: '1', requestId: 'Q0' }, { ...nothing, charge, refund: { ...refund, refundNo: '6' } }, { kind: 'discrepancy', reason: 'unknown-refund' }],
    ['of a refund whose number we know matches it whatever request it names', { ...line, kind: 'refund', originalNo: '1', requestId: 'Q0' }, { ...nothing, charge, refund: { ...refund, refundNo: line.transactionNo } }, { kind: 'refund', refundId: 'r1' }],
    ['of a refund we never asked for is shown to a person', { ...line, kind: 'refund', originalNo: '1', requestId: 'Q1' }, { ...nothing, charge }, { kind: 'discrepancy', reason: 'unknown-refund' }],
  ] as const)('%s', (_name, statementLine, ours, finding) => {
    expect(judgeLine(statementLine, ours)).toEqual(finding)
  })
})
