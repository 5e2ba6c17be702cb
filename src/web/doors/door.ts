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
  | 'clinic' | 'absence' | 'grant' | 'calendar' | 'system' | 'alarm' | 'staff-alarm' | 'paper-code' | 'file-check' | 'register-extract' | 'point' | 'page'

/** One dossier, noted as this before it leaves, where no reading of the same dossier is fresh. */
export type OfOne = 'dossier' | 'portrait' | 'paper' | 'scan' | 'fee'

/**
 * What a person is told that staff read of them (AUD4). 'by the page': the page notes it itself, since only it knows for what or of whom. 'list': the page says whom it shows with
 * `showing`, and a page that does not is not sent. 'visit': the visit of the person at the table is the note. 'numbers': numbers of dossiers, cards or parcels that open nothing to
 * their reader. 'nobody': no data of an applicant; the sweep looks whether that is so.
 */
export type Reads = OfOne | 'by the page' | 'list' | 'visit' | 'numbers' | 'nobody'

export interface Door {
  readonly who: Who
  /** Said wherever the address names something. */
  readonly of?: Thing
  /** What somebody comes for, after "in order to". */
  readonly purpose: string
  readonly reads?: Reads
  /** A file comes with its form, which the page reads and checks itself. Elsewhere a body of parts is refused: nobody would look for its token. */
  readonly takesFile?: true
  /** Answered in the simulated world only. */
  readonly only?: 'simulation'
}

/** One line an address: 'METHOD /address' as Fastify knows it. */
export type Doors = Readonly<Record<`${Method} /${string}`, Door>>

/** Lines of people at work: each page says whom it shows. */
export type StaffDoors = Readonly<Record<`GET /${string}`, Door & { readonly reads: Reads }> & Record<`${Exclude<Method, 'GET'>} /${string}`, Door>>
