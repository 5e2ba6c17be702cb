-- C1: what was taken in bulk can be given back in bulk.
alter table dossiers.bulk drop constraint bulk_act_check;
alter table dossiers.bulk add constraint bulk_act_check check (act in ('claim', 'accept', 'approve', 'decide', 'sign', 'print', 'hand-over', 'take-back', 'release'));
