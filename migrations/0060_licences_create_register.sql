create schema licences;
comment on schema licences is 'The national licence register: every licence issued or exchanged is in it (D1)';
grant usage on schema licences to toantrinh_app;

create table licences.licence (
  id uuid primary key,
  number text not null,
  card_serial text,
  material text not null check (material in ('card', 'paper', 'electronic')),
  family text not null check (family in ('indefinite', 'definite', 'integrated')),
  identity_index bytea not null,
  holder_name text not null,
  holder_birth_date date not null,
  holder_residence bytea not null,
  nationality text not null default 'Việt Nam',
  held jsonb not null check (jsonb_typeof(held) = 'array' and jsonb_array_length(held) > 0),
  passed_on date not null,
  issued_on date not null,
  expires_on date,
  issued_by text not null,
  points_indefinite integer check (points_indefinite between 0 and 12),
  points_definite integer check (points_definite between 0 and 12),
  state text not null check (state in ('valid', 'exchanged', 'revoked')),
  entered_at timestamptz not null,
  closed_at timestamptz,
  replaced_by uuid references licences.licence deferrable initially deferred,
  dossier_id uuid,
  check ((state = 'valid') = (closed_at is null)),
  check (state <> 'exchanged' or replaced_by is not null)
);
comment on table licences.licence is 'One row a licence as issued; an exchange closes the old row and opens the new one in one transaction';
comment on column licences.licence.holder_residence is 'sealed with a key of the row: the holder may have no account yet';
comment on column licences.licence.held is 'classes with their law: [{class, issuedOn, expiresOn, restrictions}]';
comment on column licences.licence.dossier_id is 'the dossier whose signed decision made this row; null for rows taken over from the old registers';
create unique index licence_one_valid_per_family on licences.licence (identity_index, family) where state = 'valid';
create unique index licence_number_valid on licences.licence (number, family) where state = 'valid';
create unique index licence_one_per_dossier on licences.licence (dossier_id) where dossier_id is not null;
create unique index licence_card_serial on licences.licence (card_serial) where card_serial is not null;
create index licence_by_holder on licences.licence (identity_index);
grant select, insert, update on licences.licence to toantrinh_app;
