/** What may be said of an error in a log line or a row: never the values that caused it (AUD6). */

/** Errors of the database carry five characters of SQLSTATE; the texts of these classes quote the value at fault. */
const QUOTES_VALUES = /^(22|23|42|P0)/

interface Fields {
  readonly code: string
  readonly constraint: string
}

function fieldsOf(error: Error): Fields {
  return {
    code: 'code' in error && typeof error.code === 'string' ? error.code : '',
    constraint: 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '',
  }
}

/** An error in one line without the data that it was about. The stack of our own code says where. */
export function sayError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code, constraint } = fieldsOf(error)
  // JSON.parse quotes what it could not read, and so does the parser of addresses.
  if (error instanceof SyntaxError) return 'not readable as what it should be'
  if (code.startsWith('ERR_INVALID_URL')) return 'not an address'
  if (/^[0-9A-Z]{5}$/.test(code) && QUOTES_VALUES.test(code)) return `database error ${code}${constraint ? ` at ${constraint}` : ''}`
  return error.message.slice(0, 500)
}

/** Lines of the stack that name places in the code. */
function placesOf(error: Error): string {
  return (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n')
}

/** An error as the log keeps it: kind, safe words, code and places; nothing else that libraries hang on errors. */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : 'unknown'
  const { code, constraint } = fieldsOf(error)
  return {
    type: error.name, message: sayError(error), stack: placesOf(error),
    ...(code ? { code } : {}), ...(constraint ? { constraint } : {}),
    ...(error.cause instanceof Error ? { cause: sayError(error.cause) } : {}),
  }
}
