create schema identity;
comment on schema identity is 'Who people are: accounts of the national eID, sessions, staff, consent';
grant usage on schema identity to toantrinh_app;

create table identity.person (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  identity_index bytea not null unique,
  identity_number bytea not null,
  full_name text not null,
  birth_date date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (issuer, subject)
);
comment on table identity.person is 'One account per issuer and subject; a person never moves between accounts';
comment on column identity.person.identity_number is 'sealed for the person';
comment on column identity.person.identity_index is 'keyed one-way index of the identity number';
grant select, insert, update on identity.person to toantrinh_app;

create table identity.staff (
  id uuid primary key,
  identity_index bytea not null,
  full_name text not null,
  role text not null check (role in ('appraiser', 'signer', 'supervisor')),
  province_code text not null,
  active_from date not null,
  active_to date,
  unique (identity_index, role, province_code)
);
comment on table identity.staff is 'Members of staff by role and province; found by the index of their identity number at sign-in';
grant select, insert, update on identity.staff to toantrinh_app;

create table identity.sign_in (
  state text primary key,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  started_at timestamptz not null
);
comment on table identity.sign_in is 'Sign-ins under way, so that two tabs can sign in at once; used once';
grant select, insert, delete on identity.sign_in to toantrinh_app;

create table identity.session (
  token_hash bytea primary key,
  id uuid not null unique,
  person_id uuid not null references identity.person,
  id_token text,
  authenticated_at timestamptz not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz
);
comment on table identity.session is 'Only a hash of the cookie is kept. Lifetimes are real time: moving the shown clock signs nobody out';
create index session_by_person on identity.session (person_id);
grant select, insert, update on identity.session to toantrinh_app;

create table identity.consent (
  id uuid primary key,
  person_id uuid not null references identity.person,
  notice_version text not null,
  purpose text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
comment on table identity.consent is 'Which privacy notice a person agreed to, when, for what';
create index consent_by_person on identity.consent (person_id, purpose);
grant select, insert, update on identity.consent to toantrinh_app;
