-- Row-level security as a second lock, in its cheap form: each transaction says who acts (one scalar each: app.actor_kind,
-- app.person, app.province, app.office), and a row is there for whom it concerns. Who may do what is decided above, by can(); this only
-- bounds what a forgotten question could reach. A connection that says nothing sees nothing.

alter table dossiers.dossier add column helped_at text;
comment on column dossiers.dossier.helped_at is 'The service point whose clerk filed it for the applicant: it takes the fee in cash, also where another province decides';
update dossiers.dossier d set helped_at = e.office_code from dossiers.event e where e.dossier_id = d.id and e.kind = 'submit' and e.helper_id is not null;

alter table dossiers.dossier enable row level security;
alter table dossiers.dossier force row level security;
-- Whoever migrates owns the table; no process of the service works as that role.
create policy owner on dossiers.dossier to current_user using (true);
create policy concerned on dossiers.dossier to toantrinh_app using (
  authority_province = current_setting('app.province', true)
  or person_id = nullif(current_setting('app.person', true), '')::uuid
  or helped_at = nullif(current_setting('app.office', true), '')
  or current_setting('app.actor_kind', true) = 'system'
);
comment on policy concerned on dossiers.dossier is 'The applicant, who attends to them, staff of the province it was filed to and of the point that helped to file it, and background work';

alter table dossiers.draft enable row level security;
alter table dossiers.draft force row level security;
create policy owner on dossiers.draft to current_user using (true);
create policy concerned on dossiers.draft to toantrinh_app using (
  person_id = nullif(current_setting('app.person', true), '')::uuid
  or current_setting('app.actor_kind', true) = 'system'
);
comment on policy concerned on dossiers.draft is 'Whose draft it is, who attends to them, and background work';
