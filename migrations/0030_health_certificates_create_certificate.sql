create schema health_certificates;
comment on schema health_certificates is 'Giấy khám sức khoẻ của người lái xe: what clinics concluded, as the health gateway gave it';
grant usage on schema health_certificates to toantrinh_app;

create table health_certificates.certificate (
  id uuid primary key,
  number text not null check (length(number) <= 21),
  licence_class text not null,
  person_id uuid not null,
  identity_index bytea not null,
  conclusion text not null check (conclusion in ('eligible', 'not-eligible', 'eligible-re-exam')),
  concluded_on date not null,
  re_exam_on date,
  clinic_code text not null,
  clinic_name text not null,
  doctor_name text not null,
  health_values bytea not null,
  source text not null check (source in ('health-gateway')),
  exchange_id uuid not null,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  unique (number, licence_class)
);
comment on table health_certificates.certificate is 'One row for a number and a class; a clinic may correct a row later (changed_at)';
comment on column health_certificates.certificate.identity_index is 'keyed one-way index of the identity number';
comment on column health_certificates.certificate.health_values is 'sealed for the person: alcohol, drugs, illness, reason';
create index certificate_by_person on health_certificates.certificate (person_id, concluded_on desc);
grant select, insert, update on health_certificates.certificate to toantrinh_app;
