import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkPort, checkSpace, checkWritable } from '../../scripts/first/checks.mjs'
import { freeLock, takeLock } from '../../scripts/first/lock.mjs'
import { explainFile, Stop } from '../../scripts/first/say.mjs'
import { newPlace, run } from './launched.ts'

/** What a person reads when the start is refused. */
async function refusal(env: NodeJS.ProcessEnv, script = 'start.mjs'): Promise<{ code: number | null; lines: string[] }> {
  const launcher = run(script, env)
  const code = await launcher.over
  return { code, lines: launcher.output().trim().split('\n') }
}

test('a taken port is told in one sentence in each language, with the way out', async () => {
  using place = await newPlace()
  const other = createServer()
  await new Promise<void>((done) => other.listen(Number(place.env.PORT), '127.0.0.1', done))
  const { code, lines } = await refusal(place.env)
  other.close()
  expect(code).toBe(1)
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(new RegExp(`Cổng ${place.env.PORT} .*PORT=\\d+ npm start`))
  expect(lines[1]).toMatch(new RegExp(`Port ${place.env.PORT} .*PORT=\\d+ npm start`))
})

test('a wrong setting stops the start with its name and reason', async () => {
  using place = await newPlace()
  expect(await refusal({ ...place.env, PORT: 'ba nghìn' })).toMatchObject({ code: 1, lines: [expect.stringContaining('PORT'), expect.stringContaining('PORT must be a number')] })
  expect(await refusal({ ...place.env, PORT: place.env.SANDBOX_PORT })).toMatchObject({ code: 1 })
  expect((await refusal({ ...place.env, DATABASE_URL: 'mysql://x' })).lines.join('\n')).toContain('DATABASE_URL must be a postgres:// address.')
  const nobody = await refusal({ ...place.env, DATABASE_URL: 'postgres://someone:secret@127.0.0.1:1/x' })
  expect(nobody.lines.join('\n')).toContain('The database at DATABASE_URL (127.0.0.1:1) cannot be reached: ECONNREFUSED.')
  expect(nobody.lines.join('\n')).not.toContain('secret')
  expect((await refusal({ ...place.env, MODE: 'production' })).lines.join('\n')).toContain('MODE=production needs DATABASE_URL')
  expect((await refusal({ ...place.env, WORKER_CONCURRENCY: 'many' })).lines.at(-1)).toBe('  A setting is wrong: WORKER_CONCURRENCY: must be a whole number.')
})

test('while it runs, neither a second start nor a reset touches its data', async () => {
  using place = await newPlace()
  await takeLock(place.data, 'http://127.0.0.1:1')
  for (const script of ['start.mjs', 'reset.mjs']) {
    const { code, lines } = await refusal(place.env, script)
    expect(code).toBe(1)
    expect(lines[1]).toContain('already runs from this folder at http://127.0.0.1:1')
  }
  freeLock(place.data)
})

test('a lock left by a dead process is nobody’s', async () => {
  using place = await newPlace()
  writeFileSync(join(place.data, 'launcher.json'), JSON.stringify({ launcher: { pid: process.pid, mark: 'an earlier process' }, url: '', children: [] }))
  await takeLock(place.data, 'http://127.0.0.1:1')
  freeLock(place.data)
  expect((await refusal(place.env, 'reset.mjs')).code).toBe(0)
})

test('a full disk, an unwritable folder and a forbidden port each have their sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'checks-'))
  await expect(checkSpace(folder, 1e12)).rejects.toThrow(/^The disk that holds .* has only \d+ MB free; at least 1000000000000 MB are needed\.$/)
  expect(explainFile(Object.assign(new Error(), { code: 'ENOSPC' }), '/x')).toBeInstanceOf(Stop)
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500)
    expect(() => checkWritable(folder)).toThrow(/^Cannot write to /)
    await expect(checkPort(81, 'PORT', '', '')).rejects.toThrow(/may not open port 81/)
  }
  rmSync(folder, { recursive: true })
})
