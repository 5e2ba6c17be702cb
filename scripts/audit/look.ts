/** One look at a log: its file outside is read first, then the database that must fit it. */
import { join, resolve } from 'node:path'
import pg from 'pg'
import { keyLine, openLog, outsidePath, readKeyLine, readOutside, readStampLines, stampRoots, type Verdict, verifyLog } from '../../src/observers/audit/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import { createDb } from '../../src/platform/db/db.ts'
import { createPlatform } from '../../src/platform/runtime.ts'
import { Stop } from '../first/say.mjs'

/** Where a log is: its database, and the folder that has its key and its file outside unless the settings say otherwise. */
export type Place = Readonly<Record<'DATABASE_URL' | 'DATA_DIR', string>> & Readonly<Record<string, string | undefined>>

const settings = (place: Place) => readConfig({ LOG_LEVEL: 'fatal', DATABASE_POOL: '2', ...place })

/** The service at a place, with the application's few rights. */
export function openPlace(place: Place) {
  return createPlatform(settings(place), 'verify-audit', {})
}

/** What a look found, and whose key and which file were believed. */
export type Look = Verdict & { readonly key: string; readonly file: string }

/**
 * Reads only, with nothing of the service but a connection that may read.
 * @param held checkpoints of receipts that must belong to the same history
 * @param key the public key as it is published; the key file of the place unless given
 */
export async function lookAt(place: Place, held: readonly string[] = [], key?: string): Promise<Look> {
  const verifier = key === undefined ? openLog({ config: settings(place) }).key.verifier : readKeyLine(key)
  if (!verifier) throw new Stop('Khóa không đúng dạng; hãy chép cả dòng từ trang /nhat-ky.', 'The key has another form: copy the whole line from the page /nhat-ky.')
  const folder = resolve(place.AUDIT_DIR || join(place.DATA_DIR, 'audit'))
  // Stamps first: one that is written meanwhile is of a checkpoint that stands there already.
  const stamps = { lines: readStampLines(folder), roots: stampRoots(settings(place).keysDir, folder) }
  const outside = readOutside(folder)
  const client = new pg.Client({ connectionString: place.DATABASE_URL })
  await client.connect()
  try {
    return { ...(await verifyLog({ db: createDb(client) }, { verifier, outside, held, stamps })), key: keyLine(verifier), file: outsidePath(folder) }
  } finally {
    await client.end()
  }
}
