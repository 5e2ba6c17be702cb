-- A window that was opened where nobody took a number that day has no end of day in the book of due things, and would stay taken.
insert into platform.due (task, key, payload, due_at)
select distinct 'counters.close-day', point_id || ' ' || day, jsonb_build_object('pointId', point_id, 'day', day::text), ((day + 1) + time '00:05') at time zone 'Asia/Ho_Chi_Minh'
from counters.open_window where closed_at is null
on conflict do nothing;
