create table licences.void_card (
  card_serial text primary key,
  licence_id uuid not null references licences.licence,
  reason text not null check (reason in ('lost-in-post')),
  voided_at timestamptz not null
);
comment on table licences.void_card is 'Append-only: serials of cards that no longer prove the licence; the licence itself stays as it is';
create index void_card_of_licence on licences.void_card (licence_id);
grant select, insert on licences.void_card to toantrinh_app;
