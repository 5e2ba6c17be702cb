-- The log that nobody can rewrite unseen: rows of events and facts as leaves of a tree, whose signed roots lie outside this database.
create schema audit;
comment on schema audit is 'Leaves, inner nodes and seals of the log over events and facts; the roots also lie in a file outside the database';
grant usage on schema audit to toantrinh_app;

create table audit.leaf (
  index bigint primary key check (index >= 0),
  source text not null check (source in ('dossiers.event', 'platform.fact', 'audit.seal')),
  row_sequence bigint not null,
  row_id text not null,
  salt bytea not null check (octet_length(salt) = 16),
  digest bytea not null check (octet_length(digest) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  unique (source, row_sequence)
);
comment on table audit.leaf is 'Append-only: one leaf a sealed row, without gaps; hash = SHA-256(0x00 || canonical JSON of digest, row, index), digest = SHA-256(salt || canonical JSON of the row)';
grant select, insert on audit.leaf to toantrinh_app;

create table audit.node (
  last bigint not null,
  level smallint not null check (level > 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (last, level)
);
comment on table audit.node is 'Append-only: inner nodes over 2^level leaves, named by the last leaf, which makes them whole; SHA-256(0x01 || left || right)';
grant select, insert on audit.node to toantrinh_app;

create table audit.seal (
  number bigint primary key check (number > 0),
  first_index bigint not null,
  size bigint not null unique,
  root bytea not null check (octet_length(root) = 32),
  horizon xid8 not null,
  ceiling xid8 not null,
  rate double precision not null,
  sealed_at timestamptz not null,
  note text not null,
  check (size > first_index)
);
comment on table audit.seal is 'Append-only: one seal a run that found rows; its first leaf is the seal itself';
comment on column audit.seal.horizon is 'every row of an older transaction is sealed';
comment on column audit.seal.ceiling is 'a transaction with this number or a higher one began to write after the seal was begun';
comment on column audit.seal.rate is 'how fast the shown clock ran: 1 in production';
comment on column audit.seal.note is 'the signed checkpoint, as it stands in the file outside';
grant select, insert on audit.seal to toantrinh_app;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_schema || '.' || tg_table_name using errcode = 'insufficient_privilege';
end $$;
comment on function audit.refuse_change() is 'Stops whoever owns the database from changing the log by mistake; who means to can take it away, and is found out by the roots outside';
create trigger append_only before update or delete or truncate on audit.leaf for each statement execute function audit.refuse_change();
create trigger append_only before update or delete or truncate on audit.node for each statement execute function audit.refuse_change();
create trigger append_only before update or delete or truncate on audit.seal for each statement execute function audit.refuse_change();
