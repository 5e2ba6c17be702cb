/** What pages ask of the database, counted where it leaves the process: an N+1 shows as a number that grows. */
import type pg from 'pg'

/** `statements`: prepared ones, the settings of the second lock among them. `turns`: ways to the database and back that a reader waits for. */
export interface Asked {
  readonly statements: number
  readonly turns: number
}

const [BIND, SYNC] = ['B'.charCodeAt(0), 'S'.charCodeAt(0)]

/** Listens to all connections of a pool from now on. @returns what a deed asked; the shown clock, read anew whenever its copy is old, is sent otherwise and not counted */
export function listenTo(pool: pg.Pool): (deed: () => Promise<unknown>) => Promise<Asked> {
  const heard = new WeakSet<object>()
  let [statements, turns] = [0, 0]
  const count = (bytes: unknown) => {
    if (!Buffer.isBuffer(bytes)) return
    // Each message: one letter, and how long it is without the letter.
    for (let at = 0; at + 5 <= bytes.length; at += 1 + bytes.readUInt32BE(at + 1)) {
      if (bytes[at] === BIND) statements += 1
      if (bytes[at] === SYNC) turns += 1
    }
  }
  pool.on('acquire', (client) => {
    const connection: unknown = 'connection' in client ? client.connection : undefined
    const stream: unknown = connection !== null && typeof connection === 'object' && 'stream' in connection ? connection.stream : undefined
    if (stream === null || typeof stream !== 'object' || !('write' in stream) || typeof stream.write !== 'function') throw new Error('pg has changed: its connection has no stream')
    if (heard.has(stream)) return
    heard.add(stream)
    const write = stream.write.bind(stream)
    stream.write = (bytes: unknown, ...rest: unknown[]) => {
      count(bytes)
      return write(bytes, ...rest)
    }
  })
  return async (deed) => {
    const [before, turnsBefore] = [statements, turns]
    await deed()
    return { statements: statements - before, turns: turns - turnsBefore }
  }
}

/** The least that a page asked in three openings: what is remembered for seconds is asked anew in some of them. */
export async function leastAsked(asked: ReturnType<typeof listenTo>, open: () => Promise<unknown>): Promise<Asked> {
  const times: Asked[] = []
  for (let time = 0; time < 3; time += 1) times.push(await asked(open))
  return { statements: Math.min(...times.map(({ statements }) => statements)), turns: Math.min(...times.map(({ turns }) => turns)) }
}

/** What comes on top where the openings are slow: how the outside systems are doing, read every two seconds. */
export const REMEMBERED: Asked = { statements: 3, turns: 1 }
