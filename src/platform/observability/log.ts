import pino, { type DestinationStream, type Logger } from 'pino'
import { errorForLog } from './errors.ts'

export type { Logger }

/** Keys that must never reach a log line, wherever they stand in an object. */
const REDACTED = ['identityNumber', 'fullName', 'name', 'phone', 'email', 'address', 'birthDate', 'token', 'cookie', 'authorization']

/**
 * Structured log on standard error; ids only, and a net below for what slips: named keys are hidden, and an error is
 * told without the values that libraries put into its text.
 * @param destination a test's own, to read what was written
 */
export function createLogger(level: string, component: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: { component },
      redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
      serializers: { err: errorForLog },
    },
    destination,
  )
}
