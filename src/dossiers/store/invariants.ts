import { pausingCauses, procedures } from '../../catalogue/index.ts'
import { type Sql, sql } from '../../platform/db/sql.ts'
import { wholeSince } from './due-dates.ts'
import { bulkInvariants } from './in-bulk/invariants.ts'
import { appraisingKinds } from './worklists/events.ts'

const dayOf = (instant: Sql): Sql => sql`(${instant} at time zone 'Asia/Ho_Chi_Minh')::date`

/** The date that stands for each undecided dossier, and the event that says it; of an apologised one the new date. */
const standing = sql`select d.id, d.authority_province as province, (coalesce(a.new_due_at, d.due_at) at time zone 'Asia/Ho_Chi_Minh')::date as due_on, coalesce(a.promised_at, d.accepted_at) as began, d.due_at, e.kind, e.details
  from dossiers.dossier d left join dossiers.apology a on a.dossier_id = d.id
  cross join lateral (select kind, details from dossiers.event e where e.dossier_id = d.id and e.kind in ('accept', 'apologise', 'move-due', 'due-uncounted', 'resume-clock') order by e.sequence desc limit 1) e
  where d.closed_at is null and d.status in ('accepted', 'approved', 'supplementing') and d.due_at is not null`

/** What the last event that names one of the other dates says of it; dates of before events named them are told by none. */
const toldBy = (names: Sql, kinds: Sql): Sql => sql`select ${names} as told_on from dossiers.event e where e.dossier_id = d.id and e.kind in (${kinds}) and ${names} is not null order by e.sequence desc limit 1`
const told = sql`select d.id, ${dayOf(sql`d.transfer_due_at`)} as due_on, t.told_on from dossiers.dossier d
    cross join lateral (${toldBy(sql`case when e.kind = 'move-transfer' then e.details->>'newDueOn' else coalesce(e.details->>'newTransferDueOn', e.details->>'transferDueOn') end`, sql`'accept', 'resume-clock', 'move-transfer'`)}) t
  union all select d.id, ${dayOf(sql`d.notice_due_at`)}, t.told_on from dossiers.dossier d cross join lateral (${toldBy(sql`e.details->>'newDueOn'`, sql`'move-notice', 'notice-counted'`)}) t
  union all select d.id, ${dayOf(sql`d.supplement_due_at`)}, t.told_on from dossiers.dossier d
    cross join lateral (${toldBy(sql`coalesce(e.details->>'lastOn', e.details->>'newDueOn')`, sql`'askSupplement', 'stop', 'move-supplement', 'supplement-counted'`)}) t where d.supplement_due_at is not null`

/** Between a change of the calendar and the end of its recount dates may be the old ones. */
const carrying = sql`select from platform.fact f left join dossiers.recount r on r.fact_id = f.id where f.kind = 'calendar.changed' and f.payload->>'change' is not null and r.finished_at is null`

/** Whether an office works on a day: `isWorkingDay` of the catalogue as a query. */
const isWorked = (province: Sql, on: Sql): Sql => sql`coalesce((select h.kind = 'make-up' from calendars.day h
  where h.date = ${on} and (h.province is null or h.province = ${province}) and h.confirmed_at is not null and h.withdrawn_at is null order by h.province nulls last limit 1), extract(isodow from ${on}) < 6)`

/** The day that something counts from which happened at an instant: `countingDay` of the catalogue as a query. Terms end when offices close. */
const countsOn = (instant: Sql): Sql => sql`(select g.on_day from (select (${instant} at time zone 'Asia/Ho_Chi_Minh')::date + ((${instant} at time zone 'Asia/Ho_Chi_Minh')::time >= (c.due_at at time zone 'Asia/Ho_Chi_Minh')::time)::int + i as on_day
  from generate_series(0, 45) i) g where ${isWorked(sql`c.province`, sql`g.on_day`)} order by g.on_day limit 1)`

/** Whether the clock of a term stood on a day, by the ledger. */
const stood = sql`exists (select from dossiers.wait w where w.dossier_id = c.id and w.pauses and w.to_at > c.began and g.on_day > ${countsOn(sql`greatest(w.from_at, c.began)`)} and g.on_day <= ${countsOn(sql`w.to_at`)})`

