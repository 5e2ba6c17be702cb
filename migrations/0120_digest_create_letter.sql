create schema digest;
comment on schema digest is 'What each office was told each morning: who waited for whom';
grant usage on schema digest to toantrinh_app;

create table digest.letter (
  id uuid primary key,
  province text not null,
  day date not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('waiting', 'sent', 'undeliverable')),
  receipt text unique,
  written_at timestamptz not null,
  sent_at timestamptz,
  unique (province, day),
  check ((state = 'sent') = (receipt is not null)),
  check ((state = 'sent') = (sent_at is not null))
);
comment on table digest.letter is 'One letter a province and day, in counts, hours and dossier codes: nobody is named in it';
comment on column digest.letter.id is 'the idempotency key given to the carrier: sending again is the same letter';
create index letter_waiting on digest.letter (written_at) where state = 'waiting';
grant select, insert, update on digest.letter to toantrinh_app;
