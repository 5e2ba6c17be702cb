create table licences.look_up_number (
  number_index bytea primary key check (octet_length(number_index) = 32),
  wrong bytea[] not null check (cardinality(wrong) <= 5),
  ends_at timestamptz not null
);
comment on table licences.look_up_number is 'Numbers that the public asked about, issued or not, as keyed hashes, with the different wrong birth dates given; five of them lock the number until ends_at. Rows past it are deleted';
comment on column licences.look_up_number.number_index is 'personal (link): keyed one-way hash of a licence number';
comment on column licences.look_up_number.wrong is 'personal (link): keyed one-way hashes of number and wrong date, so that the same mistake twice counts once';
create index look_up_number_by_end on licences.look_up_number (ends_at);
grant select, insert, update, delete on licences.look_up_number to toantrinh_app;

create table licences.look_up_budget (
  scope bytea primary key check (octet_length(scope) = 32),
  asked integer not null check (asked > 0),
  missed integer not null check (missed between 0 and asked),
  ends_at timestamptz not null
);
comment on table licences.look_up_budget is 'How much a network, and everybody together, asked in the window that ends at ends_at. Rows past it are deleted';
comment on column licences.look_up_budget.scope is 'personal (link): keyed one-way hash of a network (/24 or /64), or of the word for all';
create index look_up_budget_by_end on licences.look_up_budget (ends_at);
grant select, insert, update, delete on licences.look_up_budget to toantrinh_app;

-- Number and date are one key: a wrong date and an unknown number end at the same place in this index, and no row is read for either.
create index licence_look_up on licences.licence (number, holder_birth_date);
