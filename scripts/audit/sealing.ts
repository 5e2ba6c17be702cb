/** Sealing and stamping at a place, as the worker does. */
import { openLog, sealLog, stampLog } from '../../src/observers/audit/index.ts'
import { openPlace, type Place } from './look.ts'

/** Seals what a place has. @param stamped true: and has the newest checkpoint stamped @returns the newest checkpoint */
export async function sealPlace(place: Place, stamped = false): Promise<string> {
  const platform = openPlace(place)
  try {
    await sealLog(platform, openLog(platform))
    if (stamped) await stampLog(platform, openLog(platform))
    const [newest] = (await platform.pool.query<{ note: string }>('select note from audit.seal order by number desc limit 1')).rows
    return newest?.note ?? ''
  } finally {
    await platform.close()
  }
}
