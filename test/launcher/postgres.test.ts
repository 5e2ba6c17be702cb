import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { settleOrphan } from '../../scripts/first/orphan.mjs'
import { makeDatabases, startServer } from '../../scripts/postgres/server.ts'

afterEach(() => vi.unstubAllEnvs())

async function ask<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

/** A data folder below one that is closed to others. */
function closedFolder(): string {
  return mkdtempSync(join(tmpdir(), 'đóng kín '))
}

async function forget(data: string): Promise<void> {
  for (const path of [...(await settleOrphan(data)), data]) rmSync(path, { recursive: true, force: true })
}

test.each([['on', 'an ordinary user, or root in a namespace of its own'], ['off', 'root where namespaces are forbidden']])('the embedded server keeps its data below a closed folder (namespaces %s: %s)', async (namespaces) => {
  vi.stubEnv('USER_NAMESPACES', namespaces)
  const data = closedFolder()
  const first = await startServer({ data })
  expect(first.fresh).toBe(true)
  await makeDatabases(first.url('postgres'), ['toantrinh', 'sandbox'])
  await makeDatabases(first.url('postgres'), ['toantrinh'])
  await ask(first.url('toantrinh'), "create table kept as select 'Đổi giấy phép' as text")
  await first.stop()
  const second = await startServer({ data })
  expect(second.fresh).toBe(false)
  expect(second.url('toantrinh')).toBe(first.url('toantrinh'))
  expect(await ask(second.url('toantrinh'), 'select text from kept')).toEqual([{ text: 'Đổi giấy phép' }])
  await second.stop()
  await forget(data)
  expect(existsSync(data)).toBe(false)
}, 60_000)

test('it listens on the loopback address only, asks for the password of a file that only its owner reads, and really syncs', async () => {
  const data = closedFolder()
  const server = await startServer({ data })
  const settings = await ask<{ name: string; setting: string }>(server.url('postgres'), "select name, setting from pg_settings where name in ('fsync', 'listen_addresses', 'synchronous_commit', 'unix_socket_directories') order by name")
  expect(settings.map(({ setting }) => setting)).toEqual(['on', '127.0.0.1', 'on', ''])
  const password = join(data, 'keys', 'postgres.password')
  expect(statSync(password).mode & 0o077).toBe(0)
  const wrong = server.url('postgres').replace(readFileSync(password, 'utf8'), 'wrong')
  await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/)
  await server.stop()
  await forget(data)
})

test('a server left by a killed launcher is stopped, and what it had acknowledged is there', async () => {
  const data = closedFolder()
  const orphan = await startServer({ data })
  await ask(orphan.url('postgres'), 'create table acknowledged as select 1 as n')
  const next = await startServer({ data })
  await orphan.gone
  expect(await ask(next.url('postgres'), 'select n from acknowledged')).toEqual([{ n: 1 }])
  await next.stop()
  await forget(data)
})
