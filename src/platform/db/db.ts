import pg from 'pg'
import type { Sql } from './sql.ts'

/** What a store may do with the database: read rows, run a statement. */
export interface Db {
  /** Exactly one row; throws when there is none. */
  one<R>(query: Sql): Promise<R>
  /** The first row, or undefined. */
  maybe<R>(query: Sql): Promise<R | undefined>
  many<R>(query: Sql): Promise<R[]>
  /** Runs a statement. @returns the number of rows it touched */
  run(query: Sql): Promise<number>
}

export type Queryable = Pick<pg.Pool | pg.PoolClient, 'query'>

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const n = Number(text)
  if (!Number.isSafeInteger(n)) throw new Error(`integer out of range: ${text}`)
  return n
})

/** Statements are prepared once a connection: the name is the order in which this process first used the text. */
const names = new Map<string, string>()

function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = `q${names.size}`
    names.set(text, name)
  }
  return name
}

/**
 * Wraps a connection or a pool.
 * @param manner 'in-turn' for a connection: statements asked for together run one after the other;
 *   'remembering' for one read of a page: the same question is put once, and its parts agree with each other
 */
export function createDb(target: Queryable, manner?: 'in-turn' | 'remembering'): Db {
  let last: Promise<unknown> = Promise.resolve()
  const asked = new Map<string, Promise<pg.QueryResult>>()
  async function rows(query: Sql): Promise<pg.QueryResult> {
    const run = () => target.query({ name: nameOf(query.text), text: query.text, values: query.values })
    if (manner === 'remembering') {
      const question = `${nameOf(query.text)} ${JSON.stringify(query.values)}`
      const answer = asked.get(question) ?? run()
      asked.set(question, answer)
      return answer
    }
    if (manner !== 'in-turn') return run()
    const turn = last.then(run, run)
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    async one(query) {
      const { rows: found } = await rows(query)
      if (found.length !== 1) throw new Error(`expected one row, found ${found.length}: ${query.text.slice(0, 200)}`)
      return found[0]
    },
    async maybe(query) {
      return (await rows(query)).rows[0]
    },
    async many(query) {
      return (await rows(query)).rows
    },
    async run(query) {
      return (await rows(query)).rowCount ?? 0
    },
  }
}

export interface PoolOptions {
  readonly url: string
  readonly size: number
  /** The role every connection takes, so that even the owner's URL gives the application's few rights. */
  readonly role?: string
  readonly onError: (error: Error) => void
}

/** A connection pool that survives the database going away and coming back. */
export function createPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    options: `-c timezone=UTC -c statement_timeout=15000${options.role ? ` -c role=${options.role}` : ''}`,
  })
  // An idle connection's error would otherwise end the process.
  pool.on('error', options.onError)
  // A connection in use fails its own query; the error event must still be heard.
  pool.on('connect', (client) => {
    client.on('error', options.onError)
  })
  return pool
}
