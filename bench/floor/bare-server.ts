/**
 * The floor, in a process of its own: bare Fastify and pg. One query and as many bytes as our page has, or one insert set.
 * What it lacks (sessions, rights, escaping, checks, a log of requests) is what ours costs.
 */
import formbody from '@fastify/formbody'
import Fastify from 'fastify'
import pg from 'pg'

/** A statement made ready before the measuring: drawing up values is not the handler's work. */
export interface InsertSet {
  readonly id: string
  readonly text: string
  readonly values: readonly unknown[]
}

const [, , databaseUrl = ''] = process.argv
const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 })
pool.on('error', () => {})
const sets = new Map<string, InsertSet>()
const fillers = new Map<number, string>()
const app = Fastify({ logger: false })
await app.register(formbody)

function fillerOf(bytes: number): string {
  const filler = fillers.get(bytes) ?? 'x'.repeat(Math.max(0, bytes - 40))
  fillers.set(bytes, filler)
  return filler
}

app.get<{ Params: { dossierId: string }; Querystring: { bytes: string } }>('/page/:dossierId', async (request, reply) => {
  const { rows } = await pool.query<{ code: string }>({ name: 'page', text: 'select submission_code as code from dossiers.dossier where id = $1', values: [request.params.dossierId] })
  return reply.type('text/html; charset=utf-8').send(`<!doctype html>${(rows[0]?.code ?? '').padEnd(25)}${fillerOf(Number(request.query.bytes))}`)
})

app.post<{ Body: { set: string } }>('/file', async (request, reply) => {
  const set = sets.get(request.body.set)
  if (!set) return reply.code(404).send()
  await pool.query({ name: 'file', text: set.text, values: [...set.values] })
  return reply.redirect('/done', 303)
})

process.on('message', (message: readonly InsertSet[]) => {
  for (const set of message) sets.set(set.id, { ...set, values: set.values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)) })
  process.send?.({ taken: message.length })
})
process.once('disconnect', () => process.exit(0))

await app.listen({ host: '127.0.0.1', port: 0 })
const address = app.server.address()
process.send?.({ port: address && typeof address === 'object' ? address.port : 0 })
