/** Parcels: their states and what the post's events make of them. Pure. */

const PARCEL_STATES = ['ordered', 'registered', 'collected', 'in-transit', 'failed', 'held', 'delivered', 'returned', 'lost', 'cancelled'] as const

/**
 * 'ordered': the post has not confirmed the order yet. 'failed': nobody took it; it goes back unless its
 * person chooses. 'held': it waits at the post office. 'lost': the post cannot find it. */
export type ParcelState = (typeof PARCEL_STATES)[number]

/** What the post can say. */
export type TrackedState = Exclude<ParcelState, 'ordered'>

export interface Recipient {
  readonly name: string
  readonly phone: string
  readonly email?: string | undefined
  readonly address: string
  readonly commune: string
  readonly provinceName: string
}

/** The authority that sends the card. */
export interface Sender {
  readonly name: string
  readonly agencyCode: string
  readonly address: string
  readonly provinceName: string
}

/** Why an attempt failed. */
export type FailReason = 'absent' | 'address' | 'refused'

/** Who took it: the proof of delivery names a relation, never a person. */
export type Relation = 'self' | 'family' | 'neighbour' | 'office'

export interface TrackingEvent {
  readonly state: TrackedState
  readonly happenedAt: Date
  readonly reason?: FailReason | undefined
  readonly relation?: Relation | undefined
}

/** What a person can ask for after a failed attempt: once more, to another address, or to wait at the post office. */
export type AfterFailure = { readonly kind: 'again' } | { readonly kind: 'hold' } | { readonly kind: 'address'; readonly recipient: Recipient }

/** After so many failed attempts the post sends a parcel back. */
export const MOST_ATTEMPTS = 3

/** How often delivery was tried in vain. */
export function failuresOf(events: readonly TrackingEvent[]): number {
  return events.filter((event) => event.state === 'failed').length
}

/** The post's number for a parcel: the dossier's own, and one for each time it is sent anew. */
export function orderNumberOf(officialNumber: string, round: number): string {
  return round === 1 ? officialNumber : `${officialNumber}/${round}`
}

const FINAL: readonly ParcelState[] = ['delivered', 'returned', 'lost', 'cancelled']

/** Nothing more will happen to it. */
export function isFinal(state: ParcelState): boolean {
  return FINAL.includes(state)
}

/** The state after all events: that of the latest; of several at one instant the one furthest on the way. */
export function stateAfter(events: readonly TrackingEvent[]): TrackedState | undefined {
  const ordered = [...events].sort((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime() || PARCEL_STATES.indexOf(a.state) - PARCEL_STATES.indexOf(b.state))
  return ordered.at(-1)?.state
}

/** Weights of the check digit of the UPU standard S10. */
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]

/** The check digit of eight digits: 11 less the weighted sum modulo 11, 10 counting as 0 and 11 as 5. */
function checkDigitOf(serial: string): number {
  const sum = [...serial].reduce((total, digit, place) => total + Number(digit) * (WEIGHTS[place] ?? 0), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 0 : rest === 11 ? 5 : rest
}

/** Whether a text is an S10 item number with the right check digit: two letters, nine digits, a country. */
export function isItemNumber(text: string): boolean {
  const match = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(text)
  return match !== null && Number(match[2]) === checkDigitOf(match[1] ?? '')
}

/** The 13 characters of the count-th item of the authority: a service and a country that do not exist. */
export function itemNumberOf(count: number): string {
  const serial = String(count).padStart(8, '0')
  return `ZZ${serial}${checkDigitOf(serial)}XX`
}

/** What somebody typed or a scanner sent, as an item number is written: capitals without spaces. */
export function asItemNumber(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

/** Series that no real card has, and a running number. */
export function cardSerialOf(count: number): string {
  return `ZX${String(count).padStart(6, '0')}`
}
