/** The register of health certificates: one row for a number and a class, whichever door it came by. */
import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { CertificateSource, HealthCertificate, HealthValues, SentCertificate } from '../certificate.ts'

interface Row {
  id: string
  number: string
  licence_class: string
  person_id: string | null
  identity_index: Buffer
  holder_index: Buffer | null
  conclusion: HealthCertificate['conclusion']
  concluded_on: string
  re_exam_on: string | null
  clinic_code: string
  clinic_name: string
  doctor_name: string
  health_values: Buffer
  source: CertificateSource
  exchange_id: string | null
  received_at: Date
  revoked_at: Date | null
}

const columns = sql`id, number, licence_class, person_id, identity_index, holder_index, conclusion, concluded_on, re_exam_on, clinic_code, clinic_name, doctor_name, health_values,
  source, exchange_id, received_at, revoked_at`

function toCertificate(row: Row): HealthCertificate {
  return {
    id: row.id, number: row.number, licenceClass: row.licence_class, conclusion: row.conclusion, concludedOn: row.concluded_on, reExamOn: row.re_exam_on,
    clinicCode: row.clinic_code, clinicName: row.clinic_name, doctorName: row.doctor_name, source: row.source, exchangeId: row.exchange_id, receivedAt: row.received_at, revokedAt: row.revoked_at,
  }
}

/** A row as the doors see it before they change it. */
export interface KnownCertificate extends HealthCertificate {
  readonly personId: string | null
  readonly identityIndex: Buffer
  readonly holderIndex: Buffer | null
}

function toKnown(row: Row): KnownCertificate {
  return { ...toCertificate(row), personId: row.person_id, identityIndex: row.identity_index, holderIndex: row.holder_index }
}

const contextOf = (id: string) => `health_certificates.certificate.health_values:${id}`
/** Whose key seals a row: the person's, and the row's own until the person is known. */
const subjectOf = (row: { readonly id: string; readonly personId: string | null }) => row.personId ?? row.id

/** A person's certificates with what else bears their number; newest conclusion first. */
export interface CertificatesAbout {
  readonly own: readonly HealthCertificate[]
  /** One that bears the person's identity number and another name. */
  readonly nameDiffers: boolean
  /** The number that the person gave is on somebody else's certificate. */
  readonly numberOfAnother: boolean
}

/** Reads all of it in one question, since pages ask often. @param number as the person typed it, if they did */
export async function listAbout(work: Work, personId: string, number?: string): Promise<CertificatesAbout> {
  const rows = await work.db.many<Row & { same_identity: boolean }>(sql`select ${columns}, coalesce(identity_index = (select h.identity_index from health_certificates.holder h where h.person_id = ${personId}), false) as same_identity
    from health_certificates.certificate
    where person_id = ${personId} or identity_index = (select h.identity_index from health_certificates.holder h where h.person_id = ${personId}) or number = ${number ?? null}
    order by concluded_on desc, id`)
  const isOwn = (row: Row) => row.person_id === personId
  return {
    own: rows.filter(isOwn).map(toCertificate),
    nameDiffers: rows.some((row) => !isOwn(row) && row.same_identity && row.revoked_at === null),
    numberOfAnother: rows.some((row) => !isOwn(row) && !row.same_identity && row.number === number),
  }
}

/** A person's certificates, newest conclusion first. */
export async function listCertificates(work: Work, personId: string): Promise<readonly HealthCertificate[]> {
  return (await listAbout(work, personId)).own
}

/** The sealed values of one certificate of the person; undefined when the person has no such certificate. */
export async function findValues(work: Work, personId: string, certificateId: string): Promise<HealthValues | undefined> {
  const row = await work.db.maybe<Row>(sql`select ${columns} from health_certificates.certificate where id = ${certificateId} and person_id = ${personId}`)
  return row && valuesOf(work, row)
}

async function valuesOf(work: Work, row: Row): Promise<HealthValues> {
  const { signedDocument: _document, ...values }: HealthValues & { signedDocument?: string } = JSON.parse(await work.open(subjectOf({ id: row.id, personId: row.person_id }), contextOf(row.id), row.health_values))
  return values
}

/** Makes those wait who write about the same number. Taken first, so that two doors never see each other half done. */
export async function lockNumber(work: Work, number: string): Promise<void> {
  await work.db.run(sql`select pg_advisory_xact_lock(hashtextextended(${number}, 31))`)
}

/** Makes those wait who bring a certificate or a person of the same identity number. */
export async function lockIdentity(work: Work, identityIndex: Buffer): Promise<void> {
  await work.db.run(sql`select pg_advisory_xact_lock(hashtextextended(${identityIndex.toString('hex')}, 32))`)
}

/** Every row of a number, locked: one for each class. */
export async function lockByNumber(work: Work, number: string): Promise<KnownCertificate[]> {
  const rows = await work.db.many<Row>(sql`select ${columns} from health_certificates.certificate where number = ${number} order by licence_class for update`)
  return rows.map(toKnown)
}

export async function findCertificate(work: Work, id: string): Promise<KnownCertificate | undefined> {
  const row = await work.db.maybe<Row>(sql`select ${columns} from health_certificates.certificate where id = ${id}`)
  return row && toKnown(row)
}

/** What a door writes. */
export interface Entry {
  readonly sent: SentCertificate
  readonly personId: string | null
  readonly identityIndex: Buffer
  readonly holderIndex: Buffer | null
  readonly source: CertificateSource
  readonly exchangeId?: string
  readonly copyId?: string
  readonly issuedAt?: Date
  /** The signed message, Base64: evidence, sealed with the values. */
  readonly signedDocument?: string
}

