-- Who read what of whom. One opened dossier is an event of the dossier; a list that a search found is one row, whatever its length.
create table dossiers.list_reading (
  id uuid primary key,
  at timestamptz not null,
  staff_id uuid not null,
  office_code text not null,
  dossier_ids uuid[] not null check (cardinality(dossier_ids) > 0)
);
comment on table dossiers.list_reading is 'Append-only: a search whose result a member of staff saw, with the dossiers in it; never what was searched for';
create index list_reading_by_dossier on dossiers.list_reading using gin (dossier_ids);
create index list_reading_by_staff on dossiers.list_reading (staff_id, at);
create index event_read_by on dossiers.event (actor_id, at) where kind = 'read';
create index event_read_of on dossiers.event (subject_id, at) where kind = 'read';
grant select, insert on dossiers.list_reading to toantrinh_app;
