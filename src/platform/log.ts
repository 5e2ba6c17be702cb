import pino, { type Logger } from 'pino'

export type { Logger }

/** Keys that must never reach a log line, wherever they stand in an object. */
const REDACTED = ['identityNumber', 'fullName', 'name', 'phone', 'email', 'address', 'birthDate', 'token', 'cookie', 'authorization']

/** Structured log on standard error; ids only, and a net below for what slips. */
export function createLogger(level: string, component: string): Logger {
  return pino(
    {
      level,
      base: { component },
      redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
    },
    pino.destination(2),
  )
}
