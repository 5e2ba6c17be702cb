/** What somebody who owns the database may do to the log, as superuser: the ways of S13, some in more than one form. */
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { Place } from './look.ts'
import { sealPlace } from './sealing.ts'
import { stampAttacks } from './stamp-attacks.ts'

/** Where an attack happens: a copy of the database, and of the folders beside it. */
export interface Ground {
  readonly client: pg.Client
  readonly place: Place
  /** A copy of the database as it was when half of the dossiers had been filed: made for whoever asks. */
  early(): Promise<Place>
  /** Where authorities answer that nobody named. */
  readonly stranger: string
  /** One more copy of all that is sealed. */
  copy(): Promise<Pick<Ground, 'client' | 'place'>>
}

/** What the verifier is given after an attack: where to look, and the checkpoints that citizens hold. */
export interface Scene {
  readonly place: Place
  readonly held?: readonly string[]
}

export interface Attack {
  readonly name: string
  /** The fault that must be among those found; any unless told. */
  readonly seen?: RegExp
  run(ground: Ground): Promise<Scene>
}

/** A statement as superuser, past every trigger. */
const force = (sql: string): Attack['run'] => async ({ client, place }) => {
  await client.query(`begin; set local session_replication_role = replica; ${sql}; commit`)
  return { place }
}

/** An event in the middle of the log. */
const MIDDLE = `(select sequence from dossiers.event order by sequence offset 40 limit 1)`
const FIRST = `(select sequence from dossiers.event order by sequence limit 1)`
const LISTED = `(select id from dossiers.list_reading order by id offset 5 limit 1)`
const COLUMNS = 'id, dossier_id, kind, from_status, to_status, at, actor_kind, actor_id, subject_id, channel, details'

/** A folder for a forger's own file of checkpoints. @param key true: with the key of the log */
function forgersPlace(place: Place, key: boolean): Place {
  const DATA_DIR = `${place.DATA_DIR}-forged`
  mkdirSync(DATA_DIR, { recursive: true })
  if (key) cpSync(join(place.DATA_DIR, 'keys'), join(DATA_DIR, 'keys'), { recursive: true })
  return { ...place, DATA_DIR }
}

/** Changes a row, forgets the whole log and builds it anew. */
async function rebuild({ client, place }: Pick<Ground, 'client' | 'place'>, key: boolean): Promise<string> {
  await client.query(`begin; set local session_replication_role = replica; update dossiers.event set actor_id = 'somebody-else' where sequence = ${MIDDLE};
    truncate audit.leaf, audit.node, audit.seal; commit`)
  return sealPlace(forgersPlace(place, key))
}

