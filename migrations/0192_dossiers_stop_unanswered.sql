-- B7, C2: a request that nobody answers has a last day of its own, counted and recounted like every other date; after it an officer may stop the dossier.
alter table dossiers.dossier drop constraint dossier_status_check;
alter table dossiers.dossier add constraint dossier_status_check check (status in ('filed', 'supplementing', 'accepted', 'approved', 'signed', 'returned', 'refused', 'withdrawn', 'stopped'));
alter table dossiers.dossier drop constraint dossier_check1;
alter table dossiers.dossier add constraint dossier_ends_check check ((status in ('returned', 'refused', 'withdrawn', 'stopped')) = (closed_at is not null));
alter table dossiers.dossier add column supplement_due_at timestamptz;
comment on column dossiers.dossier.supplement_due_at is 'the end of the last day to answer the open request of an officer; kept when the dossier ends with it, gone once it is answered';
create index dossier_unanswered on dossiers.dossier (authority_province, supplement_due_at, id) where closed_at is null and supplement_due_at is not null;
