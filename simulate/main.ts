/** `npm run simulate`: synthetic people through the real pages of a whole system; the last line of the output is JSON. */
import { Agent } from 'undici'
import { openBooks } from './books/read.ts'
import { openMemory } from './citizen/memory.ts'
import { openShownClock } from './world/clock.ts'
import { runDays } from './conductor.ts'
import { type Killing, killAlong } from './world/kills.ts'
import { type Options, type Profile, profiles, readOptions, UsageError } from './options.ts'
import { openOutside, type Outside } from './world/outside.ts'
import { seededRandom } from './world/random.ts'
import { report, wrongsOf } from './report.ts'
import { type Running, startOrJoin } from './world/running.ts'
import type { Traffic } from './visitor/browser.ts'

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort(new Error(`stopped by ${signal}`)))
process.once('disconnect', () => ending.abort(new Error('the parent went away')))

const began = performance.now()
const tell = (line: string) => process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}\n`)

async function prepare(outside: Outside, options: Options): Promise<void> {
  const profile: Profile = profiles[options.profile]
  await outside.setRate(options.compress)
  await outside.setChaos(profile.chaos)
  if (Object.keys(profile.payments).length > 0) await outside.act('payment-platform', 'shares', Object.fromEntries(Object.entries(profile.payments).map(([kind, share]) => [kind, String(share)])))
}

async function simulate(options: Options, running: Running): Promise<Record<string, unknown>> {
  const agent = new Agent({ connections: 64 })
  const outside = openOutside(running.sandboxUrl, agent)
  const books = openBooks(running.databaseUrl, running.sandboxDatabaseUrl)
  try {
    const cast = await outside.readCast()
    await prepare(outside, options)
    const memories = cast.citizens.slice(0, options.citizens).map(openMemory)
    const traffic: Traffic = { requests: 0, errors: {}, pageMs: [] }
    let atWork = true
    const { system } = running
    const killing: Promise<Killing[]> = system && options.kills > 0 ? killAlong(system, books, seededRandom(options.seed + 97), options.kills, () => atWork) : Promise.resolve([])
    killing.catch(() => undefined)
    const days = await runDays({
      home: running.webUrl, seed: options.seed, atOnce: options.atOnce, memories, officers: cast.officers, outside, books, agent, traffic, tell,
      clock: openShownClock(outside, options.compress), abort: ending.signal,
    })
    atWork = false
    const killings = await killing
    for (const one of killings) tell(`killed ${one.process}: back after ${one.backMs} ms${one.takenUpMs === undefined ? '' : `, its jobs taken up after ${one.takenUpMs} ms`}`)
    await outside.setChaos(0)
    return await report({ options, memories, traffic, killings, days, seconds: (performance.now() - began) / 1000 }, books, outside)
  } finally {
    await books.close()
    await agent.close()
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const running = await startOrJoin(options, tell, { SANDBOX_CAST: String(options.citizens), SANDBOX_SEED: String(options.seed) }, ending.signal)
  try {
    const figures = await simulate(options, running)
    const wrongs = wrongsOf(figures)
    if (wrongs.length > 0) tell(`WRONG: ${wrongs.join('; ')}`)
    process.stdout.write(`${JSON.stringify(figures, undefined, options.json ? undefined : 2)}\n`)
    process.exitCode = wrongs.length > 0 ? 1 : 0
  } finally {
    await running.close()
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof UsageError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
// In a process of our own the channel to the older Node would keep us alive.
if (process.connected) process.disconnect()
