import type { HeldClass } from '../../catalogue/index.ts'
import { sql } from '../../platform/db/sql.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import { newId } from '../../platform/values/ids.ts'
import type { Work } from '../../platform/work.ts'

export type LicenceFamily = 'indefinite' | 'definite' | 'integrated'

/** A row of the register — một giấy phép lái xe trong sổ. */
export interface Licence {
  readonly id: string
  readonly number: string
  readonly cardSerial: string | null
  readonly material: 'card' | 'paper' | 'electronic'
  readonly family: LicenceFamily
  readonly holderName: string
  readonly holderBirthDate: LocalDate
  /** As printed on the card; may be older than the population register. */
  readonly holderResidence: string
  readonly nationality: string
  readonly held: readonly HeldClass[]
  readonly passedOn: LocalDate
  readonly issuedOn: LocalDate
  readonly expiresOn: LocalDate | null
  readonly issuedBy: string
  readonly pointsIndefinite: number | null
  readonly pointsDefinite: number | null
  readonly state: 'valid' | 'replaced' | 'revoked'
  readonly dossierId: string | null
}

export type NewRow = Omit<Licence, 'id' | 'state'> & { readonly identityNumber: string }

const columns = sql`id, number, card_serial as "cardSerial", material, family, holder_name as "holderName", holder_birth_date as "holderBirthDate",
  holder_residence as "holderResidence", nationality, held, passed_on as "passedOn", issued_on as "issuedOn", expires_on as "expiresOn", issued_by as "issuedBy",
  points_indefinite as "pointsIndefinite", points_definite as "pointsDefinite", state, dossier_id as "dossierId"`

type Row = Omit<Licence, 'holderResidence'> & { holderResidence: Buffer }

const residenceContext = (id: string) => `licences.licence.holder_residence:${id}`

async function toLicence(work: Work, row: Row): Promise<Licence> {
  return { ...row, holderResidence: await work.open(row.id, residenceContext(row.id), row.holderResidence) }
}

async function toLicences(work: Work, rows: readonly Row[]): Promise<Licence[]> {
  return Promise.all(rows.map((row) => toLicence(work, row)))
}

/** Valid licences of a person, the one with an ending class first. */
export async function listValidLicences(work: Work, identityNumber: string): Promise<Licence[]> {
  return toLicences(work, await work.db.many<Row>(sql`select ${columns} from licences.licence
    where identity_index = ${work.blindIndex('identity-number', identityNumber)} and state = 'valid' order by family, issued_on desc`))
}

export async function getLicence(work: Work, id: string): Promise<Licence> {
  return toLicence(work, await work.db.one<Row>(sql`select ${columns} from licences.licence where id = ${id}`))
}

/** Several rows in the order of their ids as given. @throws when one of them is not there */
export async function getLicences(work: Work, ids: readonly string[]): Promise<Licence[]> {
  const found = new Map((await toLicences(work, await work.db.many<Row>(sql`select ${columns} from licences.licence where id = any(${[...ids]}::uuid[])`))).map((one) => [one.id, one]))
  return ids.map((id) => {
    const one = found.get(id)
    if (!one) throw new Error(`no licence ${id}`)
    return one
  })
}

/** The row that a dossier's decision made. */
export async function findLicenceOfDossier(work: Work, dossierId: string): Promise<Licence | undefined> {
  const row = await work.db.maybe<Row>(sql`select ${columns} from licences.licence where dossier_id = ${dossierId}`)
  return row && toLicence(work, row)
}

export async function lockLicences(work: Work, ids: readonly string[]): Promise<Licence[]> {
  return toLicences(work, await work.db.many<Row>(sql`select ${columns} from licences.licence where id = any(${[...ids]}::uuid[]) order by id for update`))
}

export async function insertLicence(work: Work, id: string, row: NewRow): Promise<void> {
  const residence = await work.seal(id, residenceContext(id), row.holderResidence)
  await work.db.run(sql`insert into licences.licence (id, number, card_serial, material, family, identity_index, holder_name, holder_birth_date, holder_residence, nationality, held,
      passed_on, issued_on, expires_on, issued_by, points_indefinite, points_definite, state, entered_at, dossier_id)
    values (${id}, ${row.number}, ${row.cardSerial}, ${row.material}, ${row.family}, ${work.blindIndex('identity-number', row.identityNumber)}, ${row.holderName}, ${row.holderBirthDate},
      ${residence}, ${row.nationality}, ${JSON.stringify(row.held)}::jsonb, ${row.passedOn}, ${row.issuedOn}, ${row.expiresOn}, ${row.issuedBy}, ${row.pointsIndefinite}, ${row.pointsDefinite},
      'valid', ${work.now}, ${row.dossierId})`)
}

/** Closes rows that a new licence replaces, naming the successor (its row follows before the commit). */
export async function closeLicences(work: Work, ids: readonly string[], replacedBy: string): Promise<number> {
  return work.db.run(sql`update licences.licence set state = 'replaced', closed_at = ${work.now}, replaced_by = ${replacedBy} where id = any(${[...ids]}::uuid[]) and state = 'valid'`)
}

/** Takes a row over from an old register; a row with that card serial or a valid one of that family stays as it is. */
export async function insertOldRow(work: Work, row: NewRow): Promise<void> {
  const known = await work.db.maybe(sql`select 1 from licences.licence where card_serial = ${row.cardSerial}`)
  if (known) return
  const id = newId()
  const residence = await work.seal(id, residenceContext(id), row.holderResidence)
  await work.db.run(sql`insert into licences.licence (id, number, card_serial, material, family, identity_index, holder_name, holder_birth_date, holder_residence, nationality, held,
      passed_on, issued_on, expires_on, issued_by, points_indefinite, points_definite, state, entered_at)
    values (${id}, ${row.number}, ${row.cardSerial}, ${row.material}, ${row.family}, ${work.blindIndex('identity-number', row.identityNumber)}, ${row.holderName}, ${row.holderBirthDate},
      ${residence}, ${row.nationality}, ${JSON.stringify(row.held)}::jsonb, ${row.passedOn}, ${row.issuedOn}, ${row.expiresOn}, ${row.issuedBy}, ${row.pointsIndefinite}, ${row.pointsDefinite},
      'valid', ${work.now}) on conflict do nothing`)
}

/** Marks the serial of a card as void: it no longer proves the licence, which stays as it is. Again changes nothing. */
export async function voidCard(work: Work, card: { readonly cardSerial: string; readonly licenceId: string; readonly reason: 'lost-in-post' }): Promise<void> {
  await work.db.run(sql`insert into licences.void_card (card_serial, licence_id, reason, voided_at) values (${card.cardSerial}, ${card.licenceId}, ${card.reason}, ${work.now}) on conflict do nothing`)
}

export const invariants = {
  'REG1 every row made here names the dossier of its decision, and every closed row its successor': sql`select id from licences.licence
    where (state = 'replaced' and replaced_by is null) or (replaced_by is not null and state = 'valid')`,
  'REG2 a replaced licence ends at the instant its successor begins': sql`select o.id from licences.licence o join licences.licence n on n.id = o.replaced_by
    where o.closed_at <> n.entered_at`,
  'REG3 points are carried over': sql`select n.id from licences.licence n where n.dossier_id is not null and exists (
    select from licences.licence o where o.replaced_by = n.id and
      ((o.points_definite is not null and n.points_definite is distinct from o.points_definite)
        or (o.points_indefinite is not null and n.points_indefinite is distinct from o.points_indefinite)))`,
  'REG5 a number belongs to one person': sql`select number from licences.licence group by number having count(distinct identity_index) > 1`,
} as const
