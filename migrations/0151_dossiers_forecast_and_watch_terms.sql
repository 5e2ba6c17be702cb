-- C2: the notice and the transfer have terms of their own; what is usual is counted each night, so that a dossier can be told to be at risk.
alter table dossiers.dossier add column notice_due_at timestamptz, add column notice_kept_at timestamptz, add column transfer_due_at timestamptz, add column transfer_kept_at timestamptz;
comment on column dossiers.dossier.notice_due_at is 'by when the citizen must hear whether it is accepted or what is missing; null until the filing is whole, or where the calendar does not reach so far';
comment on column dossiers.dossier.notice_kept_at is 'when they first heard it';
comment on column dossiers.dossier.transfer_due_at is 'by when the examined data must be passed on; null where the law of its version has no such term';
comment on column dossiers.dossier.transfer_kept_at is 'when they were';
create index dossier_by_term on dossiers.dossier (authority_province, (coalesce(due_at, notice_due_at))) where closed_at is null and status in ('filed', 'supplementing', 'accepted', 'approved');

create table dossiers.usual_time (
  province text not null,
  owner text not null,
  cause text not null,
  days integer not null check (days >= 0),
  samples integer not null check (samples > 0),
  counted_at timestamptz not null,
  primary key (province, owner, cause)
);
comment on table dossiers.usual_time is 'Working days in which four of five dossiers of a province were decided, counted from the day on which one began to wait so; counted anew each night';
grant select, insert, delete on dossiers.usual_time to toantrinh_app;
