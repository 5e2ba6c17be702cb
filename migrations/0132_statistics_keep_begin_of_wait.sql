-- "Counted until" may name only a moment up to which nothing is missing: that at which a wait began that is over.
alter table statistics.progress add column waits_since timestamptz;
comment on column statistics.progress.waits_since is 'when the present wait began; counted_at once it is over and used';
comment on column statistics.progress.counted_at is 'the moment up to which everything is counted';
