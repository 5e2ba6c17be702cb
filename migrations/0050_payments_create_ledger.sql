-- Payments: attempts, the answers that decide them, the money that arrived, a double-entry ledger, refunds, receipts, reconciliation.

create schema payments;
comment on schema payments is 'Lệ phí, thanh toán, hoàn tiền, đối soát. Amounts are whole đồng';
grant usage on schema payments to toantrinh_app;

create table payments.attempt (
  id uuid primary key,
  dossier_id uuid not null,
  person_id uuid not null,
  authority_code text not null,
  purpose text not null check (purpose = 'fee'),
  order_info text not null,
  amount_vnd integer not null check (amount_vnd > 0),
  txn_ref text not null unique check (txn_ref ~ '^[A-Z0-9]{1,100}$'),
  state text not null check (state in ('started', 'pending', 'paid', 'failed', 'missing')),
  reason text,
  started_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > started_at),
  asked_at timestamptz,
  answered_at timestamptz,
  next_query_at timestamptz,
  ended_at timestamptz,
  provider_transaction_no text,
  check ((state in ('started', 'pending')) = (next_query_at is not null)),
  check ((state in ('paid', 'failed', 'missing')) = (ended_at is not null)),
  check ((state = 'paid') = (provider_transaction_no is not null)),
  check ((state in ('failed', 'missing')) = (reason is not null))
);
comment on table payments.attempt is 'One try to pay a fee; its state is a reduction over answers to our own questions. The amount and the reference never change (no update grant)';
comment on column payments.attempt.person_id is 'personal: who pays (id only)';
comment on column payments.attempt.order_info is 'what the payer reads at the platform: the submission code, never a name';
create unique index attempt_one_active on payments.attempt (dossier_id) where state in ('started', 'pending');
create index attempt_by_dossier on payments.attempt (dossier_id, started_at);
grant select, insert on payments.attempt to toantrinh_app;
grant update (state, reason, asked_at, answered_at, next_query_at, ended_at, provider_transaction_no) on payments.attempt to toantrinh_app;

create table payments.call_back (
  id uuid primary key,
  attempt_id uuid references payments.attempt,
  via text not null check (via in ('call-back', 'return')),
  verified boolean not null,
  answer_code text not null,
  received_at timestamptz not null,
  raw jsonb not null
);
comment on table payments.call_back is 'Append-only: what the platform or a browser told us. A hint: nothing is settled by it';
comment on column payments.call_back.raw is 'financial: the vnp_ parameters as received';
create index call_back_by_attempt on payments.call_back (attempt_id, received_at);
grant select, insert on payments.call_back to toantrinh_app;

create table payments.query (
  id uuid primary key,
  attempt_id uuid references payments.attempt,
  refund_id uuid,
  kind text not null check (kind in ('payment', 'refund-request', 'refund-status')),
  asked_at timestamptz not null,
  check (attempt_id is not null or refund_id is not null)
);
comment on table payments.query is 'Append-only: every question we put to the platform, written before it leaves';
create index query_by_attempt on payments.query (attempt_id, asked_at);
create index query_by_refund on payments.query (refund_id, asked_at) where refund_id is not null;
grant select, insert on payments.query to toantrinh_app;

create table payments.query_answer (
  query_id uuid primary key references payments.query,
  answered_at timestamptz not null,
  result text not null,
  code text not null,
  exchange_id uuid,
  raw_hash bytea
);
comment on table payments.query_answer is 'Append-only: what came back, in our words, with the hash of the raw answer';
grant select, insert on payments.query_answer to toantrinh_app;

