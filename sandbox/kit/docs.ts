/** The sandbox's memory: documents in one table of its own database, or in the process when there is no database. */
import type { Pool, PoolClient } from 'pg'
import type { Docs, Json } from './box.ts'

export interface DocStore {
  collection<T>(name: string): Docs<T>
  /** Many new documents in one statement, for seeding. Those that exist already stay as they are. */
  seed(collection: string, docs: { id: string; doc: unknown }[]): Promise<void>
  /** Throws away what is past its time. */
  sweep(): Promise<void>
  close(): Promise<void>
}

const table = `
  create table if not exists document (
    collection text not null,
    id text not null,
    doc jsonb not null,
    seq bigint generated always as identity,
    expires_at timestamptz,
    primary key (collection, id)
  );
  create index if not exists document_by_seq on document (collection, seq);
  create index if not exists document_by_content on document using gin (doc jsonb_path_ops);
  create index if not exists document_by_end on document (expires_at) where expires_at is not null;
  comment on table document is 'Everything the simulated ministries remember; made-up data only'`

/**
 * Creates the one table if it is missing and keeps documents in it. `loose` is a pool whose commits do not wait for the
 * disk: what has an end anyway, such as a sign-in code, goes there, which makes a sign-in several times faster.
 */
export async function openDatabaseDocs(pool: Pool, loose: Pool): Promise<DocStore> {
  await transaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock(97097)')
    await client.query(table)
  })
  return {
    collection: <T>(name: string) => databaseCollection<T>(pool, loose, name),
    async seed(collection, docs) {
      for (let from = 0; from < docs.length; from += 500) {
        await pool.query(
          `insert into document (collection, id, doc)
           select $1, entry ->> 'id', entry -> 'doc' from jsonb_array_elements($2::jsonb) with ordinality as e(entry, place) order by place
           on conflict do nothing`,
          [collection, JSON.stringify(docs.slice(from, from + 500))])
      }
    },
    async sweep() { await pool.query('delete from document where expires_at < clock_timestamp()') },
    async close() { await Promise.all([pool.end(), loose.end()]) },
  }
}

const upsert = `insert into document (collection, id, doc, expires_at)
  values ($1, $2, $3::jsonb, clock_timestamp() + $4::double precision * interval '1 second')
  on conflict (collection, id) do update set doc = excluded.doc, expires_at = excluded.expires_at`
const read = 'select doc from document where collection = $1 and id = $2 and (expires_at is null or expires_at > clock_timestamp())'

function databaseCollection<T>(pool: Pool, loose: Pool, name: string): Docs<T> {
  return {
    async get(id) {
      const { rows } = await pool.query<{ doc: T }>({ name: 'document-get', text: read, values: [name, id] })
      return rows[0]?.doc
    },
    async put(id, doc, options) {
      await (options?.ttlSeconds ? loose : pool).query({ name: 'document-put', text: upsert, values: [name, id, JSON.stringify(doc), options?.ttlSeconds ?? null] })
    },
    async list(options = {}) {
      const { rows } = await pool.query<{ doc: T }>(
        `select doc from document where collection = $1 ${options.where === undefined ? '' : 'and doc @> $4::jsonb'}
         order by seq ${options.newestFirst ? 'desc' : 'asc'} limit $2 offset $3`,
        [name, options.limit ?? null, options.offset ?? 0, ...(options.where === undefined ? [] : [JSON.stringify(options.where)])])
      return rows.map((row) => row.doc)
    },
    async count(where) {
      const { rows } = await pool.query<{ count: string }>(
        `select count(*) from document where collection = $1 ${where === undefined ? '' : 'and doc @> $2::jsonb'}`,
        where === undefined ? [name] : [name, JSON.stringify(where)])
      return Number(rows[0]?.count ?? 0)
    },
    async delete(id) {
      await pool.query('delete from document where collection = $1 and id = $2', [name, id])
    },
    update: (id, change) => transaction(pool, async (client) => {
      // The lock is on the name, not the row, so that two first writers of a document wait for each other as well.
      await client.query({ name: 'document-lock', text: 'select pg_advisory_xact_lock(hashtext($1), hashtext($2))', values: [name, id] })
      const { rows } = await client.query<{ doc: T }>({ name: 'document-get', text: read, values: [name, id] })
      const changed = await change(rows[0]?.doc)
      await client.query({ name: 'document-put', text: upsert, values: [name, id, JSON.stringify(changed), null] })
      return changed
    }),
  }
}

async function transaction<R>(pool: Pool, run: (client: PoolClient) => Promise<R>): Promise<R> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await run(client)
    await client.query('commit')
    return result
  } catch (problem) {
    await client.query('rollback').catch(() => undefined)
    throw problem
  } finally {
    client.release()
  }
}

/** The same in memory, for tests and for looking around without a database. Documents are copied in and out. */
export function openMemoryDocs(): DocStore {
  const collections = new Map<string, Map<string, string>>()
  /** Who changes a document, by collection and id: whoever opens the collection waits in the same line. */
  const turns = new Map<string, Promise<unknown>>()
  const entries = (name: string) => {
    const found = collections.get(name) ?? new Map<string, string>()
    collections.set(name, found)
    return found
  }
  return {
    collection: <T>(name: string) => memoryCollection<T>(entries(name), turns, name),
    async seed(collection, docs) {
      for (const { id, doc } of docs) if (!entries(collection).has(id)) entries(collection).set(id, JSON.stringify(doc))
    },
    sweep: async () => undefined,
    close: async () => undefined,
  }
}

function memoryCollection<T>(kept: Map<string, string>, turns: Map<string, Promise<unknown>>, name: string): Docs<T> {
  const parse = (text: string): T => JSON.parse(text)
  const all = (where?: Json) => [...kept.values()].filter((text) => where === undefined || contains(JSON.parse(text), where))
  const docs: Docs<T> = {
    get: async (id) => { const text = kept.get(id); return text === undefined ? undefined : parse(text) },
    put: async (id, doc) => { kept.set(id, JSON.stringify(doc)) },
    async list(options = {}) {
      const found = all(options.where)
      if (options.newestFirst) found.reverse()
      const from = options.offset ?? 0
      return found.slice(from, options.limit === undefined ? undefined : from + options.limit).map(parse)
    },
    count: async (where) => all(where).length,
    delete: async (id) => { kept.delete(id) },
    update(id, change) {
      const mine = (turns.get(`${name} ${id}`) ?? Promise.resolve()).then(async () => {
        const changed = await change(await docs.get(id))
        await docs.put(id, changed)
        return changed
      })
      turns.set(`${name} ${id}`, mine.catch(() => undefined))
      return mine
    },
  }
  return docs
}

/** Containment as PostgreSQL's `@>` has it, for objects and scalars. */
function contains(doc: Json, part: Json): boolean {
  if (Array.isArray(part)) return Array.isArray(doc) && part.every((wanted) => doc.some((have) => contains(have, wanted)))
  if (part !== null && typeof part === 'object') {
    if (doc === null || typeof doc !== 'object' || Array.isArray(doc)) return false
    return Object.entries(part).every(([key, wanted]) => doc[key] !== undefined && contains(doc[key], wanted))
  }
  return doc === part
}
