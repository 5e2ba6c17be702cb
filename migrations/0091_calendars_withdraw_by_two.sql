-- TH3: taking back a day that counts moves deadlines as much as entering one: it takes a decree and two people too.
alter table calendars.day
  add column withdrawal_decree_no text,
  add column withdrawal_by text,
  add column withdrawal_at timestamptz,
  add constraint withdrawal_is_whole check ((withdrawal_by is null) = (withdrawal_at is null) and (withdrawal_by is null) = (withdrawal_decree_no is null)),
  add constraint withdrawal_by_two check (withdrawn_by is null or confirmed_by is null or coalesce(withdrawn_by <> withdrawal_by, false));
comment on column calendars.day.withdrawal_by is 'who proposed to take back a day that counts; somebody else makes it so';
comment on column calendars.day.withdrawal_decree_no is 'the document that says the day counts no longer as entered';
grant update (withdrawal_decree_no, withdrawal_by, withdrawal_at) on calendars.day to toantrinh_app;
