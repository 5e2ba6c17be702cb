-- What every process learned about the outside systems, who waits for them, and what a person must hear of.

create table platform.source_health (
  system text primary key,
  state text not null default 'closed' check (state in ('closed', 'open', 'half-open')),
  opened_at timestamptz,
  probe_at timestamptz,
  failures_in_row integer not null default 0,
  failing_since timestamptz,
  first_asked_at timestamptz,
  last_asked_at timestamptz,
  last_success_at timestamptz,
  last_failure text,
  last_failure_at timestamptz,
  parked_at timestamptz,
  parked_by text,
  released integer not null default 0,
  released_at timestamptz,
  check ((state = 'closed') = (opened_at is null)),
  check ((parked_at is null) = (parked_by is null))
);
comment on table platform.source_health is 'One row an outside system: its breaker, shared by all processes, and how fast its waiting work is let go';
comment on column platform.source_health.probe_at is 'when the one call of a half-open breaker left';
comment on column platform.source_health.parked_by is 'the id of the member of staff who told us to leave the system alone';
comment on column platform.source_health.released is 'waiting rows let go since the last pause of a second';
grant select, insert, update on platform.source_health to toantrinh_app;

create table platform.source_hour (
  system text not null,
  hour timestamptz not null,
  calls integer not null,
  failures integer not null,
  took_ms bigint not null,
  primary key (system, hour)
);
comment on table platform.source_hour is 'Calls to outside systems counted by the hour; the log of exchanges has each of them';
grant select, insert, update on platform.source_hour to toantrinh_app;

create table platform.source_outage (
  system text not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  failure text not null,
  primary key (system, began_at),
  check (ended_at is null or ended_at >= began_at)
);
comment on table platform.source_outage is 'From the first of three failures in a row, or of those that opened the breaker, to the next answer: what availability is counted from';
create unique index source_outage_one_open on platform.source_outage (system) where ended_at is null;
grant select, insert, update on platform.source_outage to toantrinh_app;

alter table platform.due add column system text, add column waiting_since timestamptz,
  add constraint due_waits_for_somebody check ((system is null) = (waiting_since is null));
comment on column platform.due.system is 'the outside system that gave no answer: such rows are let go oldest first, at the rate the system bears';
create index due_by_system on platform.due (system, waiting_since) where system is not null;

create table platform.alarm (
  id uuid primary key,
  kind text not null,
  system text not null,
  subject_id uuid,
  details jsonb not null,
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  check ((settled_at is null) = (settled_by is null))
);
comment on table platform.alarm is 'What a person must look into and no program can decide, as an answer about somebody else; ids and small words only';
create index alarm_open on platform.alarm (raised_at) where settled_at is null;
grant select, insert, update on platform.alarm to toantrinh_app;