/** The short terms of each version of a procedure, in working days. */
const shortTerms = JSON.stringify(procedures.map(({ slug, version, deadlines }) => ({ slug, version, notice: deadlines.noticeDays.value, transfer: deadlines.transferDays?.value ?? null, wait: deadlines.supplementWaitDays.value })))
/** Short terms that run, with what they are counted from, and whether the last day was told on paper. */
const running = sql`select d.id, d.authority_province as province, ${wholeSince} as began, d.notice_due_at as due_at, p.notice as days, false as told
    from dossiers.dossier d join jsonb_to_recordset(${shortTerms}::jsonb) as p(slug text, version date, notice int, transfer int) on p.slug = d.procedure and p.version = d.procedure_version where d.status in ('filed', 'supplementing') and d.accepted_at is null and d.notice_kept_at is null and d.notice_due_at is not null
  union all select d.id, d.authority_province, d.accepted_at, d.transfer_due_at, p.transfer, false
    from dossiers.dossier d join jsonb_to_recordset(${shortTerms}::jsonb) as p(slug text, version date, notice int, transfer int) on p.slug = d.procedure and p.version = d.procedure_version where d.status in ('accepted', 'supplementing') and d.transfer_kept_at is null and d.transfer_due_at is not null
  union all select d.id, d.authority_province, r.asked_at, d.supplement_due_at, p.wait, true
    from dossiers.dossier d join jsonb_to_recordset(${shortTerms}::jsonb) as p(slug text, version date, wait int) on p.slug = d.procedure and p.version = d.procedure_version
      join dossiers.supplement_request r on r.dossier_id = d.id and r.answered_at is null where d.status = 'supplementing' and d.supplement_due_at is not null`

/** Whether the loaded years reach so far that a term `c` can be counted to its end: a date that nobody can count stays. */
const isKnown = sql`(select count(*) from (select ${countsOn(sql`c.began`)} + 1 + i as on_day from generate_series(0, 400) i) g
  where extract(year from g.on_day) <= (select max(year) from calendars.loaded_year) and ${isWorked(sql`c.province`, sql`g.on_day`)} and not ${stood}) >= c.days`

/** Whether a power counted for the paper of a step `s` at its instant; one that ended at that very instant may have been used before. */
const holdsAt = (power: Sql): Sql => sql`${power}.province_code = s.province and s.paper = any(${power}.papers) and ${power}.confirmed_at <= s.at and (${power}.ended_at is null or ${power}.ended_at >= s.at)
  and s.day between ${power}.valid_from and coalesce(${power}.valid_to, 'infinity')`
/** That the power which a step names, or any of its signer's where it names none, stood at its instant; a delegation stands as long as the giver's own. */
const powerStood = sql`exists (select from identity.signing_power p where p.id::text = coalesce(s.power_id, p.id::text) and p.staff_id = coalesce(s.staff_id, p.staff_id) and ${holdsAt(sql`p`)}
  and (p.giver_id is null or exists (select from identity.signing_power o where o.staff_id = p.giver_id and o.giver_id is null and ${holdsAt(sql`o`)})))`
const decided = sql`select c.dossier_id as id, 'decision' as paper, d.authority_province as province, c.signed_at as at, ${dayOf(sql`c.signed_at`)} as day, h.id as staff_id, null::text as power_id
  from dossiers.decision c join dossiers.dossier d on d.id = c.dossier_id join identity.staff h on h.id = c.signed_by`
/** Steps by which an officer signs a paper. */
const signedSteps = sql`select e.id, v.paper, d.authority_province as province, e.at, ${dayOf(sql`e.at`)} as day, h.id as staff_id, e.details->>'powerId' as power_id
    from dossiers.event e join (values ('accept', 'acceptance'), ('askSupplement', 'supplement'), ('refuse', 'refusal'), ('signature-asked', 'decision')) v(kind, paper) on v.kind = e.kind
    join dossiers.dossier d on d.id = e.dossier_id join identity.staff h on h.id::text = e.actor_id where e.actor_kind = 'staff'
  union all select x.id, 'register', x.province, x.asked_at, ${dayOf(sql`x.asked_at`)}, h.id, x.power_id::text from dossiers.register_extract x join identity.staff h on h.id = x.asked_by`
