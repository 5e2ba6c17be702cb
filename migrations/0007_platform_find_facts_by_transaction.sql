-- The sealer takes what transactions wrote that have ended, oldest first.
create index fact_by_transaction on platform.fact (transaction_id, sequence);
