-- C2: whether the clock of the term stands is written into the time ledger when a wait begins, by the rule of that day.
alter table dossiers.wait add column pauses boolean not null default false;
comment on column dossiers.wait.pauses is 'the clock of a term stands meanwhile, by the rule of the day on which the wait began (catalogue/time/clock.ts)';
-- Waits that ended before moved no date; one that lasts moves it when it ends.
update dossiers.wait w set pauses = true where w.cause = 'supplement' and w.to_at is null
  and not exists (select from dossiers.supplement_request r where r.dossier_id = w.dossier_id and r.asked_by is null and r.answered_at is null);
-- The published term is now the dossier's own date, which a supplement moves: every term is counted once more.
update statistics.progress set read_to = 0, waits_to = 0, waits_for = '0';
comment on column statistics.journey.due_on is 'the day on which the term ends, moved by a supplement; null while the clock stands';
