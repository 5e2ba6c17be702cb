import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../../platform/config.ts'
import { createServer } from '../../platform/http/server.ts'
import { createPlatform, type Platform } from '../../platform/runtime.ts'
import { registerPages } from '../pages.ts'
import type { Web } from '../request.ts'
import { doors, refuseSilent, watchDoors } from './index.ts'

// The pages make a folder for unfinished pictures when they please: this one stays, in the checkout, where nobody else's is.
const folder = join(process.cwd(), '.data', 'test', 'doors')
mkdirSync(folder, { recursive: true })
let platform: Platform
let app: FastifyInstance
let web: Web

beforeEach(async () => {
  platform = createPlatform(readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DATA_DIR: folder, LOG_LEVEL: 'silent' }), 'test', {})
  app = await createServer(platform)
  const assets = { stylesheet: '/tai-san/x.css', preload: [] }
  web = { platform, assets: { citizen: assets, staff: assets } }
})
afterEach(async () => {
  await app.close()
  await platform.close()
})

test('the service starts when every address is in the table, and every line of it leads to an address (AUZ1)', async () => {
  await registerPages(app, web)
  await app.ready()
  expect(doors.length).toBeGreaterThan(180)
  expect(new Set(doors.map(({ method, url }) => `${method} ${url}`)).size).toBe(doors.length)
})

test('an address that is not in the table stops the start, and the message says where to write its line (S1)', async () => {
  await registerPages(app, web)
  expect(() => app.post('/can-bo/ho-so/:id/tat-ca', async () => 'all of it')).toThrow(/POST \/can-bo\/ho-so\/:id\/tat-ca is in no table of doors: write a line for it in src\/web\/doors\//)
})

test('a line that leads to no address stops the start too (S1)', async () => {
  watchDoors(app, web)
  app.get('/can-bo', async () => 'the desk alone')
  await expect(app.ready()).rejects.toThrow(/lines that lead to no address: GET \/can-bo\/ho-so,/)
})

test('whatever names something in its address says what, so that the sweep can bring its own and another’s', () => {
  expect(doors.filter(({ url, of }) => url.includes('/:') !== (of !== undefined)).map(({ method, url }) => `${method} ${url}`)).toEqual([])
})

test('a page of people at work that does not say whom it shows stops the start; one of a dossier never says that it shows nobody (AUD4)', () => {
  expect(() => refuseSilent([...doors, { method: 'GET', url: '/can-bo/moi', who: ['appraiser'] }])).toThrow(/do not say whom they show: \/can-bo\/moi/)
  expect(() => refuseSilent(doors)).not.toThrow()
  expect(doors.filter(({ method, who, of, reads }) => method === 'GET' && typeof who === 'object' && of === 'dossier' && (reads === 'nobody' || reads === 'numbers')).map(({ url }) => url)).toEqual([])
})