/** Steps after which a paper goes out under the seal by itself, from the first on that kept by which power: those before name none. */
const sealed = sql`e.kind in ('apologise', 'withdraw', 'stop')`
const sealedSteps = sql`select e.id, case e.kind when 'apologise' then 'apology' else 'stop-notice' end as paper, d.authority_province as province, e.at, ${dayOf(sql`e.at`)} as day, null::uuid as staff_id, e.details->>'powerId' as power_id
  from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id where ${sealed} and e.sequence >= (select min(e.sequence) from dossiers.event e where ${sealed} and e.details ? 'powerId')`

/** Promises about dossiers: each query must return nothing, after every test and every simulation. */
export const invariants: Readonly<Record<string, Sql>> = {
  ...bulkInvariants,
  'DOS1 every filing has its first event': sql`select d.id from dossiers.dossier d where not exists (select from dossiers.event e where e.dossier_id = d.id and e.kind = 'submit')`,
  'DOS2 a filed draft is one dossier': sql`select id from dossiers.draft r where r.filed_at is not null and not exists (select from dossiers.dossier d where d.draft_id = r.id)
    union all select d.id from dossiers.dossier d join dossiers.draft r on r.id = d.draft_id where r.filed_at is null`,
  'DOS3 an open dossier has exactly one owner of the delay': sql`select d.id from dossiers.dossier d left join dossiers.wait w on w.dossier_id = d.id and w.to_at is null
    where (d.closed_at is null and (w.id is null or w.owner <> d.turn_owner or w.cause <> d.turn_cause)) or (d.closed_at is not null and w.id is not null)`,
  'DOS4 the time ledger has neither gap nor overlap': sql`select dossier_id from (
      select w.dossier_id, w.from_at, w.to_at, lag(w.to_at) over (partition by w.dossier_id order by w.from_at, w.to_at nulls last) as before, d.filed_at, d.closed_at,
        row_number() over (partition by w.dossier_id order by w.from_at, w.to_at nulls last) as n,
        row_number() over (partition by w.dossier_id order by w.from_at desc, w.to_at desc nulls first) as last
      from dossiers.wait w join dossiers.dossier d on d.id = w.dossier_id) x
    where (n = 1 and from_at <> filed_at) or (n > 1 and before is distinct from from_at) or (last = 1 and to_at is distinct from closed_at)`,
  'DOS5 the status is the fold of the events': sql`select d.id from dossiers.dossier d
    join lateral (select to_status from dossiers.event e where e.dossier_id = d.id and e.to_status is not null order by e.sequence desc limit 1) e on true
    where e.to_status <> d.status`,
  'DOS5b every event starts where the one before it ended': sql`select dossier_id from (
      select dossier_id, from_status, lag(to_status) over (partition by dossier_id order by sequence) as before from dossiers.event where to_status is not null) x
    where from_status is distinct from before`,
  'DOS6 at most one open dossier a licence': sql`select l from dossiers.dossier d, unnest(d.licence_ids) l where d.closed_at is null group by d.procedure, l having count(*) > 1`,
  'DOS7 nothing is met without evidence': sql`select dossier_id from dossiers.requirement where state = 'met' and (evidence is null or source is null)`,
  'DEC1 a decided dossier has one signed decision': sql`select d.id from dossiers.dossier d left join dossiers.decision c on c.dossier_id = d.id
    where d.status in ('signed', 'returned') and (c.signed_by is null or c.outcome <> 'approve')`,
  'DEC2 the appraiser is not the signer': sql`select d.dossier_id from dossiers.decision d
    left join identity.staff a on a.id = d.prepared_by left join identity.staff b on b.id = d.signed_by where d.signed_by = d.prepared_by or a.identity_index = b.identity_index`,
  'DEC2 who appraised a dossier before it came into other hands is not its signer': sql`select e.id from dossiers.event e join dossiers.decision d on d.dossier_id = e.dossier_id join identity.staff a on a.id::text = e.actor_id
    join identity.staff b on b.id = d.signed_by where e.actor_kind = 'staff' and e.kind = any(${[...appraisingKinds]}::text[]) and a.identity_index = b.identity_index`,
  'DEC2 who counts a list is another person than who closed it or stands for its differences': sql`select l.id from deliveries.list l join identity.staff c on c.id::text = l.counted_by
    join identity.staff o on o.identity_index = c.identity_index
    where o.id::text = l.closed_by or l.state = 'complete' and l.counted_hash <> l.content_hash and o.id::text = l.settled_by`,
  'DEC4 what is approved had every need met or waived': sql`select d.id from dossiers.dossier d join dossiers.requirement r on r.dossier_id = d.id
    where d.status in ('approved', 'signed', 'returned') and r.state not in ('met', 'waived')`,
  'DEC5 a refusal names its article and the remedy': sql`select d.id from dossiers.dossier d left join dossiers.decision c on c.dossier_id = d.id
    where d.status = 'refused' and (c.outcome is distinct from 'refuse' or coalesce(c.legal_basis, '') = '' or coalesce(c.remedy, '') = '')`,
  'AUD1 every dossier changed in a transaction that wrote an event': sql`select d.id from dossiers.dossier d where d.revision > 0
    and (select count(*) from dossiers.event e where e.dossier_id = d.id) < 2`,
  'TIM2 the appointed date follows acceptance': sql`select id from dossiers.dossier where due_at is not null and due_at <= accepted_at`,
  'TIM2 the date is recounted: as many working days as the term has from its beginning, those apart on which the clock stood': sql`with counts as (
      select id, province, due_on, began, due_at, string_to_array(details->>'counted', ' ')::date[] as days from (${standing}) s where kind <> 'due-uncounted' and coalesce(details->>'counted', '') <> '')
    select c.id from counts c left join lateral (select cardinality(string_to_array(details->>'counted', ' ')) as length from dossiers.event where dossier_id = c.id and kind = 'accept' order by sequence limit 1) t on true
    where not exists (${carrying}) and (c.days[cardinality(c.days)] <> c.due_on or cardinality(c.days) <> t.length
      or c.days is distinct from (select array_agg(g.on_day order by g.on_day) from (select ${countsOn(sql`c.began`)} + 1 + i as on_day from generate_series(0, c.due_on - c.began::date) i) g
        where g.on_day <= c.due_on and ${isWorked(sql`c.province`, sql`g.on_day`)} and not ${stood}))`,
  // A last day that was told may lie later than what the calendar asks for since: it is not taken back.
  'TIM2 the terms of notice, transfer and supplement are recounted as the appointed date is': sql`select c.id from (${running}) c cross join lateral (
      select count(*) as n, max(g.on_day) as last from (select ${countsOn(sql`c.began`)} + 1 + i as on_day from generate_series(0, c.due_at::date - c.began::date + 1) i) g
      where g.on_day <= ${dayOf(sql`c.due_at`)} and ${isWorked(sql`c.province`, sql`g.on_day`)} and not ${stood}) x
    where not exists (${carrying}) and case when x.n >= c.days then not c.told and (x.n > c.days or x.last is distinct from ${dayOf(sql`c.due_at`)}) else ${isKnown} end`,
  'TIM2 notice and transfer were kept when the first event says so': sql`select d.id from dossiers.dossier d cross join lateral (
      select min(at) filter (where kind in ('accept', 'refuse') or kind = 'askSupplement' and actor_kind = 'staff') as notice, min(at) filter (where kind in ('approve', 'refuse')) as transfer from dossiers.event where dossier_id = d.id) e
    where d.notice_kept_at is distinct from e.notice or d.transfer_due_at is not null and d.transfer_kept_at is distinct from e.transfer`,
  'TIM2 the clock stands for no cause but those that the catalogue names': sql`select id from dossiers.wait where pauses and cause <> all(${[...pausingCauses()]}::text[])`,
  'TIM4 a date differs from the one last told only by an event that names its decree': sql`select id from (${standing}) s where due_on::text <> coalesce(details->>'newDueOn', details->>'dueOn')
    union all select dossier_id from dossiers.event where kind in ('move-due', 'move-notice', 'move-transfer', 'move-supplement', 'due-uncounted') and (coalesce(details->>'decreeNo', '') = '' or details->>'dueOn' is not distinct from details->>'newDueOn')`,
  'TIM4 the dates of notice, transfer and supplement are those that an event told last': sql`select t.id from (${told}) t where t.due_on::text is distinct from t.told_on`,
  'TIM4 every change of the calendar reaches the open dossiers within the hour': sql`select f.id from platform.fact f left join dossiers.recount r on r.fact_id = f.id
    where f.kind = 'calendar.changed' and f.payload->>'change' is not null and r.finished_at is null and f.at < (select max(at) from platform.fact) - interval '1 hour'`,
  'TH3 two posts of one person are not two people for the calendar': sql`select c.id from calendars.day c join identity.staff a on a.id::text in (c.entered_by, c.withdrawal_by) join identity.staff b on b.identity_index = a.identity_index
    where a.id::text = c.entered_by and b.id::text = c.confirmed_by or c.confirmed_by is not null and a.id::text = c.withdrawal_by and b.id::text = c.withdrawn_by`,
  'COPY the lists show what the dossier says': sql`select d.id from dossiers.dossier d where d.turn = 'nobody' and d.closed_at is null or d.turn_since < d.filed_at
    union all select d.id from dossiers.dossier d join licences.licence l on l.id = d.main_licence_id where l.number <> d.licence_number
    union all select d.id from dossiers.dossier d join identity.person p on p.id = d.person_id where p.identity_index <> d.identity_index`,
  'DEC2 nobody decides about themselves': sql`select c.dossier_id from dossiers.decision c join dossiers.dossier d on d.id = c.dossier_id
    join identity.staff s on s.id in (c.prepared_by, c.signed_by) where s.identity_index = d.identity_index`,
  'DEC3 who decided held that role in that province on that day': sql`select c.dossier_id from dossiers.decision c join dossiers.dossier d on d.id = c.dossier_id
    join identity.staff s on s.id in (c.prepared_by, c.signed_by)
    where s.province_code <> d.authority_province or s.role <> case when s.id = c.signed_by then 'signer' else 'appraiser' end
      or (case when s.id = c.signed_by then c.signed_at else c.prepared_at end at time zone 'Asia/Ho_Chi_Minh')::date not between s.active_from and coalesce(s.active_to, 'infinity')`,
  'AUZ nobody signs without a power of that day': sql`select s.id from (${decided}) s where not ${powerStood}`,
  'AUZ nobody signs a slip, a request, a refusal or an extract without a power of that day': sql`select s.id from (${signedSteps}) s where not ${powerStood}`,
  'AUZ what goes out under the seal names who stood for it by a power of that instant, wherever somebody did': sql`select s.id from (${sealedSteps}) s where s.power_id is not null and not ${powerStood}
    or s.power_id is null and exists (select from identity.signing_power p join identity.staff h on h.id = p.staff_id where p.giver_id is null and h.role = 'signer' and p.confirmed_at < s.at and coalesce(p.ended_at, 'infinity') > s.at and ${holdsAt(sql`p`)} and s.day between h.active_from and coalesce(h.active_to, 'infinity') - 1)`,
  'AUZ nobody takes or renews a claim while away, or once their post has ended': sql`select d.id from dossiers.dossier d join identity.staff s on s.id = d.claimed_by
    cross join lateral (select d.claimed_until - interval '60 minutes' as taken_at) t where d.claimed_until is not null and ((t.taken_at at time zone 'Asia/Ho_Chi_Minh')::date >= s.active_to
      or exists (select from identity.absence a where a.staff_id = s.id and (t.taken_at at time zone 'Asia/Ho_Chi_Minh')::date between a.from_on and a.to_on and a.entered_at < t.taken_at and (a.ended_at is null or a.ended_at > t.taken_at)))`,
  'MON4 a fee that counts as paid was charged': sql`select r.dossier_id from dossiers.requirement r join dossiers.dossier d on d.id = r.dossier_id
    where r.kind = 'fee' and r.state = 'met' and d.amount_vnd > 0 and not exists (select from payments.charge c where c.dossier_id = d.id and c.use = 'fee')`,
  'MON9 a dossier that ended without its result has its money settled': sql`select d.id from dossiers.dossier d where d.status in ('refused', 'withdrawn', 'stopped') and not exists (select from payments.closing c where c.dossier_id = d.id)`,
  'REG1 a row of the register comes from one signed decision': sql`select l.id from licences.licence l where l.dossier_id is not null
    and not exists (select from dossiers.decision c where c.dossier_id = l.dossier_id and c.outcome = 'approve' and c.signed_at is not null)
    union all select d.id from dossiers.dossier d where d.status in ('signed', 'returned') and (select count(*) from licences.licence l where l.dossier_id = d.id) <> 1`,
  'REG5 a lost card is void in the register, and a void serial is that of a lost card': sql`select k.id::text from deliveries.card k
      where k.state = 'lost' and not exists (select from licences.void_card v join licences.licence l on l.id = v.licence_id where v.card_serial = k.card_serial and l.dossier_id = k.dossier_id)
    union all select v.card_serial from licences.void_card v where not exists (select from deliveries.card k where k.card_serial = v.card_serial and k.state = 'lost')`,
  'MON4 a card printed anew costs nothing': sql`select r.id from deliveries.reprint r join deliveries.card k on k.id = r.card_id join payments.charge c on c.dossier_id = k.dossier_id
    where r.state = 'confirmed' and c.use = 'fee' and c.noted_at > r.proposed_at`,
  'B6 who has chosen after a failed attempt is not asked again': sql`select d.id from dossiers.dossier d
    join lateral (select p.id, p.state from deliveries.parcel p where p.dossier_id = d.id order by p.round desc limit 1) p on p.state = 'failed'
    where d.closed_at is null and d.turn_cause = 'redeliver'
      and exists (select from deliveries.choice h where h.parcel_id = p.id and h.attempt = (select count(*) from deliveries.event e where e.parcel_id = p.id and e.state = 'failed'))`,
  'IDN4 what a helper did names subject, helper, office and a consent to exactly what was filed': sql`select e.id from dossiers.event e
      join dossiers.dossier d on d.id = e.dossier_id left join counters.consent c on c.id = e.consent_id
    where e.helper_id is not null and (c.state is distinct from 'given' or c.person_id <> e.subject_id or c.helper_id <> e.helper_id or c.office_code <> e.office_code or c.draft_id <> d.draft_id
      or c.given_at > e.at or c.content_hash <> d.filing_evidence)`,
  'IDN4 what a helper announced names subject, helper, office and that person\'s consent, and so does every helped filing': sql`select f.id from platform.fact f
      left join counters.consent c on c.id = f.consent_id left join dossiers.dossier d on d.id = (f.payload->>'dossierId')::uuid
    where f.helper_id is not null and (c.state is distinct from 'given' or c.person_id is distinct from f.subject_id or c.helper_id <> f.helper_id or c.office_code <> f.office_code or c.draft_id <> d.draft_id or c.given_at > f.at)
    union all select e.id from dossiers.event e where e.kind = 'submit' and e.helper_id is not null and not exists (select from platform.fact f where f.subject_id = e.subject_id
      and f.kind = 'dossier.submitted' and f.payload->>'dossierId' = e.dossier_id::text and f.helper_id = e.helper_id and f.consent_id = e.consent_id and f.office_code = e.office_code and f.channel = e.channel)`,
  'IDN4 the staff files nothing without the person': sql`select id from dossiers.event where kind = 'submit' and (actor_kind = 'staff') <> (helper_id is not null)`,
  'IDN5 nobody decides about a dossier they helped to file': sql`select e.id from dossiers.event e join identity.staff h on h.id = e.helper_id
    join dossiers.decision c on c.dossier_id = e.dossier_id join identity.staff s on s.id in (c.prepared_by, c.signed_by) where s.identity_index = h.identity_index`,
  'POR1 the card bears the very picture of its dossier': sql`select k.id from deliveries.card k join dossiers.dossier d on d.id = k.dossier_id
    left join portraits.portrait p on p.id = d.portrait_id where k.portrait_hash is distinct from p.crop_hash`,
  'DEC2 what was checked by hand counts only with evidence and a second officer': sql`select r.dossier_id from dossiers.requirement r
    where r.state = 'met' and r.source = 'checked-by-hand' and (coalesce(jsonb_array_length(r.evidence->'handCheckIds'), 0) = 0
      or exists (select from jsonb_array_elements_text(r.evidence->'handCheckIds') i(id) left join dossiers.hand_check c on c.id = i.id::uuid and c.dossier_id = r.dossier_id
        left join identity.staff a on a.id = c.recorded_by left join identity.staff b on b.id = c.confirmed_by
        where c.confirmed_by is null or c.confirmed_by = c.recorded_by or octet_length(c.evidence) = 0 or a.identity_index = b.identity_index))`,
  'C2 a request beyond the first stands on a supervisor of the province': sql`select r.id from dossiers.supplement_request r join dossiers.dossier d on d.id = r.dossier_id
      left join dossiers.supplement_permission p on p.id = r.permission_id left join identity.staff s on s.id = p.allowed_by
    where r.asked_by is not null and (r.permission_id is not null or exists (select from dossiers.supplement_request f where f.dossier_id = r.dossier_id and f.asked_by is not null and (f.asked_at, f.id) < (r.asked_at, r.id)))
      and (p.dossier_id is distinct from r.dossier_id or p.allowed_at > r.asked_at or s.role is distinct from 'supervisor' or s.province_code <> d.authority_province or s.identity_index = d.identity_index
        or s.identity_index = (select a.identity_index from identity.staff a where a.id = r.asked_by))`,
  'B7 a request has points, and an answered one an answer to each': sql`select r.id from dossiers.supplement_request r where not exists (select from dossiers.supplement_point p where p.request_id = r.id)
    union all select r.id from dossiers.supplement_request r join dossiers.supplement_point p on p.request_id = r.id where r.answered_at is not null and p.answered_at is null`,
  'B7 only an open request of an officer has a last day': sql`select d.id from dossiers.dossier d where d.supplement_due_at is not null and (d.status not in ('supplementing', 'withdrawn', 'stopped')
    or not exists (select from dossiers.supplement_request r where r.dossier_id = d.id and r.asked_by is not null and r.answered_at is null))`,
  'B7 a dossier is stopped by an officer, after the last day of a request that nobody answered': sql`select d.id from dossiers.dossier d where d.status = 'stopped' and not exists (select from dossiers.event e
      join dossiers.supplement_request r on r.id = (e.details->>'requestId')::uuid and r.dossier_id = d.id and r.asked_by is not null and r.answered_at is null
    where e.dossier_id = d.id and e.kind = 'stop' and e.actor_kind = 'staff' and (e.at at time zone 'Asia/Ho_Chi_Minh')::date > (d.supplement_due_at at time zone 'Asia/Ho_Chi_Minh')::date)`,
  'B7 nobody is reminded twice of one request': sql`select dossier_id from dossiers.event where kind = 'supplement-reminded' group by dossier_id, details ->> 'requestId' having count(*) > 1`,
  'TIM3 an apology comes before the date it asks pardon for, and once': sql`select a.dossier_id from dossiers.apology a join dossiers.dossier d on d.id = a.dossier_id
    where a.promised_at <> d.due_at or (a.issued_at at time zone 'Asia/Ho_Chi_Minh')::date >= (a.promised_at at time zone 'Asia/Ho_Chi_Minh')::date`,
  'AUD4 of whoever stands on an extract of the register it is noted that they were read': sql`select e.id from dossiers.register_extract e cross join unnest(e.dossier_ids) as line(id)
    where not exists (select from dossiers.event v where v.dossier_id = line.id and v.kind = 'read' and v.at = e.asked_at and v.details->>'purpose' = 'register')`,
  'TH2 an alarm about a member of staff ends with an answer, and it is that of another person': sql`select a.id from platform.alarm a left join platform.alarm_answer b on b.alarm_id = a.id
    where a.province_code is not null and ((a.settled_at is null) <> (b.alarm_id is null) or b.answered_at <> a.settled_at or b.answered_by::text <> a.settled_by)
    union all select b.alarm_id from platform.alarm_answer b join identity.staff s on s.id = b.subject_id join identity.staff o on o.id = b.answered_by
    where s.identity_index = o.identity_index or o.role not in ('supervisor', 'inspector')`,
  'AUD5 the application can neither change nor delete what happened': sql`select table_schema, table_name, privilege_type from information_schema.role_table_grants
    where grantee = 'toantrinh_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
      and (table_schema, table_name) in (('platform', 'fact'), ('dossiers', 'event'), ('dossiers', 'list_reading'), ('dossiers', 'supplement_permission'), ('dossiers', 'note'), ('dossiers', 'opinion'), ('dossiers', 'opinion_answer'), ('platform', 'alarm_answer'), ('deliveries', 'event'), ('payments', 'ledger_transaction'), ('payments', 'ledger_entry'))`,
}
