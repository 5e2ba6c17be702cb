import { Writable } from 'node:stream'
import pg from 'pg'
import { boundary, effectOf, isDriven, isWrite } from './boundary.ts'
import type { Sql } from './sql.ts'
import { type Answer, askTogether, type Statement } from './turn.ts'

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

function statementOf(query: Sql): Statement {
  // The template puts its text together anew each time it is asked for it.
  const { text, values } = query
  return { name: nameOf(text), text, values }
}

/**
 * Wraps a connection or a pool. Statements asked for in one turn of the process leave together and are answered in order:
 * a page that asks twenty small questions waits for the database once or twice, not twenty times.
 * @param target a pool answers from any one connection; a connection (a transaction) from itself
 * @param manner 'remembering' for one read of a page: the same question is put once, and its parts agree with each other
 * @param first of a pool: a statement that goes before all that is asked for in one turn, in one transaction with it; where one fails, so do those behind it
 */
export function createDb(target: Queryable, manner?: 'remembering', first?: Sql): Db {
  const asked = new Map<string, Promise<Answer>>()
  const send = target instanceof pg.Pool ? togetherFrom(target, first) : togetherOn(target)
  const watched = target instanceof pg.Pool ? watchWrites : watchInOrder()
  async function rows(query: Sql): Promise<Answer> {
    const statement = statementOf(query)
    if (isDriven()) await watched(effectOf(statement.text))
    if (manner !== 'remembering') return send(statement)
    const question = `${statement.name} ${JSON.stringify(statement.values)}`
    const answer = asked.get(question) ?? send(statement)
    asked.set(question, answer)
    return answer
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

/** A read outside a transaction leaves nothing behind and is no boundary. */
async function watchWrites(effect: string): Promise<void> {
  if (isWrite(effect)) await boundary('db.statement', effect)
}

/** Statements of one connection pass in the order in which they were asked; after one that broke, none. */
function watchInOrder(): (effect: string) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (effect) => {
    last = last.then(() => boundary('db.statement', effect))
    return last
  }
}

type Send = (query: Statement) => Promise<Answer>

/** Writes what is asked for in one turn to the connection in one piece; the connection is in pipeline mode and answers in order. */
function togetherOn(client: Queryable): Send {
  const stream = streamOf(client)
  let held = false
  return (query) => {
    if (stream && !held) {
      held = true
      stream.cork()
      process.nextTick(() => {
        held = false
        stream.uncork()
      })
    }
    return client.query(query)
  }
}

interface Asked {
  readonly query: Statement
  readonly done: (result: Answer) => void
  readonly failed: (error: unknown) => void
}

/** Takes one connection for all that is asked for in one turn. A connection on which something failed is not used again. */
function togetherFrom(pool: pg.Pool, first?: Sql): Send {
  let waiting: Asked[] = []
  async function flush(): Promise<void> {
    const batch = waiting
    waiting = []
    try {
      const client = await pool.connect()
      const statements = batch.map(({ query }) => query)
      const ends = first ? await askTogether(client, [statementOf(first), ...statements]) : await Promise.allSettled(statements.map(togetherOn(client)))
      client.release(ends.some(({ status }) => status === 'rejected'))
      // Only now is anybody told: what was written is there for the next question, too.
      batch.forEach(({ done, failed }, i) => {
        const end = ends[first ? i + 1 : i]
        if (end?.status === 'fulfilled') done(end.value)
        else failed(end?.reason)
      })
    } catch (error) {
      for (const { failed } of batch) failed(error)
    }
  }
  return (query) => new Promise((done, failed) => {
    waiting.push({ query, done, failed })
    if (waiting.length === 1) process.nextTick(() => void flush())
  })
}

/** The socket below a connection: pg does not name it in its types. */
function streamOf(client: object): { cork(): void; uncork(): void } | undefined {
  const connection: unknown = 'connection' in client ? client.connection : undefined
  const stream: unknown = connection !== null && typeof connection === 'object' && 'stream' in connection ? connection.stream : undefined
  return stream instanceof Writable ? stream : undefined
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
    pipeline: true,
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
