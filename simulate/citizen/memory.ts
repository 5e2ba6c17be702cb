/** What a citizen was told. The books are compared with this, not with what the service says of itself. */
import type { Door } from '../plan/doors.ts'
import { type Fate, fateOf } from '../plan/fates.ts'
import type { CastPerson } from '../world/outside.ts'
import { type Given, openGiven } from './given.ts'

/** Why somebody went away without the licence. */
export type QuitReason = 'failed-twice' | 'left-in-the-dark' | 'required-trip' | 'took-too-long' | 'money-gone'

export interface Memory {
  readonly person: CastPerson
  /** What befalls this person, dealt out before anything started. */
  readonly fate: Fate
  /** Through which door this person comes. */
  readonly door: Door
  /** What was given so far, and what was asked again. */
  readonly given: Given
  /** Bad pictures that were sent before a good one. */
  badPictures: number
  /** Shown instants. */
  startedAt: Date | undefined
  filedAt: Date | undefined
  completedAt: Date | undefined
  /** Submission codes that a page told this person after filing. */
  readonly codes: Set<string>
  /** The page of the dossier. */
  dossierAddress: string | undefined
  /** How often the checkout's button was pressed to pay. */
  payments: number
  /** How often this person asked, in this sitting, whether the money has arrived. */
  checks: number
  /** How often, in this sitting, the list of licences loaded itself again because registers were being asked. */
  waits: number
  /** The service told this person that the fee has arrived. */
  toldPaid: boolean
  /** Decisions and electronic licences this person could save, by the name of the link. */
  readonly results: Set<string>
  quit: { readonly reason: QuitReason; readonly step: string } | undefined
  /** Told, before paying anything, why it cannot be done now: the words of the page. */
  refused: string | undefined
  trips: number
  typedFields: number
  /** Seconds at the keyboard: reading and typing by a model, plus real waiting. */
  activeSeconds: number
  /** Seconds before pages that load themselves again. */
  idleSeconds: number
}

export function openMemory(person: CastPerson, fate: Fate = fateOf(person), door: Door = 'online'): Memory {
  return {
    person, fate, door, given: openGiven(), badPictures: 0, startedAt: undefined, filedAt: undefined, completedAt: undefined, codes: new Set(), dossierAddress: undefined, payments: 0, checks: 0, waits: 0, toldPaid: false,
    results: new Set(), quit: undefined, refused: undefined, trips: 0, typedFields: 0, activeSeconds: 0, idleSeconds: 0,
  }
}

export function isSettled(memory: Memory): boolean {
  return memory.completedAt !== undefined || memory.quit !== undefined || memory.refused !== undefined
}
