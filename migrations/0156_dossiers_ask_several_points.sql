-- A request for supplements has one to n points, each answered by itself; a second request stands on the word of a supervisor.
create table dossiers.supplement_permission (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier,
  reason bytea not null,
  allowed_by uuid not null,
  allowed_at timestamptz not null
);
comment on table dossiers.supplement_permission is 'A supervisor allowed one more request than the law knows; append-only, used once';
comment on column dossiers.supplement_permission.reason is 'sealed for the applicant';
create index supplement_permission_by_dossier on dossiers.supplement_permission (dossier_id, allowed_at);
grant select, insert on dossiers.supplement_permission to toantrinh_app;

create table dossiers.supplement_point (
  request_id uuid not null references dossiers.supplement_request,
  kind text not null,
  position integer not null check (position >= 1),
  reason text not null check (reason in ('missing', 'wrong', 'unreadable', 'outdated')),
  note text not null,
  answer bytea,
  answered_at timestamptz,
  before bytea,
  primary key (request_id, kind),
  unique (request_id, position),
  check (answer is null or answered_at is not null)
);
comment on table dossiers.supplement_point is 'One thing asked for, what it was before and what the citizen answered; kept from the page on, in force once the request is answered';
comment on column dossiers.supplement_point.answer is 'sealed for the applicant; null where nothing is typed here, and for requests older than points';
comment on column dossiers.supplement_point.before is 'sealed for the applicant: what the dossier said until the request was answered, kept as evidence';
grant select, insert, update on dossiers.supplement_point to toantrinh_app;

insert into dossiers.supplement_point (request_id, kind, position, reason, note, answered_at)
  select id, item, 1, reason, note, answered_at from dossiers.supplement_request;
alter table dossiers.supplement_request drop column item, drop column reason, drop column note;
alter table dossiers.supplement_request add column permission_id uuid unique references dossiers.supplement_permission;
comment on column dossiers.supplement_request.permission_id is 'the supervisor''s word that a request beyond the first stands on';
comment on table dossiers.supplement_request is 'What an officer asked for in one go; its points say what and why';
create index supplement_request_by_dossier on dossiers.supplement_request (dossier_id, asked_at);
