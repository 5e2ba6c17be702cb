-- C1: a signer may cancel a signature that is not made yet; the row stays, as one that another may follow.
alter table documents.signature drop constraint signature_refusal_check;
alter table documents.signature add constraint signature_refusal_check check (refusal in ('certificate-revoked', 'changed-since-shown', 'cancelled'));
