-- The day of a dossier's term moves by the working days on which a supplement was awaited: what was counted by the slip's day alone is counted again.
update statistics.progress set read_to = 0, waits_to = 0, waits_for = '0';
comment on column statistics.journey.due_on is 'the day on which the term ends: the appointed one, moved by the working days on which a supplement was awaited after acceptance; null while one is awaited';
comment on column statistics.journey.in_time is 'whether it ended within its term, which a supplement after acceptance moves; null until it ends';
