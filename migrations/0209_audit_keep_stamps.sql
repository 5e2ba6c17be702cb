-- A time-stamp authority says by when a checkpoint was there (RFC 3161): somebody else's clock, somebody else's key.
create table audit.stamp (
  seal_number bigint primary key,
  token bytea not null check (octet_length(token) between 100 and 65536),
  stamped_at timestamptz not null
);
comment on table audit.stamp is 'Append-only: time-stamp tokens over checkpoints of this log; each stands in the file outside too';
comment on column audit.stamp.token is 'DER of ContentInfo; its imprint is SHA-256 of the seal''s note';
comment on column audit.stamp.stamped_at is 'by the authority''s own clock, as the token says';
grant select, insert on audit.stamp to toantrinh_app;
create trigger append_only before update or delete or truncate on audit.stamp for each statement execute function audit.refuse_change();
