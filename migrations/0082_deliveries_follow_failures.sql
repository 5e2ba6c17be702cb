alter table deliveries.parcel drop constraint parcel_state_check;
alter table deliveries.parcel add constraint parcel_state_check check (state in ('ordered', 'registered', 'collected', 'in-transit', 'failed', 'held', 'delivered', 'returned', 'lost', 'cancelled'));
alter table deliveries.parcel add column round integer not null default 1 check (round >= 1);
comment on column deliveries.parcel.round is '1, and one more each time the card is sent anew: after it came back, or as another card';
alter table deliveries.parcel drop constraint parcel_dossier_id_key;
alter table deliveries.parcel add constraint parcel_round unique (dossier_id, round);
comment on table deliveries.parcel is 'One parcel for each time a dossier''s card is sent; state is that of its latest event';

alter table deliveries.event add column reason text;
alter table deliveries.event add column relation text;
comment on column deliveries.event.reason is 'why an attempt failed, in one word';
comment on column deliveries.event.relation is 'who took it: a relation to the receiver, never a name';

create table deliveries.choice (
  id uuid primary key,
  parcel_id uuid not null references deliveries.parcel,
  attempt integer not null,
  kind text not null check (kind in ('again', 'address', 'hold')),
  chosen_at timestamptz not null,
  told_at timestamptz,
  heeded boolean,
  unique (parcel_id, attempt),
  check ((told_at is null) = (heeded is null))
);
comment on table deliveries.choice is 'What the person asked for after a failed attempt; one for an attempt. The new address, if any, is the parcel''s';
comment on column deliveries.choice.heeded is 'false where the post answered that it came too late';
grant select, insert, update on deliveries.choice to toantrinh_app;
