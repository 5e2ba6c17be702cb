import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { drawnFaceJpeg } from '../../../test/support/drawn-face.ts'
import { sha256Hex } from '../../platform/files/contract.ts'
import { sql } from '../../platform/db/sql.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { closePortraitEngine, type Examination, examine, findAcceptedPortrait, findPortrait, invariants, jobs, keep, portraitEngine, readCrop, receiptHash } from './index.ts'
import { getPortrait } from './store/portraits.ts'

const an = newId()
const actor = systemActor('test')
let platform: TestPlatform
let good: Examination

beforeAll(async () => {
  platform = await openTestPlatform({ at: '2025-04-10T02:00:00Z' })
  portraitEngine(platform, { timeLimitMs: 60_000 })
  good = await examine(platform, await drawnFaceJpeg())
})
afterAll(async () => {
  await closePortraitEngine(platform)
  await platform[Symbol.asyncDispose]()
})

function pathOf(hash: string): string {
  return join(platform.config.filesDir, hash.slice(0, 2), hash)
}

async function violations(name: string): Promise<unknown[]> {
  const query = invariants[name]
  if (!query) throw new Error(`no invariant ${name}`)
  return await platform.read(actor, (work) => work.db.many(query))
}

async function facts(kind: string): Promise<{ payload: Record<string, unknown>; subject_id: string | null }[]> {
  return await platform.read(actor, (work) => work.db.many(sql`select payload, subject_id from platform.fact where kind = ${kind} order by sequence`))
}

describe('an accepted portrait (B2, P5)', () => {
  test('is on the disk, read back, before the person is told', async () => {
    expect(good.state).toBe('accepted')
    if (good.state !== 'accepted') return
    expect(sha256Hex(readFileSync(pathOf(good.cropHash)))).toBe(good.cropHash)
    expect(sha256Hex(readFileSync(pathOf(good.originalHash)))).toBe(good.originalHash)
    expect(good.cropHash).toBe(sha256Hex(good.crop))
  })

  test('comes back byte for byte as the person saw it', async () => {
    const portrait = await platform.work(actor, (work) => keep(work, { personId: an, examination: good, source: 'upload' }))
    const seen = await readCrop(platform, portrait.id)
    expect(good.state === 'accepted' && seen.equals(good.crop)).toBe(true)
    const stored = await platform.read(actor, (work) => getPortrait(work, portrait.id))
    expect(stored).toEqual(portrait)
    expect(await platform.read(actor, (work) => findAcceptedPortrait(work, portrait.id))).toEqual(portrait)
  })

  test('is announced once, by ids alone', async () => {
    const draftId = newId()
    const portrait = await platform.work(actor, (work) => keep(work, { personId: an, draftId, examination: good, source: 'upload' }))
    const told = (await facts('portrait.accepted')).filter((fact) => fact.payload['portraitId'] === portrait.id)
    expect(told).toEqual([{ payload: { portraitId: portrait.id, draftId }, subject_id: an }])
  })

  test('has its look from the beginning; one from before looks were taken is given the same by the job that goes through all, once', async () => {
    const look = () => platform.asOwner(`select l.look::text, l.mirrored::text from portraits.look l join portraits.portrait p on p.id = l.portrait_id where p.person_id = '${late}'`)
    const late = newId()
    await platform.work(actor, (work) => keep(work, { personId: late, examination: good, source: 'upload' }))
    const taken = await look()
    expect(taken).toHaveLength(1)
    await platform.asOwner('delete from portraits.look')
    for (const _twice of [1, 2]) await jobs['portraits.take-looks']?.(platform, {})
    expect(await look()).toEqual(taken)
    expect(await platform.asOwner('select id from portraits.portrait p where state = \'accepted\' and not exists (select from portraits.look l where l.portrait_id = p.id)')).toEqual([])
  })

  test('shows the doubt that the person insisted against', async () => {
    const closed = await drawnFaceJpeg({ eyes: 0 })
    expect(await examine(platform, closed)).toMatchObject({ state: 'refused', reason: 'eyes-closed', disputable: true })
    const examination = await examine(platform, closed, { insist: ['eyes-closed', 'no-face', 'nonsense'] })
    const portrait = await platform.work(actor, (work) => keep(work, { personId: an, examination, source: 'upload' }))
    expect(await platform.read(actor, (work) => getPortrait(work, portrait.id))).toMatchObject({ state: 'accepted', doubts: ['eyes-closed'] })
  })
})

