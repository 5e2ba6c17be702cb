create table dossiers.hand_check (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier,
  body text not null,
  result text not null check (result in ('clear', 'unresolved')),
  evidence bytea not null,
  silent_since timestamptz not null,
  state text not null check (state in ('recorded', 'confirmed', 'declined', 'agreed', 'contradicted')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_at timestamptz,
  check (silent_since <= recorded_at),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_by is null or confirmed_by <> recorded_by),
  check (state <> 'confirmed' or confirmed_by is not null),
  check ((state in ('recorded', 'confirmed')) = (ended_at is null))
);
comment on table dossiers.hand_check is 'What an officer established by hand about a silent source; counts only once a second officer of the authority has confirmed it';
comment on column dossiers.hand_check.evidence is 'sealed for the applicant: number of the paper, what it says, number of the record';
comment on column dossiers.hand_check.state is 'agreed, contradicted: what the source itself said later';
create unique index hand_check_one_open on dossiers.hand_check (dossier_id, body) where state in ('recorded', 'confirmed');
create index hand_check_by_dossier on dossiers.hand_check (dossier_id, recorded_at);
create index hand_check_to_confirm on dossiers.hand_check (dossier_id) where state = 'recorded';
grant select, insert, update on dossiers.hand_check to toantrinh_app;
