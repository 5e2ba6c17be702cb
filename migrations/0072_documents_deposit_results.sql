create table documents.deposit (
  document_id uuid primary key references documents.document,
  person_id uuid not null,
  owner bytea not null,
  dossier_code text not null,
  state text not null default 'asked' check (state in ('asked', 'no-store', 'received')),
  asked_at timestamptz not null,
  file_hash text check (file_hash ~ '^[0-9a-f]{64}$'),
  result_code text,
  link text,
  exchange_id uuid,
  received_at timestamptz,
  check ((state = 'received') = (result_code is not null and link is not null and exchange_id is not null and received_at is not null and file_hash is not null))
);
comment on table documents.deposit is 'A signed result on its way into the electronic data store of its owner; received only by the store''s own receipt (MaKetQua and link)';
comment on column documents.deposit.person_id is 'personal (link): whose store';
comment on column documents.deposit.owner is 'personal (sealed): the identity number that the store knows its owner by';
comment on column documents.deposit.state is 'no-store: the owner has none yet; asked again each day';
comment on column documents.deposit.result_code is 'personal (link): MaKetQua';
comment on column documents.deposit.link is 'personal (link): DuongDanTepTinKetQua';
create index deposit_open on documents.deposit (asked_at) where state <> 'received';
grant select, insert, update (state, file_hash, result_code, link, exchange_id, received_at) on documents.deposit to toantrinh_app;
