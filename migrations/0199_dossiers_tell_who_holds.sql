-- C2: whoever holds a dossier is told on their own page when it comes to be at risk or overdue, until they have noted it.
create table dossiers.foretold_read (
  staff_id uuid not null,
  event_id uuid not null references dossiers.event (id),
  read_at timestamptz not null,
  primary key (staff_id, event_id)
);
comment on table dossiers.foretold_read is 'Which forecasts of dossiers in their hands members of staff have noted';
grant select, insert on dossiers.foretold_read to toantrinh_app;
create index event_foretold on dossiers.event (at) where kind = 'foretold';
