import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeLine, type StatementLine } from './reconciliation.ts'
import { type AttemptView, isActive, MINUTE_MS, type PaymentAnswer, reduceAnswer, type SurplusReason } from './reduction.ts'
import { type RefundAnswer, type RefundState, reduceRefund } from './refunds.ts'

const FEE = 115_000
const BEGIN = new Date('2026-11-20T02:00:00Z').getTime()

/** The other side: what really moved, by its own numbers. It hears nothing from us but refund requests. */
type Outside = Map<string, { readonly ref: string; readonly amountVnd: number; returned: number; refused: boolean }>

interface Row {
  readonly ref: string | null
  readonly surplus: SurplusReason | null
}

interface Returning {
  state: RefundState
  readonly dueAt: Date
  tries: number
}

/** Our books, kept by the very functions that decide in the service; saving may be cut off by a crash. */
interface Books {
  attempts: readonly AttemptView[]
  readonly rows: Map<string, Row>
  readonly refunds: Map<string, Returning>
  closed: 'no' | 'keeps' | 'returns'
  now: number
  crashing: boolean
}

/** What was decided is saved, unless the process dies just then. */
function save(books: Books, write: () => void): void {
  if (books.crashing) books.crashing = false
  else write()
}

const feePaid = (books: Books) => [...books.rows.values()].some((row) => row.surplus === null)

function start(books: Books): void {
  if (books.closed !== 'no' || feePaid(books) || books.attempts.some((one) => isActive(one.state))) return
  const startedAt = new Date(books.now)
  const attempt: AttemptView = {
    method: 'vietqr', state: 'started', reason: null, txnRef: `REF${books.attempts.length}`, amountVnd: FEE, startedAt, expiresAt: new Date(books.now + 15 * MINUTE_MS), transactionNo: null,
  }
  save(books, () => { books.attempts = [...books.attempts, attempt] })
}

function hears(books: Books, ref: string, answer: PaymentAnswer): void {
  const attempt = books.attempts.find((one) => one.txnRef === ref)
  if (!attempt) return
  const booked = answer.kind === 'paid' ? books.rows.get(answer.transactionNo) : undefined
  const own: PaymentAnswer = answer.kind === 'paid' && booked && booked.ref !== ref ? { ...answer, txnRef: '' } : answer
  const step = reduceAnswer(attempt, { feePaid: feePaid(books), closed: books.closed !== 'no' }, own, new Date(books.now))
  save(books, () => {
    const transactionNo = step.state === 'paid' ? (attempt.transactionNo ?? step.charge?.transactionNo ?? null) : null
    books.attempts = books.attempts.map((one) => (one === attempt ? { ...one, state: step.state, reason: step.reason, transactionNo } : one))
    if (step.charge && !books.rows.has(step.charge.transactionNo)) book(books, step.charge.transactionNo, { ref, surplus: step.charge.surplus })
  })
}

function book(books: Books, transactionNo: string, row: Row): void {
  books.rows.set(transactionNo, row)
  if (row.surplus !== null) owe(books, transactionNo)
}

function owe(books: Books, transactionNo: string): void {
  const found = books.refunds.get(transactionNo)
  if (!found || found.state === 'failed') books.refunds.set(transactionNo, { state: 'asked', dueAt: new Date(books.now + 7 * 24 * 60 * MINUTE_MS), tries: 0 })
}

function reads(books: Books, line: StatementLine, seenBefore: boolean): void {
  const row = books.rows.get(line.transactionNo)
  const attempt = books.attempts.find((one) => one.txnRef === line.txnRef)
  const charge = row && { id: line.transactionNo, transactionNo: line.transactionNo, amountVnd: line.amountVnd }
  const finding = judgeLine(line, { charge, refund: undefined, attempt, seenBefore })
  if (finding.kind === 'take-in') hears(books, line.txnRef, { kind: 'paid', txnRef: line.txnRef, transactionNo: line.transactionNo, amountVnd: line.amountVnd, paidAt: line.at })
  if (finding.kind === 'orphan') save(books, () => book(books, line.transactionNo, { ref: null, surplus: 'orphan' }))
}

function close(books: Books, how: 'keeps' | 'returns'): void {
  if (books.closed !== 'no') return
  books.closed = how
  if (how === 'returns') for (const transactionNo of books.rows.keys()) owe(books, transactionNo)
}

