-- Clinics are let in by an authority, and their doctors examine, conclude and sign here.

alter table health_certificates.clinic add column province_code text;
comment on column health_certificates.clinic.province_code is 'whose authority let it in; null for one that came with a list';

create table health_certificates.examination (
  id uuid primary key,
  clinic_code text not null references health_certificates.clinic,
  identity_index bytea not null,
  answers bytea not null,
  revision integer not null check (revision > 0),
  corrects uuid,
  begun_by uuid not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  signed_by uuid,
  signed_at timestamptz,
  certificate_id uuid,
  check ((signed_at is null) = (signed_by is null)),
  check ((signed_at is null) = (certificate_id is null)),
  check (corrects is null or certificate_id is null or corrects = certificate_id)
);
comment on table health_certificates.examination is 'Lượt khám: what a doctor has entered so far; signed, it is one certificate or one correction of one. Its id is the key of what it issues, so that it issues once';
comment on column health_certificates.examination.identity_index is 'keyed one-way index of the identity number';
comment on column health_certificates.examination.answers is 'sealed under the row''s own id: who was examined, what was found and concluded, as typed';
comment on column health_certificates.examination.revision is 'what a doctor reads before signing is what is signed';
create unique index examination_one_open on health_certificates.examination (clinic_code, identity_index, coalesce(corrects, '00000000-0000-0000-0000-000000000000')) where signed_at is null;
create index examination_by_clinic on health_certificates.examination (clinic_code, signed_at desc);
create index examination_by_certificate on health_certificates.examination (certificate_id) where certificate_id is not null;
create index examination_open_since on health_certificates.examination (changed_at) where signed_at is null;
grant select, insert, update, delete on health_certificates.examination to toantrinh_app;

comment on table health_certificates.number_series is 'The last serial number that a clinic was given here in a year: never given twice; every number up to it is on a certificate, from here or from the clinic''s own program';
