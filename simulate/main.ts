/** `npm run simulate`: synthetic people through the real pages of a whole system; the last line of the output is JSON. */
import { wrongsOf } from './books/wrongs.ts'
import { type Options, readOptions, UsageError } from './options.ts'
import { asWasOnly, tableOf } from './run/arms.ts'
import { type Hands, runOnce } from './run/once.ts'
import { runSweep } from './run/sweep.ts'
import { startOrJoin } from './world/running.ts'

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort(new Error(`stopped by ${signal}`)))
process.once('disconnect', () => ending.abort(new Error('the parent went away')))

const began = performance.now()
const seconds = () => (performance.now() - began) / 1000
const hands: Hands = { tell: (line) => process.stderr.write(`${seconds().toFixed(1).padStart(7)} s  ${line}\n`), abort: ending.signal, seconds }

function say(options: Options, figures: object): void {
  process.stdout.write(`${JSON.stringify(figures, undefined, options.json ? undefined : 2)}\n`)
}

async function withSystem(options: Options): Promise<void> {
  const open = () => startOrJoin(options, hands.tell, { SANDBOX_CAST: String(options.people), SANDBOX_SEED: String(options.seed) }, ending.signal)
  if (options.sweep) return say(options, await runSweep(options, open, hands))
  const running = await open()
  try {
    const { figures } = await runOnce(options, running, hands)
    const wrongs = wrongsOf(figures, options)
    for (const line of tableOf(figures)) hands.tell(line)
    if (wrongs.length > 0) hands.tell(`WRONG: ${wrongs.join('; ')}`)
    say(options, { ...figures, wrongs })
    process.exitCode = wrongs.length > 0 ? 1 : 0
  } finally {
    await running.close()
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.arm === 'as-was') say(options, asWasOnly(options, hands.tell))
  else await withSystem(options)
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof UsageError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
// In a process of our own the channel to the older Node would keep us alive.
if (process.connected) process.disconnect()
