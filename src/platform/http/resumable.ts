/**
 * Files sent in pieces over lines that break: the tus protocol 1.0 (its package does the protocol), and what it leaves to
 * us: whose a file is, where it lies, when it is whole, and when it is forgotten. Nothing here is ever sent back to a
 * browser: a file that arrived is read once by whoever asked for it and deleted.
 */
import { mkdirSync } from 'node:fs'
import { readdir, readFile, stat, unlink } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { isId, newId } from '../values/ids.ts'

/** A person on a bad line has a day to go on. */
const KEPT_MS = 24 * 60 * 60_000
/** Unfinished files of one owner; an older one gives way. */
const MOST_AT_ONCE = 3

export interface ResumableOptions {
  readonly directory: string
  readonly maxBytes: number
  /** Whose files an address is about; the caller has made sure that the asker may. Undefined refuses. */
  readonly ownerOf: (path: string) => string | undefined
  /** The address of one file of an owner; its last part is the file's id. */
  readonly addressOf: (owner: string, id: string) => string
}

export interface Resumable {
  /** Answers one request of the protocol. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The bytes of a file that has arrived whole; 'unfinished' while some are missing, undefined when there is no such file. */
  read(owner: string, id: string): Promise<Buffer | 'unfinished' | undefined>
  forget(owner: string, id: string): Promise<void>
}

/** Opens the folder of unfinished files; its content is readable by this account only. */
export function openResumable(options: ResumableOptions): Resumable {
  const { directory, maxBytes, ownerOf, addressOf } = options
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const store = new FileStore({ directory, expirationPeriodInMilliseconds: KEPT_MS })
  const server = new Server({
    path: '/',
    datastore: store,
    maxSize: maxBytes,
    allowedOrigins: [],
    namingFunction: (request) => nameOf(ownerOf(pathOf(request.url)), newId()) ?? refuse(),
    getFileIdFromRequest: (request, last) => nameOf(ownerOf(pathOf(request.url)), last),
    generateUrl: (request, { id }) => addressOf(ownerOf(pathOf(request.url)) ?? '', id.slice(id.indexOf('.') + 1)),
    onUploadCreate: async (_request, upload) => {
      await makeRoom(directory, upload.id.slice(0, upload.id.indexOf('.')))
      return {}
    },
  })
  return {
    handle: (request, response) => server.handle(request, response),
    async read(owner, id) {
      const name = nameOf(owner, id)
      const upload = name === undefined ? undefined : await store.getUpload(name).catch(() => undefined)
      if (name === undefined || upload === undefined) return undefined
      // A half picture is no picture: the length that was announced must be there to the last byte.
      if (upload.size === undefined || upload.offset !== upload.size) return 'unfinished'
      // Whoever sent the same form at the same time may let go of the file between that look and this one.
      const bytes = await readFile(join(directory, name)).catch(gone)
      return bytes && (bytes.length === upload.size ? bytes : 'unfinished')
    },
    async forget(owner, id) {
      const name = nameOf(owner, id)
      if (name !== undefined) await remove(directory, name)
    },
  }
}

/**
 * Deletes files that nobody went on with for a day.
 * @param now the real time: files carry real times
 * @returns how many
 */
export async function forgetUnfinished(directory: string, now: number): Promise<number> {
  const names = await namesIn(directory)
  const old: string[] = []
  for (const name of names) {
    const found = await stat(join(directory, name)).catch(() => undefined)
    if (found && now - found.mtimeMs > KEPT_MS) old.push(name)
  }
  for (const name of old) await unlink(join(directory, name)).catch(() => undefined)
  return old.filter((name) => !name.endsWith('.json')).length
}

/** The file's name in the folder: the owner and the id, both plain ids, so that no address leads out of the folder. */
function nameOf(owner: string | undefined, id: string | undefined): string | undefined {
  return isId(owner) && isId(id) ? `${owner}.${id}` : undefined
}

function refuse(): never {
  throw Object.assign(new Error('nobody’s file'), { status_code: 404, body: '' })
}

/** Answers for a file that is no longer there. @throws any other trouble of the disk */
function gone(trouble: NodeJS.ErrnoException): undefined {
  if (trouble.code !== 'ENOENT') throw trouble
}

function pathOf(url: string): string {
  return new URL(url, 'http://here.invalid').pathname
}

async function makeRoom(directory: string, owner: string): Promise<void> {
  const mine = (await namesIn(directory)).filter((name) => name.startsWith(`${owner}.`) && !name.endsWith('.json')).sort()
  for (const name of mine.slice(0, Math.max(0, mine.length - MOST_AT_ONCE + 1))) await remove(directory, name)
}

async function namesIn(directory: string): Promise<string[]> {
  return readdir(directory).catch(() => [])
}

async function remove(directory: string, name: string): Promise<void> {
  for (const file of [name, `${name}.json`]) await unlink(join(directory, file)).catch(() => undefined)
}