export const attacks: readonly Attack[] = [
  { name: 'update: who did it', run: force(`update dossiers.event set actor_id = 'somebody-else' where sequence = ${MIDDLE}`) },
  { name: 'update: one figure in the details', run: force(`update dossiers.event set details = '{"amount": 115000.0}' where sequence = ${MIDDLE}`) },
  { name: 'update: whose data was read', run: force(`update platform.fact set subject_id = gen_random_uuid() where sequence = (select sequence from platform.fact where kind = 'dossier.read' order by sequence offset 3 limit 1)`) },
  { name: 'delete: one event', run: force(`delete from dossiers.event where sequence = ${MIDDLE}`) },
  { name: 'delete: a reading', run: force(`delete from platform.fact where sequence = (select sequence from platform.fact where kind = 'dossier.read' order by sequence offset 3 limit 1)`) },
  { name: 'update: whom a list showed', run: force(`update dossiers.list_reading set dossier_ids = array[gen_random_uuid()] where id = ${LISTED}`) },
  { name: 'delete: that a list was seen', run: force(`delete from dossiers.list_reading where id = ${LISTED}`) },
  { name: 'insert back-dated: a list that nobody saw', run: force(`insert into dossiers.list_reading select gen_random_uuid(), at, staff_id, office_code, dossier_ids, purpose, identity_indexes from dossiers.list_reading where id = ${LISTED}`) },
  {
    name: 'insert back-dated: among sealed rows',
    run: force(`insert into dossiers.event (${COLUMNS}, transaction_id) select gen_random_uuid(), dossier_id, 'approve', from_status, to_status, at, actor_kind, actor_id, subject_id, channel, details, transaction_id from dossiers.event where sequence = ${FIRST}`),
  },
  {
    name: 'insert back-dated: with an old time, and sealed honestly',
    async run(ground) {
      await ground.client.query(`insert into dossiers.event (${COLUMNS}) select gen_random_uuid(), dossier_id, 'approve', from_status, to_status, at - interval '1 day', actor_kind, actor_id, subject_id, channel, details from dossiers.event where sequence = ${FIRST}`)
      await sealPlace(ground.place)
      return { place: ground.place }
    },
  },
  {
    name: 'reorder: two events change places',
    run: force(`update dossiers.event e set kind = o.kind, from_status = o.from_status, to_status = o.to_status, at = o.at from dossiers.event o
      where (e.sequence = ${FIRST} and o.sequence = ${MIDDLE}) or (e.sequence = ${MIDDLE} and o.sequence = ${FIRST})`),
  },
  { name: 'reorder: two leaves change places', run: force(`update audit.leaf set index = index + 1000000 where index in (30, 31); update audit.leaf set index = 1000061 - index where index > 1000000`) },
  { name: 'truncate the tail: the last leaves', run: force(`delete from audit.leaf where index > (select max(index) - 5 from audit.leaf)`) },
  {
    name: 'truncate the tail: the last seal with its rows',
    run: force(`delete from dossiers.event e using audit.leaf l, (select first_index from audit.seal order by number desc limit 1) s where l.source = 'dossiers.event' and l.row_sequence = e.sequence and l.index >= s.first_index;
      delete from platform.fact f using audit.leaf l, (select first_index from audit.seal order by number desc limit 1) s where l.source = 'platform.fact' and l.row_sequence = f.sequence and l.index >= s.first_index;
      delete from audit.node n using (select first_index from audit.seal order by number desc limit 1) s where n.last >= s.first_index;
      delete from audit.leaf l using (select first_index from audit.seal order by number desc limit 1) s where l.index >= s.first_index;
      delete from audit.seal where number = (select max(number) from audit.seal)`),
  },
  { name: 'truncate all', run: force('truncate audit.leaf, audit.node, audit.seal, dossiers.event, platform.fact cascade') },
  {
    name: 'rewrite all and rebuild, with a key of their own',
    async run(ground) {
      await rebuild(ground, false)
      return { place: ground.place }
    },
  },
  {
    name: 'rewrite all and rebuild, with the key of the log',
    async run(ground) {
      await rebuild(ground, true)
      return { place: ground.place }
    },
  },
  {
    name: 'disable a trigger: change a row with its leaf, enable it again',
    async run({ client, place }) {
      await client.query(`alter table audit.leaf disable trigger append_only; update dossiers.event set actor_id = 'somebody-else' where sequence = ${MIDDLE};
        update audit.leaf set digest = sha256(digest), hash = sha256(hash) where source = 'dossiers.event' and row_sequence = ${MIDDLE}; alter table audit.leaf enable trigger append_only`)
      return { place }
    },
  },
  {
    name: 'disable a trigger, and nothing else yet',
    async run({ client, place }) {
      await client.query('alter table audit.leaf disable trigger append_only')
      return { place }
    },
  },
  {
    name: 'give the application the right to change',
    async run({ client, place }) {
      await client.query('grant update on dossiers.event to toantrinh_app')
      return { place }
    },
  },
  { name: 'restore an old backup', run: async ({ early, place }) => ({ place: { ...(await early()), DATA_DIR: place.DATA_DIR } }) },
  {
    name: 'restore an old backup, and go on sealing',
    async run({ early, place }) {
      const where = { ...(await early()), DATA_DIR: place.DATA_DIR }
      const refused = await sealPlace(where).then(() => false, () => true)
      if (!refused) throw new Error('the sealer went on upon an old backup')
      return { place: where }
    },
  },
  {
    name: 'split view: a citizen is shown another history, signed with the key of the log',
    async run(ground) {
      // The forger shows the checkpoint of a changed copy; the log itself stays as it was.
      const shown = await rebuild(await ground.copy(), true)
      return { place: ground.place, held: [shown] }
    },
  },
  ...stampAttacks,
]
