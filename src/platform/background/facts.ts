/**
 * Facts: what happened, announced in the transaction in which it happened, heard afterwards by jobs.
 * A module declares its own by augmenting this interface; payloads hold ids and small words only.
 */
// biome-ignore lint/suspicious/noEmptyInterface: modules augment it
export interface Facts {}

export type FactKind = keyof Facts & string

export type FactPayload = Readonly<Record<string, string | number | boolean | null>>

/** Which tasks hear which fact. The payload of the job is the fact's, with `factId` added. */
export type Subscriptions = Readonly<Partial<Record<string, readonly string[]>>>
