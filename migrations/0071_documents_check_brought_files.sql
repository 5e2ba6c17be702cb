create table documents.brought_check (
  id uuid primary key,
  document_id uuid references documents.document,
  is_whole boolean not null,
  signatures integer not null check (signatures >= 0),
  problems text[] not null,
  checked_at timestamptz not null,
  ends_at timestamptz not null,
  check (document_id is not null or not is_whole)
);
comment on table documents.brought_check is 'What came of checking a file that somebody brought, for the page that tells them; the file itself is not kept, and the row is deleted after ends_at';
comment on column documents.brought_check.document_id is 'personal (link): the paper of ours whose signed bytes were brought';
comment on column documents.brought_check.is_whole is 'the bytes have every signature that the paper was to have';
create index brought_check_by_end on documents.brought_check (ends_at);
grant select, insert, delete on documents.brought_check to toantrinh_app;
