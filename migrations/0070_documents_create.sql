create schema documents;
comment on schema documents is 'Official papers: numbered, drawn, signed, checked';
grant usage on schema documents to toantrinh_app;

create table documents.number_counter (
  authority_code text not null,
  kind text not null,
  year integer not null check (year between 2000 and 2200),
  last_number integer not null check (last_number > 0),
  primary key (authority_code, kind, year)
);
comment on table documents.number_counter is 'The last number given for an authority, a form and a year; its row is locked until the paper that bears the number is committed, so that there is no gap';
grant select, insert, update (last_number) on documents.number_counter to toantrinh_app;

create table documents.document (
  id uuid primary key,
  dossier_id uuid not null,
  person_id uuid not null,
  kind text not null,
  key text not null default '',
  authority_code text not null,
  number integer check (number > 0),
  number_year integer,
  number_text text not null default '',
  form_version text not null,
  title text not null,
  made_on date not null,
  made_at timestamptz not null,
  verification_code text not null unique check (verification_code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  paper bytea not null,
  state text not null default 'requested' check (state in ('requested', 'rendered', 'signing', 'signed')),
  hash text check (hash ~ '^[0-9a-f]{64}$'),
  rendered_at timestamptz,
  signed_hash text check (signed_hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz,
  unique (dossier_id, kind, key),
  unique (authority_code, kind, number_year, number),
  check ((number is null) = (number_year is null)),
  check ((state = 'requested') = (hash is null)),
  check ((hash is null) = (rendered_at is null)),
  check ((signed_hash is null) = (signed_at is null)),
  check (state <> 'signed' or signed_hash is not null),
  check (signed_hash is null or state in ('signing', 'signed'))
);
comment on table documents.document is 'One official paper of a dossier. The bytes lie in the content store under their hash';
comment on column documents.document.dossier_id is 'personal (link): whose case';
comment on column documents.document.person_id is 'personal (link): whose data the paper holds; also whose key seals it';
comment on column documents.document.key is 'tells papers of one form in one dossier apart: the number of the supplement request, for example';
comment on column documents.document.paper is 'personal (sealed): the paper as plain values, before it was drawn';
comment on column documents.document.verification_code is 'random; the address that is printed on the paper with its QR';
comment on column documents.document.hash is 'SHA-256 of the drawn file: what the signer was shown';
comment on column documents.document.signed_hash is 'SHA-256 of the file with the signatures made so far';
create index document_by_dossier on documents.document (dossier_id, made_at);
create index document_by_signed_hash on documents.document (signed_hash) where signed_hash is not null;
grant select, insert, update (state, hash, rendered_at, signed_hash, signed_at) on documents.document to toantrinh_app;

create table documents.signature (
  document_id uuid not null references documents.document,
  ordinal integer not null check (ordinal > 0),
  signer_id text not null,
  state text not null default 'asked' check (state in ('asked', 'done', 'refused', 'replaced')),
  refusal text check (refusal in ('certificate-revoked', 'changed-since-shown')),
  shown_hash text check (shown_hash ~ '^[0-9a-f]{64}$'),
  asked_at timestamptz not null,
  signed_at timestamptz,
  stamped_at timestamptz,
  certificate text check (certificate ~ '^[0-9a-f]{64}$'),
  hash text check (hash ~ '^[0-9a-f]{64}$'),
  primary key (document_id, ordinal),
  check ((state in ('refused', 'replaced')) = (refusal is not null)),
  check ((state = 'done') = (hash is not null and certificate is not null and signed_at is not null and stamped_at is not null))
);
comment on table documents.signature is 'One signature asked for, in the order of signing, and what came of it';
comment on column documents.signature.state is 'refused stops the paper until a person asks another signer, which makes the row replaced';
create unique index signature_once on documents.signature (document_id, signer_id) where state <> 'replaced';
comment on column documents.signature.signer_id is 'personal (link): a member of staff, or an authority''s code for its seal';
comment on column documents.signature.shown_hash is 'the file that the signer saw; another one is never signed';
comment on column documents.signature.certificate is 'SHA-256 of the certificate that signed';
grant select, insert, update (state, refusal, signed_at, stamped_at, certificate, hash) on documents.signature to toantrinh_app;

create table documents.signing_key (
  holder_id text not null,
  generation integer not null check (generation > 0),
  name text not null,
  profile text not null check (profile in ('officer', 'authority')),
  asked_at timestamptz not null,
  chain bytea[],
  fingerprint text check (fingerprint ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz,
  issued_at timestamptz,
  primary key (holder_id, generation),
  check ((chain is null) = (issued_at is null) and (chain is null) = (fingerprint is null) and (chain is null) = (expires_at is null))
);
comment on table documents.signing_key is 'Whose key is certified under which certificate; the private key is never here';
comment on column documents.signing_key.holder_id is 'personal (link): a member of staff, or an authority''s code';
comment on column documents.signing_key.name is 'personal (basic, printed on every paper signed): the name in the certificate';
comment on column documents.signing_key.chain is 'DER, leaf first';
grant select, insert, update (chain, fingerprint, expires_at, issued_at) on documents.signing_key to toantrinh_app;

create table documents.trust_anchor (
  fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
  pem text not null,
  source text not null check (source in ('keys folder', 'simulated authority')),
  added_at timestamptz not null
);
comment on table documents.trust_anchor is 'Roots that signatures may lead to; in production only those of the keys folder';
grant select, insert on documents.trust_anchor to toantrinh_app;

create table documents.revocation_list (
  issuer text primary key,
  der bytea not null,
  this_update timestamptz not null,
  next_update timestamptz not null,
  fetched_at timestamptz not null
);
comment on table documents.revocation_list is 'The latest revocation list by source, as fetched; its signature is checked at each use';
grant select, insert, update on documents.revocation_list to toantrinh_app;

insert into platform.due (task, key, payload, due_at) values ('documents.refresh-trust', 'daily', '{}', platform.clock_now())
on conflict do nothing;
