-- C1: a dossier goes from one officer to another in the open: who gave it, to whom, why; both see it until they have read it.
create table dossiers.transfer (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier,
  kind text not null check (kind in ('give', 'reassign', 'lease-ended', 'cover')),
  from_staff uuid,
  to_staff uuid not null,
  by_staff uuid not null,
  note text not null check (length(note) <= 500),
  at timestamptz not null,
  from_read_at timestamptz,
  to_read_at timestamptz,
  check (from_staff is distinct from to_staff),
  -- Taking work out of somebody's hands needs a reason.
  check (kind <> 'reassign' or note <> '')
);
comment on table dossiers.transfer is 'Dossiers that went from one officer to another: given, reassigned by a supervisor, taken after a lease ended, taken while covering';
create index transfer_to_tell_giver on dossiers.transfer (from_staff, at) where from_read_at is null;
create index transfer_to_tell_receiver on dossiers.transfer (to_staff, at) where to_read_at is null;
grant select, insert on dossiers.transfer to toantrinh_app;
grant update (from_read_at, to_read_at) on dossiers.transfer to toantrinh_app;
