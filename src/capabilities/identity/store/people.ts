import type { StaffRole } from '../../../catalogue/index.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import { isId, newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'

export interface Person {
  readonly id: string
  readonly fullName: string
  readonly birthDate: LocalDate
  /** Twelve digits, unsealed. */
  readonly identityNumber: string
}

export interface StaffMember {
  readonly id: string
  readonly fullName: string
  /** An operator looks after the service and sees no dossier. */
  readonly role: StaffRole
  readonly provinceCode: string
  /** The service point of a clerk or of the post, the clinic of a doctor; null in an authority's own office. */
  readonly officeCode: string | null
}

export interface Session {
  readonly id: string
  readonly personId: string
  readonly fullName: string
  readonly authenticatedAt: Date
  readonly idToken: string | null
  readonly staff: StaffMember | undefined
}

const NUMBER_CONTEXT = 'identity.person.identity_number'

/**
 * Finds or makes the person of an account and keeps name and birth date as the eID now gives them. Somebody met before by
 * their card (`meetPerson`) has no account yet: their first sign-in makes it theirs.
 */
export async function savePerson(work: Work, account: { issuer: string; subject: string; identityNumber: string; fullName: string; birthDate: LocalDate }): Promise<string> {
  const known = await work.db.maybe<{ id: string }>(sql`select id from identity.person where issuer = ${account.issuer} and subject = ${account.subject} for update`)
  if (known) {
    await work.db.run(sql`update identity.person set full_name = ${account.fullName}, birth_date = ${account.birthDate}, updated_at = ${work.now} where id = ${known.id}`)
    return known.id
  }
  const index = work.blindIndex('identity-number', account.identityNumber)
  const met = await work.db.maybe<{ id: string }>(sql`update identity.person
    set issuer = ${account.issuer}, subject = ${account.subject}, full_name = ${account.fullName}, birth_date = ${account.birthDate}, updated_at = ${work.now}
    where identity_index = ${index} and subject is null returning id`)
  if (met) return met.id
  const id = newId()
  const sealed = await work.seal(id, `${NUMBER_CONTEXT}:${id}`, account.identityNumber)
  const row = await work.db.one<{ id: string }>(sql`insert into identity.person (id, issuer, subject, identity_index, identity_number, full_name, birth_date, created_at, updated_at)
    values (${id}, ${account.issuer}, ${account.subject}, ${index}, ${sealed}, ${account.fullName}, ${account.birthDate}, ${work.now}, ${work.now})
    on conflict (issuer, subject) do update set full_name = excluded.full_name returning id`)
  return row.id
}

/**
 * Finds or makes the person of an identity card that was shown at a counter or a clinic. Name and birth date of somebody known
 * stay as they are: the eID and the population register know better than a typed line.
 * @returns the person's id
 */
export async function meetPerson(work: Work, card: { identityNumber: string; fullName: string; birthDate: LocalDate }): Promise<string> {
  const index = work.blindIndex('identity-number', card.identityNumber)
  const known = await work.db.maybe<{ id: string }>(sql`select id from identity.person where identity_index = ${index}`)
  if (known) return known.id
  const id = newId()
  const sealed = await work.seal(id, `${NUMBER_CONTEXT}:${id}`, card.identityNumber)
  await work.db.run(sql`insert into identity.person (id, identity_index, identity_number, full_name, birth_date, created_at, updated_at)
    values (${id}, ${index}, ${sealed}, ${card.fullName}, ${card.birthDate}, ${work.now}, ${work.now}) on conflict (identity_index) do nothing`)
  return (await work.db.one<{ id: string }>(sql`select id from identity.person where identity_index = ${index}`)).id
}

/** Whether somebody has ever signed in: until then they are known by a card only. */
export async function hasAccount(work: Work, personId: string): Promise<boolean> {
  return (await work.db.maybe(sql`select from identity.person where id = ${personId} and subject is not null`)) !== undefined
}

/** Writes name and birth date of somebody without an account. @returns whether they still had none */
export async function saveMet(work: Work, personId: string, as: { fullName: string; birthDate: LocalDate }): Promise<boolean> {
  return (await work.db.run(sql`update identity.person set full_name = ${as.fullName}, birth_date = ${as.birthDate}, updated_at = ${work.now}
    where id = ${personId} and subject is null`)) === 1
}

/** @throws when there is no such person */
export async function getPerson(work: Work, personId: string): Promise<Person> {
  const row = await work.db.one<{ id: string; full_name: string; birth_date: LocalDate; identity_number: Buffer }>(
    sql`select id, full_name, birth_date, identity_number from identity.person where id = ${personId}`)
  return {
    id: row.id, fullName: row.full_name, birthDate: row.birth_date,
    identityNumber: await work.open(row.id, `${NUMBER_CONTEXT}:${row.id}`, row.identity_number),
  }
}

