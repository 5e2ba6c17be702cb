/** Promises about the sealed log notice when they are broken (AUD2, AUD3, AUD5). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { invariants, openLog, sealLog } from '../../src/observers/audit/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { newId } from '../../src/platform/values/ids.ts'
import { openTestPlatform, type TestPlatform } from '../support/database.ts'

let platform: TestPlatform
const folder = mkdtempSync(join(tmpdir(), 'toan-trinh-audit-'))
const EVENT = '0199a000-0000-7000-8000-0000000000e7'

/** What breaks each promise, done by the owner with triggers off. */
const plantings: Record<keyof typeof invariants, string> = {
  'AUD2 leaves are numbered without gaps, and each belongs to a seal': `delete from audit.leaf where index = 2`,
  'AUD3 each seal begins where the one before it ended, and begins with itself': `delete from audit.seal where number = 1`,
  'AUD3 nothing that happened before the last seal is left out of it': `insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel, transaction_id)
    select gen_random_uuid(), dossier_id, 'approve', at, actor_kind, actor_id, subject_id, channel, transaction_id from dossiers.event where id = '${EVENT}'`,
  'AUD3 what was sealed is still there': `delete from dossiers.event where id = '${EVENT}'`,
  'AUD3 a stamp is of a seal that stands here, and not older than it': `insert into audit.stamp (seal_number, token, stamped_at) select number, decode(repeat('30', 200), 'hex'), sealed_at - interval '1 day' from audit.seal limit 1`,
  'AUD3 a witness signed a seal that stands here': `insert into audit.cosignature (seal_number, witness, line, signed_at) values (99, 'x', 'x', '2026-11-20')`,
  'AUD5 the application can neither change nor delete the log, and no guard of it is off': `alter table audit.seal disable trigger append_only`,
}

beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T02:00:00Z', env: { AUDIT_DIR: folder } })
  platform.breaksPromises()
  await platform.asOwner(`insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel) values ($1, gen_random_uuid(), 'submit', '2026-11-20T02:00:00Z', 'system', 'test', gen_random_uuid(), 'online')`, [EVENT])
  for (let seal = 1; seal <= 2; seal++) {
    await platform.work(systemActor('test'), async (work) => work.announce('dossier.read', { dossierId: newId(), purpose: 'test' }, newId()))
    await vi.waitFor(async () => {
      await sealLog(platform, openLog(platform))
      expect(await platform.asOwner('select 1 from platform.fact f where not exists (select from audit.leaf l where l.row_id = f.id::text)')).toEqual([])
    }, { timeout: 60_000, interval: 20 })
  }
})
afterAll(async () => {
  await platform[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

async function broken(): Promise<string[]> {
  const found: string[] = []
  for (const [name, query] of Object.entries(invariants)) if ((await platform.asOwner(query.text, query.values)).length > 0) found.push(name)
  return found
}

describe('every promise about the log', () => {
  test('none complains as long as nobody breaks one, and each has its planting', async () => {
    expect(await broken()).toEqual([])
    expect(Object.keys(plantings).sort()).toEqual(Object.keys(invariants).sort())
  })

  test.each(Object.entries(plantings))('%s', async (name, planting) => {
    await platform.asOwner('begin')
    try {
      // Enabling and disabling triggers is not for those who have switched them off.
      if (!planting.startsWith('alter')) await platform.asOwner('set local session_replication_role = replica')
      await platform.asOwner(planting)
      expect(await broken()).toContain(name)
    } finally {
      await platform.asOwner('rollback')
    }
  })
})
