/** Clinics, how they prove themselves, what they sent, and the numbers they were given here. */
import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'

/** A clinic that may send or enter certificates. */
export interface Clinic {
  /** Five digits, as in the numbers of its certificates. */
  readonly code: string
  readonly name: string
  readonly mail: string | null
  readonly state: 'invited' | 'active' | 'suspended'
}

export interface Credential {
  readonly kind: 'api-key' | 'certificate'
  readonly fingerprint: Buffer
  readonly certificatePem: string | null
}

const columns = sql`code, name, mail, state`

export async function findClinic(work: Work, code: string): Promise<Clinic | undefined> {
  return work.db.maybe<Clinic>(sql`select ${columns} from health_certificates.clinic where code = ${code}`)
}

/** Clinics whose certificates arrive by themselves, by name, with the province that let them in. */
export async function listActiveClinics(work: Work): Promise<(Clinic & { readonly provinceCode: string | null })[]> {
  return work.db.many(sql`select ${columns}, province_code as "provinceCode" from health_certificates.clinic where state = 'active' order by name, code`)
}

/** A clinic that is invited; one that has joined keeps its state. */
export async function saveInvited(work: Work, clinic: Pick<Clinic, 'code' | 'name' | 'mail'>, invitation: { readonly hash: Buffer; readonly endsAt: Date }): Promise<void> {
  await work.db.run(sql`insert into health_certificates.clinic (code, name, mail, state, invitation_hash, invitation_ends_at, changed_at)
    values (${clinic.code}, ${clinic.name}, ${clinic.mail}, 'invited', ${invitation.hash}, ${invitation.endsAt}, ${work.now})
    on conflict (code) do update set name = excluded.name, mail = excluded.mail, changed_at = excluded.changed_at,
      invitation_hash = excluded.invitation_hash, invitation_ends_at = excluded.invitation_ends_at`)
}

/** A clinic as its authority sees it. */
export interface ClinicListing extends Clinic {
  readonly provinceCode: string | null
  readonly joinedAt: Date | null
  /** Until when a one-time code waits for its program. */
  readonly invitedUntil: Date | null
  /** Its program has a key; it signs what it sends. */
  readonly hasKey: boolean
  readonly signs: boolean
}

/** Clinics of a province and those of none yet, by name. */
export async function listClinicsOf(work: Work, provinceCode: string): Promise<ClinicListing[]> {
  return work.db.many<ClinicListing>(sql`select code, name, mail, state, province_code as "provinceCode", joined_at as "joinedAt",
      case when invitation_ends_at > ${work.now} then invitation_ends_at end as "invitedUntil",
      exists (select from health_certificates.clinic_credential k where k.clinic_code = c.code and k.kind = 'api-key' and k.withdrawn_at is null) as "hasKey",
      exists (select from health_certificates.clinic_credential k where k.clinic_code = c.code and k.kind = 'certificate' and k.withdrawn_at is null) as signs
    from health_certificates.clinic c where coalesce(province_code, ${provinceCode}) = ${provinceCode} order by name, code`)
}

/** A clinic that an authority lets in: active from now on, unless it was stopped. @returns false when another province has it */
export async function saveAdmitted(work: Work, clinic: Pick<ClinicListing, 'code' | 'name' | 'mail'> & { readonly provinceCode: string }): Promise<boolean> {
  const { code, name, mail, provinceCode } = clinic
  return (await work.db.run(sql`insert into health_certificates.clinic as c (code, name, mail, state, province_code, joined_at, changed_at)
    values (${code}, ${name}, ${mail}, 'active', ${provinceCode}, ${work.now}, ${work.now})
    on conflict (code) do update set name = excluded.name, mail = excluded.mail, province_code = excluded.province_code, changed_at = excluded.changed_at,
      joined_at = coalesce(c.joined_at, excluded.joined_at), state = case c.state when 'suspended' then c.state else 'active' end
    where coalesce(c.province_code, excluded.province_code) = excluded.province_code`)) > 0
}

/** Uses an invitation up. @returns false when there is none in force with this code */
export async function redeemInvitation(work: Work, code: string, hash: Buffer): Promise<boolean> {
  const changed = await work.db.run(sql`update health_certificates.clinic set state = 'active', joined_at = coalesce(joined_at, ${work.now}), changed_at = ${work.now},
      invitation_hash = null, invitation_ends_at = null
    where code = ${code} and invitation_hash = ${hash} and invitation_ends_at > ${work.now} and state <> 'suspended'`)
  return changed > 0
}

export async function saveClinicState(work: Work, code: string, state: 'active' | 'suspended'): Promise<void> {
  await work.db.run(sql`update health_certificates.clinic set state = ${state}, changed_at = ${work.now} where code = ${code} and state <> 'invited'`)
}

export async function listCredentials(work: Work, clinicCode: string): Promise<Credential[]> {
  return work.db.many<Credential>(sql`select kind, fingerprint, certificate_pem as "certificatePem" from health_certificates.clinic_credential
    where clinic_code = ${clinicCode} and withdrawn_at is null order by given_at, id`)
}

