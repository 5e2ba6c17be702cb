-- TH4: who signs many decisions with one press has just proved who they are; the row says when, by real time.
alter table dossiers.bulk add signed_in_at timestamptz;
comment on column dossiers.bulk.signed_in_at is 'when who confirmed had signed in with the eID, by real time; kept for what is signed';
grant update (session_id, signed_in_at) on dossiers.bulk to toantrinh_app;
