/**
 * The sandbox as a process of its own. Settings: SANDBOX_PORT (4000), SANDBOX_DATABASE_URL, CLOCK_DATABASE_URL, WEB_URL
 * (http://127.0.0.1:3000), SANDBOX_CAST ('demo', a number of generated people, or 'demo+100'), SANDBOX_SEED (1),
 * SANDBOX_LOG_LEVEL (warn). It listens on the loopback address only and ends with its parent.
 */
import { startSandbox } from './start.ts'

function readCast(text: string): { demo: boolean; generated: number } {
  const parts = /^(demo)?\+?(\d+)?$/.exec(text)
  if (!parts || text === '') throw new Error(`SANDBOX_CAST must be 'demo', a number, or 'demo+number', not '${text}'`)
  return { demo: parts[1] !== undefined, generated: Number(parts[2] ?? 0) }
}

function readNumber(name: string, fallback: number): number {
  const text = process.env[name]
  const number = text === undefined || text === '' ? fallback : Number(text)
  if (!Number.isInteger(number) || number < 0) throw new Error(`${name} must be a whole number, not '${text}'`)
  return number
}

async function main(): Promise<void> {
  const sandbox = await startSandbox({
    port: readNumber('SANDBOX_PORT', 4000),
    databaseUrl: process.env['SANDBOX_DATABASE_URL'],
    clockDatabaseUrl: process.env['CLOCK_DATABASE_URL'],
    webUrl: process.env['WEB_URL'],
    ...readCast(process.env['SANDBOX_CAST'] ?? 'demo'),
    seed: readNumber('SANDBOX_SEED', 1),
    logLevel: process.env['SANDBOX_LOG_LEVEL'],
  })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    // A simulator has nothing to lose: what it told anybody is already in its database.
    setTimeout(() => process.exit(0), 2000).unref()
    void sandbox.close().finally(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  if (process.send) {
    process.once('disconnect', stop)
    process.send({ ready: true, url: sandbox.url })
  }
  process.stdout.write(`sandbox ready at ${sandbox.url}\n`)
}

main().catch((problem: unknown) => {
  const reason = problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE'
    ? `port ${process.env['SANDBOX_PORT'] ?? 4000} is taken by another program; set SANDBOX_PORT to a free one`
    : problem instanceof Error ? problem.message || String(problem) : String(problem)
  process.stderr.write(`The sandbox could not start: ${reason}\n`)
  process.exit(1)
})
