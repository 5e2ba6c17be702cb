import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import type { AttemptState, AttemptView, DossierMoney, PaidBy, Step } from '../reduction.ts'

/** One try to pay the fee of a dossier. Amounts in đồng. */
export interface Attempt extends AttemptView {
  readonly id: string
  readonly dossierId: string
  readonly personId: string
  readonly authorityCode: string
  readonly orderInfo: string
  readonly askedAt: Date | null
  readonly answeredAt: Date | null
  readonly nextQueryAt: Date | null
  readonly endedAt: Date | null
}

interface Row {
  id: string
  dossier_id: string
  person_id: string
  method: PaidBy
  authority_code: string
  order_info: string
  amount_vnd: number
  txn_ref: string
  state: AttemptState
  reason: string | null
  started_at: Date
  expires_at: Date
  asked_at: Date | null
  answered_at: Date | null
  next_query_at: Date | null
  ended_at: Date | null
  provider_transaction_no: string | null
}

function toAttempt(row: Row): Attempt {
  return {
    id: row.id, dossierId: row.dossier_id, personId: row.person_id, method: row.method, authorityCode: row.authority_code, orderInfo: row.order_info, amountVnd: row.amount_vnd,
    txnRef: row.txn_ref, state: row.state, reason: row.reason, startedAt: row.started_at, expiresAt: row.expires_at, askedAt: row.asked_at,
    answeredAt: row.answered_at, nextQueryAt: row.next_query_at, endedAt: row.ended_at, transactionNo: row.provider_transaction_no,
  }
}

async function find(work: Work, where: Sql): Promise<Attempt | undefined> {
  const row = await work.db.maybe<Row>(sql`select * from payments.attempt where ${where}`)
  return row && toAttempt(row)
}

export function findAttempt(work: Work, attemptId: string): Promise<Attempt | undefined> {
  return find(work, sql`id = ${attemptId}`)
}

export function findAttemptByReference(work: Work, txnRef: string): Promise<Attempt | undefined> {
  return find(work, sql`txn_ref = ${txnRef}`)
}

export function findActiveAttempt(work: Work, dossierId: string): Promise<Attempt | undefined> {
  return find(work, sql`dossier_id = ${dossierId} and state in ('started', 'pending')`)
}

export async function listAttempts(work: Work, dossierId: string): Promise<Attempt[]> {
  return (await work.db.many<Row>(sql`select * from payments.attempt where dossier_id = ${dossierId} order by started_at, id`)).map(toAttempt)
}

/** Locks the money of a dossier: all its attempts, always in the same order. */
export async function lockAttempts(work: Work, dossierId: string): Promise<Attempt[]> {
  return (await work.db.many<Row>(sql`select * from payments.attempt where dossier_id = ${dossierId} order by id for update`)).map(toAttempt)
}

export interface NewAttempt extends Pick<Attempt, 'id' | 'dossierId' | 'personId' | 'method' | 'authorityCode' | 'orderInfo' | 'amountVnd' | 'txnRef' | 'startedAt' | 'expiresAt'> {
  readonly nextQueryAt: Date
}

/** @returns false when the dossier has an active attempt already */
export async function saveAttempt(work: Work, a: NewAttempt): Promise<boolean> {
  return await work.db.run(sql`insert into payments.attempt
      (id, dossier_id, person_id, method, authority_code, purpose, order_info, amount_vnd, txn_ref, state, started_at, expires_at, next_query_at)
    values (${a.id}, ${a.dossierId}, ${a.personId}, ${a.method}, ${a.authorityCode}, 'fee', ${a.orderInfo}, ${a.amountVnd}, ${a.txnRef}, 'started', ${a.startedAt}, ${a.expiresAt}, ${a.nextQueryAt})
    on conflict (dossier_id) where state in ('started', 'pending') do nothing`) === 1
}

export async function saveAsked(work: Work, attemptId: string): Promise<void> {
  await work.db.run(sql`update payments.attempt set asked_at = ${work.now} where id = ${attemptId}`)
}

/** Writes what an answer made of an attempt. @param answered false when there was no usable answer */
export async function saveStep(work: Work, attempt: Attempt, step: Step, answered: boolean): Promise<void> {
  const active = step.nextQueryAt !== null
  const transactionNo = step.state === 'paid' ? (attempt.transactionNo ?? step.charge?.transactionNo ?? null) : null
  await work.db.run(sql`update payments.attempt set state = ${step.state}, reason = ${step.reason}, next_query_at = ${step.nextQueryAt},
      ended_at = ${active ? null : (step.state === attempt.state ? attempt.endedAt : work.now)}, provider_transaction_no = ${transactionNo},
      answered_at = ${answered ? work.now : attempt.answeredAt}
    where id = ${attempt.id}`)
}

/** Ends an attempt of which nobody has said that it is being paid, because its payer wants to pay another way. */
export async function saveReplaced(work: Work, attemptId: string): Promise<void> {
  await work.db.run(sql`update payments.attempt set state = 'failed', reason = 'replaced', next_query_at = null, ended_at = ${work.now} where id = ${attemptId} and state in ('started', 'pending')`)
}

/** Whether the fee is paid and whether more money is wanted. */
export async function getDossierMoney(work: Work, dossierId: string): Promise<DossierMoney> {
  return work.db.one<DossierMoney>(sql`select
    exists (select from payments.charge where dossier_id = ${dossierId} and use = 'fee') as "feePaid",
    exists (select from payments.closing where dossier_id = ${dossierId}) as closed`)
}

/** Notes that a dossier wants no more money. @returns false when that was known */
export async function saveClosing(work: Work, c: { readonly dossierId: string; readonly reason: string; readonly keepsFee: boolean }): Promise<boolean> {
  return await work.db.run(sql`insert into payments.closing (dossier_id, reason, keeps_fee, closed_at) values (${c.dossierId}, ${c.reason}, ${c.keepsFee}, ${work.now}) on conflict do nothing`) === 1
}

export interface NewCallBack {
  readonly id: string
  readonly attemptId: string | null
  readonly via: 'call-back' | 'return'
  readonly verified: boolean
  readonly answerCode: string
  readonly raw: Readonly<Record<string, string>>
}

export async function saveCallBack(work: Work, c: NewCallBack): Promise<void> {
  await work.db.run(sql`insert into payments.call_back (id, attempt_id, via, verified, answer_code, received_at, raw)
    values (${c.id}, ${c.attemptId}, ${c.via}, ${c.verified}, ${c.answerCode}, ${work.now}, ${JSON.stringify(c.raw)}::jsonb)`)
}

/** Unknown attempts whose next question is long due: their job was lost. */
export async function listForgotten(work: Work, before: Date, limit: number): Promise<string[]> {
  const rows = await work.db.many<{ id: string }>(sql`select id from payments.attempt where state in ('started', 'pending') and next_query_at < ${before} order by next_query_at limit ${limit}`)
  return rows.map((row) => row.id)
}

/** Attempts given up as missing, and replaced ones unanswered since their page closed, that nobody was asked about since: an outage that ends shall end them too. */
export async function listMissing(work: Work, notAskedSince: Date, endedAfter: Date, limit: number): Promise<string[]> {
  const rows = await work.db.many<{ id: string }>(sql`select id from payments.attempt where (state = 'missing' or (reason = 'replaced' and expires_at < ${notAskedSince} and coalesce(answered_at, started_at) < expires_at))
      and coalesce(asked_at, started_at) < ${notAskedSince} and ended_at > ${endedAfter}
    order by ended_at limit ${limit}`)
  return rows.map((row) => row.id)
}
