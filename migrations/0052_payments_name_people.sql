-- One person may hold several posts: who proposes and who confirms are compared as people, not as rows of staff.
alter table payments.proposal add column proposed_by_person uuid;
alter table payments.proposal add column ended_by_person uuid;
alter table payments.proposal add constraint proposal_two_people check (state <> 'confirmed' or ended_by_person <> proposed_by_person);
comment on column payments.proposal.proposed_by_person is 'the account of the member of staff; null for what was proposed before people were compared';
grant update (ended_by_person) on payments.proposal to toantrinh_app;
