-- What whoever runs the service looks at: figures of each process, promises checked at night, what became of stuck work.

create table platform.process_metrics (
  process text primary key,
  seen_at timestamptz not null default clock_timestamp(),
  metrics jsonb not null
);
comment on table platform.process_metrics is 'The figures each live process shows every few seconds, in real time; a silent one is forgotten after a minute';
grant select, insert, update, delete on platform.process_metrics to toantrinh_app;

create table platform.invariant_check (
  name text primary key,
  checked_at timestamptz not null,
  broken integer check (broken >= 0),
  took_ms integer not null
);
comment on table platform.invariant_check is 'The last nightly look at each promise: how many rows break it; null when the question could not be answered in time';
grant select, insert, update, delete on platform.invariant_check to toantrinh_app;

alter table platform.stuck_job
  add column resolution text check (resolution in ('retried', 'discarded')),
  add column reason text,
  add column resolved_by text,
  add constraint stuck_job_says_how_it_ended check (resolution is null or (resolved_at is not null and resolved_by is not null)),
  add constraint stuck_job_discarded_for_a_reason check (resolution is distinct from 'discarded' or reason is not null);
comment on column platform.stuck_job.reason is 'why it was discarded: one of a short list, never a text that could hold personal data';
comment on column platform.stuck_job.resolved_by is 'the id of the member of staff';
create index stuck_job_open on platform.stuck_job (stuck_at) where resolved_at is null;
