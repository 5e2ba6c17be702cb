-- Every list that shows people to staff is noted, not only what a search found; of a clinic people without a dossier too. A digest of each row
-- stands in a sealed fact, so that a row which is changed, taken away or slipped in is found; a row whose time is over goes by the function below and by no other way.
alter table dossiers.list_reading add column purpose text not null default 'found' check (purpose ~ '^[a-z-]{1,20}$');
alter table dossiers.list_reading alter column purpose drop default;
alter table dossiers.list_reading add column identity_indexes bytea[] not null default '{}';
alter table dossiers.list_reading drop constraint list_reading_dossier_ids_check;
alter table dossiers.list_reading add check (cardinality(dossier_ids) + cardinality(identity_indexes) > 0);
comment on table dossiers.list_reading is 'Append-only: a page with people in rows that a member of staff saw, with those of them whom the same reader had not seen in such a list just before; never what was searched for';
comment on column dossiers.list_reading.purpose is 'which list; found: the result of a search; examination: one person at a clinic';
comment on column dossiers.list_reading.identity_indexes is 'keyed one-way indexes of identity numbers: people of a clinic, who need no dossier';
create index list_reading_of_person on dossiers.list_reading using gin (identity_indexes) where identity_indexes <> '{}';
create index list_reading_at on dossiers.list_reading (at);

create function dossiers.erase_list_readings(before timestamptz, most integer) returns integer language plpgsql security definer set search_path = '' as $$
declare erased integer;
begin
  if before > platform.clock_now() - interval '360 days' then
    raise exception 'what staff read is kept for a year' using errcode = 'insufficient_privilege';
  end if;
  delete from dossiers.list_reading where id in (select id from dossiers.list_reading where at < before order by at limit most);
  get diagnostics erased = row_count;
  return erased;
end $$;
comment on function dossiers.erase_list_readings(timestamptz, integer) is 'The only way a list reading goes: the service itself may neither change nor delete one';
revoke all on function dossiers.erase_list_readings(timestamptz, integer) from public;
grant execute on function dossiers.erase_list_readings(timestamptz, integer) to toantrinh_app;
