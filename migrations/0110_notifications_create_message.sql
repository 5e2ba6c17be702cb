create schema notifications;
comment on schema notifications is 'What was written to people, by which channel, with whose receipt';
grant usage on schema notifications to toantrinh_app;

create table notifications.message (
  id uuid primary key,
  fact_id uuid not null,
  dossier_id uuid not null,
  person_id uuid not null,
  channel text not null check (channel in ('sms', 'mail')),
  template text not null,
  lang text not null check (lang in ('vi', 'en')),
  letter bytea not null,
  state text not null check (state in ('waiting', 'sent', 'undeliverable')),
  receipt text,
  written_at timestamptz not null,
  sent_at timestamptz,
  unique (fact_id, person_id, channel),
  unique (channel, receipt),
  check ((state = 'sent') = (receipt is not null)),
  check ((state = 'sent') = (sent_at is not null))
);
comment on table notifications.message is 'At most one message for a fact, a person and a channel (OUT4); sent only with the receipt of the carrier';
comment on column notifications.message.id is 'the idempotency key given to the carrier: sending again is the same message';
comment on column notifications.message.letter is 'sealed for the person: address, subject, text';
comment on column notifications.message.state is 'undeliverable: the carrier refuses the address';
create index message_by_dossier on notifications.message (dossier_id, written_at);
create index message_waiting on notifications.message (written_at) where state = 'waiting';
grant select, insert, update on notifications.message to toantrinh_app;
