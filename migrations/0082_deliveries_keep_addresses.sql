alter table deliveries.choice add column recipient_before bytea;
comment on column deliveries.choice.recipient_before is 'sealed as the parcel''s own: where it went before a new address was chosen; the parcel goes there again if the post answers that the choice came too late';
comment on table deliveries.choice is 'What the person asked for after a failed attempt; one for an attempt. The new address, if any, is the parcel''s unless it came too late';
-- What was overwritten before this cannot be known any more: the address of now stands.
update deliveries.choice h set recipient_before = p.recipient from deliveries.parcel p where p.id = h.parcel_id and h.kind = 'address';
alter table deliveries.choice add constraint choice_address check ((kind = 'address') = (recipient_before is not null));
