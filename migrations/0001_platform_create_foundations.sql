-- The plumbing every module stands on: clock, facts, due work, sealing keys, look-ups, the log of outside exchanges.

do $$
begin
  if not exists (select from pg_roles where rolname = 'toantrinh_app') then
    create role toantrinh_app nologin;
  end if;
exception when duplicate_object or unique_violation then null; -- two databases of one cluster migrating at once
end $$;
grant toantrinh_app to current_user;

create schema platform;
comment on schema platform is 'Plumbing: nothing here knows what a licence is';
grant usage on schema platform to toantrinh_app;

create table platform.clock (
  id boolean primary key default true check (id),
  real_base timestamptz not null,
  shown_base timestamptz not null,
  rate double precision not null default 1 check (rate > 0)
);
comment on table platform.clock is 'The one clock: shown time = shown_base + (real time - real_base) * rate. Production keeps both bases equal and rate 1';
insert into platform.clock (real_base, shown_base) select t, t from clock_timestamp() t;
grant select on platform.clock to toantrinh_app;

create function platform.clock_now() returns timestamptz
language sql volatile parallel safe as $$
  select shown_base + (clock_timestamp() - real_base) * rate from platform.clock
$$;
comment on function platform.clock_now() is 'The shown time; the only time that law, retries and sweeps may use';
grant execute on function platform.clock_now() to toantrinh_app;

create table platform.fact (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  kind text not null,
  payload jsonb not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  subject_id uuid,
  helper_id uuid,
  office_code text,
  channel text not null check (channel in ('in-person', 'online', 'post')),
  transaction_id xid8 not null default pg_current_xact_id()
);
comment on table platform.fact is 'Append-only: what happened, for those who listen. Ids and small words only, never personal data';
create index fact_by_kind on platform.fact (kind, sequence);
create index fact_by_subject on platform.fact (subject_id, sequence) where subject_id is not null;
grant select, insert on platform.fact to toantrinh_app;

create table platform.due (
  task text not null,
  key text not null,
  payload jsonb not null,
  due_at timestamptz not null,
  primary key (task, key)
);
comment on table platform.due is 'Future work: a sweep turns rows whose time has come into jobs';
create index due_by_time on platform.due (due_at);
grant select, insert, update, delete on platform.due to toantrinh_app;

create table platform.stuck_job (
  id uuid primary key,
  task text not null,
  payload jsonb not null,
  attempts integer not null,
  error text not null,
  stuck_at timestamptz not null,
  resolved_at timestamptz
);
comment on table platform.stuck_job is 'Work that failed again and again and waits for a person; never deleted';
grant select, insert, update on platform.stuck_job to toantrinh_app;

create table platform.sealing_key (
  subject_id uuid primary key,
  wrapped bytea not null
);
comment on table platform.sealing_key is 'One data key a person, wrapped by a key kept outside the database; deleting the row makes the sealed columns of that person unreadable';
grant select, insert, delete on platform.sealing_key to toantrinh_app;

create table platform.exchange (
  id uuid primary key,
  system text not null,
  purpose text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  outcome text check (outcome in ('value', 'absent', 'unavailable')),
  failure text,
  answer_hash bytea,
  took_ms integer
);
comment on table platform.exchange is 'Every request to an outside system, logged before it leaves; the answer only as a hash';
create index exchange_by_system on platform.exchange (system, asked_at);
grant select, insert, update on platform.exchange to toantrinh_app;

create table platform.lookup (
  id uuid primary key,
  person_id uuid not null,
  source text not null,
  question bytea not null,
  state text not null check (state in ('asked', 'value', 'absent', 'unavailable')),
  asked_at timestamptz not null,
  attempts integer not null default 0,
  answered_at timestamptz,
  last_tried_at timestamptz,
  next_try_at timestamptz,
  exchange_id uuid,
  answer_hash bytea,
  answer bytea,
  check ((state in ('value', 'absent')) = (answered_at is not null)),
  check (state <> 'value' or (answer is not null and answer_hash is not null)),
  check (state <> 'unavailable' or next_try_at is not null)
);
comment on table platform.lookup is 'A question to an outside source about one person, one row a request; unavailable is neither yes nor no';
comment on column platform.lookup.question is 'sealed for the person';
comment on column platform.lookup.answer is 'sealed for the person';
create index lookup_latest on platform.lookup (person_id, source, asked_at desc);
create unique index lookup_one_open on platform.lookup (person_id, source) where state in ('asked', 'unavailable');
grant select, insert, update on platform.lookup to toantrinh_app;

create table platform.process (
  name text primary key,
  seen_at timestamptz not null default clock_timestamp()
);
comment on table platform.process is 'Sign of life of background processes, in real time: health only, no rule reads it';
grant select, insert, update on platform.process to toantrinh_app;
