create schema deliveries;
comment on schema deliveries is 'Cards in print batches, and parcels carried by the public post';
grant usage on schema deliveries to toantrinh_app;

create sequence deliveries.card_serial as integer start 1;
comment on sequence deliveries.card_serial is 'Serials of cards made here: ZX and six digits, a series that no real card has';
grant usage on sequence deliveries.card_serial to toantrinh_app;

create table deliveries.batch (
  id uuid primary key,
  province_code text not null,
  cards integer not null check (cards > 0),
  printed_by text not null,
  printed_at timestamptz not null
);
comment on table deliveries.batch is 'Append-only: one print run';
grant select, insert on deliveries.batch to toantrinh_app;

create table deliveries.card (
  id uuid primary key,
  dossier_id uuid not null unique,
  person_id uuid not null,
  province_code text not null,
  licence_number text not null,
  card_serial text not null unique,
  portrait_hash text not null check (portrait_hash ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('queued', 'printed', 'handed-over')),
  batch_id uuid references deliveries.batch,
  queued_at timestamptz not null,
  printed_at timestamptz,
  handed_over_at timestamptz,
  handed_over_to text check (handed_over_to in ('post', 'person')),
  check ((state = 'queued') = (batch_id is null)),
  check ((batch_id is null) = (printed_at is null)),
  check ((state = 'handed-over') = (handed_over_at is not null)),
  check ((handed_over_at is null) = (handed_over_to is null))
);
comment on table deliveries.card is 'One card for one decision; the portrait by the hash of the picture the citizen saw (POR1)';
create index card_to_print on deliveries.card (province_code, queued_at) where state = 'queued';
create index card_to_hand_over on deliveries.card (province_code, printed_at) where state = 'printed';
grant select, insert, update on deliveries.card to toantrinh_app;

create table deliveries.parcel (
  id uuid primary key,
  dossier_id uuid not null unique,
  person_id uuid not null,
  order_number text not null unique,
  state text not null check (state in ('ordered', 'registered', 'collected', 'in-transit', 'failed', 'delivered', 'returned', 'cancelled')),
  item_number text unique,
  recipient bytea not null,
  sender jsonb not null,
  ordered_at timestamptz not null,
  changed_at timestamptz not null,
  check ((state = 'ordered') = (item_number is null))
);
comment on table deliveries.parcel is 'One parcel for one dossier; state is that of its latest event';
comment on column deliveries.parcel.order_number is 'the dossier''s official number: the post knows the parcel by it, so ordering twice is ordering once';
comment on column deliveries.parcel.recipient is 'sealed for the person: name, phone, address';
comment on column deliveries.parcel.sender is 'the authority: no personal data';
grant select, insert, update on deliveries.parcel to toantrinh_app;

create table deliveries.event (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  parcel_id uuid not null references deliveries.parcel,
  state text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  exchange_id uuid not null,
  unique (parcel_id, state, happened_at)
);
comment on table deliveries.event is 'Append-only: what the post said happened to a parcel, and in which exchange';
grant select, insert on deliveries.event to toantrinh_app;
