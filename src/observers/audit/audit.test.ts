import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { openLog, readOutside, sealLog, verifyLog } from './index.ts'

const actor = systemActor('test')
let platform: TestPlatform
const folder = mkdtempSync(join(tmpdir(), 'toan-trinh-audit-'))
beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T02:00:00Z', env: { AUDIT_DIR: folder } })
})
afterAll(async () => {
  await platform[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

const log = () => openLog(platform)
const verify = (held: readonly string[] = []) => {
  const outside = readOutside(folder)
  return platform.work(actor, (work) => verifyLog(work, { verifier: log().key.verifier, outside, held }))
}
/** Something happens: a fact, by the way all facts take. */
const happens = () => platform.work(actor, async (work) => work.announce('dossier.read', { dossierId: newId(), purpose: 'test' }, newId()))

test('what happened is sealed once, in a log that fits the file outside (AUD2, AUD3)', async () => {
  for (let i = 0; i < 5; i++) await happens()
  expect(await sealLog(platform, log())).toBe(5)
  expect(await sealLog(platform, log())).toBe(0)
  await happens()
  expect(await sealLog(platform, log())).toBe(1)
  expect(await verify()).toMatchObject({ leaves: 8, seals: 2, outside: 2, waiting: 0, faults: [] })
})

test('what a running transaction may still add is not sealed before it has ended, and then is', async () => {
  const before = (await verify()).leaves
  let end = (): void => {}
  const wait = new Promise<void>((done) => {
    end = done
  })
  let began = (): void => {}
  const beginning = new Promise<void>((done) => {
    began = done
  })
  const slow = platform.work(actor, async (work) => {
    await work.db.one({ text: 'select pg_current_xact_id()::text as id', values: [] } as never)
    began()
    await wait
    work.announce('dossier.read', { dossierId: newId(), purpose: 'slow' }, newId())
  })
  await beginning
  await happens()
  expect(await sealLog(platform, log())).toBe(0)
  expect((await verify()).waiting).toBe(1)
  end()
  await slow
  expect(await sealLog(platform, log())).toBe(2)
  expect(await verify()).toMatchObject({ leaves: before + 3, faults: [] })
})
