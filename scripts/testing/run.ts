/** All that must hold, in the order in which it is cheap to find out. `npm test -- lint store` runs only what is named. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildAssets } from '../assets.mjs'
import { build, endBuilds } from '../build.mjs'
import { root } from '../first/places.mjs'

interface Stage {
  readonly name: string
  readonly title: string
  /** Program of node_modules and its arguments. */
  readonly command: readonly [program: string, ...args: string[]]
  /** Whether vitest's own count goes into ours; what has none looks at the sources, and such stages run beside each other. */
  readonly counts?: boolean
}

const report = (name: string) => join(root, '.data', 'test', `${name}.json`)
const vitest = (name: string, ...more: string[]): Stage['command'] => [
  'vitest', 'run', `--project=${name}`, '--reporter=default', '--reporter=json', `--outputFile.json=${report(name)}`, ...more,
]

const STAGES: readonly Stage[] = [
  { name: 'types', title: 'Types', command: ['tsc', '--noEmit'] },
  { name: 'lint', title: 'Lint', command: ['biome', 'ci', ...(process.stdout.isTTY ? [] : ['--colors=off']), '--max-diagnostics=50', '.'] },
  { name: 'arrows', title: 'Dependency arrows', command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'sandbox', 'scripts', 'simulate', 'bench', 'test'] },
  { name: 'unused', title: 'Unused code', command: ['knip', '--no-progress'] },
  { name: 'main', title: 'Unit, store, page and journey tests, and planted violations', command: vitest('main'), counts: true },
  { name: 'launcher', title: 'The launcher: start, stop, faults, orphans', command: vitest('launcher'), counts: true },
  { name: 'browser', title: 'Browser tests', command: vitest('browser', '--passWithNoTests'), counts: true },
]

const running = new Set<ReturnType<typeof spawn>>()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal)
    process.exitCode = 130
  })
}
process.once('disconnect', () => {
  for (const child of running) child.kill('SIGTERM')
})

interface Ended {
  readonly passed: boolean
  readonly seconds: number
  /** What it said, where it was not said in the terminal's view. */
  readonly said: string
}

/** Runs a stage: in the terminal's view, or apart, where others run beside it. */
async function end({ command: [program, ...args], counts = false }: Stage): Promise<Ended> {
  const startedAt = performance.now()
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`, NODE_ENV: 'test', ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) }
  const binary = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${program}.cmd` : program)
  const child = spawn(binary, args, { cwd: root, stdio: counts ? 'inherit' : ['inherit', 'pipe', 'pipe'], env, shell: process.platform === 'win32' })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const passed = await new Promise<boolean>((done) => {
    child.once('error', (error) => {
      said += `${error.message}\n`
      done(false)
    })
    child.once('close', (code) => done(code === 0))
  })
  running.delete(child)
  return { passed, said, seconds: (performance.now() - startedAt) / 1000 }
}

/** What vitest counted; a run that left no report counts as one failure. */
function counted(stage: Stage): { passed: number; failed: number } {
  try {
    const result: { numPassedTests?: number; numFailedTests?: number; numFailedTestSuites?: number } = JSON.parse(readFileSync(report(stage.name), 'utf8'))
    return { passed: result.numPassedTests ?? 0, failed: result.numFailedTests ?? 0 }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
  const stages = wanted.length > 0 ? STAGES.filter(({ name }) => wanted.includes(name)) : STAGES
  const total = { passed: 0, failed: 0 }
  const times: string[] = []
  mkdirSync(dirname(report('all')), { recursive: true })
  // What pages and the launcher need; built once here rather than by the first test that misses it.
  const [bundles, assets] = await Promise.all([build(), buildAssets({ outDir: join(root, '.data', 'assets') })])
  if (bundles || assets.built) await endBuilds()
  const beside = new Map(stages.filter(({ counts }) => !counts).map((stage) => [stage, end(stage)]))
  for (const stage of stages) {
    // What looks at the sources is told before anything else begins.
    const apart = await beside.get(stage)
    process.stdout.write(`\n━━ ${stage.title} ${'━'.repeat(Math.max(3, 74 - stage.title.length))}\n${apart?.said ?? ''}`)
    rmSync(report(stage.name), { force: true })
    const { passed, seconds } = apart ?? (await end(stage))
    times.push(`${stage.name} ${seconds.toFixed(1)} s`)
    if (stage.counts) {
      const { passed: good, failed: bad } = counted(stage)
      total.passed += good
      total.failed += bad
    }
    if (!passed) {
      total.failed ||= 1
      process.stdout.write(`\n✗ ${stage.title}\n`)
      break
    }
  }
  process.stdout.write(`\n${times.join(' · ')}\n${total.passed} passed, ${total.failed} failed\n`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n0 passed, 1 failed\n`)
  process.exitCode = 1
})
// In a process of our own the channel to the older Node would keep us alive.
if (process.connected) process.disconnect()
