-- What officers tell each other about a dossier and nobody else.
create table dossiers.note (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier,
  author_id uuid not null,
  at timestamptz not null,
  text bytea not null
);
comment on table dossiers.note is 'Private notes of officers; append-only, never shown to the applicant, in no export';
comment on column dossiers.note.text is 'sealed for the applicant';
create index note_by_dossier on dossiers.note (dossier_id, at);
grant select, insert on dossiers.note to toantrinh_app;

create table dossiers.opinion (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier,
  asked_by uuid not null,
  asked_of uuid not null,
  asked_at timestamptz not null,
  question bytea not null,
  check (asked_of <> asked_by)
);
comment on table dossiers.opinion is 'A second opinion asked of a named colleague of the province; append-only';
comment on column dossiers.opinion.question is 'sealed for the applicant';
create index opinion_by_dossier on dossiers.opinion (dossier_id, asked_at);
create index opinion_of_colleague on dossiers.opinion (asked_of, asked_at);
grant select, insert on dossiers.opinion to toantrinh_app;

create table dossiers.opinion_answer (
  opinion_id uuid primary key references dossiers.opinion,
  answered_at timestamptz not null,
  text bytea not null
);
comment on table dossiers.opinion_answer is 'What the colleague who was asked thinks; once, append-only';
comment on column dossiers.opinion_answer.text is 'sealed for the applicant';
grant select, insert on dossiers.opinion_answer to toantrinh_app;
