alter table dossiers.supplement_request alter column asked_by drop not null;
comment on column dossiers.supplement_request.asked_by is 'the officer who asked; null when the service asked by itself, since it lost what it had been given';
