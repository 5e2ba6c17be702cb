/** The portrait that the population register holds, as it was answered: what may be offered, and why not. */

/** The name of the question, and for how many minutes its answer is not asked for again. */
export const registeredPortrait = { source: 'population-portrait', freshMinutes: 24 * 60 } as const

/**
 * asking: no answer yet. silent: the register does not answer now. none: it has no picture of the person.
 * there: it has one, with the look-up that proves where it came from.
 */
export type RegisteredPortrait =
  | { readonly state: 'not-asked' | 'asking' | 'silent' | 'none' }
  | { readonly state: 'there'; readonly lookupId: string; readonly bytes: Buffer }

/** The answer as it is kept, sealed: the picture as text, or none. */
export function encodeRegistered(picture: string | null): string {
  return JSON.stringify({ picture })
}

/** @returns the picture of a kept answer, or undefined when there is none in it */
export function decodeRegistered(answer: string): Buffer | undefined {
  const parsed: unknown = JSON.parse(answer)
  if (parsed === null || typeof parsed !== 'object' || !('picture' in parsed) || typeof parsed.picture !== 'string') return undefined
  const bytes = Buffer.from(parsed.picture, 'base64')
  return bytes.length > 0 ? bytes : undefined
}
