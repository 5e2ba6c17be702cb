/** The holder's data as they are frozen at filing: from the eID, the population register and the register of licences. */
import { provincesOn } from '../../catalogue/index.ts'
import type { Person, PopulationRecord } from '../../capabilities/identity/index.ts'
import type { Licence } from '../../capabilities/licences/index.ts'
import { parseIdentityNumber } from '../../platform/values/identity-number.ts'
import { nameKey } from '../../platform/values/words.ts'
import { paperText } from '../papers/text.ts'
import type { Answers, DraftAnswers } from './answers.ts'

export interface Difference {
  readonly what: 'name' | 'birth-date' | 'residence'
  readonly onLicence: string
  readonly inPopulation: string
}

/** A residence in one line. */
export function addressOf(record: PopulationRecord): string {
  const { street, commune, provinceName } = record.residence
  return [street, commune, provinceName].filter((part) => part.trim() !== '').join(', ')
}

/** A card shows commune and province only: the shorter text is the end of the longer one. */
function sameResidence(onCard: string, inPopulation: string): boolean {
  const short = nameKey(onCard)
  return short !== '' && ` ${nameKey(inPopulation)}`.endsWith(` ${short}`)
}

/** What the licence says differently from the population register. Marks, case and spaces make no difference. */
export function differencesOf(licence: Licence, record: PopulationRecord | undefined, person: Person): Difference[] {
  const name = record?.fullName ?? person.fullName
  const birthDate = record?.birthDate ?? person.birthDate
  const found: Difference[] = []
  if (nameKey(licence.holderName) !== nameKey(name)) found.push({ what: 'name', onLicence: licence.holderName, inPopulation: name })
  if (licence.holderBirthDate !== birthDate) found.push({ what: 'birth-date', onLicence: licence.holderBirthDate, inPopulation: birthDate })
  if (record && !sameResidence(licence.holderResidence, addressOf(record))) found.push({ what: 'residence', onLicence: licence.holderResidence, inPopulation: addressOf(record) })
  return found
}

/** Where the person lives, as a province of today; undefined when no register says so. */
export function homeProvince(record: PopulationRecord | undefined, licence: Licence | undefined, on: string): string | undefined {
  const provinces = provincesOn(on)
  const known = record && provinces.find((p) => p.code2 === record.residence.provinceCode || nameKey(p.name.vi) === nameKey(record.residence.provinceName))
  if (known) return known.id
  const text = ` ${nameKey(licence?.holderResidence ?? '')} `
  return provinces.find((p) => text.includes(` ${nameKey(p.name.vi)} `))?.id
}

/** ISO and wire words of the register for our own nationality. */
function nationalityOf(record: PopulationRecord | undefined, licence: Licence): string {
  const text = record?.nationality ?? licence.nationality
  return /^(VNM|VN|VIE)$/i.test(text) ? paperText.vietnam : text
}

/** The holder to be frozen. @param typed the address that the person gave while the population register was silent */
export function holderOf(of: { person: Person; record: PopulationRecord | undefined; licence: Licence; answers: DraftAnswers; today: string }, typed?: string): Answers['holder'] {
  const { person, record, licence, answers, today } = of
  const address = record ? addressOf(record) : (typed ?? answers.holder?.address ?? licence.holderResidence)
  return {
    fullName: person.fullName, birthDate: person.birthDate, sex: record?.sex ?? parseIdentityNumber(person.identityNumber)?.sex ?? 'male',
    nationality: nationalityOf(record, licence), address, provinceCode: homeProvince(record, licence, today) ?? '',
  }
}

/**
 * Whether a register knows the number under the name and birth date that the card says. The population register decides; while it
 * is silent, a licence of the number with the same birth date and name is enough. Marks, case and spaces make no difference.
 * @returns undefined while neither can tell
 */
export function agreesWithRegisters(person: Pick<Person, 'fullName' | 'birthDate'>, record: PopulationRecord | undefined, licences: readonly Licence[]): boolean | undefined {
  if (record) return record.birthDate === person.birthDate && nameKey(record.fullName) === nameKey(person.fullName)
  const own = licences.some((one) => one.holderBirthDate === person.birthDate && nameKey(one.holderName) === nameKey(person.fullName))
  return own ? true : undefined
}
