-- A row gives way to its successor whatever the procedure: exchanged, reissued after a loss.
alter table licences.licence drop constraint licence_state_check;
alter table licences.licence drop constraint licence_check1;
update licences.licence set state = 'replaced' where state = 'exchanged';
alter table licences.licence
  add constraint licence_state_check check (state in ('valid', 'replaced', 'revoked')),
  add constraint licence_replaced_names_successor check (state <> 'replaced' or replaced_by is not null);
comment on table licences.licence is 'One row a licence as issued; a new licence closes the old row and opens its own in one transaction';
