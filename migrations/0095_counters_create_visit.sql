create schema counters;
comment on schema counters is 'Points where people are received: visits, consents to assisted filing, tickets of the queue';
grant usage on schema counters to toantrinh_app;

create table counters.visit (
  id uuid primary key,
  office_code text not null,
  staff_id uuid not null,
  person_id uuid not null,
  identified_by text not null check (identified_by in ('scan', 'typed')),
  way text check (way in ('online', 'in-person')),
  draft_id uuid,
  dossier_id uuid unique,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  filed_at timestamptz,
  ended_at timestamptz,
  ended_as text check (ended_as in ('filed', 'closed', 'idle')),
  check (seen_at >= opened_at),
  check ((way is null) = (draft_id is null)),
  check ((dossier_id is null) = (filed_at is null)),
  check (dossier_id is null or draft_id is not null),
  check ((ended_at is null) = (ended_as is null)),
  check (ended_as is null or (ended_as = 'filed') = (dossier_id is not null))
);
comment on table counters.visit is 'A person before a clerk: from the identity card to the filed dossier. While it is open, and no longer, the clerk sees what is being filed';
comment on column counters.visit.way is 'online: with the citizen, who confirms; in-person: on paper';
create unique index visit_one_open on counters.visit (staff_id) where ended_at is null;
create index visit_by_person on counters.visit (person_id, opened_at);
grant select, insert, update on counters.visit to toantrinh_app;

create table counters.consent (
  id uuid primary key,
  visit_id uuid not null references counters.visit,
  person_id uuid not null,
  helper_id uuid not null,
  office_code text not null,
  draft_id uuid not null,
  content_hash bytea not null,
  method text not null check (method in ('code', 'signature', 'paper')),
  state text not null check (state in ('asked', 'given', 'ended')),
  asked_at timestamptz not null,
  given_at timestamptz,
  code_hash bytea,
  letter bytea,
  expires_at timestamptz,
  tries integer not null default 0,
  sent_at timestamptz,
  receipt text,
  proof bytea,
  check (state <> 'given' or given_at is not null),
  check ((method = 'code') = (code_hash is not null and expires_at is not null)),
  check (method = 'code' or proof is not null),
  check (method = 'code' or state <> 'asked'),
  check (letter is null or (method = 'code' and state = 'asked')),
  check ((receipt is null) = (sent_at is null)),
  check (given_at is null or (given_at >= asked_at and (expires_at is null or given_at <= expires_at)))
);
comment on table counters.consent is 'That a person wants exactly this filed by a helper: to which content, to whom, where, and what proves it';
comment on column counters.consent.content_hash is 'of the answers as they would be frozen: what is filed must be the same';
comment on column counters.consent.code_hash is 'keyed one-way hash of the one-time code';
comment on column counters.consent.letter is 'sealed for the person: phone and message with the code; gone once it is sent or no longer needed';
comment on column counters.consent.proof is 'sealed for the person: strokes of the signature, or the typed name with the helper''s declaration, or the hash of the signed paper';
create unique index consent_one_open on counters.consent (visit_id) where state in ('asked', 'given');
create index consent_by_draft on counters.consent (draft_id);
grant select, insert, update on counters.consent to toantrinh_app;

create table counters.scan (
  id uuid primary key,
  visit_id uuid not null references counters.visit,
  person_id uuid not null,
  draft_id uuid not null,
  kind text not null check (kind in ('application', 'health-certificate', 'licence', 'other')),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  bytes integer not null check (bytes > 0),
  scanned_by uuid not null,
  scanned_at timestamptz not null,
  unique (draft_id, kind, file_hash)
);
comment on table counters.scan is 'Papers that a person brought, as a clerk scanned them in; the files are in the store by their hash';
grant select, insert on counters.scan to toantrinh_app;