create table payments.charge (
  id uuid primary key,
  attempt_id uuid not null references payments.attempt,
  dossier_id uuid not null,
  provider_transaction_no text not null unique,
  amount_vnd integer not null check (amount_vnd > 0),
  use text not null check (use in ('fee', 'surplus')),
  surplus_reason text check (surplus_reason in ('double', 'late', 'amount-differs')),
  confirmed_by text not null check (confirmed_by in ('query', 'statement')),
  query_id uuid references payments.query,
  statement_id uuid,
  paid_at timestamptz not null,
  noted_at timestamptz not null,
  check ((use = 'surplus') = (surplus_reason is not null)),
  check ((confirmed_by = 'query') = (query_id is not null)),
  check ((confirmed_by = 'statement') = (statement_id is not null))
);
comment on table payments.charge is 'Append-only: money that arrived, each confirmed by our own query or by the statement. A surplus is always returned';
create unique index charge_one_fee on payments.charge (dossier_id) where use = 'fee';
create index charge_by_attempt on payments.charge (attempt_id);
create index charge_by_dossier on payments.charge (dossier_id);
create index charge_by_time on payments.charge (paid_at);
grant select, insert on payments.charge to toantrinh_app;

create table payments.refund (
  id uuid primary key,
  charge_id uuid not null references payments.charge,
  attempt_id uuid not null references payments.attempt,
  dossier_id uuid not null,
  amount_vnd integer not null check (amount_vnd > 0),
  reason text not null check (reason in ('double', 'late', 'amount-differs', 'dossier-refused', 'dossier-withdrawn', 'issue-failed')),
  request_id text not null unique check (request_id ~ '^[A-Z0-9]{1,32}$'),
  state text not null check (state in ('asked', 'sent', 'done', 'failed')),
  tries integer not null default 0,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  next_try_at timestamptz,
  ended_at timestamptz,
  provider_refund_no text,
  last_code text,
  check ((state in ('asked', 'sent')) = (next_try_at is not null)),
  check ((state in ('done', 'failed')) = (ended_at is not null)),
  check (state <> 'done' or provider_refund_no is not null)
);
comment on table payments.refund is 'Money going back to the source it came from, whole; one live refund a charge';
comment on column payments.refund.due_at is 'our own deadline; assumed, no source gives one';
create unique index refund_one_live on payments.refund (charge_id) where state <> 'failed';
create index refund_by_dossier on payments.refund (dossier_id);
grant select, insert on payments.refund to toantrinh_app;
grant update (state, tries, sent_at, next_try_at, ended_at, provider_refund_no, last_code) on payments.refund to toantrinh_app;
alter table payments.query add foreign key (refund_id) references payments.refund;

create table payments.closing (
  dossier_id uuid primary key,
  reason text not null,
  keeps_fee boolean not null,
  closed_at timestamptz not null
);
comment on table payments.closing is 'Append-only: dossiers that want no more money; whatever still arrives for them goes back';
grant select, insert on payments.closing to toantrinh_app;

create table payments.ledger_transaction (
  id uuid primary key,
  kind text not null check (kind in ('charge', 'refund-owed', 'refund-done')),
  charge_id uuid not null references payments.charge,
  refund_id uuid references payments.refund,
  dossier_id uuid not null,
  at timestamptz not null,
  check ((kind = 'charge') = (refund_id is null)),
  unique (kind, charge_id)
);
comment on table payments.ledger_transaction is 'Append-only: why money moved; each step of a charge is booked once';
create index ledger_transaction_by_dossier on payments.ledger_transaction (dossier_id);
grant select, insert on payments.ledger_transaction to toantrinh_app;

create table payments.ledger_entry (
  transaction_id uuid not null references payments.ledger_transaction,
  entry_no smallint not null,
  account text not null,
  amount_vnd integer not null check (amount_vnd <> 0),
  primary key (transaction_id, entry_no)
);
comment on table payments.ledger_entry is 'Append-only double entry: amounts of a transaction sum to zero. Accounts: platform (money held for us), fee:<authority>, owed-to-payer';
create index ledger_entry_by_account on payments.ledger_entry (account);
grant select, insert on payments.ledger_entry to toantrinh_app;

create function payments.check_ledger_balance() returns trigger
language plpgsql as $$
declare
  wanted uuid := case tg_table_name when 'ledger_transaction' then (to_jsonb(new)->>'id')::uuid else (to_jsonb(new)->>'transaction_id')::uuid end;
