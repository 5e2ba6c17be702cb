/** The launcher proper, on Node 24: everything up, one page, then wait for the end. */
import { dataFolder, portSettings } from '../first/places.mjs'
import { whenNpmDies } from '../first/parent.mjs'
import { explain, tell } from '../first/say.mjs'
import { readCast, startPage } from './page.ts'
import { openSystem, type System } from './system.ts'

const ending = new AbortController()
let system: System | undefined

/** Stops everything once, however often and from wherever it is asked. */
async function end(code: number): Promise<void> {
  if (ending.signal.aborted) return
  ending.abort(new Error('stopped'))
  await finished
  if (system) {
    tell('Đang dừng…', 'Stopping…')
    await system.stop()
    tell('Đã dừng mọi tiến trình.', 'Everything has stopped.')
  }
  process.exit(code)
}

async function up(): Promise<void> {
  tell('Khởi động PostgreSQL, mô phỏng, dịch vụ…', 'Starting PostgreSQL, the simulation, the service…')
  system = await openSystem({ data: dataFolder(process.env), ports: portSettings(process.env), env: process.env, tell, abort: ending.signal })
  const cast = system.sandboxUrl ? await readCast(system.sandboxUrl) : { citizens: [], staff: [] }
  const began = Number(process.env.START_BEGAN_AT) || performance.timeOrigin
  process.stdout.write(startPage(system, cast, (performance.timeOrigin + performance.now() - began) / 1000))
  if (process.env.START_LAPS) process.stdout.write(`${JSON.stringify(system.laps)}\n`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
// Started by an older Node: its death closes the channel.
process.once('disconnect', () => void end(0))
whenNpmDies(() => void end(0))
// A terminal that went away must not turn our last words into a crash.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

const finished = up().catch((error: unknown) => {
  if (ending.signal.aborted) return
  explain(error)
  process.exit(1)
})