/** Gives a clinic one more way to prove itself. @returns false when somebody has it already */
export async function saveCredential(work: Work, clinicCode: string, credential: Credential): Promise<boolean> {
  const { kind, fingerprint, certificatePem } = credential
  return (await work.db.run(sql`insert into health_certificates.clinic_credential (id, clinic_code, kind, fingerprint, certificate_pem, given_at)
    values (${newId()}, ${clinicCode}, ${kind}, ${fingerprint}, ${certificatePem}, ${work.now}) on conflict (fingerprint) do nothing`)) > 0
}

/** Ends every key of a clinic, as after a theft; its certificates for signing stay. */
export async function withdrawKeys(work: Work, clinicCode: string): Promise<void> {
  await work.db.run(sql`update health_certificates.clinic_credential set withdrawn_at = ${work.now} where clinic_code = ${clinicCode} and kind = 'api-key' and withdrawn_at is null`)
}

/** A message that a clinic sent before. */
export interface SeenMessage {
  readonly id: string
  readonly contentHash: Buffer
  readonly does: 'ADD' | 'EDIT' | 'REVOKE'
  readonly certificateId: string
  /** Nothing was sent about that certificate since. */
  readonly isNewest: boolean
}

/** Looks for a message by the sender's name for it, or by the same content. */
export async function findMessage(work: Work, clinicCode: string, messageKey: string): Promise<SeenMessage | undefined> {
  return work.db.maybe<SeenMessage>(sql`select m.id, m.content_hash as "contentHash", m.does, m.certificate_id as "certificateId",
      not exists (select from health_certificates.message n where n.certificate_id = m.certificate_id and n.sequence > m.sequence) as "isNewest"
    from health_certificates.message m where m.clinic_code = ${clinicCode} and m.message_key = ${messageKey}`)
}

export async function insertMessage(work: Work, message: { clinicCode: string; messageKey: string; contentHash: Buffer; does: SeenMessage['does']; door: 'json' | 'xml' | 'desk'; certificateId: string }): Promise<void> {
  await work.db.run(sql`insert into health_certificates.message (id, clinic_code, message_key, content_hash, does, door, certificate_id, received_at)
    values (${newId()}, ${message.clinicCode}, ${message.messageKey}, ${message.contentHash}, ${message.does}, ${message.door}, ${message.certificateId}, ${work.now})`)
}

/**
 * Says where a clinic's numbers of a year begin here. Saying the same again before any was given changes nothing.
 * @returns false when that year has begun already
 */
export async function beginSeries(work: Work, clinicCode: string, year: number, first: number): Promise<boolean> {
  await work.db.run(sql`insert into health_certificates.number_series (clinic_code, year, first, last) values (${clinicCode}, ${year}, ${first}, ${first - 1}) on conflict (clinic_code, year) do nothing`)
  const row = await work.db.one<{ first: number; last: number }>(sql`select first, last from health_certificates.number_series where clinic_code = ${clinicCode} and year = ${year}`)
  return row.first === first && row.last === first - 1
}

/** The next serial number of a clinic in a year. A number its own program has used is passed over by the caller. */
export async function nextSerial(work: Work, clinicCode: string, year: number): Promise<number> {
  const row = await work.db.one<{ last: number }>(sql`insert into health_certificates.number_series (clinic_code, year, last) values (${clinicCode}, ${year}, 1)
    on conflict (clinic_code, year) do update set last = health_certificates.number_series.last + 1 returning last`)
  return row.last
}

/** How fast a clinic's certificates become usable. Seconds where the clinic sends them itself, days where they were found at the gateway. */
export interface ClinicDelay {
  readonly clinicCode: string
  readonly clinicName: string
  readonly sent: number
  readonly medianSeconds: number | null
  readonly slowestSeconds: number | null
  readonly found: number
  /** From the conclusion to the day on which the gateway had it. */
  readonly medianDaysLate: number | null
}

/** @param since certificates that came later than this @param among only these certificates; every one unless given */
export async function listClinicDelays(work: Work, since: Date, among?: readonly string[]): Promise<ClinicDelay[]> {
  const only = among === undefined ? sql`` : sql`and c.id = any(${[...among]}::uuid[])`
  return work.db.many<ClinicDelay>(sql`select c.clinic_code as "clinicCode", coalesce(max(k.name), max(c.clinic_name)) as "clinicName",
      (count(*) filter (where c.issued_at is not null))::int as sent,
      percentile_cont(0.5) within group (order by extract(epoch from c.usable_at - c.issued_at)) filter (where c.issued_at is not null) as "medianSeconds",
      (max(extract(epoch from c.usable_at - c.issued_at)) filter (where c.issued_at is not null))::float8 as "slowestSeconds",
      (count(*) filter (where c.source = 'health-gateway'))::int as found,
      percentile_cont(0.5) within group (order by (c.received_at at time zone 'Asia/Ho_Chi_Minh')::date - c.concluded_on) filter (where c.source = 'health-gateway') as "medianDaysLate"
    from health_certificates.certificate c left join health_certificates.clinic k on k.code = c.clinic_code
    where c.received_at > ${since} and c.source <> 'certified-copy' ${only} group by c.clinic_code order by 2, 1`)
}
