-- The same file sent for somebody else is told to the officer as a hint.
create index portrait_by_original on portraits.portrait (original_hash) where original_hash is not null;