describe('a refused portrait', () => {
  test('leaves a reason and measures, and nothing of the picture', async () => {
    const bytes = readFileSync('test/fixtures/portraits/noface-fruits.jpg')
    const examination = await examine(platform, bytes)
    expect(examination).toMatchObject({ state: 'refused', reason: 'no-face', disputable: false })
    expect(await platform.files.has(sha256Hex(bytes))).toBe(false)
    const portrait = await platform.work(actor, (work) => keep(work, { personId: an, examination, source: 'upload' }))
    expect(await platform.read(actor, (work) => findPortrait(work, portrait.id))).toEqual(portrait)
    expect(portrait).toMatchObject({ state: 'refused', reason: 'no-face' })
    expect(await platform.read(actor, (work) => findAcceptedPortrait(work, portrait.id))).toBeUndefined()
    await expect(readCrop(platform, portrait.id)).rejects.toThrow('portrait-not-kept')
  })

  test('that is no picture at all never reaches a decoder', async () => {
    const before = portraitEngine(platform).health()
    expect(await examine(platform, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.padEnd(100)))).toMatchObject({ reason: 'not-an-image' })
    expect(await examine(platform, new Uint8Array())).toMatchObject({ reason: 'not-an-image' })
    expect(portraitEngine(platform).health()).toEqual(before)
  })
})

describe('a stored portrait that was changed or lost', () => {
  async function stored() {
    const own = await openTestPlatform({ at: '2025-04-10T02:00:00Z' })
    const nightly = jobs['portraits.verify']
    if (good.state !== 'accepted' || !nightly) throw new Error('no portrait')
    const examination = good
    await own.files.put(await drawnFaceJpeg())
    await own.files.put(good.crop)
    const portrait = await own.work(actor, (work) => keep(work, { personId: an, examination, source: 'upload' }))
    const path = (hash: string) => join(own.config.filesDir, hash.slice(0, 2), hash)
    return {
      own, portrait, crop: path(examination.cropHash), original: path(examination.originalHash),
      night: () => nightly(own, {}),
      row: () => own.read(actor, (work) => getPortrait(work, portrait.id)),
      facts: (kind: string) => own.read(actor, (work) => work.db.many<{ payload: unknown }>(sql`select payload from platform.fact where kind = ${kind}`)),
      damage: () => own.read(actor, (work) => work.db.many(invariants['POR3 no stored portrait is missing or changed'] ?? sql`select 1`)),
    }
  }
  const spoil = (path: string) => {
    const changed = readFileSync(path)
    changed[changed.length - 100] = (changed[changed.length - 100] ?? 0) ^ 1
    writeFileSync(path, changed)
  }

  test('is read whole in the night, and the next night is planned', async () => {
    const { own, night, row, damage } = await stored()
    await using _ = own
    await own.setClock('2025-04-10T19:30:00Z')
    await night()
    expect(await row()).toMatchObject({ damagedAt: null, lost: null, verifiedAt: new Date('2025-04-10T19:30:00Z') })
    expect(await damage()).toEqual([])
    const next = await own.read(actor, (work) => work.db.many<{ due_at: Date }>(sql`select due_at from platform.due where task = 'portraits.verify'`))
    expect(next).toEqual([{ due_at: new Date('2025-04-11T19:30:00Z') }])
  })

  test('is never shown, and is mended from the bytes as sent: the very same picture, byte for byte (POR1, POR4)', async () => {
    const { own, portrait, crop, night, row, facts } = await stored()
    await using _ = own
    spoil(crop)
    await expect(readCrop(own, portrait.id)).rejects.toThrow('has changed')
    await night()
    expect(good.state === 'accepted' && (await readCrop(own, portrait.id)).equals(good.crop)).toBe(true)
    rmSync(crop)
    await expect(readCrop(own, portrait.id)).rejects.toThrow('is missing')
    await night()
    expect(await row()).toMatchObject({ damagedAt: null })
    expect([await facts('portrait.mended'), await facts('portrait.damaged')].map((found) => found.length)).toEqual([2, 0])
  })

  test('of which no copy is left is told once and marked until it is there again (POR3)', async () => {
    const { own, portrait, crop, original, night, row, facts, damage } = await stored()
    await using _ = own
    const bytes = readFileSync(original)
    rmSync(original)
    await night()
    await night()
    expect(await row()).toMatchObject({ lost: 'original', damagedAt: expect.any(Date) })
    expect((await facts('portrait.damaged')).map((fact) => fact.payload)).toEqual([{ portraitId: portrait.id, lost: 'original' }])
    rmSync(crop)
    await night()
    await night()
    expect((await facts('portrait.damaged')).map((fact) => fact.payload)).toEqual([{ portraitId: portrait.id, lost: 'original' }, { portraitId: portrait.id, lost: 'picture' }])
    expect(await damage()).toHaveLength(1)
    writeFileSync(original, bytes)
    await night()
    expect(await row()).toMatchObject({ damagedAt: null, lost: null })
    expect(await damage()).toEqual([])
  })

  test('that there is no time to mend is told, and does not keep those after it from being read (POR3)', async () => {
    const { own, portrait, crop, night, row, facts } = await stored()
    await using _ = own
    // The first in the order of ids needs its picture made anew, for which there is no time; the later one is whole.
    const bytes = await drawnFaceJpeg({ eyes: 0 })
    portraitEngine(own, { timeLimitMs: 60_000 })
    const examination = await examine(own, bytes, { insist: ['eyes-closed'] })
    // From here on nobody has time: the examining processes are shutting down.
    await portraitEngine(own).close()
    const later = await own.work(actor, (work) => keep(work, { personId: an, examination, source: 'upload' }))
    rmSync(crop)
    await own.setClock('2025-04-10T19:30:00Z')
    await night()
    await closePortraitEngine(own)
    expect(await own.read(actor, (work) => getPortrait(work, later.id))).toMatchObject({ verifiedAt: new Date('2025-04-10T19:30:00Z') })
    expect((await facts('portrait.unread')).map((fact) => fact.payload)).toEqual([{ portraitId: portrait.id }])
    expect(await row()).toMatchObject({ damagedAt: null, verifiedAt: portrait.state === 'accepted' && portrait.verifiedAt })
  }, 60_000)
})

