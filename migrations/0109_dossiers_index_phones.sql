-- The phone that somebody left, as a keyed one-way index: one phone on dossiers of many people is told to the officer as a hint.
alter table dossiers.dossier add column phone_index bytea;
comment on column dossiers.dossier.phone_index is 'keyed one-way index of the phone at the filing; null for dossiers filed before this was kept';
create index dossier_by_phone on dossiers.dossier (phone_index, filed_at) where phone_index is not null;
create index event_by_helper on dossiers.event (helper_id, at) where helper_id is not null and kind = 'submit';
