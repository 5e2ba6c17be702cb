-- Papers of a dossier filed on paper, page by page as pictures, until the clerk signs them: then the dossier counts as digitised.
create table counters.digitisation (
  dossier_id uuid primary key,
  person_id uuid not null,
  office_code text not null,
  begun_at timestamptz not null,
  signed_by uuid,
  closed_at timestamptz,
  completed_at timestamptz,
  check ((signed_by is null) = (closed_at is null)),
  check (completed_at is null or closed_at is not null)
);
comment on table counters.digitisation is 'The papers of a dossier on paper being digitised: closed when the clerk ordered the signatures, completed when every paper bears one';
grant select, insert on counters.digitisation to toantrinh_app;
grant update (signed_by, closed_at, completed_at) on counters.digitisation to toantrinh_app;

create table counters.paper (
  dossier_id uuid not null references counters.digitisation,
  kind text not null check (kind in ('application', 'health-certificate', 'licence', 'other')),
  declared_pages smallint not null check (declared_pages between 1 and 30),
  document_id uuid unique,
  primary key (dossier_id, kind)
);
comment on table counters.paper is 'A paper of that dossier: how many pages the clerk says it has, and the signed document of its pages';
grant select, insert, delete on counters.paper to toantrinh_app;
grant update (declared_pages, document_id) on counters.paper to toantrinh_app;

create table counters.page (
  id uuid primary key,
  dossier_id uuid not null,
  kind text not null,
  position smallint not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  picture_hash text not null check (picture_hash ~ '^[0-9a-f]{64}$'),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  look bytea not null check (octet_length(look) = 32),
  scanned_by uuid not null,
  scanned_at timestamptz not null,
  foreign key (dossier_id, kind) references counters.paper on delete cascade,
  unique (dossier_id, kind, position) deferrable initially deferred
);
comment on table counters.page is 'A page that passed the checks (resolution, not blank), as a picture decoded and written anew; file_hash: the file that the scanner sent';
comment on column counters.page.look is 'how the page looks in 256 bits: a page that looks like another is told of';
grant select, insert, delete on counters.page to toantrinh_app;
grant update (position) on counters.page to toantrinh_app;
