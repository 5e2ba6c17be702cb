/** Who is doing something. Every event carries it. */

/** Of an event: the way in which this very act was done. The way in which a dossier was filed is the dossier's own. */
export type Channel = 'in-person' | 'online' | 'post'

/** A member of staff acts for a person, who agreed to it: every event made so names both and the proof. */
export interface Helping {
  readonly personId: string
  readonly consentId: string
}

/**
 * `officeCode` of staff: the service point of a clerk or of the post, the clinic of a doctor; null in an authority's own office.
 * `attending`: the person who sits before them in a visit that is open, before any consent; only row-level security reads it.
 */
export type Actor =
  | { readonly kind: 'citizen'; readonly personId: string; readonly sessionId: string; readonly channel: Channel }
  | { readonly kind: 'staff'; readonly staffId: string; readonly personId: string; readonly role: string; readonly provinceCode: string; readonly officeCode: string | null; readonly sessionId: string; readonly channel: Channel; readonly helping?: Helping; readonly attending?: string }
  | { readonly kind: 'system'; readonly name: string; readonly channel: Channel }
  | { readonly kind: 'public'; readonly channel: Channel }

/** The actor of background work: its channel is that of its own acts, whatever the channel of the dossier. @param name the job or process, for the log of events */
export function systemActor(name: string): Actor {
  return { kind: 'system', name, channel: 'online' }
}

export const publicActor: Actor = { kind: 'public', channel: 'online' }

/** The id that stands for an actor in an event row: a person, a member of staff, or the system's own name. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'citizen':
      return actor.personId
    case 'staff':
      return actor.staffId
    case 'system':
      return actor.name
    case 'public':
      return 'public'
  }
}

/** Who helps whom by which consent; undefined for everybody who acts for themselves or in their own office. */
export function helpOf(actor: Actor): { readonly helperId: string; readonly personId: string; readonly consentId: string } | undefined {
  return actor.kind === 'staff' && actor.helping ? { helperId: actor.staffId, ...actor.helping } : undefined
}

/** The office that an actor works at: a service point, a clinic or post, else the authority of the province. Null for everybody who is not staff. */
export function officeOf(actor: Actor): string | null {
  return actor.kind === 'staff' ? (actor.officeCode ?? actor.provinceCode) : null
}
