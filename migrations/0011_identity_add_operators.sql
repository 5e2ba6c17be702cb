-- Those who look after the service itself: they see systems and queues, never a dossier.

alter table identity.staff drop constraint staff_role_check;
alter table identity.staff add constraint staff_role_check check (role in ('appraiser', 'signer', 'supervisor', 'operator'));
