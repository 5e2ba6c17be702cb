create schema dossiers;
comment on schema dossiers is 'The case: one dossier from draft to returned result';
grant usage on schema dossiers to toantrinh_app;

create table dossiers.draft (
  id uuid primary key,
  person_id uuid not null,
  procedure text not null,
  licence_ids uuid[] not null check (cardinality(licence_ids) between 1 and 2),
  answers bytea not null,
  revision integer not null default 0,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  filed_at timestamptz
);
comment on table dossiers.draft is 'Kept at every page; filed once';
comment on column dossiers.draft.answers is 'sealed for the person: phone, mail and address are among them';
create unique index draft_one_open on dossiers.draft (person_id, procedure) where filed_at is null;
grant select, insert, update, delete on dossiers.draft to toantrinh_app;

create table dossiers.dossier (
  id uuid primary key,
  submission_code text not null unique,
  official_number text unique,
  draft_id uuid not null unique references dossiers.draft,
  person_id uuid not null,
  procedure text not null,
  procedure_version date not null,
  licence_ids uuid[] not null,
  main_licence_id uuid not null,
  status text not null check (status in ('filed', 'supplementing', 'accepted', 'approved', 'signed', 'returned', 'refused', 'withdrawn')),
  resume_status text check (resume_status in ('filed', 'accepted')),
  channel text not null check (channel in ('in-person', 'online', 'post')),
  answers bytea not null,
  portrait_id uuid not null,
  delivery text not null check (delivery in ('post', 'collect')),
  amount_vnd integer not null check (amount_vnd >= 0),
  lang text not null check (lang in ('vi', 'en')),
  filed_at timestamptz not null,
  filing_evidence bytea not null,
  accepted_at timestamptz,
  due_at timestamptz,
  closed_at timestamptz,
  revision integer not null default 0,
  claimed_by uuid,
  claimed_until timestamptz,
  -- copies for lists, written in the same transaction as what they copy and checked by an invariant
  authority_province text not null,
  applicant_name text not null,
  name_key text not null,
  identity_index bytea not null,
  licence_number text not null,
  class_label text not null,
  turn text not null check (turn in ('citizen', 'outside', 'officer', 'nobody')),
  turn_owner text not null,
  turn_cause text not null,
  turn_since timestamptz not null,
  check ((status in ('accepted', 'approved', 'signed', 'returned')) <= (accepted_at is not null and due_at is not null and official_number is not null)),
  check ((status in ('returned', 'refused', 'withdrawn')) = (closed_at is not null)),
  check ((status = 'supplementing') = (resume_status is not null)),
  check ((turn = 'nobody') = (closed_at is not null))
);
comment on table dossiers.dossier is 'Current state is a row, history is a log; filed is not accepted: the official number and the statutory days begin at acceptance';
create unique index dossier_one_open on dossiers.dossier (procedure, main_licence_id) where closed_at is null;
create index dossier_by_person on dossiers.dossier (person_id, filed_at desc);
create index dossier_worklist on dossiers.dossier (authority_province, turn, status, due_at nulls last, filed_at) where closed_at is null;
create index dossier_by_name on dossiers.dossier (authority_province, name_key text_pattern_ops);
create index dossier_by_identity on dossiers.dossier (identity_index);
create index dossier_by_licence on dossiers.dossier (licence_number);
create index dossier_by_portrait on dossiers.dossier (portrait_id);
grant select, insert, update on dossiers.dossier to toantrinh_app;

create table dossiers.requirement (
  dossier_id uuid not null references dossiers.dossier,
  kind text not null,
  state text not null check (state in ('todo', 'asked', 'met', 'failed', 'waived')),
  owner text not null,
  evidence jsonb,
  source text,
  reason text,
  changed_at timestamptz not null,
  primary key (dossier_id, kind),
  check (state <> 'met' or (evidence is not null and source is not null)),
  check (state <> 'failed' or reason is not null),
  check (state <> 'waived' or reason is not null)
);
comment on table dossiers.requirement is 'What the dossier needs and whether it is there; met only with evidence, source and time';
grant select, insert, update on dossiers.requirement to toantrinh_app;

create table dossiers.event (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  dossier_id uuid not null,
  kind text not null,
  from_status text,
  to_status text,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  subject_id uuid not null,
  helper_id uuid,
  office_code text,
  channel text not null check (channel in ('in-person', 'online', 'post')),
  details jsonb not null default '{}',
  transaction_id xid8 not null default pg_current_xact_id()
);
comment on table dossiers.event is 'Append-only: every step of a dossier, by whom, for whom, through which channel. Ids, codes and hashes only';
create index event_by_dossier on dossiers.event (dossier_id, sequence);
grant select, insert on dossiers.event to toantrinh_app;

create table dossiers.wait (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier,
  owner text not null,
  cause text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  check (to_at is null or to_at >= from_at)
);
comment on table dossiers.wait is 'The time ledger: whose turn it was, without gap or overlap';
alter table dossiers.wait add constraint wait_one_open exclude using btree (dossier_id with =) where (to_at is null) deferrable initially deferred;
create index wait_by_dossier on dossiers.wait (dossier_id, from_at);
grant select, insert, update on dossiers.wait to toantrinh_app;

create table dossiers.decision (
  dossier_id uuid primary key references dossiers.dossier,
  outcome text not null check (outcome in ('approve', 'refuse')),
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  signed_by uuid,
  signed_at timestamptz,
  legal_basis text not null,
  reason text,
  remedy text,
  decision_document_id uuid,
  result_document_id uuid,
  check (signed_by is null or signed_by <> prepared_by),
  check ((signed_by is null) = (signed_at is null)),
  check (outcome <> 'refuse' or (reason is not null and remedy is not null))
);
comment on table dossiers.decision is 'At most one decision a dossier; who prepared it never signs it';
grant select, insert, update on dossiers.decision to toantrinh_app;

create table dossiers.supplement_request (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier,
  item text not null check (item in ('portrait', 'health-certificate', 'changed-details')),
  reason text not null check (reason in ('missing', 'wrong', 'unreadable', 'outdated')),
  note text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_at timestamptz
);
comment on table dossiers.supplement_request is 'What an officer asked for: a typed reason pointing at one item';
create unique index supplement_one_open on dossiers.supplement_request (dossier_id) where answered_at is null;
grant select, insert, update on dossiers.supplement_request to toantrinh_app;

create table dossiers.day_counter (
  agency_code text not null,
  day date not null,
  last integer not null,
  primary key (agency_code, day)
);
comment on table dossiers.day_counter is 'The order of the day in official dossier numbers, per agency';
grant select, insert, update on dossiers.day_counter to toantrinh_app;

create table dossiers.portal_report (
  dossier_id uuid not null references dossiers.dossier,
  status integer not null check (status between 1 and 10),
  event_id uuid not null,
  reported_at timestamptz,
  receipt text,
  primary key (dossier_id, event_id)
);
comment on table dossiers.portal_report is 'Each status the national portal is told, and its receipt';
create index portal_report_open on dossiers.portal_report (dossier_id) where reported_at is null;
grant select, insert, update on dossiers.portal_report to toantrinh_app;
