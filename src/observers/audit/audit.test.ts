import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { type Sql, sql } from '../../platform/db/sql.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { findReceipt, jobs, listSealedSteps, LogBroken, openLog, outsidePath, readOutside, sealLog, verifyLog } from './index.ts'
import { countUnsealed, listSealed } from './store/rows.ts'

const actor = systemActor('test')

/** A log of its own, with a file outside. */
async function openWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'toan-trinh-audit-'))
  const platform = await openTestPlatform({ at: '2026-11-20T02:00:00Z', env: { AUDIT_DIR: folder } })
  const log = openLog(platform)
  return {
    platform, folder, log,
    async verify(held: readonly string[] = []) {
      const outside = readOutside(folder)
      return platform.work(actor, (work) => verifyLog(work, { verifier: log.key.verifier, outside, held }))
    },
    /** Somebody's dossier is read: a fact, by the way all facts take. @returns whose */
    async happens(): Promise<string> {
      const subject = newId()
      await platform.work(actor, async (work) => work.announce('dossier.read', { dossierId: newId(), purpose: 'test' }, subject))
      return subject
    },
    /** A step of a dossier. @returns the event's id */
    async step(dossierId: string, kind = 'submit'): Promise<string> {
      const id = newId()
      await platform.work(actor, async (work) => work.append(sql`insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel, details)
        values (${id}, ${dossierId}, ${kind}, ${work.now}, 'citizen', ${newId()}, ${newId()}, 'online', '{"amount": 115000}')`))
      return id
    },
    /** Seals until nothing waits: other tests' transactions on the same server are waited for as well. */
    async sealAll(step?: number): Promise<void> {
      await vi.waitFor(async () => {
        await sealLog(platform, log, step)
        expect(await platform.work(actor, countUnsealed)).toBe(0)
      }, { timeout: 60_000, interval: 20 })
    },
    async [Symbol.asyncDispose]() {
      await platform[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

describe('the sealer', () => {
  test('numbers what happened without gaps, once, under roots that lie outside (AUD2, AUD3)', async () => {
    await using world = await openWorld()
    for (let i = 0; i < 5; i++) await world.happens()
    await world.sealAll()
    expect(await sealLog(world.platform, world.log)).toBe(0)
    await world.step(newId())
    await world.sealAll()
    const verdict = await world.verify()
    expect(verdict).toMatchObject({ leaves: 6 + verdict.seals, outside: verdict.seals, waiting: 0, faults: [] })
    expect(readFileSync(outsidePath(world.folder), 'utf8').match(/\n\u2014 nhat-ky\.vidu\.invalid /g)).toHaveLength(verdict.seals)
  })

  test('asks for a stamp with its first checkpoint; before that, and after, the hour is enough: a log that nobody seals keeps no job busy (S13)', async () => {
    await using world = await openWorld()
    const { platform } = world
    const asked = async () => (await platform.asOwner<{ n: number }>(`select count(*)::int as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'audit.stamp'`))[0]?.n
    await jobs['audit.stamp']?.(platform, {})
    expect(await platform.asOwner("select round(extract(epoch from due_at - platform.clock_now()) / 60)::int as minutes from platform.due where task = 'audit.stamp'")).toEqual([{ minutes: 60 }])
    expect(await asked()).toBe(0)
    for (const _ of ['first', 'second']) {
      await world.happens()
      await world.sealAll()
    }
    expect(await asked()).toBe(1)
  })

  test('leaves what a running transaction may still add to until it has ended', async () => {
    await using world = await openWorld()
    const began = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    const slow = world.platform.work(actor, async (work) => {
      await work.db.run(sql`select pg_current_xact_id()`)
      began.resolve()
      await mayEnd.promise
      work.announce('dossier.read', { dossierId: newId(), purpose: 'slow' }, newId())
    })
    await began.promise
    try {
      await world.happens()
      expect(await sealLog(world.platform, world.log)).toBe(0)
      expect((await world.verify()).waiting).toBe(1)
    } finally {
      mayEnd.resolve()
      await slow
    }
    await world.sealAll()
    expect(await world.verify()).toMatchObject({ leaves: 2 + (await world.verify()).seals, faults: [] })
  })

  test('takes a large backlog in steps, each sealed for itself, and two sealers take turns', async () => {
    await using world = await openWorld()
    for (let i = 0; i < 13; i++) await world.happens()
    await Promise.all([sealLog(world.platform, world.log, 4), sealLog(world.platform, world.log, 4)])
    await world.sealAll(4)
    const verdict = await world.verify()
    expect(verdict).toMatchObject({ leaves: 13 + verdict.seals, outside: verdict.seals, waiting: 0, faults: [] })
    expect(verdict.seals).toBeGreaterThanOrEqual(4)
  })

  test('takes rows that another server numbered, after the database was restored into a new one', async () => {
    await using world = await openWorld()
    await world.platform.asOwner(`insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, channel, transaction_id) values ($1, 'test', '{}', '2026-11-20', 'system', 'test', 'online', '900000000000')`, [newId()])
    await world.happens()
    await world.sealAll()
    await world.happens()
    await world.sealAll()
    expect(await world.verify()).toMatchObject({ waiting: 0, faults: [] })
  })

  test('writes outside what a killed process had sealed but not written, whole or half', async () => {
    await using world = await openWorld()
    const breaks: readonly ((note: string) => number)[] = [() => 0, () => 25, (note) => note.indexOf('\n\n') + 2, (note) => note.length - 10, (note) => note.length]
    for (const breakAt of breaks) {
      await world.happens()
      await world.sealAll()
      const file = outsidePath(world.folder)
      const notes = readOutside(world.folder)
      const last = notes.at(-1) ?? ''
      writeFileSync(file, notes.slice(0, -1).map((note) => `${note}\n`).join(''))
      appendFileSync(file, last.slice(0, breakAt(last)))
      await sealLog(world.platform, world.log)
      expect((await world.verify()).faults).toEqual([])
      expect(readOutside(world.folder).at(-1)).toBe(last)
    }
  })

  test('may seal while the log is verified: what it adds meanwhile is no fault (S13)', async () => {
    await using world = await openWorld()
    await world.happens()
    await world.sealAll()
    const before = await world.verify()
    const { verifier } = world.log.key
    let questions = 0
    const verdict = await world.platform.work(actor, ({ db }) => verifyLog({ db: { ...db, async many<R>(query: Sql) {
      const rows = await db.many<R>(query)
      // Between the first page of seals and the next.
      if (++questions === 2) {
        await world.happens()
        await world.sealAll()
      }
      return rows
    } } }, { verifier, outside: readOutside(world.folder) }))
    expect(verdict).toMatchObject({ leaves: before.leaves, seals: before.seals, faults: [] })
    expect((await world.verify()).seals).toBeGreaterThan(before.seals)
  })

  test('stops with one alarm when the file outside is gone, or tells of seals that this database never made (S13)', async () => {
    await using world = await openWorld()
    for (let i = 0; i < 2; i++) {
      await world.happens()
      await world.sealAll()
    }
    const kept = readFileSync(outsidePath(world.folder))
    rmSync(outsidePath(world.folder))
    await world.happens()
    for (let i = 0; i < 2; i++) await expect(sealLog(world.platform, world.log)).rejects.toThrow(LogBroken)
    expect(await world.platform.asOwner('select kind, system from platform.alarm')).toEqual([{ kind: 'log-broken', system: 'own' }])
    expect((await world.verify()).waiting).toBe(1)
    writeFileSync(outsidePath(world.folder), kept)
    await world.sealAll()
    expect((await world.verify()).faults).toEqual([])
    rmSync(outsidePath(world.folder))
    mkdirSync(outsidePath(world.folder))
    await world.happens()
    await expect(sealLog(world.platform, world.log)).rejects.toThrow('the file outside cannot be read: EISDIR')
    await using other = await openWorld()
    writeFileSync(outsidePath(other.folder), kept)
    await other.happens()
    await expect(sealLog(other.platform, other.log)).rejects.toThrow('this database does not have')
  })

  test('builds nothing on hashes that somebody has changed: it stops before it signs a root over them (S13)', async () => {
    await using world = await openWorld()
    for (let i = 0; i < 3; i++) await world.happens()
    await world.sealAll()
    const signed = readOutside(world.folder)
    for (const table of ['audit.leaf', 'audit.node']) await world.platform.asOwner(`alter table ${table} disable trigger append_only; update ${table} set hash = sha256(hash); alter table ${table} enable trigger append_only`)
    await world.happens()
    await vi.waitFor(() => expect(sealLog(world.platform, world.log)).rejects.toThrow('not under the last root'), { timeout: 60_000, interval: 20 })
    expect(readOutside(world.folder)).toEqual(signed)
    expect(await world.platform.asOwner('select kind from platform.alarm')).toEqual([{ kind: 'log-broken' }])
  })
})

describe('the log', () => {
  let world: Awaited<ReturnType<typeof openWorld>>
  let platform: TestPlatform
  let subject: string
  const dossierId = newId()
  let event: string
  beforeAll(async () => {
    world = await openWorld()
    platform = world.platform
    subject = await world.happens()
    event = await world.step(dossierId)
    await world.sealAll()
  })
  afterAll(() => world[Symbol.asyncDispose]())

  test.each(['leaf', 'node', 'seal', 'cosignature'])('cannot be changed or deleted in audit.%s by the application, nor by mistake by the owner (AUD5)', async (table) => {
    const column = { seal: 'note = note', cosignature: 'line = line' }[table] ?? 'hash = hash'
    for (const statement of [`update audit.${table} set ${column}`, `delete from audit.${table}`, `truncate audit.${table}`]) {
      await expect(platform.pool.query(statement)).rejects.toThrow('permission denied')
      await expect(platform.asOwner(statement)).rejects.toThrow('append-only')
    }
  })

  test('holds nothing from which a person could be read: ids of rows and salted hashes only (AUD6)', async () => {
    const [row] = await platform.asOwner<{ all: string }>(`select string_agg(to_jsonb(l)::text, ' ') as all from audit.leaf l`)
    expect(row?.all).toContain(event)
    expect(row?.all).not.toContain(subject)
    expect(row?.all).not.toContain(dossierId)
  })

  test.each(['dossiers.event', 'platform.fact'])('seals every column of %s: one that is added needs a new form', async (source) => {
    const [schema, table] = source.split('.')
    const columns = await platform.asOwner<{ name: string }>('select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2', [schema, table])
    const sealed = (await platform.work(actor, (work) => listSealed(work, 0, 10))).find((leaf) => leaf.source === source)
    expect(Object.keys(sealed?.row ?? {}).filter((key) => key !== 'form').sort()).toEqual(columns.map(({ name }) => name).sort())
  })

  test('gives a receipt for a sealed step of that dossier only, of at most 2 KB', async () => {
    const { verifier } = world.log.key
    const receipt = await platform.read(actor, (work) => findReceipt(work, verifier, dossierId, event))
    expect(receipt).toMatchObject({ format: 'toan-trinh-receipt/1', row: { id: event, kind: 'submit', dossier_id: dossierId, details: '{"amount": 115000}' } })
    // A log of a million lines has twenty hashes on the way to its root.
    expect(JSON.stringify({ ...receipt, proof: Buffer.alloc(20 * 32).toString('base64') }).length).toBeLessThan(2_048)
    expect(await platform.read(actor, (work) => listSealedSteps(work, dossierId))).toMatchObject([{ eventId: event, kind: 'submit' }])
    expect(await platform.read(actor, (work) => findReceipt(work, verifier, newId(), event))).toBeUndefined()
    const later = await world.step(dossierId, 'accept')
    expect(await platform.read(actor, (work) => findReceipt(work, verifier, dossierId, later))).toBeUndefined()
  })
})
