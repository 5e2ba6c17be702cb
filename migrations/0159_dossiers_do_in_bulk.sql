-- C1: one thing done with many dossiers. What would go is shown first; then each dossier is done by itself, and what came of each stays.
create table dossiers.bulk (
  id uuid primary key,
  act text not null check (act in ('claim', 'accept', 'approve', 'decide', 'sign', 'print', 'hand-over', 'take-back')),
  province text not null,
  staff_id uuid not null,
  person_id uuid not null,
  session_id text not null,
  undoes uuid references dossiers.bulk,
  drawn_up_at timestamptz not null,
  confirmed_at timestamptz,
  stopped_at timestamptz,
  check (stopped_at is null or confirmed_at is not null)
);
comment on table dossiers.bulk is 'One thing to be done with many dossiers; until it is confirmed it is only a look at what would go';
comment on column dossiers.bulk.person_id is 'personal (link): the member of staff who does it';
comment on column dossiers.bulk.undoes is 'the approvals that this takes back';
create index bulk_of_staff on dossiers.bulk (staff_id, drawn_up_at desc);
grant select, insert, update (confirmed_at, stopped_at), delete on dossiers.bulk to toantrinh_app;

create table dossiers.bulk_item (
  bulk_id uuid not null references dossiers.bulk on delete cascade,
  dossier_id uuid not null references dossiers.dossier,
  place integer not null,
  shown_hash text check (shown_hash ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('waiting', 'asked', 'done', 'refused', 'left-out', 'stopped')),
  refusal text,
  ended_at timestamptz,
  primary key (bulk_id, dossier_id),
  check ((state in ('refused', 'left-out')) = (refusal is not null)),
  check ((state in ('waiting', 'asked')) = (ended_at is null))
);
comment on table dossiers.bulk_item is 'One dossier of it: waiting; asked (its signature is being made); done; refused when its turn came; left out at the first look; stopped';
create index bulk_item_asked on dossiers.bulk_item (dossier_id) where state = 'asked';
create index bulk_item_of_dossier on dossiers.bulk_item (dossier_id, ended_at) where state = 'done';
grant select, insert, update (state, refusal, ended_at), delete on dossiers.bulk_item to toantrinh_app;

create table dossiers.straight_through (
  dossier_id uuid primary key references dossiers.dossier,
  rules text not null,
  passes boolean not null,
  checks jsonb not null,
  judged_at timestamptz not null,
  drawn boolean not null,
  per_mille integer not null check (per_mille between 0 and 1000),
  drawn_at timestamptz not null
);
comment on table dossiers.straight_through is 'A dossier all of whose checks have passed by rule: prepared for a decision by one press, which an officer makes';
comment on column dossiers.straight_through.drawn is 'drawn for full appraisal at the first passing, never drawn anew; nobody can foresee it';
comment on column dossiers.straight_through.checks is 'each check of the rules: passed or not; no personal data';
create index straight_through_drawn on dossiers.straight_through (drawn_at) where drawn;
create index straight_through_passing on dossiers.straight_through (dossier_id) where passes;
grant select, insert, update (rules, passes, checks, judged_at) on dossiers.straight_through to toantrinh_app;
