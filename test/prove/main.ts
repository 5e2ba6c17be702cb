/**
 * `npm run prove:faults [-- <proof>…] [--seed <n>] [--scale <part>]`: the long fault proofs one after the other, each with the
 * control that must be seen failing. A proof is a test file; this tells the figures and the count at the end.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildAssets } from '../../scripts/assets.mjs'
import { build, endBuilds } from '../../scripts/build.mjs'
import { root } from '../../scripts/first/places.mjs'
import { forget, readKept } from './figures.ts'

/** By the names used in reliability goals: what is proven, and its file. */
const PROOFS = {
  crash: ['R1 crash sweep', 'test/prove/crash/crash.prove.ts'],
  soak: ['R2 kill soak', 'test/prove/soak/soak.prove.ts'],
  payments: ['R7 payment adversary', 'test/prove/payments/payments.prove.ts'],
  interleavings: ['R8 interleavings', 'test/prove/interleavings/interleavings.prove.ts'],
  backlog: ['R13 poison and backlog', 'test/prove/soak/backlog.prove.ts'],
  lifecycles: ['lifecycle model', 'test/prove/lives/lifecycles.prove.ts'],
  timing: ['S9 time of the look-up', 'test/prove/look-up-timing.prove.ts'],
  // Only when they are named: commands of their own in the README.
  signatures: ['S12 signature corpus, with pdfsig and openssl', 'test/prove/signatures/signatures.prove.ts'],
  office: ['C3 a leader signs 200', 'test/prove/lives/office.prove.ts'],
  bulk: ['C1 bulk work through kill -9', 'test/prove/lives/bulk.prove.ts'],
  guards: ['S1 who meets what, S2 canaries', 'test/office/guards/guards.prove.ts'],
  insider: ['S14 forty deeds of an insider', 'test/office/guards/insider/insider.prove.ts'],
  outages: ['72 hours without each source', 'test/prove/outages.prove.ts'],
} as const
type Name = keyof typeof PROOFS

const report = join(root, '.data', 'prove', 'report.json')
let running: ReturnType<typeof spawn> | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    running?.kill(signal)
    process.exitCode = 130
  })
}
process.once('disconnect', () => running?.kill('SIGTERM'))

async function run(file: string, env: NodeJS.ProcessEnv): Promise<{ passed: number; failed: number }> {
  const binary = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'vitest.cmd' : 'vitest')
  const args = ['run', '--project=prove', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, file]
  const child = spawn(binary, args, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' })
  running = child
  const code = await new Promise((done) => {
    child.once('error', () => done(1))
    child.once('exit', done)
  })
  try {
    const result: { numPassedTests?: number; numFailedTests?: number } = JSON.parse(readFileSync(report, 'utf8'))
    const failed = result.numFailedTests ?? 0
    return { passed: result.numPassedTests ?? 0, failed: code === 0 ? failed : Math.max(1, failed) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** One line a figure; a table (what was covered, which situations came about) a line each; lists stay in the JSON. */
function tell(): void {
  for (const { proof, ...figures } of readKept()) {
    process.stdout.write(`\n${proof}\n`)
    for (const [name, value] of Object.entries(figures)) {
      if (Array.isArray(value)) continue
      if (typeof value !== 'object' || value === null) process.stdout.write(`  ${name.padEnd(44)} ${String(value)}\n`)
      else for (const [part, figure] of Object.entries(value)) process.stdout.write(`  ${`${name}: ${part}`.padEnd(44)} ${String(figure)}\n`)
    }
  }
}

function isName(word: string): word is Name {
  return Object.hasOwn(PROOFS, word)
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '1' }, scale: { type: 'string', default: '1' } } })
  const unknown = positionals.find((word) => !isName(word))
  if (unknown !== undefined || !/^\d+$/.test(values.seed) || !(Number(values.scale) > 0)) {
    throw new Error(`usage: npm run prove:faults -- [${Object.keys(PROOFS).join('|')}]… [--seed <n>] [--scale <part of the full size>]`)
  }
  const names = positionals.length > 0 ? positionals.filter(isName) : Object.keys(PROOFS).filter(isName).filter((name) => name !== 'outages' && name !== 'signatures' && name !== 'office' && name !== 'bulk')
  forget()
  mkdirSync(dirname(report), { recursive: true })
  const [bundles, assets] = await Promise.all([build(), buildAssets({ outDir: join(root, '.data', 'assets') })])
  if (bundles || assets.built) await endBuilds()
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`, PROVE_SEED: values.seed, PROVE_SCALE: values.scale, NODE_ENV: 'test' }
  process.stdout.write(`seed ${values.seed}\n`)
  const total = { passed: 0, failed: 0 }
  const seconds: Record<string, number> = {}
  for (const name of names) {
    const [title, file] = PROOFS[name]
    process.stdout.write(`\n━━ ${title} ${'━'.repeat(Math.max(3, 74 - title.length))}\n`)
    const startedAt = performance.now()
    const { passed, failed } = await run(file, env)
    seconds[name] = Math.round((performance.now() - startedAt) / 1000)
    total.passed += passed
    total.failed += failed
  }
  tell()
  process.stdout.write(`\n${JSON.stringify({ seed: Number(values.seed), scale: Number(values.scale), seconds, proofs: readKept(), ...total })}\n`)
  process.stdout.write(`${Object.entries(seconds).map(([name, took]) => `${name} ${took} s`).join(' · ')}\n${total.passed} passed, ${total.failed} failed\n`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed\n`)
  process.exitCode = 1
})
// In a process of our own the channel to the older Node would keep us alive.
if (process.connected) process.disconnect()
