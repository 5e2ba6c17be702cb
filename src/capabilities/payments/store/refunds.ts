import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import type { RefundReason, RefundState, RefundStep } from '../refunds.ts'

/** Money going back, in đồng. */
export interface Refund {
  readonly id: string
  readonly chargeId: string
  readonly attemptId: string | null
  readonly dossierId: string | null
  readonly amountVnd: number
  readonly reason: RefundReason
  readonly requestId: string
  readonly state: RefundState
  readonly tries: number
  readonly askedAt: Date
  readonly dueAt: Date
  readonly sentAt: Date | null
  readonly takenAt: Date | null
  readonly nextTryAt: Date | null
  readonly endedAt: Date | null
  readonly refundNo: string | null
}

const columns = sql`id, charge_id as "chargeId", attempt_id as "attemptId", dossier_id as "dossierId", amount_vnd as "amountVnd", reason, request_id as "requestId", state, tries,
  asked_at as "askedAt", due_at as "dueAt", sent_at as "sentAt", taken_at as "takenAt", next_try_at as "nextTryAt", ended_at as "endedAt", provider_refund_no as "refundNo"`

async function list(work: Work, where: Sql): Promise<Refund[]> {
  return work.db.many<Refund>(sql`select ${columns} from payments.refund where ${where}`)
}

export async function findRefund(work: Work, refundId: string): Promise<Refund | undefined> {
  return (await list(work, sql`id = ${refundId}`))[0]
}

export async function lockRefund(work: Work, refundId: string): Promise<Refund | undefined> {
  return (await list(work, sql`id = ${refundId} for update`))[0]
}

export async function listRefunds(work: Work, dossierId: string): Promise<Refund[]> {
  return list(work, sql`dossier_id = ${dossierId} order by asked_at, id`)
}

/** Every refund of a charge, the oldest first: refused ones and the one that took their place. */
export async function listRefundsOfCharge(work: Work, chargeId: string): Promise<Refund[]> {
  return list(work, sql`charge_id = ${chargeId} order by asked_at, id`)
}

/** The refund of a charge that is under way or done. */
export async function findLiveRefund(work: Work, chargeId: string): Promise<Refund | undefined> {
  return (await list(work, sql`charge_id = ${chargeId} and state <> 'failed'`))[0]
}

export type NewRefund = Pick<Refund, 'id' | 'chargeId' | 'attemptId' | 'dossierId' | 'amountVnd' | 'reason' | 'requestId' | 'dueAt'> & { readonly nextTryAt: Date }

/** @returns false when the charge is being returned already */
export async function saveRefund(work: Work, r: NewRefund): Promise<boolean> {
  return await work.db.run(sql`insert into payments.refund (id, charge_id, attempt_id, dossier_id, amount_vnd, reason, request_id, state, asked_at, due_at, next_try_at)
    values (${r.id}, ${r.chargeId}, ${r.attemptId}, ${r.dossierId}, ${r.amountVnd}, ${r.reason}, ${r.requestId}, 'asked', ${work.now}, ${r.dueAt}, ${r.nextTryAt})
    on conflict (charge_id) where state <> 'failed' do nothing`) === 1
}

/** Counts a question about the refund, and notes that it has left us when it is the request itself. */
export async function saveRefundTry(work: Work, refund: Refund, isRequest: boolean): Promise<void> {
  await work.db.run(sql`update payments.refund set tries = tries + 1, state = ${isRequest ? 'sent' : refund.state}, sent_at = ${isRequest ? work.now : refund.sentAt} where id = ${refund.id}`)
}

export async function saveRefundStep(work: Work, refundId: string, step: RefundStep, code: string): Promise<void> {
  const over = step.nextTryAt === null
  await work.db.run(sql`update payments.refund set state = ${step.state}, next_try_at = ${step.nextTryAt}, ended_at = ${over ? work.now : null}, taken_at = coalesce(taken_at, ${step.refundNo === null ? null : work.now}), last_code = ${code},
    provider_refund_no = coalesce(${step.refundNo}, provider_refund_no) where id = ${refundId}`)
}

/** Refunds under way whose next step is long due: their job was lost. */
export async function listForgottenRefunds(work: Work, before: Date, limit: number): Promise<string[]> {
  const rows = await work.db.many<{ id: string }>(sql`select r.id from payments.refund r join payments.charge c on c.id = r.charge_id where r.state in ('asked', 'sent') and r.next_try_at < ${before} and c.method <> 'cash' order by r.next_try_at limit ${limit}`)
  return rows.map((row) => row.id)
}
