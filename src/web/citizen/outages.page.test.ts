import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseWorld, openCaseWorld } from '../../../test/support/case-world.ts'
import { saveSession } from '../../capabilities/identity/store/people.ts'
import { realNow } from '../../platform/clock.ts'
import { createServer } from '../../platform/http/server.ts'
import { newId } from '../../platform/values/ids.ts'
import { paths } from '../paths.ts'
import { registerEndings } from '../public/endings/endings.tsx'
import { statusText } from '../public/status/text.ts'
import { concernsOf } from './dossier/concerns.ts'
import { registerCitizen } from './index.ts'

let world: CaseWorld
let token: string
let dossierId: string
let draftId: string

beforeAll(async () => {
  world = await openCaseWorld()
  // An's violations are asked about and not answered yet.
  await world.fault('violations', { mode: 'error503' })
  dossierId = await world.file('an')
  await world.fault('violations', { mode: 'ok' })
  await back()
  draftId = await world.draft('cuc')
  token = await sessionOf('an')
})
afterAll(() => world[Symbol.asyncDispose]())

async function sessionOf(slug: string): Promise<string> {
  const { actor } = await world.signIn(slug)
  const secret = newId()
  const at = new Date(realNow())
  await world.platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(secret).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
  return secret
}

/** A page as a server shows it that has just been started. */
async function page(path: string, cookies: Readonly<Record<string, string>> = {}): Promise<string> {
  const app = await createServer(world.platform)
  const assets = { stylesheet: '/tai-san/test.css' }
  const web = { platform: world.platform, assets: { citizen: assets, staff: assets } }
  registerEndings(app, web)
  registerCitizen(app, web)
  const { body } = await app.inject({ url: path, cookies: { phien: token, ...cookies } })
  await app.close()
  return body
}

const down = (...systems: readonly string[]) => world.platform.asOwner(`insert into platform.source_health (system, state, opened_at, failures_in_row, failing_since, first_asked_at)
  select s, 'open', platform.clock_now(), 9, platform.clock_now(), platform.clock_now() from unnest($1::text[]) s
  on conflict (system) do update set state = 'open', opened_at = platform.clock_now(), failures_in_row = 9, failing_since = platform.clock_now()`, [systems])
const back = () => world.platform.asOwner(`update platform.source_health set state = 'closed', opened_at = null, probe_at = null, failures_in_row = 0, failing_since = null`)

const TITLE = statusText.vi.bannerTitle

test('with everything well no page bears a banner', async () => {
  for (const path of [paths.mine(), paths.dossier(dossierId)]) expect(await page(path)).not.toContain(TITLE)
})

test('while violations cannot be looked up, the dossier and my licences say what that means, with a link to more (P1)', async () => {
  await down('violations')
  for (const path of [paths.mine(), paths.dossier(dossierId)]) {
    const html = await page(path)
    expect(html).toContain(statusText.vi.systems.violations.means)
    expect(html).toContain(`href="${paths.status()}"`)
  }
  expect(await page(paths.mine(), { 'ngon-ngu': 'en' })).toContain(statusText.en.systems.violations.means)
  await back()
})

test('an unpaid dossier says that the fee cannot be paid just now, and nothing of the post, which it does not need yet (P4)', async () => {
  await down('payment-platform', 'post')
  const html = await page(paths.dossier(dossierId))
  expect(html).toContain(statusText.vi.systems['payment-platform'].means)
  expect(html).not.toContain(statusText.vi.systems.post.means)
  await back()
})

test.each([['certificate', 'health-records'], ['contact', 'sms'], ['contact', 'mail'], ['delivery', 'post'], ['check', 'violations']] as const)('the page of the %s tells of a silent %s (P2)', async (step, system) => {
  await down(system)
  const cookies = { phien: await sessionOf('cuc') }
  expect(await page(paths.draft(draftId, step), cookies)).toContain(statusText.vi.systems[system].means)
  await back()
  expect(await page(paths.draft(draftId, step), cookies)).not.toContain(TITLE)
})

test('what concerns a dossier changes with where it stands, and nothing concerns a closed one', () => {
  const needs = [{ kind: 'violations', state: 'asked' }, { kind: 'fee', state: 'met' }, { kind: 'health-certificate', state: 'waived' }] as const
  expect(concernsOf({ status: 'filed', delivery: 'post' }, needs)).toEqual(['violations', 'sms', 'mail'])
  expect(concernsOf({ status: 'approved', delivery: 'post' }, needs)).toContain('timestamp-authority')
  expect(concernsOf({ status: 'signed', delivery: 'post' }, needs)).toEqual(['data-store', 'post', 'sms', 'mail'])
  expect(concernsOf({ status: 'signed', delivery: 'collect' }, needs, true)).toEqual(['sms', 'mail'])
  expect(concernsOf({ status: 'returned', delivery: 'post' }, needs)).toEqual([])
})