/** "Sent" is saved before the request leaves. @returns whether a request may leave */
function sends(books: Books, transactionNo: string): 'request' | 'question' | undefined {
  const found = books.refunds.get(transactionNo)
  if (!found || found.state === 'done' || found.state === 'failed') return undefined
  const kind = found.state === 'asked' ? 'request' : 'question'
  found.state = 'sent'
  found.tries += 1
  return kind
}

function hearsOfRefund(books: Books, transactionNo: string, answer: RefundAnswer): void {
  const found = books.refunds.get(transactionNo)
  if (!found) return
  const step = reduceRefund(found, answer, new Date(books.now))
  save(books, () => { found.state = step.state })
}

interface Model {
  starts: number
}
interface Real {
  readonly books: Books
  readonly outside: Outside
}
type Command = fc.Command<Model, Real>

/** What must hold after every single step. */
function hold({ books, outside }: Real): void {
  const fees = [...books.rows].filter(([, row]) => row.surplus === null)
  expect(fees.length).toBeLessThanOrEqual(1)
  for (const [transactionNo] of fees) expect(outside.get(transactionNo)?.amountVnd).toBe(FEE)
  expect(books.attempts.filter((one) => isActive(one.state)).length).toBeLessThanOrEqual(1)
  for (const [transactionNo, row] of books.rows) {
    expect(outside.has(transactionNo)).toBe(true)
    if (row.surplus !== null) expect(books.refunds.has(transactionNo)).toBe(true)
  }
  for (const one of outside.values()) expect(one.returned).toBeLessThanOrEqual(1)
  for (const one of books.attempts) if (one.state === 'paid') expect(books.rows.get(one.transactionNo ?? '')?.ref).toBe(one.txnRef)
}

function command(name: string, run: (real: Real) => void): Command {
  return {
    check: () => true,
    run(model, real) {
      if (name === 'start') model.starts += 1
      run(real)
      hold(real)
    },
    toString: () => name,
  }
}

const refOf = (n: number) => `REF${n % 4}`

function truthAbout({ outside, books }: Real, ref: string): PaymentAnswer {
  const attempt = books.attempts.find((one) => one.txnRef === ref)
  const credits = [...outside].filter(([, one]) => one.ref === ref)
  const [transactionNo, one] = credits.find(([, credit]) => credit.amountVnd === attempt?.amountVnd) ?? credits[0] ?? []
  return transactionNo && one ? { kind: 'paid', txnRef: ref, transactionNo, amountVnd: one.amountVnd, paidAt: new Date(books.now) } : { kind: 'absent' }
}

/** A request or a question reaches the other side, and its answer perhaps us. */
function refundStep(real: Real, transactionNo: string, answered: boolean, refuses: boolean): void {
  const sent = sends(real.books, transactionNo)
  const one = real.outside.get(transactionNo)
  if (!sent || !one) return
  if (sent === 'request' && one.returned === 0) {
    if (refuses) one.refused = true
    else one.returned += 1
  }
  if (!answered) return
  const answer: RefundAnswer = one.returned > 0 ? { kind: 'done', refundNo: '1' } : one.refused ? { kind: 'rejected', code: '09' } : { kind: 'not-asked' }
  hearsOfRefund(real.books, transactionNo, answer)
}

function statement(real: Real, how: 'whole' | 'one missing' | 'one twice'): void {
  const lines = [...real.outside].map(([transactionNo, one]): StatementLine => ({ kind: 'payment', method: 'vietqr', transactionNo, txnRef: one.ref, amountVnd: one.amountVnd, at: new Date(real.books.now), originalNo: '', requestId: '' }))
  const [first] = lines
  const read = how === 'one missing' ? lines.slice(1) : how === 'one twice' && first ? [...lines, first] : lines
  const seen = new Set<string>()
  for (const line of read) {
    reads(real.books, line, seen.has(line.transactionNo))
    seen.add(line.transactionNo)
  }
}

const nth = (real: Real, n: number) => [...real.outside.keys()][n % Math.max(1, real.outside.size)] ?? ''

const starts = fc.constant(command('start', ({ books }) => start(books)))
const arrivals = fc.tuple(fc.nat(5), fc.constantFrom(FEE, FEE, FEE, 11_500)).map(([n, amountVnd]) => command(`money arrives for ${n}`, ({ books, outside }) => {
  // A reference that nobody gave out is mistyped.
  const ref = books.attempts[n]?.txnRef ?? ''
  outside.set(String(97_000_001 + outside.size), { ref, amountVnd, returned: 0, refused: false })
}))

