-- A4: the fee of a dossier that was stopped because nobody answered goes back where the dated rule says so.
alter table payments.refund drop constraint refund_reason_check;
alter table payments.refund add constraint refund_reason_check
  check (reason in ('double', 'late', 'amount-differs', 'orphan', 'dossier-refused', 'dossier-withdrawn', 'dossier-stopped', 'issue-failed', 'by-hand'));
