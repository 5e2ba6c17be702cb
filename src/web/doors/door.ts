/** What the table of addresses says of each one: who may come, what the address names, and for what. */
import type { StaffRole } from '../../catalogue/index.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'

/** Who enters: everybody; whoever is signed in, staff included, for they are people too; a program with a key of its own; or staff in these roles. */
export type Who = 'anyone' | 'signed-in' | 'machine' | readonly StaffRole[]

/**
 * What the first part of an address that starts with a colon names. To everybody but those whom it concerns it is not there:
 * a citizen sees their own, an office what lies in its province, a place (counter, clinic) what is its own.
 */
export type Thing =
  | 'dossier' | 'draft' | 'payment' | 'licence' | 'hand-over-list' | 'bulk' | 'saved-list' | 'cash-book' | 'visit' | 'examination' | 'certificate'
  | 'clinic' | 'absence' | 'grant' | 'calendar' | 'system' | 'alarm' | 'paper-code' | 'file-check' | 'register-extract' | 'point' | 'page'

export interface Door {
  readonly who: Who
  /** Said wherever the address names something. */
  readonly of?: Thing
  /** What somebody comes for, after "in order to". */
  readonly purpose: string
  /**
   * What a person is told that staff read of them (AUD4): noted before the page begins, where no reading of the same dossier is fresh. 'by the page': the page notes it itself, since only
   * it knows for what or of whom. Said of every page of people at work that shows a dossier.
   */
  readonly reads?: 'dossier' | 'portrait' | 'paper' | 'scan' | 'fee' | 'by the page'
  /** A file comes with its form, which the page reads and checks itself. Elsewhere a body of parts is refused: nobody would look for its token. */
  readonly takesFile?: true
  /** Answered in the simulated world only. */
  readonly only?: 'simulation'
}

/** One line an address: 'METHOD /address' as Fastify knows it. */
export type Doors = Readonly<Record<`${Method} /${string}`, Door>>
