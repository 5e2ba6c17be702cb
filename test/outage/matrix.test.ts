/** Every outside system fails in the same eleven ways; every client ends in the same few outcomes (P1, P9, OUT1, OUT2, OUT3). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/platform/config.ts'
import { linesWith, read, sourceFiles } from '../architecture/source.ts'
import { clients } from './clients/all.ts'
import { ways } from './matrix.ts'
import { openOutageWorld, type OutageWorld } from './world.ts'

/** What a file calls its questions: beside `purpose`, or passed to the function that asks; 'search.' stands for all that begin so. */
function purposesIn(text: string): string[] {
  const beside = [...text.matchAll(/\bpurpose: ([^,\n]+)/g)].flatMap(([, value = '']) => [...value.matchAll(/'([a-z][\w.-]*)'|`([\w.-]+)\$\{/gi)].map(([, whole, start]) => whole ?? start ?? ''))
  const passed = [...text.matchAll(/\b(?:ask|send|query)\w*\(platform, '([a-z][\w.-]*)'/gi)].map(([, whole = '']) => whole)
  // What the eID is asked has the name of its address.
  return [...beside, ...passed, ...(text.includes('openid-client') ? ['openid-configuration', 'request', 'token', 'me'] : [])]
}

let world: OutageWorld
beforeAll(async () => {
  world = await openOutageWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

describe.each(clients.map((client) => [client.name, client] as const))('%s', (_, client) => {
  test.each(ways)('%s', (way) => client.meets(world, way))

  test('was asked everything that its row names', () => {
    expect(client.purposes.filter((purpose) => !world.everAsked.has(`${client.system} ${purpose}`))).toEqual([])
  })
})

test('every outside system of the settings has a row', () => {
  const systems = Object.keys(readConfig({ DATABASE_URL: 'postgres://localhost/x' }).outside)
  expect([...new Set(clients.map((client) => client.system))].sort()).toEqual(systems.sort())
})

test('every file that calls outside is a row, and every question in it', () => {
  const callers = sourceFiles().filter((path) => linesWith(/platform\.outside\.call\b/, [path]).length > 0)
  expect([...new Set(clients.map((client) => client.file))].sort()).toEqual(callers)
  for (const file of callers) {
    const known = clients.filter((client) => client.file === file).flatMap((client) => client.purposes)
    const named = purposesIn(read(file))
    expect(named.length, `${file} names what it asks`).toBeGreaterThan(0)
    expect(named.filter((purpose) => !known.some((one) => one === purpose || (purpose.endsWith('.') && one.startsWith(purpose)))), file).toEqual([])
  }
})

test('nothing goes outside around the one way that logs, waits and gives up', () => {
  const around = linesWith(/\bfetch\(|from 'undici'|from 'node:https?'/, sourceFiles())
    .filter((line) => !/^src\/(platform\/outside\/call|platform\/background\/health|platform\/http\/\w+|simulation)\.ts/.test(line))
  expect(around).toEqual([])
})
