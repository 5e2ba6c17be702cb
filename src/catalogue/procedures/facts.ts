/** What an application is judged by: plain facts, gathered by the dossiers from the registers before a rule is asked. */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { HeldClass } from '../licences/new-licence.ts'

export interface LicenceFacts {
  /** null while the register has not answered. */
  readonly inRegister: boolean | null
  readonly issuedBy: 'civil' | 'foreign' | 'military' | 'police'
  readonly material: 'card' | 'paper' | 'electronic'
  readonly held: readonly HeldClass[]
  /** Name, birth date and identity number agree with the eID account. */
  readonly identityAgrees: boolean
  /** part: an integrated licence of which one part is suspended. */
  readonly suspended: 'no' | 'part' | 'whole'
  /** Physically held by the police over a case. */
  readonly heldBack: boolean
  readonly revoked: boolean
}

export interface ApplicationFacts {
  /** The day of filing (today while nothing is filed): expiry and fees count at it. */
  readonly filedOn: LocalDate
  /** Before a reason is chosen it is null, and rules that depend on it hold back. */
  readonly reason: string | null
  /** The licence asked about, or two to be integrated. */
  readonly licences: readonly LicenceFacts[]
  /** null while no source has answered. */
  readonly unresolvedViolation: boolean | null
}
