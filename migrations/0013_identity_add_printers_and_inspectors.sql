-- C1: somebody prints the cards and sees only what printing needs; somebody reads all of a province and changes nothing.
alter table identity.staff drop constraint staff_role_check;
alter table identity.staff add constraint staff_role_check
  check (role in ('clerk', 'appraiser', 'signer', 'supervisor', 'administrator', 'operator', 'doctor', 'postal', 'leader', 'printer', 'inspector'));
