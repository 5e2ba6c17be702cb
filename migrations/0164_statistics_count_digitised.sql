alter table statistics.journey add column digitised_on date;
comment on column statistics.journey.digitised_on is 'when the last paper of a dossier filed on paper was signed as a scan';
