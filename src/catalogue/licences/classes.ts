/**
 * Licence classes — hạng giấy phép lái xe. The same letters mean different vehicles under the two laws
 * ("B1" was a car, now a three-wheeler), so a class is always named together with its law.
 */
import { addYears, ageOn, type LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import type { Basis } from '../provision.ts'
import type { LicenceClassId, NewClassCode, OldClassCode } from './class-ids.ts'
import { classDescriptions } from './text.ts'

export type Sex = 'male' | 'female'
type BySex = Readonly<Record<Sex, number>>

/** How long a licence of the class runs from its day of issue. */
type Term =
  | { readonly kind: 'indefinite' }
  | { readonly kind: 'years'; readonly years: number }
  /** To a birthday; a fixed number of years when the holder was older than `unlessOver` on the day of issue. */
  | { readonly kind: 'until-age'; readonly age: BySex; readonly unlessOver: BySex; readonly thenYears: number }
  /** A number of years, but never past a birthday. */
  | { readonly kind: 'years-to-age'; readonly years: number; readonly age: BySex }

/** Health standard group of TT 36/2024/TT-BYT: 1 motorcycles, 2 cars, 3 lorries, buses and trailers. */
export type HealthGroup = 1 | 2 | 3

export interface LicenceClass {
  readonly id: LicenceClassId
  readonly scheme: 'law-2008' | 'law-2024'
  /** As printed on the card: 'B1'. */
  readonly printed: string
  readonly description: Words
  readonly term: Basis<Term>
  readonly minAge: Basis<number>
  readonly maxAge: Basis<BySex> | null
  readonly healthGroup: HealthGroup
}

const TERM_2008 = 'TT 12/2017/TT-BGTVT, Điều 17'
const AGE_2008 = 'Luật Giao thông đường bộ 23/2008/QH12, Điều 60 khoản 1'
const TERM_2024 = 'Luật 36/2024/QH15, Điều 57 khoản 5'
const AGE_2024 = 'Luật 36/2024/QH15, Điều 59 khoản 1'

const FOREVER: Term = { kind: 'indefinite' }
const years = (n: number): Term => ({ kind: 'years', years: n })
const CAR_2008: Term = { kind: 'until-age', age: { male: 60, female: 55 }, unlessOver: { male: 50, female: 45 }, thenYears: 10 }
const BUS_2008: Term = { kind: 'years-to-age', years: 5, age: { male: 55, female: 50 } }

function old(code: OldClassCode, term: Term, minAge: number, healthGroup: HealthGroup): LicenceClass {
  const inferredAge = code === 'FE'
  const capped = code === 'E' || code === 'FE'
  return {
    id: `law-2008:${code}`,
    scheme: 'law-2008',
    printed: code === 'B1-automatic' ? 'B1' : code,
    description: classDescriptions[`law-2008:${code}`],
    term: { value: term, source: TERM_2008, confidence: 0.9 },
    minAge: inferredAge ? { value: minAge, source: AGE_2008, confidence: 0.8, assumed: true } : { value: minAge, source: AGE_2008, confidence: 0.95 },
    maxAge: capped ? { value: { male: 55, female: 50 }, source: AGE_2008, confidence: 0.9 } : null,
    healthGroup,
  }
}

function current(code: NewClassCode, term: Term, minAge: number, healthGroup: HealthGroup): LicenceClass {
  return {
    id: `law-2024:${code}`,
    scheme: 'law-2024',
    printed: code,
    description: classDescriptions[`law-2024:${code}`],
    term: { value: term, source: TERM_2024, confidence: 0.97 },
    minAge: { value: minAge, source: AGE_2024, confidence: 0.97 },
    // The limit is on driving vehicles of more than 29 seats or sleeper buses; the licence itself still runs its five years.
    maxAge: code === 'D' || code === 'DE' ? { value: { male: 57, female: 55 }, source: AGE_2024, confidence: 0.95 } : null,
    healthGroup,
  }
}

/** All 29 classes, motorcycles first, the old law first. */
export const licenceClasses: readonly LicenceClass[] = [
  old('A1', FOREVER, 18, 1),
  old('A2', FOREVER, 18, 1),
  old('A3', FOREVER, 18, 1),
  old('A4', years(10), 18, 1),
  old('B1-automatic', CAR_2008, 18, 2),
  old('B1', CAR_2008, 18, 2),
  old('B2', years(10), 18, 2),
  old('C', years(5), 21, 3),
  old('D', years(5), 24, 3),
  old('E', BUS_2008, 27, 3),
  old('FB2', years(5), 21, 3),
  old('FC', years(5), 24, 3),
  old('FD', years(5), 27, 3),
  old('FE', years(5), 27, 3),
  current('A1', FOREVER, 18, 1),
  current('A', FOREVER, 18, 2),
  current('B1', FOREVER, 18, 1),
  current('B', years(10), 18, 2),
  current('C1', years(10), 18, 3),
  current('C', years(5), 21, 3),
  current('D1', years(5), 24, 3),
  current('D2', years(5), 24, 3),
  current('D', years(5), 27, 3),
  current('BE', years(5), 21, 3),
  current('C1E', years(5), 24, 3),
  current('CE', years(5), 24, 3),
  current('D1E', years(5), 27, 3),
  current('D2E', years(5), 27, 3),
  current('DE', years(5), 27, 3),
]

const byId: ReadonlyMap<string, LicenceClass> = new Map(licenceClasses.map((c) => [c.id, c]))

/** The class with that id. @throws Error for an unknown id */
export function getLicenceClass(id: LicenceClassId): LicenceClass {
  const found = byId.get(id)
  if (found === undefined) throw new Error(`There is no licence class ${id}`)
  return found
}

/** Whether a text names a class of either law. */
export function isLicenceClassId(text: string): text is LicenceClassId {
  return byId.has(text)
}

/** What the card shows: 'B2', and for old automatic B1 its words, since the letters alone are not enough. */
export function classLabel(id: LicenceClassId): Words {
  const { printed } = getLicenceClass(id)
  return id === 'law-2008:B1-automatic' ? { vi: `${printed} số tự động`, en: `${printed} automatic` } : { vi: printed, en: printed }
}

/**
 * The last day a licence of the class is valid, counted from its day of issue; null when it never ends.
 * Legal: TT 12/2017/TT-BGTVT Điều 17 (old classes), Luật 36/2024/QH15 Điều 57.5 (new classes, from the day of issue).
 */
export function expiryOf(id: LicenceClassId, issuedOn: LocalDate, holder: { birthDate: LocalDate; sex: Sex }): LocalDate | null {
  const term = getLicenceClass(id).term.value
  switch (term.kind) {
    case 'indefinite':
      return null
    case 'years':
      return addYears(issuedOn, term.years)
    case 'until-age':
      return ageOn(holder.birthDate, issuedOn) > term.unlessOver[holder.sex]
        ? addYears(issuedOn, term.thenYears)
        : addYears(holder.birthDate, term.age[holder.sex])
    case 'years-to-age': {
      const byYears = addYears(issuedOn, term.years)
      const birthday = addYears(holder.birthDate, term.age[holder.sex])
      if (birthday < byYears) return birthday
      return byYears
    }
  }
}
