-- Assisted filing: what a helper announced names the helper and the proof of consent, as the events of a dossier do.
alter table platform.fact add column consent_id uuid;
comment on column platform.fact.helper_id is 'the member of staff who acted for the person';
comment on column platform.fact.consent_id is 'the person''s consent (counters.consent) to what the helper did for them';
alter table platform.fact add constraint fact_helped_whole check ((helper_id is null) = (consent_id is null) and (helper_id is null or (office_code is not null and subject_id is not null)));
create index fact_helped on platform.fact (sequence) where helper_id is not null;
