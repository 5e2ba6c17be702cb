/** Hostile scans against the looking process (S14): they end it and nothing else. */
import { readdirSync, readFileSync } from 'node:fs'
import { constants, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { lookAtScan } from './scans.ts'

/** A small PDF that fills memory outside the heap as soon as its table of contents is inflated. */
function deflateBomb(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(16 * 2 ** 20), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const packed = Buffer.concat([Buffer.from([0x78, 0xda]), ...Array.from({ length: megabytes / 16 }, () => block)])
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<</Type/XRef/Size 3/W[1 2 1]/Root 2 0 R/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`), packed,
    Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF\n'),
  ])
}

/** The most megabytes that any process started from here has had. */
function mostOfChildren(): number {
  const pids = readdirSync(`/proc/${process.pid}/task`).flatMap((task) => readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean))
  return Math.max(0, ...pids.map((pid) => {
    try {
      return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    } catch {
      return 0
    }
  }))
}

test.runIf(process.platform === 'linux')('a small PDF that inflates without end is not read, and its process is ended before it takes the machine’s memory', async () => {
  const bytes = deflateBomb(2_048)
  expect(bytes.length).toBeLessThan(4 * 2 ** 20)
  let most = 0
  const watch = setInterval(() => { most = Math.max(most, mostOfChildren()) }, 20)
  const looked = await lookAtScan({ bytes, type: 'application/pdf', most: 30 })
  clearInterval(watch)
  expect(looked).toEqual({ problem: 'unreadable' })
  expect(most).toBeGreaterThan(300)
  expect(most).toBeLessThan(1_000)
}, 40_000)
