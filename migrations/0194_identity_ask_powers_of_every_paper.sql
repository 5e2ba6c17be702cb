-- C1, AUZ: every paper that somebody signs for the authority asks for a power of that day. Officers who sign in the place that a form gives them do
-- so by assignment ('duty'). Over a signature by order or by delegation the signer's own post is printed.

alter table identity.signing_power drop constraint signing_power_form_check;
alter table identity.signing_power add constraint signing_power_form_check check (form in ('head', 'KT', 'TL', 'TUQ', 'duty'));
alter table identity.signing_power add column position text check (position <> '');
comment on column identity.signing_power.form is 'how the signature is introduced: head, KT (for the head, by a deputy), TL (by order), TUQ (by delegation), duty (as assigned, in the place of the form)';
comment on column identity.signing_power.position is 'the signer''s own post, as it is printed under TL. and TUQ.';

-- Whoever signs already goes on signing; the administrators replace these rows by ones that name the document.
insert into identity.signing_power (id, province_code, staff_id, papers, form, valid_from, basis, entered_by, entered_at, confirmed_by, confirmed_at)
  select gen_random_uuid(), province_code, id, case role when 'signer' then '{stop-notice,register}'::text[] when 'appraiser' then '{acceptance,supplement,refusal,register}' else '{register}' end,
    case role when 'signer' then 'head' else 'duty' end, active_from, 'Phân công đã có', 'founding-table', active_from, 'founding-review', active_from
  from identity.staff where role in ('signer', 'appraiser', 'supervisor');
update identity.signing_power set basis = '97001/QĐ-MP' where basis = 'SIMULATION';
