alter table deliveries.card drop constraint card_dossier_id_key;
alter table deliveries.card drop constraint card_state_check;
alter table deliveries.card drop constraint card_check2;
alter table deliveries.card add constraint card_state_check check (state in ('queued', 'printed', 'handed-over', 'lost'));
alter table deliveries.card add constraint card_handed check ((state in ('handed-over', 'lost')) = (handed_over_at is not null));
alter table deliveries.card add column replaces uuid unique references deliveries.card;
create unique index card_one_living on deliveries.card (dossier_id) where state <> 'lost';
comment on column deliveries.card.replaces is 'the lost card that this one was printed for: a card has at most one successor';
comment on table deliveries.card is 'The cards of a decision, one of them alive; the portrait by the hash of the picture the citizen saw (POR1)';

create table deliveries.reprint (
  id uuid primary key,
  card_id uuid not null references deliveries.card,
  state text not null check (state in ('proposed', 'confirmed', 'declined')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  check ((state = 'proposed') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check (decided_by is distinct from proposed_by)
);
comment on table deliveries.reprint is 'A lost card printed anew at no cost: one officer proposes, another decides';
create unique index reprint_once on deliveries.reprint (card_id) where state <> 'declined';
grant select, insert, update on deliveries.reprint to toantrinh_app;
