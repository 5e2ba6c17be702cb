-- The sealer takes what transactions wrote that have ended, oldest first.
create index event_by_transaction on dossiers.event (transaction_id, sequence);
