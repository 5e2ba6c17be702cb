/**
 * What a page asks in one turn, as one message to the database and one answer: all statements, and a single Sync behind the last.
 * PostgreSQL runs what stands before a Sync in a transaction of its own (its manual, "Pipelining"): a setting made for one
 * transaction holds for all of it and no longer, and what there is to say leaves at the Sync, not after each statement.
 */
import pg from 'pg'

export type Statement = pg.QueryConfig & { readonly name: string }

export type Answer = Pick<pg.QueryResult, 'rows' | 'rowCount'>

/** What pg's client calls upon a query as the answer comes in; its types leave it out. */
interface Listening {
  handleRowDescription(message: { readonly fields: readonly pg.FieldDef[] }): void
  handleDataRow(message: { readonly fields: readonly (string | null)[] }): void
  handleCommandComplete(message: { readonly text: string }, connection: { readonly parsedStatements: Record<string, string> }): void
  handleError(error: unknown): void
  handleReadyForQuery(): void
}

/** A column of what a connection has prepared, and how its text is read. */
interface Column {
  readonly name: string
  readonly read: (text: string) => unknown
}

interface Part {
  readonly statement: Statement
  readonly rows: Record<string, unknown>[]
  columns: readonly Column[]
  done(answer: Answer): void
  failed(error: unknown): void
}

/** The columns of what a connection has prepared, by name: told once. Where they change later, the database refuses the statement. */
const told = new WeakMap<pg.Connection, Map<string, readonly Column[]>>()

/**
 * Asks all of it.
 * @param statements each is prepared under its name
 * @returns how each ended. One that failed takes along those behind it, and its connection is not to be used again
 */
export function askTogether(client: pg.PoolClient, statements: readonly Statement[]): Promise<PromiseSettledResult<Answer>[]> {
  const waiting: Part[] = []
  const answers = statements.map((statement) => new Promise<Answer>((done, failed) => waiting.push({ statement, rows: [], columns: [], done, failed })))
  client.query(turnOf(waiting))
  return Promise.allSettled(answers)
}

/** All of them as one query of pg. @param waiting those not answered yet, in order */
function turnOf(waiting: Part[]): pg.Query {
  let known = new Map<string, readonly Column[]>()
  const failAll = (error: unknown) => {
    for (const part of waiting.splice(0)) part.failed(error)
  }
  const turn: pg.Submittable & Listening = {
    submit(connection) {
      known = told.get(connection) ?? known
      told.set(connection, known)
      const written: Buffer[] = []
      const beside = collecting(connection, written)
      for (const part of waiting) {
        part.columns = known.get(part.statement.name) ?? []
        const wrong: unknown = new pg.Query(part.statement, undefined, failAll).submit(part.columns.length > 0 ? beside.undescribed : beside.described)
        if (wrong) failAll(wrong)
      }
      beside.whole.sync()
      // One piece: a database that heard the beginning would be woken to wait for the rest.
      connection.stream.write(Buffer.concat(written))
    },
    handleRowDescription({ fields }) {
      const [part] = waiting
      if (!part) return
      part.columns = fields.map(({ name, dataTypeID }) => ({ name, read: pg.types.getTypeParser(dataTypeID, 'text') }))
      known.set(part.statement.name, part.columns)
    },
    handleDataRow({ fields }) {
      const [part] = waiting
      if (!part) return
      const row: Record<string, unknown> = {}
      part.columns.forEach(({ name, read }, i) => {
        const text = fields[i] ?? null
        row[name] = text === null ? null : read(text)
      })
      part.rows.push(row)
    },
    handleCommandComplete({ text }, { parsedStatements }) {
      const part = waiting.shift()
      if (!part) return
      // What pg sends itself on this connection knows it now, too.
      parsedStatements[part.statement.name] = part.statement.text
      part.done({ rows: part.rows, rowCount: Number(/\d+$/.exec(text)?.[0] ?? 0) })
    },
    handleError: failAll,
    // Each was answered before the Sync behind all of them.
    handleReadyForQuery() {},
  }
  return Object.assign(new pg.Query({ text: '' }), turn)
}

/** The connection as a query writes itself to it: what it writes is kept, its Sync is left out, and where the columns are known the question for them. */
function collecting(connection: pg.Connection, written: Buffer[]): { readonly whole: pg.Connection; readonly described: pg.Connection; readonly undescribed: pg.Connection } {
  const stream = { writable: true, write: (bytes: Buffer) => written.push(bytes) }
  const whole: pg.Connection = Object.create(connection, { stream: { value: stream } })
  const described: pg.Connection = Object.create(whole, { sync: { value: silence } })
  return { whole, described, undescribed: Object.create(described, { describe: { value: silence } }) }
}

function silence(): void {}