describe('the invariants', () => {
  test.each(Object.keys(invariants))('%s holds', async (name) => {
    expect(await violations(name)).toEqual([])
  })

  test.each([
    ['POR1 accepted portraits have both hashes', 'update portraits.portrait set crop_hash = original_hash where id = $1'],
    ['POR2 accepted portraits were read back', "update portraits.portrait set verified_at = received_at - interval '1 second' where id = $1"],
    ['POR3 no stored portrait is missing or changed', "update portraits.portrait set damaged_at = received_at, lost = 'picture' where id = $1"],
    ['POR6 a registered portrait is the answer to a question about its person', "update portraits.portrait set source = 'population-register', lookup_id = gen_random_uuid() where id = $1"],
    ['POR7 what is said to look alike is of two people and as near as is said', `with other as (insert into portraits.portrait (id, person_id, state, source, original_hash, original_bytes, crop_hash, recipe_version, measures, received_at, verified_at)
        select 'ffffffff-ffff-7fff-8fff-ffffffffffff', person_id, state, source, original_hash, original_bytes, crop_hash, recipe_version, measures, received_at, verified_at from portraits.portrait where id = $1 returning id),
      looked as (insert into portraits.look select other.id, look, mirrored from portraits.look, other where portrait_id = $1 returning portrait_id) insert into portraits.alike select $1, portrait_id, 0, false from looked`],
    ['POR2 refused portraits have a reason and no file', `alter table portraits.portrait drop constraint refused_is_not_kept, drop constraint refused_with_a_reason, drop constraint only_an_accepted_one_is_doubted; update portraits.portrait set state = 'refused'`],
  ])('%s catches a planted violation', async (name, plant) => {
    await using own = await openTestPlatform()
    own.breaksPromises()
    const portrait = await own.work(actor, (work) => keep(work, { personId: an, examination: good, source: 'upload' }))
    const query = invariants[name]
    if (!query) throw new Error(name)
    expect(await own.read(actor, (work) => work.db.many(query))).toEqual([])
    await own.asOwner(plant, plant.includes('$1') ? [portrait.id] : [])
    expect(await own.read(actor, (work) => work.db.many(query))).toEqual([{ id: portrait.id }])
  })

  test('the application can neither rewrite nor delete what was received, nor accept without reading back', async () => {
    const id = (await platform.work(actor, (work) => keep(work, { personId: an, examination: good, source: 'upload' }))).id
    await expect(platform.work(actor, (work) => work.db.run(sql`update portraits.portrait set crop_hash = original_hash where id = ${id}`))).rejects.toThrow('permission denied')
    await expect(platform.work(actor, (work) => work.db.run(sql`delete from portraits.portrait where id = ${id}`))).rejects.toThrow('permission denied')
    await expect(platform.work(actor, (work) => work.db.run(sql`insert into portraits.portrait (id, person_id, state, source, original_hash, original_bytes, crop_hash, recipe_version, measures, received_at)
      values (${newId()}, ${an}, 'accepted', 'upload', ${'a'.repeat(64)}, 1, ${'b'.repeat(64)}, 1, '{}', ${work.now})`))).rejects.toThrow('accepted_was_read_back')
  })
})

test('the hash on the receipt is eight digits in two groups', () => {
  expect(receiptHash(`7f3a91c2${'0'.repeat(56)}`)).toBe('7f3a 91c2')
})
