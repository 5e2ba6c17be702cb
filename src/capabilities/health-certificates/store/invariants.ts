import { type Sql, sql } from '../../../platform/db/sql.ts'

/** Rows that break a promise about certificates: each query must return nothing. */
export const invariants: Readonly<Record<string, Sql>> = {
  'OUT1 every health certificate names the exchange, message or copy that brought it': sql`select c.id from health_certificates.certificate c where not case c.source
      when 'health-gateway' then exists (select from platform.exchange e where e.id = c.exchange_id and e.outcome = 'value')
      when 'certified-copy' then exists (select from health_certificates.certified_copy k where k.id = c.copy_id and k.state = 'confirmed' and k.certificate_id = c.id)
      else exists (select from health_certificates.message m where m.certificate_id = c.id and m.does <> 'REVOKE') end`,
  'OUT3 a health certificate lies with the person it is about': sql`select a.id from health_certificates.certificate a
    join health_certificates.certificate b on b.person_id = a.person_id and b.identity_index <> a.identity_index`,
  'AUD1 every health certificate was announced': sql`select c.id from health_certificates.certificate c
    where not exists (select from platform.fact f where f.kind in ('health-certificate.received', 'health-certificate.arrived') and f.payload->>'certificateId' = c.id::text)`,
  'P2 a certificate whose holder is known here lies with them': sql`select c.id from health_certificates.certificate c
    join health_certificates.holder h on h.identity_index = c.identity_index and h.holder_index = c.holder_index where c.person_id is null`,
  'P3 a clinic sends and corrects certificates of its own numbers only': sql`select c.id from health_certificates.certificate c
    where c.source in ('clinic', 'clinic-software') and c.clinic_code <> substr(c.number, 14, 5)
    union all select m.id from health_certificates.message m join health_certificates.certificate c on c.id = m.certificate_id where m.clinic_code <> substr(c.number, 14, 5)`,
  'P3 a number of a certificate belongs to one person': sql`select a.id from health_certificates.certificate a
    join health_certificates.certificate b on b.number = a.number and b.identity_index <> a.identity_index`,
  'DEC2 a certified copy is read by somebody, and not by its own bearer': sql`select k.id from health_certificates.certified_copy k
    join identity.staff s on s.id = k.decided_by join identity.person p on p.id = k.person_id where s.identity_index = p.identity_index`,
  'P3 nobody signs a health certificate about themselves': sql`select e.id from health_certificates.examination e
    join identity.staff s on s.id = e.signed_by where s.identity_index = e.identity_index`,
  'P3 nobody begins, changes or takes back what a clinic says about themselves': sql`select e.id from health_certificates.examination e
    join identity.staff s on s.id in (e.begun_by, e.changed_by) where s.identity_index = e.identity_index
    union all select f.id from platform.fact f join health_certificates.certificate c on c.id::text = f.payload->>'certificateId'
      join identity.staff s on s.id::text = f.actor_id where f.kind = 'health-certificate.revoked' and f.actor_kind = 'staff' and s.identity_index = c.identity_index`,
  'P3 a clinic stays with the province whose officer let it in': sql`select f.id from platform.fact f join health_certificates.clinic c on c.code = f.payload->>'clinicCode'
    where f.kind = 'clinic.admitted' and c.province_code is distinct from f.payload->>'provinceCode'`,
  'P3 a doctor of a clinic holds no other post meanwhile': sql`select d.id from identity.staff d join identity.staff o on o.identity_index = d.identity_index and o.id <> d.id
    where d.role = 'doctor' and daterange(d.active_from, d.active_to) && daterange(o.active_from, o.active_to)`,
  'P3 what a doctor signed is one certificate of that clinic about that person, entered once': sql`select e.id from health_certificates.examination e where e.signed_at is not null and not exists (
      select from health_certificates.certificate c join health_certificates.message m on m.certificate_id = c.id and m.clinic_code = e.clinic_code and m.message_key = 'uuid:' || e.id::text
      where c.id = e.certificate_id and c.clinic_code = e.clinic_code and c.identity_index = e.identity_index)`,
  'P3 a doctor corrects what a doctor said last: after the word of the clinic’s program the next is the program’s': sql`select m.id from health_certificates.message m
    join health_certificates.examination e on m.message_key = 'uuid:' || e.id::text and e.corrects is not null
    cross join lateral (select p.message_key from health_certificates.message p where p.certificate_id = m.certificate_id and p.does <> 'REVOKE' and p.sequence < m.sequence order by p.sequence desc limit 1) before
    where not exists (select from health_certificates.examination s where before.message_key = 'uuid:' || s.id::text)`,
  'P3 numbers given here leave no gap': sql`select n.clinic_code from health_certificates.number_series n cross join lateral generate_series(n.first, n.last) as serial
    where not exists (select from health_certificates.certificate c where c.number = lpad(serial::text, 5, '0') || '/GKSKLX/' || n.clinic_code || '/' || lpad((n.year % 100)::text, 2, '0'))`,
  'P2 what a clinic issues itself is usable within five seconds': sql`select c.id from health_certificates.certificate c where c.source = 'clinic' and c.usable_at - c.issued_at > interval '5 seconds'`,
}
