create table dossiers.apology (
  dossier_id uuid primary key references dossiers.dossier,
  promised_at timestamptz not null,
  new_due_at timestamptz not null check (new_due_at > promised_at),
  owner text not null,
  cause text not null,
  issued_at timestamptz not null
);
comment on table dossiers.apology is 'One apology and one new date a dossier (Mẫu 04); the appointed date itself stands in dossiers.dossier.due_at';
comment on column dossiers.apology.owner is 'who was waited for when it was issued';
grant select, insert on dossiers.apology to toantrinh_app;
create index dossier_by_due on dossiers.dossier (due_at) where closed_at is null and due_at is not null;
