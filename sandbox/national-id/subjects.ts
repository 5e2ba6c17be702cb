/** The opaque subject of each person: a keyed hash, so that no identity number travels as `sub`. */
import { createHmac, randomBytes } from 'node:crypto'
import type { Box } from '../kit/index.ts'

export interface Subjects {
  /** The lasting subject of an identity number. */
  of(identityNumber: string): Promise<string>
  /** Whose subject it is, if anybody's who signed in here before. */
  identityNumberOf(subject: string): Promise<string | undefined>
}

export async function openSubjects(box: Box): Promise<Subjects> {
  const keys = box.docs<{ secret: string }>('keys')
  const { secret } = await keys.update('subjects', (kept) => kept ?? { secret: randomBytes(32).toString('base64') })
  const known = box.docs<{ identityNumber: string }>('subjects')
  const remembered = new Map<string, string>()
  return {
    async of(identityNumber) {
      const subject = createHmac('sha256', Buffer.from(secret, 'base64')).update(identityNumber).digest('base64url')
      if (!remembered.has(subject)) {
        await known.put(subject, { identityNumber })
        remembered.set(subject, identityNumber)
      }
      return subject
    },
    async identityNumberOf(subject) {
      const found = remembered.get(subject) ?? (await known.get(subject))?.identityNumber
      if (found) remembered.set(subject, found)
      return found
    },
  }
}
