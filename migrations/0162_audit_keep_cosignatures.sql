-- A witness of another owner signs the checkpoints that it saw grow: its signatures go out with receipts.
create table audit.cosignature (
  seal_number bigint not null,
  witness text not null,
  line text not null,
  signed_at timestamptz not null,
  primary key (seal_number, witness)
);
comment on table audit.cosignature is 'Append-only: signatures of witnesses under checkpoints of this log; what they saw they keep themselves';
comment on column audit.cosignature.witness is 'the name in its key, which AUDIT_WITNESSES lists';
comment on column audit.cosignature.line is 'the signature as a line of a signed note (C2SP cosignature/v1)';
comment on column audit.cosignature.signed_at is 'by the witness''s own clock';
grant select, insert on audit.cosignature to toantrinh_app;
create trigger append_only before update or delete or truncate on audit.cosignature for each statement execute function audit.refuse_change();