const callBacks = fc.tuple(fc.nat(3), fc.constantFrom('true', 'forged', 'late', 'twice')).map(([n, how]) => command(`a ${how} call-back`, (real) => {
  // It can do no more than make us ask; a forged one not even that.
  if (how !== 'forged') hears(real.books, refOf(n), truthAbout(real, refOf(n)))
}))

const queries = fc.tuple(fc.nat(3), fc.constantFrom('truth', 'truth', 'unavailable', 'unfinished', 'failed', 'other')).map(([n, how]) => command(`query: ${how}`, (real) => {
  const ref = refOf(n)
  const truth = truthAbout(real, ref)
  const answer: PaymentAnswer = how === 'unavailable' ? { kind: 'unavailable' }
    : how === 'unfinished' ? { kind: 'unfinished', txnRef: ref }
      : how === 'failed' ? (truth.kind === 'paid' ? truth : { kind: 'failed', txnRef: ref })
        : how === 'other' ? truthAbout(real, refOf(n + 1)) : truth
  if (how === 'other' && (answer.kind !== 'paid' || answer.txnRef === ref)) return
  hears(real.books, ref, answer)
}))

const statements = fc.constantFrom('whole' as const, 'one missing' as const, 'one twice' as const).map((how) => command(`statement, ${how}`, (real) => statement(real, how)))

const refundSteps = fc.tuple(fc.nat(9), fc.boolean(), fc.boolean()).map(([n, answered, refuses]) => command(`refund${answered ? '' : ', answer lost'}${refuses ? ', refused' : ''}`, (real) => refundStep(real, nth(real, n), answered, refuses)))

const times = fc.constantFrom(3, 17, 400, 1500).map((minutes) => command(`${minutes} minutes`, ({ books }) => {
  books.now += minutes * MINUTE_MS
}))

const closings = fc.constantFrom('keeps' as const, 'returns' as const).map((how) => command(`closed, ${how} the fee`, ({ books }) => close(books, how)))

const crashes = fc.constant(command('the next process dies before it saves', ({ books }) => {
  books.crashing = true
}))

// What leads to a second attempt comes up often: there most of the danger lies.
const commands = [starts, starts, starts, arrivals, arrivals, queries, queries, queries, times, times, callBacks, statements, refundSteps, refundSteps, closings, crashes]

/** Everything that is due is done, with a desk that tries refused refunds again. */
function settle(real: Real): void {
  const { books, outside } = real
  books.crashing = false
  for (const minutes of [60, 24 * 60, 60]) {
    books.now += minutes * MINUTE_MS
    for (const one of books.attempts) if (one.state !== 'paid') hears(books, one.txnRef, truthAbout(real, one.txnRef))
    statement(real, 'whole')
    for (const transactionNo of outside.keys()) {
      const one = outside.get(transactionNo)
      const refund = books.refunds.get(transactionNo)
      if (refund?.state === 'failed' && one) {
        one.refused = false
        refund.state = 'asked'
      }
      for (let i = 0; i < 3; i++) refundStep(real, transactionNo, true, false)
    }
  }
}

test('whatever is started, paid, called back, asked, read, returned, cut off and however late: one fee at most stays, and all else went back once (R7)', () => {
  fc.assert(fc.property(fc.commands(commands, { maxCommands: 40, size: 'max' }), (sequence) => {
    const real: Real = { books: { attempts: [], rows: new Map(), refunds: new Map(), closed: 'no', now: BEGIN, crashing: false }, outside: new Map() }
    fc.modelRun(() => ({ model: { starts: 0 }, real }), sequence)
    settle(real)
    hold(real)
    const { books, outside } = real
    const kept = [...outside].filter(([, one]) => one.returned === 0)
    expect(kept.length).toBeLessThanOrEqual(1)
    for (const [transactionNo] of kept) expect(books.rows.get(transactionNo)?.surplus).toBe(null)
    if (books.closed === 'returns') expect(kept).toEqual([])
    if (books.closed === 'no') {
      const served = [...outside.values()].some((one) => one.amountVnd === FEE && books.attempts.some((attempt) => attempt.txnRef === one.ref))
      expect(kept.length).toBe(served ? 1 : 0)
    }
    expect(books.attempts.filter((one) => isActive(one.state) || one.state === 'missing')).toEqual([])
  }), { numRuns: 1_500 })
})
