/** Files by content: written to a temporary name, fsynced, renamed, the folder fsynced, then read back. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { boundary } from './db/boundary.ts'

export interface Files {
  /** Stores bytes. @returns their SHA-256 as hex, once they are on disk and were read back equal */
  put(bytes: Uint8Array): Promise<string>
  /** @throws when the file is missing or no longer has its hash */
  get(hash: string): Promise<Buffer>
  has(hash: string): Promise<boolean>
}

/** SHA-256 as lower-case hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Windows can't fsync a folder; everywhere else a failure is a failure.
    if (process.platform !== 'win32') throw error
  } finally {
    await handle.close()
  }
}

/** A content-addressed store below a folder of this machine. */
export function createFiles(root: string): Files {
  const pathOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a file hash')
    return join(root, hash.slice(0, 2), hash)
  }
  async function get(hash: string): Promise<Buffer> {
    const bytes = await readFile(pathOf(hash))
    if (sha256Hex(bytes) !== hash) throw new Error(`stored file ${hash} has changed`)
    return bytes
  }
  async function has(hash: string): Promise<boolean> {
    return stat(pathOf(hash)).then(
      () => true,
      () => false,
    )
  }
  async function put(bytes: Uint8Array): Promise<string> {
    const hash = sha256Hex(bytes)
    const path = pathOf(hash)
    if (!(await has(hash))) {
      await boundary('files.put.before')
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const temporary = `${path}.${randomUUID()}`
      const handle = await open(temporary, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(temporary, path).catch(async (error: unknown) => {
        await unlink(temporary)
        throw error
      })
      await syncFolder(dirname(path))
      await boundary('files.put.after')
    }
    await get(hash)
    return hash
  }
  return { put, get, has }
}