export async function saveSignIn(work: Work, signIn: { state: string; nonce: string; verifier: string; returnTo: string; startedAt: Date }): Promise<void> {
  await work.db.run(sql`insert into identity.sign_in (state, nonce, verifier, return_to, started_at)
    values (${signIn.state}, ${signIn.nonce}, ${signIn.verifier}, ${signIn.returnTo}, ${signIn.startedAt})`)
}

/** Takes a sign-in under way: a second use of the same answer finds nothing. */
export async function takeSignIn(work: Work, state: string, notBefore: Date): Promise<{ nonce: string; verifier: string; returnTo: string } | undefined> {
  return work.db.maybe(sql`with taken as (delete from identity.sign_in where state = ${state} or started_at < ${notBefore} returning *)
    select nonce, verifier, return_to as "returnTo" from taken where state = ${state} and started_at >= ${notBefore}`)
}

export async function saveSession(work: Work, session: { tokenHash: Buffer; personId: string; idToken: string | null; authenticatedAt: Date; startedAt: Date }): Promise<string> {
  const id = newId()
  await work.db.run(sql`insert into identity.session (token_hash, id, person_id, id_token, authenticated_at, started_at, last_seen_at)
    values (${session.tokenHash}, ${id}, ${session.personId}, ${session.idToken}, ${session.authenticatedAt}, ${session.startedAt}, ${session.startedAt})`)
  return id
}

/**
 * The live session of a token, with the person's post if they are staff; roles are read each time, so a change counts on the next request.
 * @param seenAfter idle sessions last seen before it are over
 * @param startedAfter sessions started before it are over
 */
export async function findSession(work: Work, tokenHash: Buffer, seenAfter: Date, startedAfter: Date): Promise<(Session & { lastSeenAt: Date }) | undefined> {
  const row = await work.db.maybe<{
    id: string; person_id: string; full_name: string; authenticated_at: Date; last_seen_at: Date; id_token: string | null
    staff_id: string | null; staff_name: string; role: StaffMember['role']; province_code: string; office_code: string | null
  }>(sql`select s.id, s.person_id, p.full_name, s.authenticated_at, s.last_seen_at, s.id_token, t.id as staff_id, t.full_name as staff_name, t.role, t.province_code, t.office_code
    from identity.session s join identity.person p on p.id = s.person_id
    left join lateral (select * from identity.staff t where t.identity_index = p.identity_index
      and t.active_from <= ${work.today} and coalesce(t.active_to, 'infinity') > ${work.today} order by t.active_from desc limit 1) t on true
    where s.token_hash = ${tokenHash} and s.ended_at is null and s.last_seen_at > ${seenAfter} and s.started_at > ${startedAfter}`)
  if (!row) return undefined
  return {
    id: row.id, personId: row.person_id, fullName: row.full_name, authenticatedAt: row.authenticated_at, lastSeenAt: row.last_seen_at, idToken: row.id_token,
    staff: row.staff_id ? { id: row.staff_id, fullName: row.staff_name, role: row.role, provinceCode: row.province_code, officeCode: row.office_code } : undefined,
  }
}

export async function touchSession(work: Work, sessionId: string, at: Date): Promise<void> {
  await work.db.run(sql`update identity.session set last_seen_at = ${at} where id = ${sessionId}`)
}

export async function endSession(work: Work, sessionId: string, at: Date): Promise<void> {
  await work.db.run(sql`update identity.session set ended_at = ${at} where id = ${sessionId} and ended_at is null`)
}

/** When whoever a session belongs to proved who they are; undefined when it ended, or is not theirs. */
export async function findAuthenticatedAt(work: Work, sessionId: string, personId: string): Promise<Date | undefined> {
  if (!isId(sessionId)) return undefined
  return (await work.db.maybe<{ at: Date }>(sql`select authenticated_at as at from identity.session where id = ${sessionId} and person_id = ${personId} and ended_at is null`))?.at
}

export async function saveConsent(work: Work, consent: { personId: string; noticeVersion: string; purpose: string }): Promise<void> {
  await work.db.run(sql`insert into identity.consent (id, person_id, notice_version, purpose, given_at)
    select ${newId()}, ${consent.personId}, ${consent.noticeVersion}, ${consent.purpose}, ${work.now}
    where not exists (select from identity.consent where person_id = ${consent.personId} and purpose = ${consent.purpose}
      and notice_version = ${consent.noticeVersion} and withdrawn_at is null)`)
}

export async function hasConsent(work: Work, personId: string, purpose: string, noticeVersion: string): Promise<boolean> {
  return (await work.db.maybe(sql`select 1 from identity.consent where person_id = ${personId} and purpose = ${purpose} and notice_version = ${noticeVersion} and withdrawn_at is null`)) !== undefined
}

