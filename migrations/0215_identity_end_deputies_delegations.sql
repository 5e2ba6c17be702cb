-- C1, AUZ: only the head delegates (NĐ 30/2020/NĐ-CP, Điều 13 khoản 3). What a deputy, or who signs by order, gave on before counts no more; the row
-- says why, and what was signed by it stays as it is.
with ended as (
  update identity.signing_power d set ended_by = 'correction-of-delegations', ended_at = platform.clock_now(), ended_basis = 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 3: chỉ người đứng đầu ủy quyền'
    where d.giver_id is not null and d.ended_at is null and not exists (
      select from identity.signing_power o where o.staff_id = d.giver_id and o.giver_id is null and o.form = 'head' and o.province_code = d.province_code and o.papers @> d.papers)
    returning d.id
)
insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, channel)
  select gen_random_uuid(), 'power.changed', jsonb_build_object('kind', 'power', 'grantId', id, 'change', 'ended'), platform.clock_now(), 'system', 'correction-of-delegations', 'online' from ended;
