/**
 * Rows that name whom a list showed are erased after a time, so they are no leaves of the log; a sealed fact has the digest of each. Whoever changed a row, took one away
 * before its time or slipped one in is found here (AUD1, AUD4).
 */
import { createHash } from 'node:crypto'
import { retention } from '../../../catalogue/index.ts'
import { countWithoutFact, listListings } from '../store/list-readings.ts'
import type { Reading } from '../store/rows.ts'

const PAGE = 2_000
const DAY_MS = 86_400_000
/** Readings are erased at night, and a night may be missed. */
const SLACK_DAYS = 3

/** @param newest when the newest checkpoint outside was signed: whoever owns the database may have moved its clock @param fault hears what does not fit */
export async function verifyListReadings(work: Reading, newest: Date | undefined, fault: (text: string) => void): Promise<void> {
  const { days } = retention['list-reading'].value
  const keptSince = days === 'for-ever' || !newest ? undefined : new Date(newest.getTime() - (days + SLACK_DAYS) * DAY_MS)
  for (let after = -1; ;) {
    const page = await listListings(work, after, PAGE)
    for (const { id, at, digest, row } of page) {
      if (row === null) {
        if (!keptSince || at > keptSince) fault(`the list reading ${id} is gone`)
      } else if (createHash('sha256').update(row).digest('hex') !== digest) fault(`the list reading ${id} does not say what was sealed`)
    }
    const last = page.at(-1)
    if (!last) break
    after = last.sequence
  }
  const slippedIn = await countWithoutFact(work)
  if (slippedIn > 0) fault(`${slippedIn} list readings have no sealed fact`)
}
