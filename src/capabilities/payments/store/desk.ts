import { sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import { actorId } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { RefundReason } from '../refunds.ts'
import type { DiscrepancyReason } from './discrepancies.ts'

/** A refund that a person wants although no rule asks for it. */
export interface Proposal {
  readonly id: string
  readonly chargeId: string
  readonly transactionNo: string
  readonly amountVnd: number
  readonly dossierId: string | null
  readonly note: string
  readonly proposedBy: string
  /** Whose post that is: one person may hold several. */
  readonly proposedByPerson: string | null
  readonly proposedAt: Date
  readonly state: 'open' | 'confirmed' | 'declined'
}

const proposal = sql`select p.id, p.charge_id as "chargeId", c.provider_transaction_no as "transactionNo", c.amount_vnd as "amountVnd", c.dossier_id as "dossierId", p.note,
  p.proposed_by as "proposedBy", p.proposed_by_person as "proposedByPerson", p.proposed_at as "proposedAt", p.state from payments.proposal p join payments.charge c on c.id = p.charge_id`

export async function lockProposal(work: Work, id: string): Promise<Proposal | undefined> {
  return work.db.maybe<Proposal>(sql`${proposal} where p.id = ${id} for update of p`)
}

function personOf({ actor }: Work): string | null {
  return actor.kind === 'staff' ? actor.personId : null
}

/** @returns false when one is open for this charge already */
export async function saveProposal(work: Work, p: { readonly id: string; readonly chargeId: string; readonly note: string }): Promise<boolean> {
  return await work.db.run(sql`insert into payments.proposal (id, charge_id, note, proposed_by, proposed_by_person, proposed_at, state)
    values (${p.id}, ${p.chargeId}, ${p.note}, ${actorId(work.actor)}, ${personOf(work)}, ${work.now}, 'open')
    on conflict (charge_id) where state = 'open' do nothing`) === 1
}

export async function saveProposalEnd(work: Work, id: string, state: 'confirmed' | 'declined', refundId: string | null): Promise<void> {
  await work.db.run(sql`update payments.proposal set state = ${state}, ended_by = ${actorId(work.actor)}, ended_by_person = ${personOf(work)}, ended_at = ${work.now}, refund_id = ${refundId} where id = ${id}`)
}

interface NewDeskEvent {
  readonly kind: 'resolved' | 'retried' | 'proposed' | 'confirmed' | 'declined'
  readonly discrepancyId?: string
  readonly refundId?: string
  readonly proposalId?: string
  readonly note?: string
}

/** Writes down what a person at the desk did. */
export async function saveDeskEvent(work: Work, e: NewDeskEvent): Promise<void> {
  await work.db.run(sql`insert into payments.desk_event (id, kind, discrepancy_id, refund_id, proposal_id, by_staff, at, note)
    values (${newId()}, ${e.kind}, ${e.discrepancyId ?? null}, ${e.refundId ?? null}, ${e.proposalId ?? null}, ${actorId(work.actor)}, ${work.now}, ${e.note ?? null})`)
}

/** One open question of the desk, with what belongs to it. */
export interface DeskItem {
  readonly id: string
  readonly reason: DiscrepancyReason
  readonly owner: string
  readonly foundAt: Date
  readonly amountVnd: number | null
  readonly statementDate: string | null
  readonly transactionNo: string | null
  readonly dossierId: string | null
  readonly refundId: string | null
  /** The charge that could be returned. */
  readonly chargeId: string | null
  readonly refundReason: RefundReason | null
  readonly refundDueAt: Date | null
  /** Nothing is under way for the charge that this refund was to return. */
  readonly mayRetry: boolean
}

/** Open questions of one authority, and those that name no authority, the oldest first. @param authorityCodes as attempts carry them */
export async function listDesk(work: Work, authorityCodes: readonly string[], limit: number, offset = 0): Promise<DeskItem[]> {
  return work.db.many<DeskItem>(sql`select d.id, d.reason, d.owner, d.found_at as "foundAt", d.amount_vnd as "amountVnd", d.statement_date::text as "statementDate",
      coalesce(d.provider_transaction_no, c.provider_transaction_no) as "transactionNo", coalesce(a.dossier_id, c.dossier_id) as "dossierId", d.refund_id as "refundId", c.id as "chargeId",
      r.reason as "refundReason", r.due_at as "refundDueAt",
      coalesce(r.state = 'failed' and not exists (select from payments.refund live where live.charge_id = r.charge_id and live.state <> 'failed'), false) as "mayRetry"
    from payments.discrepancy d
    left join payments.refund r on r.id = d.refund_id
    left join payments.charge c on c.id = r.charge_id or (r.id is null and c.provider_transaction_no = d.provider_transaction_no)
    left join payments.attempt a on a.id = coalesce(d.attempt_id, c.attempt_id)
    where d.state = 'open' and (a.id is null or a.authority_code = any(${authorityCodes}::text[]))
    order by d.found_at, d.id limit ${limit} offset ${offset}`)
}

/** Whether an open question (by its own id or its refund's) or an open proposal is one that `listDesk` or `listProposals` would show the authority. */
export async function isOnDesk(work: Work, authorityCodes: readonly string[], id: string): Promise<boolean> {
  return (await work.db.maybe(sql`select from payments.discrepancy d
      left join payments.refund r on r.id = d.refund_id
      left join payments.charge c on c.id = r.charge_id or (r.id is null and c.provider_transaction_no = d.provider_transaction_no)
      left join payments.attempt a on a.id = coalesce(d.attempt_id, c.attempt_id)
      where (d.id = ${id} or d.refund_id = ${id}) and d.state = 'open' and (a.id is null or a.authority_code = any(${authorityCodes}::text[]))
    union all
    select from payments.proposal p join payments.charge c on c.id = p.charge_id left join payments.attempt a on a.id = c.attempt_id
      where p.id = ${id} and p.state = 'open' and (a.id is null or a.authority_code = any(${authorityCodes}::text[]))
    limit 1`)) !== undefined
}

/** Open proposals of one authority. */
export async function listProposals(work: Work, authorityCodes: readonly string[], limit: number, offset = 0): Promise<Proposal[]> {
  return work.db.many<Proposal>(sql`${proposal} left join payments.attempt a on a.id = c.attempt_id
    where p.state = 'open' and (a.id is null or a.authority_code = any(${authorityCodes}::text[])) order by p.proposed_at, p.id limit ${limit} offset ${offset}`)
}

/** A kept fee of a dossier that wants no more money: what a person could propose to return. */
export async function findKeptFee(work: Work, dossierId: string): Promise<{ chargeId: string; attemptId: string } | undefined> {
  return work.db.maybe(sql`select c.id as "chargeId", c.attempt_id as "attemptId" from payments.charge c join payments.closing k on k.dossier_id = c.dossier_id
    where c.dossier_id = ${dossierId} and c.use = 'fee' and not exists (select from payments.refund r where r.charge_id = c.id and r.state <> 'failed')`)
}

/** What was done at the desk, the newest first. */
export async function listDeskEvents(work: Work, authorityCodes: readonly string[], limit: number): Promise<{ kind: NewDeskEvent['kind']; byStaff: string; at: Date; note: string | null; amountVnd: number | null }[]> {
  return work.db.many(sql`select e.kind, e.by_staff as "byStaff", e.at, e.note, coalesce(d.amount_vnd, r.amount_vnd, c.amount_vnd) as "amountVnd" from payments.desk_event e
    left join payments.discrepancy d on d.id = e.discrepancy_id left join payments.refund r on r.id = e.refund_id
    left join payments.proposal p on p.id = e.proposal_id left join payments.charge c on c.id = p.charge_id
    left join payments.attempt a on a.id = coalesce(d.attempt_id, r.attempt_id, c.attempt_id)
    where a.id is null or a.authority_code = any(${authorityCodes}::text[]) order by e.at desc, e.id desc limit ${limit}`)
}
