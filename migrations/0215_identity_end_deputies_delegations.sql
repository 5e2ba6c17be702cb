-- C1, AUZ: only the head delegates (NĐ 30/2020/NĐ-CP, Điều 13 khoản 3). What a deputy, or who signs by order, gave on before counts no more.
update identity.signing_power d set ended_by = 'migration', ended_at = greatest(d.entered_at, coalesce(d.confirmed_at, d.entered_at)), ended_basis = 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 3'
  where d.giver_id is not null and d.ended_at is null and not exists (
    select from identity.signing_power o where o.staff_id = d.giver_id and o.giver_id is null and o.form = 'head' and o.province_code = d.province_code and o.papers @> d.papers);
