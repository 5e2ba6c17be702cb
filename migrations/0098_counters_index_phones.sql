-- One phone that agrees for many people is a helper's own: it is counted.
alter table counters.consent add column phone_index bytea;
comment on column counters.consent.phone_index is 'keyed one-way index of the phone that a code went to';
create index consent_by_phone on counters.consent (phone_index, asked_at) where phone_index is not null;
