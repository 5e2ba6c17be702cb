import type { FastifyInstance } from 'fastify'
import { afterAll, beforeEach, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../../test/support/database.ts'
import { createServer } from '../../../platform/http/server.ts'
import { paths } from '../../paths.ts'
import { registerEndings } from '../endings/endings.tsx'
import { registerPublic } from '../index.ts'
import { statusText } from './text.ts'

let platform: TestPlatform
let app: FastifyInstance

beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T05:00:00Z' })
})
afterAll(() => platform[Symbol.asyncDispose]())

/** A server whose memory is empty. */
beforeEach(async () => {
  await app?.close()
  app = await createServer(platform)
  const assets = { stylesheet: '/tai-san/test.css' }
  const web = { platform, assets: { citizen: assets, staff: assets } }
  registerEndings(app, web)
  registerPublic(app, web)
})

const read = async (path: string, lang = 'vi') => {
  const { statusCode, body, headers } = await app.inject({ url: path, cookies: { 'ngon-ngu': lang } })
  return { status: statusCode, body, headers, text: body.replace(/<style.*?<\/style>|<[^>]+>/gs, ' ').replace(/\s+/g, ' ') }
}

async function silent(system: string, sinceHours: number): Promise<void> {
  await platform.asOwner(`insert into platform.source_health (system, state, opened_at, failures_in_row, failing_since, first_asked_at, last_asked_at, last_failure, last_failure_at)
    values ($1, 'open', platform.clock_now(), 9, platform.clock_now() - make_interval(hours => $2), platform.clock_now() - interval '30 days', platform.clock_now(), 'timeout', platform.clock_now())`, [system, sinceHours])
  await platform.asOwner(`insert into platform.source_outage (system, began_at, failure) values ($1, platform.clock_now() - make_interval(hours => $2), 'timeout')`, [system, sinceHours])
}

test('before anybody asked, the page claims nothing', async () => {
  const { text } = await read(paths.status())
  expect(text).toContain('Chưa có số liệu')
  expect(text).not.toContain('Mọi hệ thống đang trả lời')
})

test('while all is well the page says so, and no other page bears a banner', async () => {
  await platform.asOwner(`insert into platform.source_health (system, first_asked_at, last_asked_at, last_success_at) values ('post', platform.clock_now() - interval '2 days', platform.clock_now(), platform.clock_now())`)
  const { status, text, headers, body } = await read(paths.status())
  expect([status, headers['cache-control'], headers.vary]).toEqual([200, 'public, max-age=30', expect.stringContaining('cookie')])
  expect(text).toContain('Mọi hệ thống đang trả lời')
  expect(text).toContain('không bao giờ gửi đường dẫn')
  expect(body).not.toContain('<script')
  expect(body).not.toContain('undefined')
  expect((await read(paths.home())).text).not.toContain('Đang có gián đoạn')
})

test('a silent source is told with what it means, its day and its ninety days in words; the pages that need it say the same (P1)', async () => {
  await silent('violations', 6)
  await silent('national-id', 1)
  const { text, body } = await read(paths.status())
  expect(text).toContain('2 hệ thống đang gián đoạn')
  expect(text).toContain(statusText.vi.systems.violations.means)
  expect(text).toContain('Hoạt động trong 24 giờ qua: 75,0 %')
  expect(text).toContain('20/11/2026 : 6 giờ')
  expect(body.length).toBeLessThan(30_000)
  expect((await read(paths.status(), 'en')).text).toContain(statusText.en.systems.violations.means)
  const home = await read(paths.home())
  expect(home.text).toContain(statusText.vi.systems['national-id'].means)
  expect(home.text).not.toContain(statusText.vi.systems.violations.means)
  expect((await read(paths.home(), 'en')).text).toContain(statusText.en.systems['national-id'].means)
})

test('the page is linked from every footer, and names nobody', async () => {
  expect((await read(paths.help())).body).toContain(`href="${paths.status()}"`)
  expect((await read(paths.status())).headers['set-cookie']).toBeUndefined()
})

test('a page comes although nobody can say how the systems are doing', async () => {
  await platform.asOwner('alter table platform.source_health rename to hidden')
  const { status, text } = await read(paths.home())
  await platform.asOwner('alter table platform.hidden rename to source_health')
  expect(status).toBe(200)
  expect(text).not.toContain('Đang có gián đoạn')
})

test('both languages say the same things', () => {
  const keys = (value: unknown): unknown => (value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, keys(one)])) : '')
  expect(keys(statusText.en)).toEqual(keys(statusText.vi))
})
