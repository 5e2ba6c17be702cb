/** One contract for every place that keeps files: run against a folder and against a server that speaks S3. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { type Files, FilesSilent, filesUpon, sha256Hex } from './contract.ts'
import { openFiles } from './open.ts'
import { inBucket } from './s3.ts'

interface Place {
  readonly files: Files
  /** Files below this folder of which one carries the stored bytes. */
  readonly folder: string
  close(): Promise<void>
}

async function openDisk(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  const files = openFiles(readConfig({ DATABASE_URL: 'postgres://db.vidu.invalid/x', DATA_DIR: folder }))
  return { files, folder, close: async () => rmSync(folder, { recursive: true, force: true }) }
}

interface Bucket {
  run(): Promise<{ port: number }>
  close(): Promise<void>
}

async function openBucket(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'bucket-'))
  const require = createRequire(import.meta.url)
  const S3rver: new (options: object) => Bucket = require('s3rver')
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets: [{ name: 'pictures' }] })
  const { port } = await server.run()
  const files = openFiles(readConfig({ DATABASE_URL: 'postgres://db.vidu.invalid/x', FILES: 's3', S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_BUCKET: 'pictures', S3_ACCESS_KEY: 'S3RVER', S3_SECRET_KEY: 'S3RVER' }))
  return {
    files, folder,
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The file on the machine that holds these bytes. */
function fileOf(folder: string, bytes: Buffer): string {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile())
  const found = all.find((path) => readFileSync(path).equals(bytes))
  if (!found) throw new Error('no file holds the bytes')
  return found
}

describe.each<[string, () => Promise<Place>]>([['a folder', openDisk], ['a bucket', openBucket]])('%s keeps files by their content (POR1, POR2)', (_name, open) => {
  let place: Place
  beforeAll(async () => {
    place = await open()
  })
  afterAll(() => place.close())

  test('what was put comes back byte for byte under its own hash', async () => {
    for (const bytes of [randomBytes(1), randomBytes(300_000), Buffer.alloc(2_000_000, 7)]) {
      const hash = await place.files.put(bytes)
      expect(hash).toBe(sha256Hex(bytes))
      expect((await place.files.get(hash)).equals(bytes)).toBe(true)
      expect([await place.files.has(hash), await place.files.verify(hash)]).toEqual([true, 'whole'])
    }
  })

  test('putting the same bytes twice, and twenty times at once, keeps one file', async () => {
    const bytes = randomBytes(10_000)
    const hashes = await Promise.all(Array.from({ length: 20 }, () => place.files.put(bytes)))
    expect(new Set([...hashes, await place.files.put(bytes)]).size).toBe(1)
  })

  test('what was never put is missing, and what is no hash is no name', async () => {
    const never = sha256Hex(randomBytes(8))
    expect([await place.files.has(never), await place.files.verify(never)]).toEqual([false, 'missing'])
    await expect(place.files.get(never)).rejects.toThrow('is missing')
    await expect(place.files.get('../../etc/passwd')).rejects.toThrow('not a file hash')
  })

  test('a changed file is never handed out, is found by reading, and is mended by putting the bytes again', async () => {
    const bytes = randomBytes(5_000)
    const hash = await place.files.put(bytes)
    const changed = Buffer.from(bytes)
    changed[2_500] = (changed[2_500] ?? 0) ^ 1
    writeFileSync(fileOf(place.folder, bytes), changed)
    await expect(place.files.get(hash)).rejects.toThrow('has changed')
    expect(await place.files.verify(hash)).toBe('changed')
    expect(await place.files.put(bytes)).toBe(hash)
    expect(await place.files.verify(hash)).toBe('whole')
  })
})

/** What each question to a bucket ends with when its server treats every connection like this. */
async function endsWith(treat: (socket: Socket) => void): Promise<unknown[]> {
  const sockets = new Set<Socket>()
  const mute: Server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    treat(socket)
  })
  await new Promise<void>((done) => {
    mute.listen(0, '127.0.0.1', done)
  })
  const address = mute.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const files = filesUpon(inBucket({ endpoint: `http://127.0.0.1:${port}`, bucket: 'pictures', region: 'x', accessKey: 'a', secretKey: 'b' }, 200))
  const hash = sha256Hex(Buffer.from('x'))
  const ends = await Promise.all([files.put(Buffer.from('x')), files.has(hash), files.verify(hash)].map((asked) => asked.then(() => 'answered', (error: unknown) => error)))
  for (const socket of sockets) socket.destroy()
  await new Promise((done) => {
    mute.close(done)
  })
  return ends
}

test.each<[string, (socket: Socket) => void]>([
  ['hangs up', (socket) => socket.destroy()],
  ['takes the question and says nothing', (socket) => socket.resume()],
  ['is broken', (socket) => socket.once('data', () => socket.end('HTTP/1.1 503 Slow Down\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'))],
])('a bucket that %s says nothing about its files: neither "missing" nor "stored", and the work waits (P5)', async (_how, treat) => {
  for (const end of await endsWith(treat)) expect(end).toBeInstanceOf(FilesSilent)
}, 30_000)

test('a bucket that stops in the midst of an answer is not waited for for ever (P5)', async () => {
  const [, , read] = await endsWith((socket) => socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nbegun')))
  expect(read).toBeInstanceOf(FilesSilent)
}, 30_000)
