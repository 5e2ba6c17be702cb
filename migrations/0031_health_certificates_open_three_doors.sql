-- Three doors into one register: a clinic's own program, the health gateway, a clinic's desk; and certified copies of paper.

create table health_certificates.clinic (
  code text primary key check (code ~ '^[0-9]{5}$'),
  name text not null,
  mail text,
  state text not null check (state in ('invited', 'active', 'suspended')),
  invitation_hash bytea unique,
  invitation_ends_at timestamptz,
  joined_at timestamptz,
  changed_at timestamptz not null,
  check (state <> 'invited' or invitation_hash is not null),
  check (state <> 'active' or joined_at is not null)
);
comment on table health_certificates.clinic is 'Cơ sở khám: a clinic that may send or enter certificates, under the five digits of its licence';
comment on column health_certificates.clinic.invitation_hash is 'SHA-256 of the one-time code that the clinic joins with';
grant select, insert, update on health_certificates.clinic to toantrinh_app;

create table health_certificates.clinic_credential (
  id uuid primary key,
  clinic_code text not null references health_certificates.clinic,
  kind text not null check (kind in ('api-key', 'certificate')),
  fingerprint bytea not null unique,
  certificate_pem text,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  check ((kind = 'certificate') = (certificate_pem is not null))
);
comment on table health_certificates.clinic_credential is 'How a clinic proves itself: SHA-256 of its key, or its signing certificate; several at a time while one replaces another';
create index clinic_credential_of on health_certificates.clinic_credential (clinic_code) where withdrawn_at is null;
grant select, insert, update on health_certificates.clinic_credential to toantrinh_app;

create table health_certificates.number_series (
  clinic_code text not null references health_certificates.clinic,
  year smallint not null,
  last integer not null check (last between 1 and 99999),
  primary key (clinic_code, year)
);
comment on table health_certificates.number_series is 'The last serial number that a clinic was given here in a year: never given twice, gaps are no fault';
grant select, insert, update on health_certificates.number_series to toantrinh_app;

create table health_certificates.holder (
  person_id uuid primary key,
  identity_index bytea not null,
  holder_index bytea not null,
  known_at timestamptz not null
);
comment on table health_certificates.holder is 'People whose certificates are looked for: what arrives for them is theirs at once';
comment on column health_certificates.holder.holder_index is 'keyed one-way index of identity number and name together: both must be the same';
create index holder_by_identity on health_certificates.holder (identity_index);
grant select, insert, update on health_certificates.holder to toantrinh_app;

create table health_certificates.certified_copy (
  id uuid primary key,
  person_id uuid not null,
  file_hash text not null check (length(file_hash) = 64),
  state text not null check (state in ('received', 'confirmed', 'rejected')),
  signer_name text not null,
  signer_organisation text not null,
  signer_fingerprint text not null,
  stamped_at timestamptz not null,
  received_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  rejected_as text,
  certificate_id uuid,
  check ((state = 'received') = (decided_by is null)),
  check ((state = 'received') = (decided_at is null)),
  check ((state = 'rejected') = (rejected_as is not null)),
  check ((state = 'confirmed') = (certificate_id is not null))
);
comment on table health_certificates.certified_copy is 'Bản sao điện tử có chứng thực: a certified electronic copy whose signature held; it counts once an officer has confirmed what it says';
create unique index certified_copy_once on health_certificates.certified_copy (person_id, file_hash) where state <> 'rejected';
create index certified_copy_by_person on health_certificates.certified_copy (person_id, received_at desc);
grant select, insert, update on health_certificates.certified_copy to toantrinh_app;

alter table health_certificates.certificate
  alter column person_id drop not null,
  alter column exchange_id drop not null,
  add column holder_index bytea,
  add column copy_id uuid references health_certificates.certified_copy,
  add column issued_at timestamptz,
  add column usable_at timestamptz,
  add column revoked_at timestamptz,
  add column revoked_for text,
  drop constraint certificate_source_check,
  add constraint certificate_source_check check (source in ('health-gateway', 'clinic-software', 'clinic', 'certified-copy')),
  add constraint certificate_has_origin check (case source when 'health-gateway' then exchange_id is not null when 'certified-copy' then copy_id is not null else true end),
  add constraint certificate_revoked_whole check ((revoked_at is null) = (revoked_for is null));
update health_certificates.certificate set usable_at = received_at;
alter table health_certificates.certificate alter column usable_at set not null;
comment on column health_certificates.certificate.person_id is 'whose it is; null while nobody of that identity number and name is known here';
comment on column health_certificates.certificate.health_values is 'sealed for the person, or under the row''s own id while the person is not known: alcohol, drugs, illness, reason, signed message';
comment on column health_certificates.certificate.issued_at is 'when the clinic says it was issued; null where nobody says so';
comment on column health_certificates.certificate.usable_at is 'when a dossier could first use it';
create index certificate_by_identity on health_certificates.certificate (identity_index);
create index certificate_by_clinic on health_certificates.certificate (clinic_code, received_at desc);

create table health_certificates.message (
  id uuid primary key,
  sequence bigint generated always as identity,
  clinic_code text not null references health_certificates.clinic,
  message_key text not null,
  content_hash bytea not null,
  does text not null check (does in ('ADD', 'EDIT', 'REVOKE')),
  door text not null check (door in ('json', 'xml', 'desk')),
  certificate_id uuid not null,
  received_at timestamptz not null,
  unique (clinic_code, message_key)
);
comment on table health_certificates.message is 'What clinics sent or entered, one row a message: repeating one has no second effect, playing an old one back has none at all';
create index message_by_certificate on health_certificates.message (certificate_id, sequence desc);
grant select, insert on health_certificates.message to toantrinh_app;

create table health_certificates.clinic_reminder (
  id uuid primary key,
  clinic_code text not null references health_certificates.clinic,
  dossier_id uuid not null,
  number text,
  round smallint not null,
  asked_at timestamptz not null,
  receipt text,
  sent_at timestamptz,
  undeliverable boolean not null default false,
  unique (dossier_id, round)
);
comment on table health_certificates.clinic_reminder is 'A clinic is reminded of a certificate that a dossier waits for; number as the citizen gave it, no other personal data';
grant select, insert, update on health_certificates.clinic_reminder to toantrinh_app;
