/** What citizens were told, against what the database and the payment platform say. Pure: each wrong is proven able to be found. */

/** The little of a citizen's memory that the books are compared with. */
export interface Told {
  readonly codes: ReadonlySet<string>
  readonly results: ReadonlySet<string>
  readonly toldPaid: boolean
  readonly completed: boolean
}

/** A dossier as the database has it. */
export interface DossierRow {
  readonly code: string
  readonly status: string
  readonly amountVnd: number
  readonly filedAt: Date
  readonly acceptedAt: Date | null
  readonly signedAt: Date | null
  readonly closedAt: Date | null
  /** How often a decision entered into force: events, rows of the register, finished decisions. */
  readonly signings: number
  readonly registerRows: number
  readonly signedDecisions: number
  readonly feeMet: boolean
}

/** Money the payment platform took or gave back, by the submission code it was for. */
export interface Booking {
  readonly code: string
  readonly chargedVnd: number
  readonly charges: number
  readonly refundedVnd: number
  readonly refunds: number
}

export interface Comparison {
  /** Citizens who were told something that the database does not know: a code, a payment, a result. */
  readonly lost: number
  /** Dossiers for which the platform keeps more than one fee. */
  readonly chargedTwice: number
  /** Dossiers (or none at all) for which the platform keeps money and nobody works or has worked for it. */
  readonly chargedWithoutService: number
  readonly refunded: number
  readonly decidedTwice: number
  readonly filed: number
  readonly decided: number
}

const DECIDED = new Set(['signed', 'returned', 'refused'])

function kept(booking: Booking): number {
  return booking.chargedVnd - booking.refundedVnd
}

/** Whether this citizen's word and the database disagree. */
function isLost(told: Told, rows: ReadonlyMap<string, DossierRow>): boolean {
  const mine = [...told.codes].map((code) => rows.get(code))
  if (mine.some((row) => row === undefined)) return true
  if (told.toldPaid && !mine.some((row) => row?.feeMet)) return true
  return told.completed && !mine.some((row) => row?.status === 'returned' && row.registerRows > 0)
}

/** Whether money lies with the platform that no dossier stands for. */
function isWithoutService(booking: Booking, row: DossierRow | undefined): boolean {
  if (kept(booking) <= 0) return false
  if (!row?.feeMet) return true
  return (row.status === 'withdrawn' || row.status === 'refused' || row.status === 'stopped') && row.acceptedAt === null
}

export function compare(told: readonly Told[], dossiers: readonly DossierRow[], bookings: readonly Booking[]): Comparison {
  const rows = new Map(dossiers.map((row) => [row.code, row]))
  return {
    lost: told.filter((one) => isLost(one, rows)).length,
    chargedTwice: bookings.filter((booking) => kept(booking) > (rows.get(booking.code)?.amountVnd ?? booking.chargedVnd / booking.charges)).length,
    chargedWithoutService: bookings.filter((booking) => isWithoutService(booking, rows.get(booking.code))).length,
    refunded: bookings.reduce((sum, booking) => sum + booking.refunds, 0),
    decidedTwice: dossiers.filter((row) => row.signings > 1 || row.registerRows > 1 || row.signedDecisions > 1).length,
    filed: dossiers.length,
    decided: dossiers.filter((row) => DECIDED.has(row.status)).length,
  }
}
