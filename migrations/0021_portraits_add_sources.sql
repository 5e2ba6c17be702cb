alter table portraits.portrait
  add column upload_id uuid,
  add column lookup_id uuid,
  -- A picture of the population register names the question that it answered: when, by which exchange, with which hash.
  add constraint registered_names_its_lookup check ((source = 'population-register') = (lookup_id is not null));
comment on column portraits.portrait.upload_id is 'the finished upload it came by, when it was sent in pieces; sent twice, it is looked at once';
comment on column portraits.portrait.lookup_id is 'the look-up by which the population register gave the picture';
create unique index portrait_one_per_upload on portraits.portrait (upload_id) where upload_id is not null;
