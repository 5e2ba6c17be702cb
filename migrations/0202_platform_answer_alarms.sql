-- An alarm about what a member of staff did is for whoever supervises or inspects in their province, not for operators: it ends with an answer,
-- which stays as it was written, and never by the hand of the member of staff whom it is about.
alter table platform.alarm add column province_code text;
alter table platform.alarm add constraint alarm_of_staff_names_one check (province_code is null or subject_id is not null);
comment on column platform.alarm.province_code is 'set: the alarm is about a member of staff (subject_id) of this province, whose supervisors and inspectors answer it; null: it is for operators';
update platform.alarm set province_code = details ->> 'province' where kind in ('bulk-reading', 'bulk-listing') and settled_at is null and subject_id is not null;
alter table platform.alarm add constraint alarm_of_one unique (id, subject_id);
create index alarm_of_province on platform.alarm (province_code, settled_at desc, id desc) where province_code is not null;

create table platform.alarm_answer (
  alarm_id uuid primary key,
  subject_id uuid not null,
  reason text not null check (reason ~ '^[a-z-]{1,20}$'),
  words text not null check (char_length(words) between 1 and 500),
  answered_by uuid not null check (answered_by <> subject_id),
  answered_at timestamptz not null,
  foreign key (alarm_id, subject_id) references platform.alarm (id, subject_id)
);
comment on table platform.alarm_answer is 'Append-only: what came of an alarm about a member of staff, and who says so; one answer an alarm';
grant select, insert on platform.alarm_answer to toantrinh_app;
