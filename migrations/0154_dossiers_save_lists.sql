-- C2: what a member of staff wants to see again. Nothing personal: a search by name or number cannot be saved.
create table dossiers.saved_list (
  id uuid primary key,
  staff_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  view text not null,
  narrowing jsonb not null,
  saved_at timestamptz not null,
  unique (staff_id, name)
);
comment on table dossiers.saved_list is 'A view of the worklist with conditions, under a name of its owner''s; never a search';
grant select, insert, update, delete on dossiers.saved_list to toantrinh_app;

create table dossiers.chosen_columns (
  staff_id uuid primary key,
  columns text[] not null
);
comment on table dossiers.chosen_columns is 'Which columns of the worklist a member of staff sees, in which order';
grant select, insert, update, delete on dossiers.chosen_columns to toantrinh_app;
