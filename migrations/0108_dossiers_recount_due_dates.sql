create table dossiers.recount (
  fact_id uuid primary key,
  entry_id uuid not null,
  change text not null check (change in ('confirmed', 'withdrawn', 'year-opened')),
  day date not null,
  province text,
  decree_no text not null check (decree_no <> ''),
  after_id uuid,
  seen integer not null default 0,
  moved integer not null default 0,
  uncounted integer not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz
);
comment on table dossiers.recount is 'One row a change of the calendar: how far its due dates are counted anew. A killed job goes on after after_id';
comment on column dossiers.recount.uncounted is 'dossiers whose new date lies past the last loaded year: they keep the old one and say so';
grant select, insert, update on dossiers.recount to toantrinh_app;
create index recount_by_entry on dossiers.recount (entry_id);
create index recount_unfinished on dossiers.recount (fact_id) where finished_at is null;
-- TIM4: the one new date of an apology moves with the calendar, by an event, as the appointed date does.
grant update (new_due_at) on dossiers.apology to toantrinh_app;
