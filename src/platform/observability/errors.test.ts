import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { sql } from '../db/sql.ts'
import { systemActor } from '../values/actor.ts'
import { sayError } from './errors.ts'
import { createLogger } from './log.ts'

const CANARY = 'Nguyễn Văn Canh-Gác 097088001234'
let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform[Symbol.asyncDispose]())

/** What the log writes of something. */
function written(what: object): string {
  let text = ''
  createLogger('info', 'test', new Writable({ write(chunk, _encoding, done) {
    text += String(chunk)
    done()
  } })).info(what, 'said')
  return text
}

async function caught(doing: () => unknown): Promise<Error> {
  try {
    await doing()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('nothing was thrown')
}

const insert = (id: string, task: string) => platform.work(systemActor('test'), async (work) => {
  await work.db.run(sql`insert into platform.stuck_job (id, task, payload, attempts, error, stuck_at) values (${id}, ${task}, '{}', 1, '', ${work.now})`)
})

test.each<[string, () => unknown]>([
  ['a text that is no JSON', () => JSON.parse(`${CANARY}`)],
  ['a text that is no address', () => new URL(CANARY)],
  ['a value of the wrong type', () => insert(CANARY, 'x')],
  ['a value that is there already', () => platform.work(systemActor('test'), async (work) => {
    await work.db.run(sql`insert into platform.process (name) values (${CANARY}), (${CANARY})`)
  })],
  ['a text with a stack that quotes it', () => {
    throw Object.assign(new Error('short'), { detail: CANARY, parameters: [CANARY], stack: `Error: ${CANARY}\n    at somewhere (file.ts:1:1)` })
  }],
])('%s fails without being quoted in the log (AUD6)', async (_, doing) => {
  const error = await caught(doing)
  const text = written({ err: error }) + sayError(error)
  expect(text).not.toContain('Canh')
  expect(text).not.toContain('097088001234')
  expect(text).toMatch(/"stack":"\s+at /)
})

test('the code of a broken constraint stays, for whoever mends it', async () => {
  const error = await caught(() => platform.work(systemActor('test'), async (work) => {
    await work.db.run(sql`insert into platform.process (name) values (${CANARY}), (${CANARY})`)
  }))
  expect(sayError(error)).toBe('database error 23505 at process_pkey')
})

test('fields with a telling name are hidden, wherever they stand', () => {
  const text = written({ fullName: CANARY, person: { identityNumber: CANARY, contact: { phone: CANARY, email: CANARY } } })
  expect(text).not.toContain('Canh')
})
