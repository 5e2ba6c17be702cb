-- A clinic that begins here in the middle of a year goes on from its own numbers: the first one that is free is asked when it is let in.

alter table health_certificates.number_series
  add column first integer not null default 1 check (first between 1 and 99999),
  drop constraint number_series_last_check,
  add constraint number_series_last_check check (last between first - 1 and 99999);
comment on table health_certificates.number_series is 'The first and last serial number that a clinic was given here in a year: never given twice; every number between them is on a certificate, from here or from the clinic''s own program';
comment on column health_certificates.number_series.first is 'what lies below was issued before the clinic began here';
comment on column health_certificates.number_series.last is 'one below the first as long as none was given';
