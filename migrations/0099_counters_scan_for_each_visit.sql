-- A paper that is shown at another visit is scanned in for that visit: what proves consent there was there.
alter table counters.scan drop constraint scan_draft_id_kind_file_hash_key;
alter table counters.scan add constraint scan_once_a_visit unique (visit_id, draft_id, kind, file_hash);
create index scan_by_draft on counters.scan (draft_id);
alter table counters.scan add column draft_revision integer;
comment on column counters.scan.draft_revision is 'of the draft, as it was when the paper was scanned in: a signed application agrees to that revision only; null before this was kept';
