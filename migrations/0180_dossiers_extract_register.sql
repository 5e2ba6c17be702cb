create table dossiers.register_extract (
  id uuid primary key,
  province text not null,
  from_on date not null,
  to_on date not null,
  part integer not null check (part > 0),
  parts integer not null check (parts >= part),
  asked_by uuid not null,
  asked_for uuid not null,
  asked_at timestamptz not null,
  check (to_on >= from_on)
);
comment on table dossiers.register_extract is 'A part of the register of dossiers (Mẫu 06) that an officer asked for as a paper; the electronic register itself is the dossiers';
comment on column dossiers.register_extract.asked_by is 'personal (link): the member of staff';
comment on column dossiers.register_extract.asked_for is 'personal (link): the person behind that post, whose key seals the paper';
create index register_extract_by_province on dossiers.register_extract (province, asked_at desc);
grant select, insert on dossiers.register_extract to toantrinh_app;

create index dossier_register on dossiers.dossier (authority_province, accepted_at, id) where accepted_at is not null;
