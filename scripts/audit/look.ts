/** One look at a log: its file outside is read first, then the database that must fit it. */
import { openLog, readOutside, type Verdict, verifyLog } from '../../src/observers/audit/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import { createPlatform } from '../../src/platform/runtime.ts'
import { systemActor } from '../../src/platform/values/actor.ts'

/** Where a log is: its database, its key and its file outside. */
export type Place = Readonly<Record<'DATABASE_URL' | 'DATA_DIR', string>> & Readonly<Record<string, string | undefined>>

/** The platform of a place, with the application's few rights. */
export function openPlace(place: Place) {
  return createPlatform(readConfig({ LOG_LEVEL: 'fatal', DATABASE_POOL: '2', ...place }), 'verify-audit', {})
}

/** @param held checkpoints of receipts that must belong to the same history */
export async function lookAt(place: Place, held: readonly string[] = []): Promise<Verdict> {
  const platform = openPlace(place)
  try {
    const { key, folder } = openLog(platform)
    const outside = readOutside(folder)
    return await platform.work(systemActor('verify-audit'), (work) => verifyLog(work, { verifier: key.verifier, outside, held }))
  } finally {
    await platform.close()
  }
}
