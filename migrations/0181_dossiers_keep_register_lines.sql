alter table dossiers.register_extract add column dossier_ids uuid[];
update dossiers.register_extract e set dossier_ids = array(
  select d.id from dossiers.dossier d
  where d.authority_province = e.province and d.accepted_at >= e.from_on::timestamp at time zone 'Asia/Ho_Chi_Minh'
    and d.accepted_at < least((e.to_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', e.asked_at)
  order by d.accepted_at, d.id limit 200 offset (e.part - 1) * 200
);
alter table dossiers.register_extract alter column dossier_ids set not null;
comment on column dossiers.register_extract.dossier_ids is 'the lines as they were when the paper was asked for: of each it is noted that it was read, and no other is drawn';
