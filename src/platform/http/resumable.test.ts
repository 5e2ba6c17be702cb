import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newId } from '../values/ids.ts'
import { openResumable } from './resumable.ts'

test('a file that is let go of while somebody reads it was there or is gone; the reader never meets a broken disk (P5)', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'pieces-'))
  try {
    const files = openResumable({ directory, maxBytes: 10_000, ownerOf: () => undefined, addressOf: () => '' })
    const bytes = Buffer.alloc(10_000, 7)
    const read: (Buffer | string | undefined)[] = []
    // However far the reader has come when the file goes.
    for (let turns = 0; turns < 600; turns += 1) {
      const [owner, id] = [newId(), newId()]
      await writeFile(join(directory, `${owner}.${id}`), bytes)
      await writeFile(join(directory, `${owner}.${id}.json`), JSON.stringify({ id: `${owner}.${id}`, size: bytes.length }))
      const forget = async () => {
        for (let turn = 0; turn < turns % 12; turn += 1) await setImmediate()
        await files.forget(owner, id)
      }
      const [found] = await Promise.all([files.read(owner, id), forget()])
      read.push(found)
      expect(await files.read(owner, id)).toBeUndefined()
    }
    expect(read.filter((one) => one !== undefined && !(one instanceof Buffer && one.equals(bytes)))).toEqual([])
  } finally {
    await rm(directory, { recursive: true })
  }
})
