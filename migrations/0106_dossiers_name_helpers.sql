-- Assisted filing: subject, helper, office and proof of consent are four columns of every event, so that none is lost on the way.
alter table dossiers.event add column consent_id uuid;
comment on column dossiers.event.consent_id is 'the person''s consent (counters.consent) to what a helper did for them';
comment on column dossiers.event.helper_id is 'the member of staff who acted for the person';
alter table dossiers.event add constraint event_helped_whole check ((helper_id is null) = (consent_id is null) and (helper_id is null or office_code is not null));
create index event_helped on dossiers.event (dossier_id) where helper_id is not null;