begin
  if not exists (select from payments.ledger_entry e where e.transaction_id = wanted having count(*) >= 2 and sum(e.amount_vnd) = 0) then
    raise exception 'ledger transaction % does not sum to zero', wanted using errcode = 'check_violation', constraint = 'ledger_sums_to_zero';
  end if;
  return null;
end $$;
create constraint trigger ledger_sums_to_zero after insert on payments.ledger_entry
  deferrable initially deferred for each row execute function payments.check_ledger_balance();
create constraint trigger ledger_has_entries after insert on payments.ledger_transaction
  deferrable initially deferred for each row execute function payments.check_ledger_balance();

create table payments.receipt_counter (
  authority_code text not null,
  year integer not null,
  last_number integer not null check (last_number > 0),
  primary key (authority_code, year)
);
comment on table payments.receipt_counter is 'The last receipt number of an authority in a year; its row is locked while one is issued, so that no number is skipped';
grant select, insert, update on payments.receipt_counter to toantrinh_app;

create table payments.receipt (
  id uuid primary key,
  charge_id uuid not null unique references payments.charge,
  attempt_id uuid not null references payments.attempt,
  dossier_id uuid not null,
  authority_code text not null,
  year integer not null,
  number integer not null check (number > 0),
  amount_vnd integer not null check (amount_vnd > 0),
  issued_at timestamptz not null,
  unique (authority_code, year, number)
);
comment on table payments.receipt is 'Append-only: biên lai thu lệ phí, numbered without gaps per authority and year';
create index receipt_by_dossier on payments.receipt (dossier_id);
grant select, insert on payments.receipt to toantrinh_app;

create table payments.discrepancy (
  id uuid primary key,
  key text not null unique,
  reason text not null check (reason in ('missing', 'other-transaction', 'amount-differs', 'double', 'adopted', 'unknown-reference', 'unknown-refund',
    'line-twice', 'line-differs', 'absent-from-statement', 'refund-absent-from-statement', 'refund-refused', 'refund-overdue')),
  state text not null check (state in ('open', 'repaired', 'resolved')),
  owner text not null,
  attempt_id uuid references payments.attempt,
  refund_id uuid references payments.refund,
  provider_transaction_no text,
  statement_date date,
  amount_vnd integer,
  found_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  note text,
  check ((state = 'open') = (ended_at is null))
);
comment on table payments.discrepancy is 'Where the platform and we disagree: repaired by itself, or open until a person resolves it; never deleted';
create index discrepancy_open on payments.discrepancy (found_at) where state = 'open';
create index discrepancy_by_date on payments.discrepancy (statement_date) where statement_date is not null;
grant select, insert on payments.discrepancy to toantrinh_app;
grant update (state, ended_at, ended_by, note) on payments.discrepancy to toantrinh_app;

create table payments.statement (
  id uuid primary key,
  statement_date date not null,
  read_at timestamptz not null,
  line_count integer not null,
  exchange_id uuid not null,
  raw_hash bytea not null
);
comment on table payments.statement is 'Append-only: each reading of a day''s statement';
create index statement_by_date on payments.statement (statement_date, read_at);
grant select, insert on payments.statement to toantrinh_app;
alter table payments.charge add foreign key (statement_id) references payments.statement;

create table payments.statement_line (
  statement_id uuid not null references payments.statement,
  line_no integer not null,
  kind text not null check (kind in ('payment', 'refund')),
  provider_transaction_no text not null,
  txn_ref text not null,
  amount_vnd integer not null,
  at timestamptz not null,
  charge_id uuid references payments.charge,
  refund_id uuid references payments.refund,
  discrepancy_id uuid references payments.discrepancy,
  primary key (statement_id, line_no)
);
comment on table payments.statement_line is 'Append-only: each line as read, with what it matched (MON8)';
create index statement_line_by_charge on payments.statement_line (charge_id) where charge_id is not null;
create index statement_line_by_refund on payments.statement_line (refund_id) where refund_id is not null;
grant select, insert on payments.statement_line to toantrinh_app;