/** Whether a row says what is sent, about the same holder. */
export async function saysTheSame(work: Work, known: KnownCertificate, entry: Entry): Promise<boolean> {
  const { sent } = entry
  const open = known.conclusion === sent.conclusion && known.concludedOn === sent.concludedOn && known.reExamOn === sent.reExamOn
    && known.clinicCode === sent.clinicCode && known.clinicName === sent.clinicName && known.doctorName === sent.doctorName
  if (!open || !known.identityIndex.equals(entry.identityIndex)) return false
  if (known.holderIndex && entry.holderIndex && !known.holderIndex.equals(entry.holderIndex)) return false
  const row = await work.db.one<Row>(sql`select ${columns} from health_certificates.certificate where id = ${known.id}`)
  const values = await valuesOf(work, row)
  return (Object.keys(sent.values) as (keyof HealthValues)[]).every((key) => values[key] === sent.values[key])
}

function sealValues(work: Work, id: string, entry: Entry): Promise<Buffer> {
  const kept = { ...entry.sent.values, ...(entry.signedDocument ? { signedDocument: entry.signedDocument } : {}) }
  return work.seal(subjectOf({ id, personId: entry.personId }), contextOf(id), JSON.stringify(kept))
}

/** A new row. @returns its id */
export async function insertCertificate(work: Work, entry: Entry): Promise<string> {
  const id = newId()
  const { sent } = entry
  const sealed = await sealValues(work, id, entry)
  await work.db.run(sql`insert into health_certificates.certificate
    (id, number, licence_class, person_id, identity_index, holder_index, conclusion, concluded_on, re_exam_on, clinic_code, clinic_name, doctor_name, health_values, source,
      exchange_id, copy_id, issued_at, received_at, usable_at, changed_at)
    values (${id}, ${sent.number}, ${sent.licenceClass}, ${entry.personId}, ${entry.identityIndex}, ${entry.holderIndex}, ${sent.conclusion}, ${sent.concludedOn}, ${sent.reExamOn},
      ${sent.clinicCode}, ${sent.clinicName}, ${sent.doctorName}, ${sealed}, ${entry.source}, ${entry.exchangeId ?? null}, ${entry.copyId ?? null}, ${entry.issuedAt ?? null},
      ${work.now}, ${work.now}, ${work.now})`)
  return id
}

/** Replaces what a row says. */
export async function updateCertificate(work: Work, id: string, entry: Entry): Promise<void> {
  const { sent } = entry
  const sealed = await sealValues(work, id, entry)
  await work.db.run(sql`update health_certificates.certificate set conclusion = ${sent.conclusion}, concluded_on = ${sent.concludedOn}, re_exam_on = ${sent.reExamOn},
    clinic_code = ${sent.clinicCode}, clinic_name = ${sent.clinicName}, doctor_name = ${sent.doctorName}, health_values = ${sealed}, person_id = ${entry.personId},
    identity_index = ${entry.identityIndex}, holder_index = ${entry.holderIndex}, source = ${entry.source}, exchange_id = ${entry.exchangeId ?? null},
    copy_id = coalesce(${entry.copyId ?? null}, copy_id), changed_at = ${work.now} where id = ${id}`)
}

/** The clinic takes it back. */
export async function markRevoked(work: Work, id: string, reason: string): Promise<void> {
  await work.db.run(sql`update health_certificates.certificate set revoked_at = ${work.now}, revoked_for = ${reason}, changed_at = ${work.now} where id = ${id} and revoked_at is null`)
}

/** Remembers a person whose certificates are looked for. */
export async function saveHolder(work: Work, personId: string, identityIndex: Buffer, holderIndex: Buffer): Promise<void> {
  await work.db.run(sql`insert into health_certificates.holder (person_id, identity_index, holder_index, known_at) values (${personId}, ${identityIndex}, ${holderIndex}, ${work.now})
    on conflict (person_id) do update set identity_index = excluded.identity_index, holder_index = excluded.holder_index
    where (health_certificates.holder.identity_index, health_certificates.holder.holder_index) is distinct from (excluded.identity_index, excluded.holder_index)`)
}

/** The person of an identity number and name, when we know one. @param owner whose it is so far: with two accounts of one person it stays there */
export async function findHolder(work: Work, identityIndex: Buffer, holderIndex: Buffer, owner: string | null): Promise<string | undefined> {
  const row = await work.db.maybe<{ person_id: string }>(sql`select person_id from health_certificates.holder
    where identity_index = ${identityIndex} and holder_index = ${holderIndex} order by (person_id = ${owner}) desc nulls last, known_at desc, person_id desc limit 1`)
  return row?.person_id
}

/** Rows of this holder that came before we knew the person: theirs from now on, sealed with their key. @returns their ids */
export async function bindWaiting(work: Work, personId: string, identityIndex: Buffer, holderIndex: Buffer): Promise<string[]> {
  const rows = await work.db.many<Row>(sql`select ${columns} from health_certificates.certificate
    where identity_index = ${identityIndex} and person_id is null and holder_index = ${holderIndex} for update`)
  for (const row of rows) {
    const text = await work.open(row.id, contextOf(row.id), row.health_values)
    const sealed = await work.seal(personId, contextOf(row.id), text)
    await work.db.run(sql`update health_certificates.certificate set person_id = ${personId}, health_values = ${sealed} where id = ${row.id} and person_id is null`)
  }
  return rows.map((row) => row.id)
}
