-- Payments: the fee taken in cash at a service point, into a clerk's daily cash book; cash that goes back is paid out of one.

create table payments.cash_book (
  id uuid primary key,
  point_id text not null,
  authority_code text not null,
  day date not null,
  clerk uuid not null,
  clerk_person uuid not null,
  opening_vnd integer not null check (opening_vnd >= 0),
  opened_at timestamptz not null,
  state text not null check (state in ('open', 'closed', 'confirmed')),
  expected_vnd integer,
  counted_vnd integer check (counted_vnd >= 0),
  difference_reason text,
  closed_at timestamptz,
  confirmed_by uuid,
  confirmed_by_person uuid,
  confirmed_at timestamptz,
  check ((state = 'open') = (closed_at is null)),
  check ((closed_at is null) = (counted_vnd is null) and (closed_at is null) = (expected_vnd is null)),
  constraint cash_book_says_why check (counted_vnd is null or counted_vnd = expected_vnd or coalesce(difference_reason, '') <> ''),
  check ((state = 'confirmed') = (confirmed_at is not null)),
  check ((confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null) = (confirmed_by_person is null)),
  constraint cash_book_two_people check (confirmed_by_person is null or (confirmed_by_person <> clerk_person and confirmed_by <> clerk))
);
comment on table payments.cash_book is 'Sổ quỹ: the cash of one clerk at one service point for one day, from opening to the word of a second person';
comment on column payments.cash_book.clerk is 'the member of staff';
comment on column payments.cash_book.clerk_person is 'the person who holds that post: one person may hold several, and two posts are not two people';
comment on column payments.cash_book.opening_vnd is 'change in the drawer at the start, counted by the clerk';
create unique index cash_book_one_open on payments.cash_book (clerk) where state = 'open';
create index cash_book_by_point on payments.cash_book (point_id, day);
create index cash_book_by_authority on payments.cash_book (authority_code, day);
grant select, insert on payments.cash_book to toantrinh_app;
grant update (state, expected_vnd, counted_vnd, difference_reason, closed_at, confirmed_by, confirmed_by_person, confirmed_at) on payments.cash_book to toantrinh_app;

alter table payments.attempt drop constraint attempt_method_check;
alter table payments.attempt add constraint attempt_method_check check (method in ('checkout', 'vietqr', 'cash'));

-- Cash is confirmed by the book it lies in: no platform could be asked about it.
alter table payments.charge drop constraint charge_method_check;
alter table payments.charge add constraint charge_method_check check (method in ('checkout', 'vietqr', 'cash'));
alter table payments.charge drop constraint charge_confirmed_by_check;
alter table payments.charge add constraint charge_confirmed_by_check check (confirmed_by in ('query', 'statement', 'cash-book'));
alter table payments.charge add column book_id uuid references payments.cash_book;
comment on column payments.charge.book_id is 'the cash book it was taken into';
alter table payments.charge add constraint charge_of_cash check ((confirmed_by = 'cash-book') = (book_id is not null) and (method = 'cash') = (book_id is not null));
create index charge_by_book on payments.charge (book_id) where book_id is not null;

alter table payments.refund add column book_id uuid references payments.cash_book;
comment on column payments.refund.book_id is 'the cash book it was paid out of';
alter table payments.refund add constraint refund_of_cash check (book_id is null or state = 'done');
create index refund_by_book on payments.refund (book_id) where book_id is not null;
grant update (book_id) on payments.refund to toantrinh_app;

comment on column payments.ledger_entry.account is 'platform (money held for us), cash:<service point>, fee:<authority>, owed-to-payer';
