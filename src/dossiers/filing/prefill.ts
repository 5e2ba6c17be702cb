/** What the state knows already is answered beforehand: a helper asks only for the rest (A3, A4, P7). Pure. */
import { choicesToMake, classOptions, findProvince, fittingReasons, getLicenceClass, type LicenceClassId, mayApply, type Procedure, type Reason } from '../../catalogue/index.ts'
import type { Person, PopulationRecord } from '../../capabilities/identity/index.ts'
import type { Licence } from '../../capabilities/licences/index.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import type { DraftAnswers } from './answers.ts'
import { differencesOf, holderOf, homeProvince } from './holder.ts'
import { licenceFacts } from './licence-facts.ts'

/** What is known about a person and a filing. */
export interface Known {
  readonly today: LocalDate
  readonly person: Person
  readonly procedure: Procedure
  /** The licences that the filing is about, the main one first. */
  readonly licences: readonly Licence[]
  readonly record: PopulationRecord | undefined
  readonly certificate: 'usable' | 'not-needed' | 'missing'
  /** Where the helper works, for people whose residence no register tells. */
  readonly provinceId: string
}

/** The reasons that the law accepts for these licences of this person. */
export function reasonsFor({ today, person, procedure, licences }: Pick<Known, 'today' | 'person' | 'procedure' | 'licences'>): readonly Reason[] {
  const facts = { filedOn: today, licences: licences.map((one) => licenceFacts(one, person)), unresolvedViolation: null }
  return fittingReasons(procedure, { ...facts, reason: null }).filter((one) => !one.joins === (licences.length < 2) && mayApply(procedure, { ...facts, reason: one.id }).mayFile)
}

/** Of two new classes the one whose health standard is as before. */
function mildest(held: LicenceClassId, on: LocalDate): LicenceClassId | undefined {
  const group = (id: LicenceClassId) => getLicenceClass(id).healthGroup
  return classOptions(held, on).map((option) => option.to).sort((a, b) => group(a) - group(b))[0]
}

/** Answers to begin with; what the person answered before stays. */
export function prefill(known: Known, answers: DraftAnswers): DraftAnswers {
  const { today, person, licences, record } = known
  const [main] = licences
  if (!main) throw new Error('a filing concerns at least one licence')
  const home = homeProvince(record, main, today)
  const choices = choicesToMake(licences.map((one) => ({ number: one.number, held: one.held })), today).map(({ held }) => [held, mildest(held, today)])
  const reason = answers.reason ?? reasonsFor(known)[0]?.id
  return {
    ...(reason === undefined ? {} : { reason }),
    changedDetails: differencesOf(main, record, person).length > 0 ? 'follow-population-register' : 'none',
    authorityProvince: (home && findProvince(home, today)?.live ? home : undefined) ?? known.provinceId,
    email: '',
    certificate: known.certificate === 'usable' ? { how: 'by-identity' } : known.certificate === 'not-needed' ? { how: 'not-needed' } : { how: 'not-yet' },
    holder: holderOf({ person, record, licence: main, answers, today }),
    ...answers,
    classChoice: { ...Object.fromEntries(choices.filter(([, to]) => to !== undefined)), ...answers.classChoice },
  }
}
