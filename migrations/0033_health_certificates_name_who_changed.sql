-- Nobody has a hand in an examination about themselves: who typed last stands beside who began and who signed.

alter table health_certificates.examination add column changed_by uuid;
comment on column health_certificates.examination.changed_by is 'who of the clinic typed last; null when nothing was typed since it was begun';
