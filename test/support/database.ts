/** A database of its own for a test file: a clone of the migrated template, and the platform upon it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { readConfig } from '../../src/platform/config.ts'
import type { Subscriptions } from '../../src/platform/background/facts.ts'
import type { Logger } from '../../src/platform/observability/log.ts'
import { createPlatform, type Platform } from '../../src/platform/runtime.ts'

export interface TestDatabase extends AsyncDisposable {
  /** The owner's address. */
  readonly url: string
  /** Runs a statement as the owner, past the application's few rights: for planting what must not be. */
  asOwner<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** From here on the test plants what the invariants forbid: they are not asked at the end. */
  breaksPromises(): void
}

async function ask(method: 'POST' | 'DELETE', name: string): Promise<string> {
  const answer = await fetch(`${inject('databaseHost')}/${name}`, { method })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`test database: ${text}`)
  return text
}

/**
 * A fresh database. When it is put away, every invariant of the service is asked of what the test left in it.
 * @param content `migrated`: a clone of the template; `empty`: nothing in it
 */
export async function openTestDatabase(content: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  let asked = content === 'migrated'
  const url = await ask('POST', content)
  let owner: pg.Client | undefined
  return {
    url,
    async asOwner(text, values = []) {
      if (!owner) {
        owner = new pg.Client({ connectionString: url })
        // The database is dropped below us when the file ends.
        owner.on('error', () => {})
        await owner.connect()
      }
      return (await owner.query(text, [...values])).rows
    },
    breaksPromises() {
      asked = false
    },
    async [Symbol.asyncDispose]() {
      await owner?.end()
      owner = undefined
      await ask('DELETE', `${new URL(url).pathname.slice(1)}${asked ? '?check' : ''}`)
    },
  }
}

export interface TestPlatformOptions {
  /** What the shared clock shows at the start; it stands still unless `runs`. */
  readonly at?: string
  readonly runs?: boolean
  readonly subscriptions?: Subscriptions
  /** More settings, as the environment would give them. */
  readonly env?: Readonly<Record<string, string>>
  /** Reads what is written into the log. */
  readonly log?: Logger
}

export type TestPlatform = Platform & TestDatabase & { setClock(at: string): Promise<void> }

/** The platform on a database, files and keys of its own; `await using` puts all of it away. */
export async function openTestPlatform(options: TestPlatformOptions = {}): Promise<TestPlatform> {
  const database = await openTestDatabase()
  const data = mkdtempSync(join(tmpdir(), 'toan-trinh-files-'))
  const platform = createPlatform(
    readConfig({ DATABASE_URL: database.url, DATA_DIR: data, LOG_LEVEL: 'fatal', DATABASE_POOL: '4', PORTRAIT_CHILDREN: '1', ...options.env }),
    'test',
    options.subscriptions ?? {},
    options.log,
    1,
  )
  /** Nearly still: a rate of zero is forbidden, and a microsecond a day moves no test. */
  const rate = options.runs ? 1 : 1e-9
  const setClock = async (at: string) => {
    await database.asOwner('update platform.clock set real_base = clock_timestamp(), shown_base = $1, rate = $2', [at, rate])
  }
  if (options.at) await setClock(options.at)
  return {
    ...platform,
    ...database,
    setClock,
    async [Symbol.asyncDispose]() {
      await platform.close()
      await database[Symbol.asyncDispose]()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
