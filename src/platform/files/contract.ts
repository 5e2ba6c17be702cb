/** What a store of files promises, wherever it keeps them: bytes are known by their hash, and "stored" means read back. */
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

export interface Files {
  /** Stores bytes, and mends a damaged copy of them. @returns their SHA-256 as hex, once they are kept and were read back equal */
  put(bytes: Uint8Array): Promise<string>
  /** @throws FileDamaged when the file is missing or no longer has its hash, FilesSilent when the store does not answer */
  get(hash: string): Promise<Buffer>
  /** Whether a file is there; says nothing about its content. @throws when the store does not answer */
  has(hash: string): Promise<boolean>
  /** Reads a file through. A store that does not answer says nothing about its files. @throws when it does not answer */
  verify(hash: string): Promise<'whole' | 'missing' | 'changed'>
}

/** The store answered, and the file is not what was put there. */
export class FileDamaged extends Error {
  constructor(hash: string, state: 'missing' | 'changed') {
    super(state === 'missing' ? `stored file ${hash} is missing` : `stored file ${hash} has changed`)
    this.name = 'FileDamaged'
  }
}

/** The place where files are kept did not answer: neither yes nor no about any file. Work that needs it waits, as for any outage. */
export class FilesSilent extends Error {
  constructor(detail: string) {
    super(`the store of files is silent: ${detail}`)
    this.name = 'FilesSilent'
  }
}

/** What one place can do; the promises above are made of it once, for all places. */
export interface Shelf {
  /** Writes all bytes under a name, replacing what is there; whole or not at all, and durable when it returns. */
  write(hash: string, bytes: Uint8Array): Promise<void>
  /** Undefined when there is none. @throws when the place does not answer */
  read(hash: string): Promise<Buffer | undefined>
  has(hash: string): Promise<boolean>
}

/** Some buckets answer a write a moment before they give the new bytes out: what differs is read again before it counts as lost. */
const READINGS = 4
const AGAIN_MS = 50

/** SHA-256 as lower-case hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A content-addressed store upon a place. */
export function filesUpon(shelf: Shelf): Files {
  const checked = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a file hash')
    return hash
  }
  const look = async (hash: string): Promise<{ state: 'whole'; bytes: Buffer } | { state: 'missing' | 'changed' }> => {
    const bytes = await shelf.read(checked(hash))
    if (bytes === undefined) return { state: 'missing' }
    return sha256Hex(bytes) === hash ? { state: 'whole', bytes } : { state: 'changed' }
  }
  const get = async (hash: string): Promise<Buffer> => {
    const found = await look(hash)
    if (found.state !== 'whole') throw new FileDamaged(hash, found.state)
    return found.bytes
  }
  return {
    get,
    has: (hash) => shelf.has(checked(hash)),
    verify: async (hash) => (await look(hash)).state,
    async put(bytes) {
      const hash = sha256Hex(bytes)
      // What is there already counts only when it is whole: otherwise it is written anew.
      if ((await shelf.has(hash)) && (await look(hash)).state === 'whole') return hash
      await shelf.write(hash, bytes)
      // Read back and compared byte for byte, which is quicker than a second hash and says the same.
      for (let tries = 1; !(await shelf.read(hash))?.equals(bytes); tries += 1) {
        if (tries === READINGS) throw new Error(`stored file ${hash} was not read back as it was written`)
        await pause(AGAIN_MS)
      }
      return hash
    },
  }
}
