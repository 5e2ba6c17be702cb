import { type Sql, sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { type Consent, type Proof, proofShape } from '../consent.ts'

const columns = sql`c.id, c.visit_id as "visitId", c.person_id as "personId", c.helper_id as "helperId", c.office_code as "officeCode", c.draft_id as "draftId", c.content_hash as "contentHash",
  c.method, c.state, c.asked_at as "askedAt", c.given_at as "givenAt", c.code_hash as "codeHash", c.expires_at as "expiresAt", c.tries, c.sent_at as "sentAt", c.letter is not null as "toSend"`

const letterContext = (id: string) => `counters.consent.letter:${id}`
const proofContext = (id: string) => `counters.consent.proof:${id}`

/** A message with a code: as it leaves. */
export interface Letter {
  readonly to: string
  readonly text: string
}

type About = Pick<Consent, 'visitId' | 'personId' | 'helperId' | 'officeCode' | 'draftId' | 'contentHash'>

/** The consent of a visit that is asked for or given; there is at most one. */
export async function findConsent(work: Work, visitId: string): Promise<Consent | undefined> {
  return work.db.maybe(sql`select ${columns} from counters.consent c where c.visit_id = ${visitId} and c.state in ('asked', 'given')`)
}

/** The same, held until the end of the transaction. */
export async function lockConsent(work: Work, visitId: string): Promise<Consent | undefined> {
  return work.db.maybe(sql`select ${columns} from counters.consent c where c.visit_id = ${visitId} and c.state in ('asked', 'given') for update`)
}

/** A consent by its id. @throws when there is none */
export async function getConsent(work: Work, id: string): Promise<Consent> {
  return work.db.one(sql`select ${columns} from counters.consent c where c.id = ${id}`)
}

/** How many codes a visit had sent. */
export async function countCodes(work: Work, visitId: string): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select count(*)::int as n from counters.consent where visit_id = ${visitId} and method = 'code'`)).n
}

/** How many other people a phone had codes for since. */
export async function countOthersOfPhone(work: Work, phoneIndex: Buffer, personId: string, since: Date): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select count(distinct person_id)::int as n from counters.consent where phone_index = ${phoneIndex} and asked_at >= ${since} and person_id <> ${personId}`)).n
}

/** Takes back what was asked or given: the content has changed, or it is asked in another way. */
export async function endConsents(work: Work, visitId: string): Promise<void> {
  await work.db.run(sql`update counters.consent set state = 'ended', letter = null where visit_id = ${visitId} and state in ('asked', 'given')`)
}

/** @param hashOf makes the keyed hash of the code for the new row's id */
export async function insertCode(work: Work, about: About, asked: { hashOf: (id: string) => Buffer; phoneIndex: Buffer; letter: Letter; expiresAt: Date }): Promise<string> {
  const id = newId()
  const letter = await work.seal(about.personId, letterContext(id), JSON.stringify(asked.letter))
  await work.db.run(insertSql(id, about, sql`'code', 'asked', ${work.now}, null, ${asked.hashOf(id)}, ${letter}, ${asked.expiresAt}, null, ${asked.phoneIndex}`))
  return id
}

/** Keeps a consent that is given at once. @returns its id */
export async function insertGiven(work: Work, about: About, method: 'signature' | 'paper', proof: Proof): Promise<string> {
  const id = newId()
  const sealed = await work.seal(about.personId, proofContext(id), JSON.stringify(proof))
  await work.db.run(insertSql(id, about, sql`${method}, 'given', ${work.now}, ${work.now}, null, null, null, ${sealed}, null`))
  return id
}

function insertSql(id: string, about: About, rest: Sql): Sql {
  return sql`insert into counters.consent (id, visit_id, person_id, helper_id, office_code, draft_id, content_hash, method, state, asked_at, given_at, code_hash, letter, expires_at, proof, phone_index)
    values (${id}, ${about.visitId}, ${about.personId}, ${about.helperId}, ${about.officeCode}, ${about.draftId}, ${about.contentHash}, ${rest})`
}

/** The message that still has to leave, unless its time is over. */
export async function findLetter(work: Work, consentId: string): Promise<Letter | undefined> {
  const row = await work.db.maybe<{ person_id: string; letter: Buffer }>(sql`select person_id, letter from counters.consent
    where id = ${consentId} and letter is not null and state = 'asked' and expires_at > ${work.now}`)
  if (!row) return undefined
  const letter: Letter = JSON.parse(await work.open(row.person_id, letterContext(consentId), row.letter))
  return letter
}

/** The message has left: the code is no longer kept anywhere but in the hand of the person. */
export async function saveSent(work: Work, consentId: string, receipt: string): Promise<void> {
  await work.db.run(sql`update counters.consent set letter = null, receipt = ${receipt}, sent_at = ${work.now} where id = ${consentId} and letter is not null`)
}

/** The carrier refuses the number, or the time is over: it is asked in another way. */
export async function saveUnsendable(work: Work, consentId: string): Promise<void> {
  await work.db.run(sql`update counters.consent set letter = null, state = 'ended' where id = ${consentId} and state = 'asked' and receipt is null`)
}

export async function saveTry(work: Work, consentId: string): Promise<void> {
  await work.db.run(sql`update counters.consent set tries = tries + 1 where id = ${consentId}`)
}

export async function saveGiven(work: Work, consentId: string): Promise<void> {
  await work.db.run(sql`update counters.consent set state = 'given', given_at = ${work.now}, letter = null where id = ${consentId} and state = 'asked'`)
}

/** What proves a consent, unsealed; undefined for a code, whose proof is that it was known. */
export async function findProof(work: Work, consentId: string): Promise<Proof | undefined> {
  const row = await work.db.maybe<{ person_id: string; proof: Buffer | null }>(sql`select person_id, proof from counters.consent where id = ${consentId}`)
  return row?.proof ? proofShape.parse(JSON.parse(await work.open(row.person_id, proofContext(consentId), row.proof))) : undefined
}
