/** `--self-test`: a database of its own, fifty dossiers, and every way in which its owner might rewrite their history. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { noteListed } from '../../src/dossiers/index.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { newId } from '../../src/platform/values/ids.ts'
import { settleOrphan } from '../first/orphan.mjs'
import { root } from '../first/places.mjs'
import { openGuard } from '../postgres/guard.ts'
import { makeDatabases, startServer } from '../postgres/server.ts'
import { attacks, type Ground } from './attacks.ts'
import { startAuthorities } from './authorities.ts'
import { lookAt, openPlace, type Place } from './look.ts'
import { sealPlace } from './sealing.ts'

/** Fifty, sealed in three runs; an old backup has the first. */
const BATCHES = [25, 13, 12] as const
const DOSSIERS = BATCHES.reduce((sum, n) => sum + n, 0)
/** The steps of a dossier, with what is announced of each and how often somebody reads it. */
const STEPS = [
  ['submit', null, 'filed', 'dossier.submitted'], ['accept', 'filed', 'accepted', 'dossier.accepted'], ['approve', 'accepted', 'approved', 'dossier.approved'],
  ['sign', 'approved', 'signed', 'dossier.signed'], ['handOver', 'signed', 'returned', 'dossier.returned'],
] as const

/** Somebody in whose list each dossier stands once. */
const reader = { kind: 'staff', staffId: newId(), personId: newId(), role: 'appraiser', provinceCode: 'bac-ninh', officeCode: null, sessionId: 'self-test', channel: 'online' } as const

/** Dossiers from filing to the result, each step an event and a fact in one transaction, as the service writes them. */
async function fileDossiers(place: Place, count: number): Promise<void> {
  const platform = openPlace(place)
  try {
    for (let i = 0; i < count; i++) {
      const [dossierId, personId] = [newId(), newId()]
      await platform.work(reader, (work) => noteListed(work, 'worklist', { dossierIds: [dossierId] }))
      for (const [kind, from, to, fact] of STEPS) {
        await platform.work(systemActor('self-test'), async (work) => {
          work.append(sql`insert into dossiers.event (id, dossier_id, kind, from_status, to_status, at, actor_kind, actor_id, subject_id, channel, details)
            values (${newId()}, ${dossierId}, ${kind}, ${from}, ${to}, ${work.now}, 'system', 'self-test', ${personId}, 'online', '{"amount": 115000}')`)
          work.announce('dossier.read', { dossierId, purpose: 'self-test' }, personId)
          work.announce(fact, { dossierId }, personId)
        })
      }
    }
  } finally {
    await platform.close()
  }
}

/** Many facts at once, for the figures. */
async function writeFacts(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (let left = count; left > 0; left -= 50_000) {
    await client.query(`insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, subject_id, channel)
      select gen_random_uuid(), 'dossier.read', jsonb_build_object('dossierId', gen_random_uuid(), 'purpose', 'self-test'), platform.clock_now(), 'staff', gen_random_uuid(), gen_random_uuid(), 'online' from generate_series(1, $1)`, [Math.min(left, 50_000)])
  }
  await client.end()
}

/** @param events how many more rows are sealed and verified for the figures, 0 for none @returns the number of attacks that were not seen, plus one for a false alarm */
export async function selfTest(tell: (line: string) => void, events: number): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'toan-trinh-audit-'))
  const guard = openGuard()
  // The authorities that stamp, and others that nobody trusts.
  const [server, sandbox, stranger] = await Promise.all([startServer({ data, forgetful: true }), startAuthorities(), startAuthorities()])
  guard.server(server.pid)
  const clients: pg.Client[] = []
  try {
    const folder = join(data, 'base')
    mkdirSync(folder)
    await makeDatabases(server.url('postgres'), ['base'])
    await migrate(server.url('base'), join(root, 'migrations'))
    const base: Place = { DATABASE_URL: server.url('base'), DATA_DIR: folder, SANDBOX_URL: sandbox.url }
    const admin = await connect(server.url('postgres'), clients)
    const copyTo = async (name: string, from = 'base'): Promise<Place> => {
      await admin.query(`create database ${name} template ${from} strategy file_copy`)
      cpSync(folder, join(data, name), { recursive: true })
      return { ...base, DATABASE_URL: server.url(name), DATA_DIR: join(data, name) }
    }
    const [first, ...rest] = BATCHES
    await fileDossiers(base, first)
    await sealPlace(base, true)
    await copyTo('early')
    for (const count of rest) {
      await fileDossiers(base, count)
      await sealPlace(base, true)
    }
    let missed = 0
    const control = await lookAt(base)
    tell(`${control.faults.length === 0 ? '✓' : '✗'} control: ${DOSSIERS} dossiers, ${control.leaves} leaves, ${control.seals} seals, ${control.stamps?.count ?? 0} stamps, nobody touched them: ${control.faults.length} faults`)
    if (control.faults.length > 0) missed += say(tell, control.faults)
    for (const [i, attack] of attacks.entries()) {
      let copies = 0
      const copy = async (): Promise<Pick<Ground, 'client' | 'place'>> => {
        const place = await copyTo(`attacked_${i}_${copies++}`)
        return { place, client: await connect(place.DATABASE_URL, clients) }
      }
      const scene = await attack.run({ ...(await copy()), early: () => copyTo(`early_${i}`, 'early'), stranger: stranger.url, copy })
      const faults = (await lookAt(scene.place, scene.held)).faults.filter((fault) => attack.seen?.test(fault) ?? true)
      tell(`${faults.length > 0 ? '✓ seen' : '✗ NOT SEEN'}  ${attack.name}${faults[0] ? `: ${faults[0]}` : ''}`)
      if (faults.length === 0) missed += 1
    }
    if (events > 0) await measure(tell, base, events)
    tell(`${attacks.length - missed} of ${attacks.length} attacks seen`)
    return missed
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => {})))
    await Promise.all([server.stop(), sandbox.close(), stranger.close()])
    guard.dismiss()
    for (const path of [...(await settleOrphan(data)), data]) rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function connect(url: string, clients: pg.Client[]): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  clients.push(client)
  return client
}

function say(tell: (line: string) => void, faults: readonly string[]): number {
  for (const fault of faults) tell(`  ${fault}`)
  return 1
}

/** How long sealing and verifying many rows takes. */
async function measure(tell: (line: string) => void, place: Place, events: number): Promise<void> {
  await writeFacts(place.DATABASE_URL, events)
  const began = performance.now()
  await sealPlace(place)
  const sealed = performance.now()
  const { leaves, faults } = await lookAt(place)
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  tell(`${events} more rows sealed in ${seconds(sealed - began)} s; ${leaves} leaves verified in ${seconds(performance.now() - sealed)} s, ${faults.length} faults`)
}
