-- B7, A3: who files anew after a dossier was stopped is offered what they gave before; the draft names that dossier, so that its pages say where the answers come from.
alter table dossiers.draft add column stopped_dossier_id uuid references dossiers.dossier;
comment on column dossiers.draft.stopped_dossier_id is 'the stopped dossier whose answers this draft began with';
