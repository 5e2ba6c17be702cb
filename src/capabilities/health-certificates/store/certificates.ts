/** The register of health certificates. */
import { type Sql, sql } from '../../platform/db/sql.ts'
import { newId } from '../../platform/values/ids.ts'
import type { Work } from '../../platform/work.ts'
import type { HealthCertificate, HealthValues, SentCertificate } from './certificate.ts'

interface Row {
  id: string
  number: string
  licence_class: string
  conclusion: HealthCertificate['conclusion']
  concluded_on: string
  re_exam_on: string | null
  clinic_code: string
  clinic_name: string
  doctor_name: string
  source: HealthCertificate['source']
  exchange_id: string
  received_at: Date
}

const columns = sql`id, number, licence_class, conclusion, concluded_on, re_exam_on, clinic_code, clinic_name, doctor_name, source, exchange_id, received_at`

function toCertificate(row: Row): HealthCertificate {
  return {
    id: row.id, number: row.number, licenceClass: row.licence_class, conclusion: row.conclusion, concludedOn: row.concluded_on, reExamOn: row.re_exam_on,
    clinicCode: row.clinic_code, clinicName: row.clinic_name, doctorName: row.doctor_name, source: row.source, exchangeId: row.exchange_id, receivedAt: row.received_at,
  }
}

const contextOf = (id: string) => `health_certificates.certificate.health_values:${id}`

/** A person's certificates, newest conclusion first. */
export async function listCertificates(work: Work, personId: string): Promise<HealthCertificate[]> {
  const rows = await work.db.many<Row>(sql`select ${columns} from health_certificates.certificate where person_id = ${personId} order by concluded_on desc, id`)
  return rows.map(toCertificate)
}

/** The sealed values of one certificate of the person; undefined when the person has no such certificate. */
export async function findValues(work: Work, personId: string, certificateId: string): Promise<HealthValues | undefined> {
  const row = await work.db.maybe<{ health_values: Buffer }>(sql`select health_values from health_certificates.certificate where id = ${certificateId} and person_id = ${personId}`)
  if (!row) return undefined
  const values: HealthValues = JSON.parse(await work.open(personId, contextOf(certificateId), row.health_values))
  return values
}

export interface Receipt {
  readonly certificateId: string
  readonly outcome: 'new' | 'corrected' | 'known'
}

/** Keeps one certificate; the same again changes nothing, a corrected one replaces it. @throws when the number belongs to another person's row */
export async function saveCertificate(work: Work, personId: string, identityNumber: string, sent: SentCertificate, exchangeId: string): Promise<Receipt> {
  const known = await work.db.maybe<Row & { person_id: string }>(sql`select ${columns}, person_id from health_certificates.certificate
    where number = ${sent.number} and licence_class = ${sent.licenceClass} for update`)
  if (!known) return insertCertificate(work, personId, identityNumber, sent, exchangeId)
  if (known.person_id !== personId) throw new Error(`certificate ${known.id} is registered for another person`)
  const values = await findValues(work, personId, known.id)
  if (isSame(toCertificate(known), sent) && JSON.stringify(values) === JSON.stringify(sent.values)) return { certificateId: known.id, outcome: 'known' }
  const sealed = await work.seal(personId, contextOf(known.id), JSON.stringify(sent.values))
  await work.db.run(sql`update health_certificates.certificate set conclusion = ${sent.conclusion}, concluded_on = ${sent.concludedOn}, re_exam_on = ${sent.reExamOn},
    clinic_code = ${sent.clinicCode}, clinic_name = ${sent.clinicName}, doctor_name = ${sent.doctorName}, health_values = ${sealed},
    exchange_id = ${exchangeId}, changed_at = ${work.now} where id = ${known.id}`)
  return { certificateId: known.id, outcome: 'corrected' }
}

async function insertCertificate(work: Work, personId: string, identityNumber: string, sent: SentCertificate, exchangeId: string): Promise<Receipt> {
  const id = newId()
  const sealed = await work.seal(personId, contextOf(id), JSON.stringify(sent.values))
  const inserted = await work.db.maybe<{ id: string }>(sql`insert into health_certificates.certificate
    (id, number, licence_class, person_id, identity_index, conclusion, concluded_on, re_exam_on, clinic_code, clinic_name, doctor_name, health_values, source, exchange_id, received_at, changed_at)
    values (${id}, ${sent.number}, ${sent.licenceClass}, ${personId}, ${work.blindIndex('identity-number', identityNumber)}, ${sent.conclusion}, ${sent.concludedOn}, ${sent.reExamOn},
      ${sent.clinicCode}, ${sent.clinicName}, ${sent.doctorName}, ${sealed}, 'health-gateway', ${exchangeId}, ${work.now}, ${work.now})
    on conflict do nothing returning id`)
  // Two look-ups of one person may bring the same certificate at once: the other one's row stands.
  return inserted ? { certificateId: id, outcome: 'new' } : saveCertificate(work, personId, identityNumber, sent, exchangeId)
}

function isSame(known: HealthCertificate, sent: SentCertificate): boolean {
  return known.conclusion === sent.conclusion && known.concludedOn === sent.concludedOn && known.reExamOn === sent.reExamOn
    && known.clinicCode === sent.clinicCode && known.clinicName === sent.clinicName && known.doctorName === sent.doctorName
}

/** Rows that break a promise about certificates: each query must return nothing. */
export const invariants: Readonly<Record<string, Sql>> = {
  'OUT1 every health certificate names the exchange that brought it': sql`select c.id from health_certificates.certificate c
    where not exists (select from platform.exchange e where e.id = c.exchange_id and e.outcome = 'value')`,
  'OUT3 a health certificate lies with the person it is about': sql`select a.id from health_certificates.certificate a
    join health_certificates.certificate b on b.person_id = a.person_id and b.identity_index <> a.identity_index`,
  'AUD1 every health certificate was announced': sql`select c.id from health_certificates.certificate c
    where not exists (select from platform.fact f where f.kind = 'health-certificate.received' and f.payload->>'certificateId' = c.id::text)`,
}
