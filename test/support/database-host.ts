/**
 * The database of a test run: one embedded server for all test files, started when the first of them asks, thrown away at the
 * end. Runs in vitest's main process; test files reach it by HTTP (support/database.ts).
 */
import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { settleOrphan } from '../../scripts/first/orphan.mjs'
import { markOf } from '../../scripts/first/processes.mjs'
import { openGuard } from '../../scripts/postgres/guard.ts'
import { makeDatabases, startServer } from '../../scripts/postgres/server.ts'
import { scratchFolder } from '../../scripts/testing/scratch.ts'
import { migrate } from '../../src/platform/db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where databases are handed out. */
    databaseHost: string
  }
}

const TEMPLATE = 'template_toantrinh'
const PREFIX = 'toan-trinh-test-'

interface Host {
  admin: pg.Client
  url(database: string): string
  close(): Promise<void>
}

/** Folders of runs that were killed: their server is stopped, then they go. */
async function sweepOldRuns(): Promise<void> {
  for (const place of new Set([tmpdir(), scratchFolder()])) {
    for (const name of readdirSync(place)) {
      const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : Number.NaN
      // What another account left behind is that account's to clear away.
      if (Number.isInteger(pid) && !markOf(pid) && isOurs(join(place, name))) await forget(join(place, name))
    }
  }
}

function isOurs(folder: string): boolean {
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid
  return owner !== undefined && (process.getuid === undefined || owner === process.getuid())
}

async function forget(folder: string): Promise<void> {
  for (const path of [...(await settleOrphan(folder)), folder]) rmSync(path, { recursive: true, force: true, maxRetries: 3 })
}

async function openHost(): Promise<Host> {
  await sweepOldRuns()
  const data = await mkdtemp(join(scratchFolder(), `${PREFIX}${process.pid}-`))
  const guard = openGuard()
  const server = await startServer({ data, forgetful: true })
  guard.server(server.pid)
  await makeDatabases(server.url('postgres'), [TEMPLATE])
  await migrate(server.url(TEMPLATE), join(import.meta.dirname, '..', '..', 'migrations'))
  const admin = new pg.Client({ connectionString: server.url('postgres') })
  await admin.connect()
  return {
    admin,
    url: server.url,
    async close() {
      await admin.end()
      await server.stop()
      guard.dismiss()
      await forget(data)
    },
  }
}

/** Every promise that the rows of a database break, with the first rows that break it. */
async function brokenPromises(url: string): Promise<string> {
  const { invariants } = await import('../../src/app.ts')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const broken: string[] = []
    for (const [name, query] of Object.entries(invariants)) {
      const { rows } = await client.query(query.text, query.values)
      if (rows.length > 0) broken.push(`${name}: ${JSON.stringify(rows.slice(0, 3))}`)
    }
    return broken.join('\n')
  } finally {
    await client.end()
  }
}

/** Vitest's global set-up: a door at which databases are asked for. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let host: Promise<Host> | undefined
  const serve = async (method: string, path: string): Promise<string> => {
    host ??= openHost()
    const { admin, url } = await host
    const [name = '', check] = path.split('?')
    if (method === 'DELETE') {
      const broken = check === 'check' ? await brokenPromises(url(name)) : ''
      if (broken) throw new Error(`the test left broken promises behind:\n${broken}`)
      await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`)
      return ''
    }
    const made = `test_${randomUUID().replaceAll('-', '')}`
    await admin.query(`create database ${made} template ${name === 'empty' ? 'template0' : TEMPLATE} strategy file_copy`)
    return url(made)
  }
  const door = createServer((request, answer) => {
    serve(request.method ?? '', request.url?.slice(1) ?? '').then(
      (text) => answer.end(text),
      (error: unknown) => answer.writeHead(500).end(error instanceof Error ? `${error.message}\n${'detail' in error ? String(error.detail) : ''}` : String(error)),
    )
  })
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  const address = door.address()
  project.provide('databaseHost', `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`)
  return async () => {
    door.close()
    await (await host?.catch(() => undefined))?.close()
  }
}
