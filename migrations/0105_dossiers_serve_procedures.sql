-- Several procedures: a licence has one open dossier whatever is asked for it, and a ground is named for none of them.
drop index dossiers.dossier_one_open;
create unique index dossier_one_open on dossiers.dossier (main_licence_id) where closed_at is null;
update dossiers.decision set reason = 'not-a-case' where reason = 'not-a-case-of-exchange';
update dossiers.requirement set reason = 'not-a-case' where reason = 'not-a-case-of-exchange';
