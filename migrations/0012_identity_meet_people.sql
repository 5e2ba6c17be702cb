-- People known by their card before they have an account, and staff outside the authority's own office.

alter table identity.person alter column issuer drop not null;
alter table identity.person alter column subject drop not null;
alter table identity.person add constraint person_account_whole check ((issuer is null) = (subject is null));
comment on table identity.person is 'One row a person, known by the index of the number; at most one account each. Without an account: met at a counter or a clinic by their card';

alter table identity.staff add column office_code text;
comment on column identity.staff.office_code is 'service point of a clerk or of the post, clinic of a doctor; null in an authority''s own office';
alter table identity.staff drop constraint staff_role_check;
alter table identity.staff add constraint staff_role_check check (role in ('clerk', 'appraiser', 'signer', 'supervisor', 'administrator', 'operator', 'doctor', 'postal', 'leader'));
alter table identity.staff drop constraint staff_identity_index_role_province_code_key;
create unique index staff_one_post on identity.staff (identity_index, role, province_code, coalesce(office_code, ''));
alter table identity.staff add constraint staff_office check ((role in ('clerk', 'doctor', 'postal')) = (office_code is not null));
