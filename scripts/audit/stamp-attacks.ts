/** What somebody may do to the stamps of time, who owns the database and can write the files outside as well. */
import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stampBytes } from '../../src/capabilities/documents/index.ts'
import { openLog, stampLog, stampsPath } from '../../src/observers/audit/index.ts'
import type { Attack, Ground } from './attacks.ts'
import { openPlace, type Place } from './look.ts'
import { sealPlace } from './sealing.ts'

const fileOf = (place: Place) => stampsPath(join(place.DATA_DIR, 'audit'))
const FACT = `insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, channel) values (gen_random_uuid(), 'dossier.read', '{"purpose": "self-test"}', platform.clock_now(), 'system', 'self-test', 'online')`

/** One more checkpoint, so much later by the shown clock. */
async function later({ client, place }: Pick<Ground, 'client' | 'place'>, minutes: number): Promise<string> {
  await client.query(`update platform.clock set shown_base = shown_base + (clock_timestamp() - real_base) * rate + make_interval(mins => ${minutes}), real_base = clock_timestamp(); ${FACT}`)
  return sealPlace(place)
}

/** Puts a token where that of the newest checkpoint belongs, in the database and outside. */
async function plant({ client, place }: Pick<Ground, 'client' | 'place'>, note: string, token: Buffer): Promise<void> {
  await client.query('insert into audit.stamp (seal_number, token, stamped_at) select number, $1, sealed_at from audit.seal order by number desc limit 1', [token])
  appendFileSync(fileOf(place), `${note.split('\n')[1]} ${createHash('sha256').update(note).digest('hex')} ${token.toString('base64')}\n`)
}

export const stampAttacks: readonly Attack[] = [
  {
    name: 'stamp: the token of another checkpoint', seen: /is of another checkpoint/,
    async run(ground) {
      const note = await later(ground, 1)
      const [other] = (await ground.client.query<{ token: Buffer }>('select token from audit.stamp order by seal_number limit 1')).rows
      await plant(ground, note, other?.token ?? Buffer.alloc(0))
      return { place: ground.place }
    },
  },
  {
    name: 'stamp: a token is gone from the database', seen: /is not in the database/,
    async run({ client, place }) {
      await client.query('begin; set local session_replication_role = replica; delete from audit.stamp where seal_number = 1; commit')
      return { place }
    },
  },
  {
    name: 'stamp: a token is gone outside', seen: /does not stand in the file outside/,
    async run({ place }) {
      writeFileSync(fileOf(place), readFileSync(fileOf(place), 'utf8').split('\n').slice(1).join('\n'))
      return { place }
    },
  },
  {
    name: 'stamp: none for longer than is allowed, here and outside', seen: /longer than allowed/,
    async run(ground) {
      await ground.client.query('begin; set local session_replication_role = replica; truncate audit.stamp; commit')
      rmSync(fileOf(ground.place))
      for (let i = 0; i < 6; i++) await later(ground, 58)
      return { place: ground.place }
    },
  },
  {
    name: 'stamp: by a stranger, whom the database was told to trust', seen: /nobody who is trusted/,
    async run(ground) {
      await later(ground, 1)
      await ground.client.query('truncate documents.trust_anchor, documents.revocation_list')
      const platform = openPlace({ ...ground.place, SANDBOX_URL: ground.stranger })
      try {
        await stampLog(platform, openLog(platform))
      } finally {
        await platform.close()
      }
      return { place: ground.place }
    },
  },
  {
    name: 'stamp: older than its checkpoint, which claims to be of tomorrow', seen: /older than its checkpoint/,
    async run(ground) {
      const note = await later(ground, 1_440)
      const platform = openPlace(ground.place)
      try {
        await plant(ground, note, (await stampBytes(platform, Buffer.from(note))).token)
      } finally {
        await platform.close()
      }
      return { place: ground.place }
    },
  },
]
