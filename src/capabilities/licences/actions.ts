import { composeLicenceNumber, type NewLicence, carriedPoints } from '../../catalogue/index.ts'
import { createHash } from 'node:crypto'
import type { LocalDate } from '../../platform/values/dates.ts'
import { newId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { closeLicences, insertLicence, insertOldRow, type LicenceFamily, lockLicences, type NewRow } from './store.ts'

declare module '../../platform/background/facts.ts' {
  interface Facts {
    'licence.entered': { licenceId: string; dossierId: string }
  }
}

/** Which of a person's two possible licences a set of classes makes: with a term, without, or both on one card. */
export function familyOf(held: readonly { readonly expiresOn: LocalDate | null }[]): LicenceFamily {
  const ending = held.some((h) => h.expiresOn !== null)
  const lasting = held.some((h) => h.expiresOn === null)
  return ending && lasting ? 'integrated' : ending ? 'definite' : 'indefinite'
}

export interface Replacement {
  readonly dossierId: string
  readonly oldIds: readonly string[]
  readonly licence: NewLicence
  readonly holder: { readonly identityNumber: string; readonly fullName: string; readonly birthDate: LocalDate; readonly residence: string; readonly nationality: string }
  readonly issuedBy: string
}

/**
 * Enters a licence in place of others: the old rows end and the new one begins at the same instant; points and number are carried over.
 * Legal: Luật 36/2024/QH15, Điều 58.4 and 89.3.
 * @throws Refusal 'licence-no-longer-valid' when an old row was replaced or revoked meanwhile
 */
export async function enterReplacement(work: Work, entry: Replacement): Promise<string> {
  const old = await lockLicences(work, entry.oldIds)
  if (old.length !== entry.oldIds.length || old.some((o) => o.state !== 'valid')) throw new Refusal('licence-no-longer-valid')
  const family = familyOf(entry.licence.classes)
  const points = carriedPoints(
    old.map((o) => ({ indefinite: o.pointsIndefinite, definite: o.pointsDefinite })),
    { indefinite: family !== 'definite', definite: family !== 'indefinite' }, entry.licence.issuedOn)
  const passedOn = old.map((o) => o.passedOn).sort().at(-1) ?? entry.licence.issuedOn
  const row: NewRow = {
    number: entry.licence.number.kind === 'keep' ? entry.licence.number.number : plannedNumber(entry.dossierId, entry.holder.identityNumber, old),
    cardSerial: null, material: 'electronic', family, identityNumber: entry.holder.identityNumber,
    holderName: entry.holder.fullName, holderBirthDate: entry.holder.birthDate, holderResidence: entry.holder.residence, nationality: entry.holder.nationality,
    held: entry.licence.classes.map((c) => ({ class: c.class, issuedOn: entry.licence.issuedOn, expiresOn: c.expiresOn, restrictions: c.restrictions })),
    passedOn, issuedOn: entry.licence.issuedOn, expiresOn: entry.licence.expiresOn, issuedBy: entry.issuedBy,
    pointsIndefinite: points.indefinite, pointsDefinite: points.definite, dossierId: entry.dossierId,
  }
  // One valid row a family at any instant: the old rows are closed first, naming a successor that the same transaction inserts.
  const id = newId()
  await closeLicences(work, entry.oldIds, id)
  await insertLicence(work, id, row)
  work.announce('licence.entered', { licenceId: id, dossierId: entry.dossierId })
  return id
}

/**
 * The number a licence will bear when none is kept: province and sex of the holder, year passed, seven digits drawn from
 * the dossier's id, so that the decision's paper and the register say the same.
 */
export function plannedNumber(dossierId: string, identityNumber: string, old: readonly { readonly passedOn: LocalDate }[]): string {
  const passedOn = old.map((o) => o.passedOn).sort().at(-1) ?? '2000-01-01'
  const digest = createHash('sha256').update(dossierId).digest()
  return composeLicenceNumber(identityNumber, Number(passedOn.slice(0, 4)), String(digest.readUInt32BE(0) % 10_000_000).padStart(7, '0'))
}

/** Takes rows over from an older register (at first start, and in tests). */
export async function takeOver(work: Work, rows: readonly NewRow[]): Promise<void> {
  for (const row of rows) await insertOldRow(work, row)
}
