import type { Work } from '../../../platform/work.ts'
import { addDays, instantAt } from '../../../platform/values/dates.ts'
import { newId } from '../../../platform/values/ids.ts'
import { judgeLine, type LineFinding, type StatementLine } from '../reconciliation.ts'
import { findAttemptByReference } from '../store/attempts.ts'
import { findChargeByTransaction } from '../store/charges.ts'
import { findSameReading, isMatchedElsewhere, listChargesNotIn, listRefundsNotInAny, repairDiscrepancies, repairVanished, saveDiscrepancy, saveLine, saveStatement } from '../store/discrepancies.ts'
import { findLiveRefund } from '../store/refunds.ts'
import { applyAnswer, takeInOrphan } from './apply-answer.ts'

export interface Reconciled {
  readonly lines: number
  readonly matched: number
  readonly repaired: number
  readonly open: number
}

export interface ReadStatement {
  readonly date: string
  readonly lines: readonly StatementLine[]
  readonly exchangeId: string
  readonly rawHash: Buffer
}

/** Compares a day's statement with our books: takes in money we did not know of, notes every other difference (MON8). */
export async function reconcile(work: Work, statement: ReadStatement): Promise<Reconciled> {
  const same = await findSameReading(work, statement.date, statement.rawHash)
  if (same !== undefined) return { lines: statement.lines.length, matched: statement.lines.length, repaired: 0, open: await noteAbsences(work, statement.date, same) }
  const statementId = newId()
  await saveStatement(work, { id: statementId, date: statement.date, lineCount: statement.lines.length, exchangeId: statement.exchangeId, rawHash: statement.rawHash })
  const counts = { matched: 0, repaired: 0, open: 0 }
  const seen = new Set<string>()
  const wrong: string[] = []
  for (const [index, line] of statement.lines.entries()) {
    const finding = await judge(work, line, seen.has(`${line.kind} ${line.transactionNo}`))
    seen.add(`${line.kind} ${line.transactionNo}`)
    counts[outcomeOf(finding)] += 1
    const discrepancyId = await settle(work, statement.date, statementId, index + 1, line, finding)
    if (finding.kind === 'discrepancy' && discrepancyId !== undefined) wrong.push(discrepancyId)
  }
  await repairVanished(work, statement.date, wrong)
  counts.open += await noteAbsences(work, statement.date, statementId)
  return { lines: statement.lines.length, ...counts }
}

async function judge(work: Work, line: StatementLine, seenBefore: boolean): Promise<LineFinding> {
  const charge = await findChargeByTransaction(work, line.kind === 'payment' ? line.transactionNo : line.originalNo)
  if (line.kind === 'refund') {
    const live = charge && (await findLiveRefund(work, charge.id))
    const refund = live && { ...live, elsewhere: await isMatchedElsewhere(work, live.id, line.transactionNo) }
    return judgeLine(line, { charge, refund, attempt: undefined, seenBefore })
  }
  return judgeLine(line, { charge, refund: undefined, attempt: await findAttemptByReference(work, line.txnRef), seenBefore })
}

function outcomeOf(finding: LineFinding): 'matched' | 'repaired' | 'open' {
  switch (finding.kind) {
    case 'charge':
    case 'refund':
      return 'matched'
    case 'take-in':
    case 'orphan':
      return 'repaired'
    case 'discrepancy':
      return 'open'
  }
}

async function settle(work: Work, date: string, statementId: string, lineNo: number, line: StatementLine, finding: LineFinding): Promise<string | undefined> {
  const saved = { lineNo, kind: line.kind, transactionNo: line.transactionNo, txnRef: line.txnRef, amountVnd: line.amountVnd, at: line.at, chargeId: null, refundId: null, discrepancyId: null }
  switch (finding.kind) {
    case 'charge':
      await repairDiscrepancies(work, 'absent-from-statement', line.transactionNo)
      await saveLine(work, statementId, { ...saved, chargeId: finding.chargeId })
      return undefined
    case 'refund':
      await repairDiscrepancies(work, 'refund-absent-from-statement', finding.refundId)
      await saveLine(work, statementId, { ...saved, refundId: finding.refundId })
      return undefined
    case 'take-in': {
      const attempt = await findAttemptByReference(work, line.txnRef)
      if (!attempt) throw new Error('the attempt of a line has vanished')
      const discrepancyId = await saveDiscrepancy(work, {
        reason: finding.repaired === 'late' ? 'adopted' : finding.repaired, about: line.transactionNo, repaired: true, attemptId: attempt.id,
        transactionNo: line.transactionNo, statementDate: date, amountVnd: line.amountVnd,
      })
      await applyAnswer(work, attempt, { kind: 'paid', txnRef: line.txnRef, transactionNo: line.transactionNo, amountVnd: line.amountVnd, paidAt: line.at }, { by: 'statement', statementId })
      await repairDiscrepancies(work, 'missing', attempt.id)
      const charge = await findChargeByTransaction(work, line.transactionNo)
      await saveLine(work, statementId, { ...saved, chargeId: charge?.id ?? null, discrepancyId })
      return discrepancyId
    }
    case 'orphan': {
      const discrepancyId = await saveDiscrepancy(work, { reason: 'orphan', about: line.transactionNo, repaired: true, transactionNo: line.transactionNo, statementDate: date, amountVnd: line.amountVnd })
      await takeInOrphan(work, { method: line.method, transactionNo: line.transactionNo, amountVnd: line.amountVnd, paidAt: line.at }, { by: 'statement', statementId })
      const charge = await findChargeByTransaction(work, line.transactionNo)
      await saveLine(work, statementId, { ...saved, chargeId: charge?.id ?? null, discrepancyId })
      return discrepancyId
    }
    case 'discrepancy': {
      const charge = await findChargeByTransaction(work, line.kind === 'payment' ? line.transactionNo : line.originalNo)
      const discrepancyId = await saveDiscrepancy(work, {
        reason: finding.reason, about: `${date} ${line.transactionNo}`, repaired: false, ...(charge ? attemptOf(charge) : {}), transactionNo: line.transactionNo, statementDate: date, amountVnd: line.amountVnd,
      })
      await saveLine(work, statementId, { ...saved, discrepancyId })
      return discrepancyId
    }
  }
}

/** What we hold and the statement does not. @returns how many */
async function noteAbsences(work: Work, date: string, statementId: string): Promise<number> {
  const from = instantAt(date)
  const to = instantAt(addDays(date, 1))
  const charges = await listChargesNotIn(work, statementId, from, to)
  for (const charge of charges) {
    await saveDiscrepancy(work, { reason: 'absent-from-statement', about: charge.transactionNo, repaired: false, ...attemptOf(charge), transactionNo: charge.transactionNo, statementDate: date, amountVnd: charge.amountVnd })
  }
  const refunds = await listRefundsNotInAny(work, to)
  for (const entry of refunds) {
    await saveDiscrepancy(work, { reason: 'refund-absent-from-statement', about: entry.id, repaired: false, refundId: entry.id, ...attemptOf(entry), statementDate: date, amountVnd: entry.amountVnd })
  }
  return charges.length + refunds.length
}

function attemptOf({ attemptId }: { readonly attemptId: string | null }): { readonly attemptId?: string } {
  return attemptId === null ? {} : { attemptId }
}
