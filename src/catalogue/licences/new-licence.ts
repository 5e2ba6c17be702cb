/** What the licence that comes out of an exchange says — nội dung giấy phép lái xe mới. */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { LicenceClassId } from './class-ids.ts'
import { type EntitlementId, type ClassOption, classOptions } from './class-mapping.ts'
import { expiryOf, type Sex } from './classes.ts'
import { isTwelveDigitLicenceNumber } from './number.ts'
import type { RestrictionCode } from './restriction-codes.ts'

/** One class on an existing licence. */
export interface HeldClass {
  readonly class: LicenceClassId
  readonly issuedOn: LocalDate
  /** null: the class never ends. */
  readonly expiresOn: LocalDate | null
  readonly restrictions: readonly RestrictionCode[]
}

/** The licence that is given up; an integrated one holds several classes. */
export interface OldLicence {
  readonly number: string
  readonly held: readonly HeldClass[]
}

/** Which new class the citizen chose for an old one that may become either of two. */
export type ClassChoice = Readonly<Partial<Record<LicenceClassId, LicenceClassId>>>

export interface NewLicenceInput {
  /** One licence, or two that are integrated. */
  readonly licences: readonly OldLicence[]
  readonly choice: ClassChoice
  /** The day whose class rules apply: the day of filing. */
  readonly filedOn: LocalDate
  /** The day of the signed decision: the day of issue from which terms run. */
  readonly decisionOn: LocalDate
  readonly holder: { readonly birthDate: LocalDate; readonly sex: Sex }
}

interface NewClass {
  readonly class: LicenceClassId
  readonly from: readonly LicenceClassId[]
  readonly expiresOn: LocalDate | null
  readonly restrictions: readonly RestrictionCode[]
  readonly entitlement: EntitlementId | null
  readonly source: string
}

export interface NewLicence {
  /** The 12-digit number is kept; a paper number is replaced by a new one. Legal: TT 12/2025/TT-BCA, one number per person. */
  readonly number: { readonly kind: 'keep'; readonly number: string } | { readonly kind: 'assign' }
  readonly issuedOn: LocalDate
  readonly classes: readonly NewClass[]
  /** The day printed as "valid until": the earliest end among the classes that end; null when none does. */
  readonly expiresOn: LocalDate | null
}

/** The citizen has not yet chosen, or chose what the law does not offer. Ask before filing. */
export class ClassNotChosen extends Error {
  readonly held: LicenceClassId
  readonly offered: readonly LicenceClassId[]

  constructor(held: LicenceClassId, offered: readonly LicenceClassId[]) {
    super(`No valid choice of a new class for ${held}: the law offers ${offered.join(', ') || 'none'}`)
    this.name = 'ClassNotChosen'
    this.held = held
    this.offered = offered
  }
}

/** The option a held class takes: the only one, or the chosen one. @throws ClassNotChosen */
export function chosenOption(held: LicenceClassId, choice: ClassChoice, filedOn: LocalDate): ClassOption {
  const options = classOptions(held, filedOn)
  const only = options.length === 1 ? options[0] : undefined
  const option = only ?? options.find((o) => o.to === choice[held])
  if (option === undefined) throw new ClassNotChosen(held, options.map((o) => o.to))
  return option
}

/** Held classes for which the citizen has to choose, with what they may become. */
export function choicesToMake(licences: readonly OldLicence[], filedOn: LocalDate): readonly { held: LicenceClassId; options: readonly ClassOption[] }[] {
  const classes = [...new Set(licences.flatMap((l) => l.held.map((h) => h.class)))]
  return classes.map((held) => ({ held, options: classOptions(held, filedOn) })).filter((c) => c.options.length > 1)
}

/**
 * The terms of the new licence. Classes that come out the same are joined: a restriction stays only when every
 * old class that leads there carries it. @throws ClassNotChosen, NoProvision
 */
export function newLicence(input: NewLicenceInput): NewLicence {
  const joined = new Map<LicenceClassId, NewClass>()
  for (const held of input.licences.flatMap((l) => l.held)) {
    const option = chosenOption(held.class, input.choice, input.filedOn)
    const restrictions = [...new Set([...held.restrictions, ...option.restrictions])].sort()
    const before = joined.get(option.to)
    joined.set(option.to, {
      class: option.to,
      from: [...(before?.from ?? []), held.class],
      expiresOn: expiryOf(option.to, input.decisionOn, input.holder),
      restrictions: before === undefined ? restrictions : before.restrictions.filter((r) => restrictions.includes(r)),
      entitlement: option.entitlement ?? before?.entitlement ?? null,
      source: option.basis.source,
    })
  }
  const classes = [...joined.values()]
  const ends = classes.flatMap((c) => (c.expiresOn === null ? [] : [c.expiresOn])).sort()
  return { number: numberOf(input.licences), issuedOn: input.decisionOn, classes, expiresOn: ends[0] ?? null }
}

/** Of two licences the number of the one with an ending class (the car licence) stays: it is the newer, electronic one. */
function numberOf(licences: readonly OldLicence[]): NewLicence['number'] {
  const electronic = licences.filter((l) => isTwelveDigitLicenceNumber(l.number))
  const kept = electronic.find((l) => l.held.some((h) => h.expiresOn !== null)) ?? electronic[0]
  return kept === undefined ? { kind: 'assign' } : { kind: 'keep', number: kept.number }
}
