-- Counters: queue tickets, the windows that call them, and what became of each. Nothing here says who somebody is.

create schema if not exists counters;
grant usage on schema counters to toantrinh_app;

create table counters.ticket_series (
  point_id text not null,
  day date not null,
  service text not null check (service ~ '^[A-Z]$'),
  last_number integer not null check (last_number >= 0),
  primary key (point_id, day, service)
);
comment on table counters.ticket_series is 'The last number given at a point on a day for a service; its row is locked while one is given, so that none is given twice and none is left out';
grant select, insert, update on counters.ticket_series to toantrinh_app;

create table counters.open_window (
  id uuid primary key,
  point_id text not null,
  day date not null,
  window_no smallint not null check (window_no > 0),
  services text[] not null check (cardinality(services) > 0),
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  presses integer not null default 0,
  check ((closed_at is null) = (closed_by is null))
);
comment on table counters.open_window is 'A window that somebody works at, from opening to closing';
comment on column counters.open_window.opened_by is 'the member of staff';
comment on column counters.open_window.presses is 'how often "next" was pressed with effect: a form that names an older count was sent twice and does nothing';
create unique index open_window_one_at_a_place on counters.open_window (point_id, window_no) where closed_at is null;
create unique index open_window_one_a_clerk on counters.open_window (opened_by) where closed_at is null;
grant select, insert on counters.open_window to toantrinh_app;
grant update (services, closed_at, closed_by, presses) on counters.open_window to toantrinh_app;

create table counters.ticket (
  id uuid primary key,
  point_id text not null,
  day date not null,
  service text not null check (service ~ '^[A-Z]$'),
  number integer not null check (number > 0),
  lane text not null check (lane in ('ordinary', 'priority')),
  request_key uuid not null unique,
  state text not null check (state in ('waiting', 'called', 'serving', 'served', 'missed', 'closed')),
  issued_at timestamptz not null,
  ranked_at timestamptz not null check (ranked_at <= issued_at),
  calls smallint not null default 0,
  first_called_at timestamptz,
  called_at timestamptz,
  serving_at timestamptz,
  ended_at timestamptz,
  end_reason text check (end_reason in ('served', 'end-of-day')),
  window_id uuid references counters.open_window,
  unique (point_id, day, service, number),
  check (state not in ('called', 'serving') or window_id is not null),
  check ((calls > 0) = (first_called_at is not null)),
  check ((state in ('served', 'closed')) = (ended_at is not null)),
  check ((ended_at is null) = (end_reason is null)),
  check (state <> 'served' or end_reason = 'served')
);
comment on table counters.ticket is 'A number in a queue, never given twice: by point, day and service. It knows nothing of the person who holds it';
comment on column counters.ticket.request_key is 'the press that asked for it: the same press again is the same ticket';
comment on column counters.ticket.ranked_at is 'its place in the queue: when it was taken, less the head start of its lane';
create unique index ticket_one_at_a_window on counters.ticket (window_id) where state in ('called', 'serving');
create index ticket_in_queue on counters.ticket (point_id, day, service, ranked_at, number) where state = 'waiting';
create index ticket_by_day on counters.ticket (point_id, day);
grant select, insert on counters.ticket to toantrinh_app;
grant update (state, calls, first_called_at, called_at, serving_at, ended_at, end_reason, window_id) on counters.ticket to toantrinh_app;

create table counters.ticket_event (
  seq bigint generated always as identity primary key,
  ticket_id uuid not null references counters.ticket,
  verb text not null check (verb in ('issue', 'call', 'call-again', 'miss', 'recall', 'serve', 'finish', 'give-back', 'close')),
  from_state text,
  to_state text not null,
  window_id uuid references counters.open_window,
  at timestamptz not null,
  by_actor text not null,
  check ((verb = 'issue') = (from_state is null))
);
comment on table counters.ticket_event is 'Append-only: what became of a ticket, step by step, and at whose window';
create index ticket_event_by_ticket on counters.ticket_event (ticket_id, seq);
grant select, insert on counters.ticket_event to toantrinh_app;

create table counters.issue_budget (
  network bytea not null,
  minute timestamptz not null,
  issued integer not null,
  primary key (network, minute)
);
comment on table counters.issue_budget is 'How many numbers a network took in a minute; the network is a keyed hash that changes every day, and the rows of a day go with it';
create index issue_budget_by_minute on counters.issue_budget (minute);
grant select, insert, update, delete on counters.issue_budget to toantrinh_app;
