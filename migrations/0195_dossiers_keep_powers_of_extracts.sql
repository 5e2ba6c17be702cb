-- C3, AUZ: an extract of the register names the power by which it was taken.
alter table dossiers.register_extract add column power_id uuid;
comment on column dossiers.register_extract.power_id is 'the signing power of who asked; null for what was asked before powers were kept';
