/** Keys live in files outside the database. A simulation makes its own; production must bring them. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Keys {
  /** Wraps each person's data key. */
  readonly wrapping: Buffer
  /** Keys the blind indexes; a leak of it and of the database together would let numbers be guessed. */
  readonly blind: Buffer
  /** Signs session and form tokens. */
  readonly session: Buffer
}

/**
 * Reads a key file, making it first where that is allowed.
 * @param make produces the content of a new file; undefined: a missing file is an error
 */
export function readOrMakeKeyFile(directory: string, name: string, make: (() => Buffer | string) | undefined): Buffer {
  const path = join(directory, name)
  try {
    return readFileSync(path)
  } catch (error) {
    if (!make) throw new Error(`key file ${name} is missing from the keys folder`, { cause: error })
  }
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  try {
    // 'wx': of two processes starting at once, one makes the key and both read it.
    writeFileSync(path, make(), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(path)
}

/** The service's symmetric keys. @param mayMake true in a simulation only */
export function readKeys(directory: string, mayMake: boolean): Keys {
  const make = mayMake ? () => randomBytes(32) : undefined
  return {
    wrapping: readOrMakeKeyFile(directory, 'wrapping.key', make),
    blind: readOrMakeKeyFile(directory, 'blind.key', make),
    session: readOrMakeKeyFile(directory, 'session.key', make),
  }
}
