create schema statistics;
comment on schema statistics is 'What is published in numbers: one row a draft or dossier with the days it was counted on, and the daily sums of them';
grant usage on schema statistics to toantrinh_app;

create table statistics.progress (
  id boolean primary key default true check (id),
  read_to bigint not null default 0,
  waits_to bigint not null default 0,
  waits_for xid8 not null default '0',
  counted_at timestamptz
);
comment on table statistics.progress is 'How far the facts are counted: below read_to nothing is missing. A fact may become visible after a later one, so waits_to becomes the new mark only once every transaction before waits_for has ended';
insert into statistics.progress default values;
grant select, update on statistics.progress to toantrinh_app;

create table statistics.journey (
  draft_id uuid primary key,
  dossier_id uuid unique,
  source text not null check (source in ('service', 'earlier')),
  province text not null default '',
  channel text not null check (channel in ('in-person', 'online', 'post')),
  step smallint not null default 0 check (step between 0 and 20),
  started_on date,
  filed_on date,
  paid_on date,
  accepted_on date,
  due_on date,
  signed_on date,
  ended_on date,
  returned_on date,
  has_fee boolean not null default false,
  paid_online boolean not null default false,
  in_time boolean,
  by_post boolean not null default false,
  electronic_on date,
  synced boolean not null default false,
  waits jsonb not null default '{}',
  check ((source = 'service') or dossier_id is null),
  check (in_time is null or ended_on is not null)
);
comment on table statistics.journey is 'One draft or dossier by the days (Viet Nam) it is counted on; nobody is named. Source earlier: taken over from the software a province used before, dossier by dossier';
comment on column statistics.journey.step is 'pages of the draft that are answered, as far as the furthest one';
comment on column statistics.journey.in_time is 'whether it ended within its term, the citizen''s time for a supplement taken off; null until it ends';
comment on column statistics.journey.waits is 'minutes from filing to the result by whoever was waited for';
create index journey_by_started on statistics.journey (started_on);
create index journey_by_accepted on statistics.journey (accepted_on);
create index journey_by_due on statistics.journey (due_on);
create index journey_by_signed on statistics.journey (signed_on);
create index journey_by_ended on statistics.journey (ended_on);
create index journey_by_returned on statistics.journey (returned_on);
create index journey_unsynced on statistics.journey (draft_id) where not synced and source = 'service' and accepted_on is not null;
grant select, insert, update on statistics.journey to toantrinh_app;

create table statistics.daily (
  figure text not null,
  day date not null,
  province text not null,
  channel text not null,
  part text not null,
  amount bigint not null,
  primary key (figure, day, province, channel, part)
);
comment on table statistics.daily is 'The daily sums that the page of figures adds up; always what a recount of the journeys gives';
create index daily_by_day on statistics.daily (day);
grant select, insert, delete on statistics.daily to toantrinh_app;
