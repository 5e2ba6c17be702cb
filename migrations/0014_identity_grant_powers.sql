-- C1, AUZ: who may sign which papers for which province, from when to when, on which document; entered by one administrator, confirmed by another.
-- Units within an authority and who belongs to them follow the same way. Rows are ended, never deleted.

create table identity.unit (
  id uuid primary key,
  province_code text not null,
  kind text not null check (kind in ('department', 'team')),
  name text not null check (name <> ''),
  valid_from date not null,
  valid_to date,
  basis text not null check (basis <> ''),
  entered_by text not null,
  entered_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  ended_basis text,
  constraint unit_span check (valid_to is null or valid_to >= valid_from),
  constraint unit_two_people check (confirmed_by is null or confirmed_by <> entered_by),
  constraint unit_whole check ((confirmed_by is null) = (confirmed_at is null) and (ended_by is null) = (ended_at is null))
);
comment on table identity.unit is 'Departments and teams within the authority of a province';
create unique index unit_one_live on identity.unit (province_code, name) where ended_at is null;

create table identity.unit_member (
  id uuid primary key,
  province_code text not null,
  unit_id uuid not null references identity.unit,
  staff_id uuid not null references identity.staff,
  valid_from date not null,
  valid_to date,
  basis text not null check (basis <> ''),
  entered_by text not null,
  entered_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  ended_basis text,
  constraint unit_member_span check (valid_to is null or valid_to >= valid_from),
  constraint unit_member_two_people check (confirmed_by is null or confirmed_by <> entered_by),
  constraint unit_member_whole check ((confirmed_by is null) = (confirmed_at is null) and (ended_by is null) = (ended_at is null))
);
comment on table identity.unit_member is 'Which member of staff belongs to which unit, from when to when';
create index unit_member_of_staff on identity.unit_member (staff_id);

create table identity.signing_power (
  id uuid primary key,
  province_code text not null,
  staff_id uuid not null references identity.staff,
  -- A delegation names who gives it: it holds only as long as the power that was given on.
  giver_id uuid references identity.staff,
  unit_id uuid references identity.unit,
  papers text[] not null check (cardinality(papers) > 0),
  form text not null check (form in ('head', 'KT', 'TL', 'TUQ')),
  valid_from date not null,
  valid_to date,
  basis text not null check (basis <> ''),
  entered_by text not null,
  entered_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  ended_basis text,
  constraint signing_power_span check (valid_to is null or valid_to >= valid_from),
  constraint signing_power_two_people check (confirmed_by is null or confirmed_by <> entered_by),
  constraint signing_power_whole check ((confirmed_by is null) = (confirmed_at is null) and (ended_by is null) = (ended_at is null)),
  constraint delegation_is_limited check (giver_id is null or (giver_id <> staff_id and valid_to is not null)),
  constraint delegation_is_tuq check ((giver_id is not null) = (form = 'TUQ'))
);
comment on table identity.signing_power is 'Who may sign which papers of a province; a delegation names its giver and its last day';
comment on column identity.signing_power.form is 'how the signature is introduced: head, KT (for the head, by a deputy), TL (by order), TUQ (by delegation)';
comment on column identity.signing_power.valid_to is 'the last day on which it holds';
comment on column identity.signing_power.ended_at is 'ended before its last day: from this instant it holds no longer';
create index signing_power_of_staff on identity.signing_power (staff_id);

create table identity.absence (
  id uuid primary key,
  staff_id uuid not null references identity.staff,
  cover_id uuid not null references identity.staff,
  from_on date not null,
  to_on date not null,
  entered_by text not null,
  entered_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  check (to_on >= from_on),
  check (cover_id <> staff_id),
  check ((ended_by is null) = (ended_at is null))
);
comment on table identity.absence is 'Who is away from when to when, and who sees their dossiers meanwhile';
create index absence_of_staff on identity.absence (staff_id, to_on);
create index absence_of_cover on identity.absence (cover_id, to_on);

grant select, insert on identity.unit, identity.unit_member, identity.signing_power, identity.absence to toantrinh_app;
grant update (confirmed_by, confirmed_at, ended_by, ended_at, ended_basis) on identity.unit, identity.unit_member, identity.signing_power to toantrinh_app;
grant update (ended_by, ended_at) on identity.absence to toantrinh_app;

-- Whoever signs already goes on signing; the administrators replace these rows by ones that name the document.
insert into identity.signing_power (id, province_code, staff_id, papers, form, valid_from, basis, entered_by, entered_at, confirmed_by, confirmed_at)
  select gen_random_uuid(), province_code, id, '{decision,refusal,apology}', 'head', active_from, 'Chức danh lãnh đạo ký đã có', 'founding-table', active_from, 'founding-review', active_from
  from identity.staff where role = 'signer';
