/** Files on this machine: written to a temporary name, fsynced, renamed, the folder fsynced. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { boundary } from '../db/boundary.ts'
import { FilesSilent, type Shelf } from './contract.ts'

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

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** A disk that cannot be read says nothing about a file. Only the kind is kept: a path names the file. */
function asSilence(error: unknown): FilesSilent {
  return new FilesSilent(error instanceof Error && 'code' in error ? String(error.code) : 'no answer')
}

/** A place below a folder of this machine. */
export function onDisk(root: string): Shelf {
  const pathOf = (hash: string) => join(root, hash.slice(0, 2), hash)
  return {
    async read(hash) {
      return readFile(pathOf(hash)).catch((error: unknown) => {
        if (isAbsent(error)) return undefined
        throw asSilence(error)
      })
    },
    async has(hash) {
      return stat(pathOf(hash)).then(
        () => true,
        (error: unknown) => {
          if (isAbsent(error)) return false
          throw asSilence(error)
        },
      )
    },
    async write(hash, bytes) {
      const path = pathOf(hash)
      await boundary('files.put.before')
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const temporary = `${path}.${randomUUID()}`
      const handle = await open(temporary, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await boundary('files.put.written')
        await handle.sync()
      } finally {
        await handle.close()
      }
      await boundary('files.put.synced')
      await rename(temporary, path).catch(async (error: unknown) => {
        await unlink(temporary)
        throw error
      })
      await boundary('files.put.renamed')
      await syncFolder(dirname(path))
      await boundary('files.put.after')
    },
  }
}
