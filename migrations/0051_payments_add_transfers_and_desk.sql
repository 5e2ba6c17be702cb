-- Payments: a second way to pay (a transfer by VietQR), money that names no attempt of ours, and what people at the payments desk do.

alter table payments.attempt add column method text not null default 'checkout' check (method in ('checkout', 'vietqr'));
comment on column payments.attempt.method is 'how it is paid; chosen at the start and never changed (no update grant)';

-- A transfer whose reference fits nothing belongs to no attempt and no dossier: it is booked as an orphan and returned.
alter table payments.charge add column method text not null default 'checkout' check (method in ('checkout', 'vietqr'));
alter table payments.charge alter column attempt_id drop not null, alter column dossier_id drop not null;
alter table payments.charge drop constraint charge_surplus_reason_check;
alter table payments.charge add constraint charge_surplus_reason_check check (surplus_reason in ('double', 'late', 'amount-differs', 'orphan'));
alter table payments.charge add constraint charge_has_attempt check ((attempt_id is null) = coalesce(surplus_reason = 'orphan', false) and (attempt_id is null) = (dossier_id is null));

alter table payments.refund alter column attempt_id drop not null, alter column dossier_id drop not null;
alter table payments.refund add column taken_at timestamptz;
comment on column payments.refund.taken_at is 'when the platform said that it has taken the request in';
grant update (taken_at) on payments.refund to toantrinh_app;
alter table payments.refund drop constraint refund_reason_check;
alter table payments.refund add constraint refund_reason_check
  check (reason in ('double', 'late', 'amount-differs', 'orphan', 'dossier-refused', 'dossier-withdrawn', 'issue-failed', 'by-hand'));
create index refund_by_charge on payments.refund (charge_id, asked_at);

alter table payments.ledger_transaction alter column dossier_id drop not null;

alter table payments.discrepancy drop constraint discrepancy_reason_check;
alter table payments.discrepancy add constraint discrepancy_reason_check check (reason in ('missing', 'other-transaction', 'amount-differs', 'double', 'adopted', 'orphan',
  'unknown-reference', 'unknown-refund', 'line-twice', 'line-differs', 'absent-from-statement', 'refund-absent-from-statement', 'refund-refused', 'refund-overdue'));
create index discrepancy_by_refund on payments.discrepancy (refund_id) where refund_id is not null;

create table payments.proposal (
  id uuid primary key,
  charge_id uuid not null references payments.charge,
  note text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  state text not null check (state in ('open', 'confirmed', 'declined')),
  ended_by text,
  ended_at timestamptz,
  refund_id uuid references payments.refund,
  check ((state = 'open') = (ended_at is null)),
  check ((ended_at is null) = (ended_by is null)),
  check ((state = 'confirmed') = (refund_id is not null)),
  constraint proposal_four_eyes check (state <> 'confirmed' or ended_by <> proposed_by)
);
comment on table payments.proposal is 'A refund that a person wants although no rule asks for it; only a second person can make it happen';
create unique index proposal_one_open on payments.proposal (charge_id) where state = 'open';
grant select, insert on payments.proposal to toantrinh_app;
grant update (state, ended_by, ended_at, refund_id) on payments.proposal to toantrinh_app;

create table payments.desk_event (
  id uuid primary key,
  kind text not null check (kind in ('resolved', 'retried', 'proposed', 'confirmed', 'declined')),
  discrepancy_id uuid references payments.discrepancy,
  refund_id uuid references payments.refund,
  proposal_id uuid references payments.proposal,
  by_staff text not null,
  at timestamptz not null,
  note text,
  check (num_nonnulls(discrepancy_id, refund_id, proposal_id) >= 1)
);
comment on table payments.desk_event is 'Append-only: what a person at the payments desk did, when and why';
create index desk_event_by_time on payments.desk_event (at);
create index desk_event_by_discrepancy on payments.desk_event (discrepancy_id) where discrepancy_id is not null;
create index desk_event_by_refund on payments.desk_event (refund_id) where refund_id is not null;
create index desk_event_by_proposal on payments.desk_event (proposal_id) where proposal_id is not null;
grant select, insert on payments.desk_event to toantrinh_app;
