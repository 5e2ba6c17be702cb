create table deliveries.old_card (
  licence_id uuid primary key,
  dossier_id uuid not null,
  person_id uuid not null,
  province_code text not null,
  state text not null check (state in ('owed', 'received', 'destroyed', 'kept')),
  owed_since timestamptz not null,
  reminded integer not null default 0,
  received_by text,
  received_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  check ((state = 'owed') = (received_by is null)),
  check ((received_by is null) = (received_at is null)),
  check ((state in ('destroyed', 'kept')) = (ended_by is not null)),
  check ((ended_by is null) = (ended_at is null)),
  check (ended_by is null or ended_by <> received_by)
);
comment on table deliveries.old_card is 'The card of a licence that was exchanged: its driver owes it; destroyed by two people, or kept while the right to drive is withdrawn';
create index old_card_of_province on deliveries.old_card (province_code, state, owed_since);
create index old_card_of_dossier on deliveries.old_card (dossier_id);
grant select, insert, update on deliveries.old_card to toantrinh_app;
