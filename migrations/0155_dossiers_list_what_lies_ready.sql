-- A card that lies ready waits for its citizen: it has a lane of its own, so that both lists that show it read an index.
alter table dossiers.dossier drop column lane;
alter table dossiers.dossier add column lane text not null generated always as (case
    when closed_at is not null then 'done' when status = 'signed' and turn = 'citizen' then 'collect' when status = 'signed' then 'delivery' when status = 'approved' then 'sign'
    when turn = 'citizen' then 'citizen' when turn = 'outside' then 'outside' else 'desk' end) stored;
comment on column dossiers.dossier.lane is 'The worklist that an open dossier lies in';
create index dossier_by_lane on dossiers.dossier (authority_province, lane, listed_at, filed_at, id) where closed_at is null;