/** Takes a member of staff over; one who is known already stays as they are. @returns the id of the post */
export async function saveStaff(work: Work, staff: { identityNumber: string; fullName: string; role: StaffMember['role']; provinceCode: string; officeCode?: string | null; activeFrom: LocalDate }): Promise<string> {
  await work.db.run(sql`insert into identity.staff (id, identity_index, full_name, role, province_code, office_code, active_from)
    values (${newId()}, ${work.blindIndex('identity-number', staff.identityNumber)}, ${staff.fullName}, ${staff.role}, ${staff.provinceCode}, ${staff.officeCode ?? null}, ${staff.activeFrom})
    on conflict do nothing`)
  return (await work.db.one<{ id: string }>(sql`select id from identity.staff where identity_index = ${work.blindIndex('identity-number', staff.identityNumber)} and role = ${staff.role}
    and province_code = ${staff.provinceCode} and coalesce(office_code, '') = ${staff.officeCode ?? ''}`)).id
}

/** Makes those wait who give a post to somebody of the same identity number. @returns the index that posts are found by */
export async function lockPosts(work: Work, identityNumber: string): Promise<Buffer> {
  const index = work.blindIndex('identity-number', identityNumber)
  await work.db.run(sql`select pg_advisory_xact_lock(hashtextextended(${index.toString('hex')}, 11))`)
  return index
}

/** Posts that have not ended, also those that begin later. */
export async function listHeldPosts(work: Work, identityIndex: Buffer): Promise<StaffMember[]> {
  return work.db.many(sql`select id, full_name as "fullName", role, province_code as "provinceCode", office_code as "officeCode" from identity.staff
    where identity_index = ${identityIndex} and coalesce(active_to, 'infinity') > ${work.today}`)
}

/** A post from today on; one that had ended is held again. */
export async function insertPost(work: Work, identityIndex: Buffer, post: Omit<StaffMember, 'id'>): Promise<void> {
  await work.db.run(sql`insert into identity.staff (id, identity_index, full_name, role, province_code, office_code, active_from)
    values (${newId()}, ${identityIndex}, ${post.fullName}, ${post.role}, ${post.provinceCode}, ${post.officeCode}, ${work.today})
    on conflict (identity_index, role, province_code, coalesce(office_code, '')) do update set full_name = excluded.full_name, active_from = excluded.active_from, active_to = null`)
}

export async function listStaff(work: Work, provinceCode: string): Promise<StaffMember[]> {
  return work.db.many(sql`select id, full_name as "fullName", role, province_code as "provinceCode", office_code as "officeCode" from identity.staff where province_code = ${provinceCode} order by role, full_name`)
}

/** Several members of staff by their ids, also those who are none any more. */
export async function findColleagues(work: Work, staffIds: readonly string[]): Promise<Map<string, StaffMember>> {
  const rows = await work.db.many<StaffMember>(sql`select id, full_name as "fullName", role, province_code as "provinceCode", office_code as "officeCode" from identity.staff where id = any(${[...new Set(staffIds)]}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Names of members of staff, also of those who are none any more. */
export async function namesOf(work: Work, staffIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await work.db.many<{ id: string; name: string }>(sql`select id, full_name as name from identity.staff where id = any(${[...new Set(staffIds)]}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether a post is held today: what was ordered by somebody who has left since is not done. */
export async function isInOffice(work: Work, staffId: string): Promise<boolean> {
  return (await work.db.maybe(sql`select from identity.staff where id = ${staffId} and active_from <= ${work.today} and coalesce(active_to, 'infinity') > ${work.today}`)) !== undefined
}

/** Whether anybody holds a post with this role in a province today. */
export async function isPostHeld(work: Work, role: StaffRole, provinceCode: string): Promise<boolean> {
  return (await work.db.maybe(sql`select from identity.staff where role = ${role} and province_code = ${provinceCode}
    and active_from <= ${work.today} and coalesce(active_to, 'infinity') > ${work.today}`)) !== undefined
}

/** Whether two posts are held by one person: roles and provinces have a row each. */
export async function isSamePerson(work: Work, staffId: string, otherStaffId: string): Promise<boolean> {
  if (staffId === otherStaffId) return true
  return (await work.db.maybe(sql`select from identity.staff a join identity.staff b on b.identity_index = a.identity_index where a.id = ${staffId} and b.id = ${otherStaffId}`)) !== undefined
}

/** Whether a post is held by this very person. */
export async function isStaffPerson(work: Work, staffId: string, personId: string): Promise<boolean> {
  return (await work.db.maybe(sql`select from identity.staff s join identity.person p on p.identity_index = s.identity_index where s.id = ${staffId} and p.id = ${personId}`)) !== undefined
}

export async function findStaff(work: Work, staffId: string): Promise<StaffMember | undefined> {
  return work.db.maybe(sql`select id, full_name as "fullName", role, province_code as "provinceCode", office_code as "officeCode" from identity.staff where id = ${staffId}`)
}
