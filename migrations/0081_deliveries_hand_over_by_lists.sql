create sequence deliveries.item_serial as integer start 10000001;
comment on sequence deliveries.item_serial is 'Serials of item numbers that the post allotted to the authority: labels are printed before the post is told';
grant usage on sequence deliveries.item_serial to toantrinh_app;

create sequence deliveries.list_serial as integer start 1;
comment on sequence deliveries.list_serial is 'Running numbers of hand-over lists';
grant usage on sequence deliveries.list_serial to toantrinh_app;

alter table deliveries.parcel drop constraint parcel_check;
alter table deliveries.parcel add constraint parcel_numbered check (state = 'ordered' or item_number is not null);

create table deliveries.list (
  id uuid primary key,
  number text not null unique,
  province_code text not null,
  state text not null check (state in ('closed', 'counted', 'complete', 'taken-back')),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  closed_by text not null,
  closed_at timestamptz not null,
  post_office text,
  counted_by text,
  counted_at timestamptz,
  counted_hash text check (counted_hash ~ '^[0-9a-f]{64}$'),
  settled_by text,
  settled_at timestamptz,
  check ((counted_by is null) = (counted_at is null) and (counted_by is null) = (counted_hash is null) and (counted_by is null) = (post_office is null)),
  check ((settled_by is null) = (settled_at is null)),
  check (state not in ('counted', 'complete') or counted_by is not null),
  check ((state in ('complete', 'taken-back')) = (settled_by is not null)),
  check (counted_by is distinct from closed_by and (state <> 'complete' or counted_by is distinct from settled_by or counted_hash = content_hash))
);
comment on table deliveries.list is 'A list of cards that the authority hands to the post; complete once both sides stand for the same content';
comment on column deliveries.list.content_hash is 'SHA-256 of the number and its items: what the authority stands for by closing the list';
comment on column deliveries.list.counted_hash is 'SHA-256 of what the post found, differences and reasons with it; equal to content_hash where nothing differs';
comment on column deliveries.list.settled_by is 'who of the authority confirmed the differences or took the list back; the postal worker where nothing differed';
create index list_of_province on deliveries.list (province_code, closed_at desc);
create index list_open on deliveries.list (province_code) where state in ('closed', 'counted');
grant select, insert, update on deliveries.list to toantrinh_app;

alter table deliveries.card add column list_id uuid references deliveries.list;
alter table deliveries.card add column before_lists boolean not null default false;
comment on column deliveries.card.list_id is 'the list the card is on, or was handed to the post by; null while it lies in the office';
comment on column deliveries.card.before_lists is 'handed to the post before there were lists';
update deliveries.card set before_lists = true where handed_over_to = 'post';
alter table deliveries.card add constraint card_listed check (handed_over_to is distinct from 'post' or list_id is not null or before_lists);

create table deliveries.list_item (
  list_id uuid not null references deliveries.list,
  card_id uuid not null references deliveries.card,
  item_number text not null,
  scanned_at timestamptz,
  outcome text check (outcome in ('received', 'missing')),
  reason text,
  primary key (list_id, card_id),
  unique (list_id, item_number),
  check ((outcome = 'missing') = (reason is not null) or outcome is null and reason is null),
  check (outcome is distinct from 'received' or scanned_at is not null),
  check (outcome is distinct from 'missing' or scanned_at is null)
);
comment on table deliveries.list_item is 'A card on a list, and whether the post found it';
create index list_item_of_card on deliveries.list_item (card_id);
grant select, insert, update on deliveries.list_item to toantrinh_app;

create table deliveries.list_extra (
  list_id uuid not null references deliveries.list,
  item_number text not null,
  scanned_at timestamptz not null,
  reason text,
  primary key (list_id, item_number)
);
comment on table deliveries.list_extra is 'What the post found beside the list: it goes back to the office, whatever it is';
grant select, insert, update, delete on deliveries.list_extra to toantrinh_app;

create table deliveries.card_move (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  card_id uuid not null references deliveries.card,
  from_place text check (from_place in ('printer', 'office', 'post', 'person')),
  to_place text not null check (to_place in ('printer', 'office', 'post', 'person', 'lost')),
  list_id uuid references deliveries.list,
  at timestamptz not null,
  by_whom text not null
);
comment on table deliveries.card_move is 'Append-only: where each card was and is; a card is in exactly one place';
create index card_move_of_card on deliveries.card_move (card_id, sequence);
grant select, insert on deliveries.card_move to toantrinh_app;
insert into deliveries.card_move (id, card_id, from_place, to_place, at, by_whom)
  select gen_random_uuid(), c.id, null, 'printer', c.queued_at, 'migration' from deliveries.card c order by c.queued_at;
insert into deliveries.card_move (id, card_id, from_place, to_place, at, by_whom)
  select gen_random_uuid(), c.id, 'printer', 'office', c.printed_at, 'migration' from deliveries.card c where c.printed_at is not null order by c.printed_at;
insert into deliveries.card_move (id, card_id, from_place, to_place, at, by_whom)
  select gen_random_uuid(), c.id, 'office', c.handed_over_to, c.handed_over_at, 'migration' from deliveries.card c where c.handed_over_at is not null order by c.handed_over_at;
insert into deliveries.card_move (id, card_id, from_place, to_place, at, by_whom)
  select gen_random_uuid(), c.id, 'post', 'person', p.changed_at, 'migration' from deliveries.card c join deliveries.parcel p on p.dossier_id = c.dossier_id and p.state = 'delivered'
  where c.handed_over_to = 'post' order by p.changed_at;
