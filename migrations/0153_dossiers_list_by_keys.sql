-- C2: a worklist is one index read in order, at any depth and under row-level security. Everything compared is a column of its own with
-- a leakproof operator (equality, or less-than of instants, ids and texts in byte order); a pattern or a function of a column would be
-- asked of every row before the policy lets an index be used.
alter table dossiers.dossier alter column name_key type text collate "C";

-- Names in any order of their words: sorted words are equal however they were typed.
create function dossiers.sorted_words(words text) returns text language sql immutable strict parallel safe
  as $$ select coalesce(string_agg(w, ' ' order by w collate "C"), '') from unnest(string_to_array(words, ' ')) w $$;
comment on function dossiers.sorted_words(text) is 'The words of a name key in byte order';

alter table dossiers.dossier
  add column lane text not null generated always as (case
    when closed_at is not null then 'done' when status = 'signed' then 'delivery' when status = 'approved' then 'sign'
    when turn = 'citizen' then 'citizen' when turn = 'outside' then 'outside' else 'desk' end) stored,
  add column listed_at timestamptz not null generated always as (coalesce(due_at, notice_due_at, 'infinity'::timestamptz)) stored,
  add column name_turned text collate "C" not null generated always as (regexp_replace(name_key, '^(.*) ([^ ]+)$', '\2 \1')) stored,
  add column name_words text collate "C" not null generated always as (dossiers.sorted_words(name_key)) stored;
comment on column dossiers.dossier.lane is 'The worklist that an open dossier lies in';
comment on column dossiers.dossier.listed_at is 'Its place there: the appointed date, before acceptance the date of the notice; without one, after all that have one';
comment on column dossiers.dossier.name_turned is 'The name key, the given name first';
comment on column dossiers.dossier.name_words is 'The name key, its words in byte order';

drop index dossiers.dossier_worklist;
drop index dossiers.dossier_by_name;
create index dossier_by_lane on dossiers.dossier (authority_province, lane, listed_at, filed_at, id) where closed_at is null;
create index dossier_undecided on dossiers.dossier (authority_province, listed_at, filed_at, id) where closed_at is null and status <> 'signed';
create index dossier_held on dossiers.dossier (claimed_by, listed_at, filed_at, id) where claimed_by is not null;
create index dossier_done on dossiers.dossier (authority_province, closed_at, id) where closed_at is not null;
create index dossier_by_name on dossiers.dossier (authority_province, name_key, id);
create index dossier_by_turned_name on dossiers.dossier (authority_province, name_turned, id);
create index dossier_by_words_of_name on dossiers.dossier (authority_province, name_words, id);
