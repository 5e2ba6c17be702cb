/** The joint where a capability meets the case: one kind a file, all of one shape. */
import type { NeedKind, Procedure } from '../../catalogue/index.ts'
import type { Licence } from '../../capabilities/licences/index.ts'
import type { Work } from '../../platform/work.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Answers } from '../filing/answers.ts'
import type { Owner, RequirementState } from '../turn.ts'

/** What every requirement is judged by. */
export interface Case {
  /** Known from the moment of filing on. */
  readonly dossierId: string
  readonly personId: string
  readonly procedure: Procedure
  /** Expiry, fees and exemptions count at the day of filing. */
  readonly filedOn: LocalDate
  readonly licences: readonly Licence[]
  readonly answers: Answers
  readonly portraitId: string
}

/** How a requirement stands now. Met only with evidence and its source. */
export interface Assessment {
  readonly state: RequirementState
  readonly owner: Owner
  readonly evidence: Readonly<Record<string, unknown>> | null
  readonly source: string | null
  /** Why it failed: a refusal code of the catalogue or a short word. */
  readonly reason: string | null
}

export interface RequirementKind {
  readonly kind: NeedKind
  /** Judges from what the registers have said so far; asks nothing outside and may be repeated at will. */
  readonly assess: (work: Work, theCase: Case) => Promise<Assessment>
}

export function met(source: string, evidence: Readonly<Record<string, unknown>>): Assessment {
  return { state: 'met', owner: 'nobody', evidence, source, reason: null }
}

export function asked(owner: Owner, source: string | null = null): Assessment {
  return { state: 'asked', owner, evidence: null, source, reason: null }
}

export function failed(reason: string, evidence: Readonly<Record<string, unknown>> | null = null): Assessment {
  return { state: 'failed', owner: 'citizen', evidence, source: null, reason }
}

export function todo(): Assessment {
  return { state: 'todo', owner: 'citizen', evidence: null, source: null, reason: null }
}
