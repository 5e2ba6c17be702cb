-- C1, AUZ: before forms were known every leader who signed got rows that call them the head (0014, 0194). Of whom a document says since that they sign
-- for the head or by order, those rows print the wrong lines over a signature, for the head's form comes first. They are ended, with the reason
-- in the row; what the document does not name goes on in its form. Who signs by delegation alone has no standing of their own: nothing takes the
-- place of their rows. Of whom no document says anything, nothing is changed. Papers that went out stay as they are: the ended row says why.

with founding(basis) as (values ('Chức danh lãnh đạo ký đã có'), ('Phân công đã có')),
documented as (
  select distinct on (p.province_code, p.staff_id) p.province_code, p.staff_id, p.form, p.position, p.basis
  from identity.signing_power p
  where p.confirmed_at is not null and p.ended_at is null and p.form <> 'duty' and p.basis not in (select basis from founding)
  order by p.province_code, p.staff_id, array_position(array['head', 'KT', 'TL', 'TUQ'], p.form), p.valid_from desc, p.id
),
wrong as (
  select w.id, w.province_code, w.staff_id, w.papers, d.form, d.position, d.basis
  from identity.signing_power w join documented d using (province_code, staff_id)
  where w.entered_by = 'founding-table' and w.basis in (select basis from founding) and w.form = 'head' and w.ended_at is null and d.form <> 'head'
),
ended as (
  update identity.signing_power p set ended_by = 'founding-correction', ended_at = platform.clock_now(),
    ended_basis = 'Đính chính: dòng này ghi nhầm là người đứng đầu; theo ' || w.basis || ' người này ký ' || case w.form when 'KT' then 'thay người đứng đầu (KT.)' when 'TL' then 'thừa lệnh (TL.)' else 'thừa ủy quyền (TUQ.)' end
  from wrong w where p.id = w.id returning p.id
),
-- What the document names is theirs already.
left_over as (
  select w.province_code, w.staff_id, w.form, w.position, w.basis, array_agg(distinct paper order by paper) as papers
  from wrong w cross join unnest(w.papers) as paper
  where w.form <> 'TUQ' and not exists (select from identity.signing_power o where o.staff_id = w.staff_id and o.province_code = w.province_code and o.giver_id is null and o.form = w.form
    and paper = any(o.papers) and o.confirmed_at is not null and o.ended_at is null and o.valid_to is null)
  group by w.province_code, w.staff_id, w.form, w.position, w.basis
),
corrected as (
  insert into identity.signing_power (id, province_code, staff_id, papers, form, position, valid_from, basis, entered_by, entered_at, confirmed_by, confirmed_at)
  select gen_random_uuid(), province_code, staff_id, papers, form, position, (platform.clock_now() at time zone 'Asia/Ho_Chi_Minh')::date,
    'Phân công đã có, đính chính hình thức ký theo ' || basis, 'founding-correction', platform.clock_now(), 'founding-review', platform.clock_now()
  from left_over returning id
)
insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, channel)
  select gen_random_uuid(), 'power.changed', jsonb_build_object('kind', 'power', 'grantId', c.id, 'change', c.change), platform.clock_now(), 'system', 'correction-of-standing', 'online'
  from (select id, 'ended' as change from ended union all select id, 'confirmed' from corrected) c;
