/**
 * `npm run verify:audit [-- --key <published key>] [--receipt <file>…] [--witnessed <file>…]`: recomputes the whole log and compares it with the file outside.
 * `npm run verify:audit -- --self-test [--events <n>]`: proves on a database of its own that every tampering is seen.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { splitNotes } from '../../src/observers/audit/index.ts'
import { findRunning } from '../first/lock.mjs'
import { readKept } from '../first/orphan.mjs'
import { dataFolder } from '../first/places.mjs'
import { explain, Stop } from '../first/say.mjs'
import { startServer } from '../postgres/server.ts'
import { lookAt, type Place } from './look.ts'
import { selfTest } from './self-test.ts'

const tell = (line: string) => process.stdout.write(`${line}\n`)

/** The checkpoint that a receipt bears. @throws Stop when the file is no receipt */
function checkpointOf(file: string): string {
  const receipt: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (receipt !== null && typeof receipt === 'object' && 'checkpoint' in receipt && typeof receipt.checkpoint === 'string') return receipt.checkpoint
  throw new Stop(`${file} không phải biên nhận nhật ký.`, `${file} is no receipt of the log.`)
}

/** The database of the settings, else the embedded one: as it runs, or started for this look only. */
async function withPlace(look: (place: Place) => Promise<void>): Promise<void> {
  const data = dataFolder(process.env)
  if (process.env.DATABASE_URL) return look({ ...process.env, DATABASE_URL: process.env.DATABASE_URL, DATA_DIR: data })
  const kept = readKept(data)
  if (!kept) throw new Stop('Chưa có cơ sở dữ liệu nào ở đây: hãy chạy npm start trước, hoặc đặt DATABASE_URL.', 'There is no database here yet: run npm start first, or set DATABASE_URL.')
  if (findRunning(data)) {
    const password = readFileSync(join(data, 'keys', 'postgres.password'), 'utf8')
    return look({ ...process.env, DATABASE_URL: `postgres://toantrinh:${password}@127.0.0.1:${kept.port}/toantrinh`, DATA_DIR: data })
  }
  const server = await startServer({ data })
  try {
    await look({ ...process.env, DATABASE_URL: server.url('toantrinh'), DATA_DIR: data })
  } finally {
    await server.stop()
  }
}

/** @param held checkpoints that others hold: citizens, and a witness */
async function verify(held: readonly string[], published: string | undefined): Promise<void> {
  await withPlace(async (place) => {
    const began = performance.now()
    const { leaves, seals, outside, waiting, newest, stamps, faults, key, file } = await lookAt(place, held, published)
    tell(`key       ${key}`)
    tell(`outside   ${outside} checkpoints in ${file}${newest ? `, the newest of ${newest.at.toISOString()} over ${newest.size} leaves` : ''}`)
    tell(`database  ${leaves} leaves under ${seals} seals, ${waiting} rows wait for the next; recomputed in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    tell(`stamps    ${stamps?.count ?? 0} of a time-stamp authority${stamps?.last ? `, the newest of ${stamps.last.toISOString()}` : ''}`)
    for (const gap of stamps?.gaps ?? []) tell(`! ${gap}`)
    for (const fault of faults) tell(`✗ ${fault}`)
    tell(faults.length === 0 ? (leaves > 0 ? '✓ every leaf, node, seal, checkpoint and stamp fits' : '✓ nothing is sealed yet') : `✗ ${faults.length} faults: this is not the history that was sealed`)
    process.exitCode = faults.length === 0 ? 0 : 1
  })
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'self-test': { type: 'boolean', default: false }, events: { type: 'string', default: '0' }, key: { type: 'string' }, receipt: { type: 'string', multiple: true, default: [] }, witnessed: { type: 'string', multiple: true, default: [] } } })
  if (!values['self-test']) return verify([...values.receipt.map(checkpointOf), ...values.witnessed.flatMap((file) => splitNotes(readFileSync(file, 'utf8')))], values.key)
  if (!/^\d{1,8}$/.test(values.events)) throw new Error('usage: npm run verify:audit -- --self-test [--events <number>]')
  process.exitCode = (await selfTest(tell, Number(values.events))) === 0 ? 0 : 1
}

await main().catch((error: unknown) => {
  explain(error)
  process.exitCode = 1
})
// In a process of our own the channel to the older Node would keep us alive.
if (process.connected) process.disconnect()
