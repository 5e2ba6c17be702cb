import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rolesAt } from '../../scripts/docs/doors.ts'
import { saveSession } from '../../src/capabilities/identity/store/people.ts'
import { realNow } from '../../src/platform/clock.ts'
import { formToken } from '../../src/platform/http/csrf.ts'
import { createServer } from '../../src/platform/http/server.ts'
import type { Actor } from '../../src/platform/values/actor.ts'
import { registerPages } from '../../src/web/pages.ts'
import { paths } from '../../src/web/paths.ts'
import { publicText } from '../../src/web/public/text.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'

const ROLES = ['appraiser', 'signer', 'supervisor', 'operator', 'clerk', 'doctor', 'postal', 'leader', 'administrator', 'printer', 'inspector'] as const
type Role = (typeof ROLES)[number]
/** The desk's own people; it leads everybody else home. */
const handlers: readonly Role[] = ['appraiser', 'signer', 'supervisor', 'inspector']

const homes: Readonly<Record<Role, string>> = {
  appraiser: paths.desk(), signer: paths.desk(), supervisor: paths.desk(), operator: paths.operations(), clerk: paths.counter(), doctor: paths.clinic(), postal: paths.postDesk(), leader: paths.leader(), administrator: paths.calendar(), printer: paths.printing(), inspector: paths.desk(),
}

let world: CaseWorld
let app: FastifyInstance
type Method = 'GET' | 'POST'
const isKnocked = (method: string): method is Method => method === 'GET' || method === 'POST'
const routes: { readonly method: Method; readonly url: string }[] = []

interface Caller {
  readonly token: string
  readonly sessionId: string
}

async function signIn(actor: Extract<Actor, { kind: 'staff' | 'citizen' }>): Promise<Caller> {
  const token = randomBytes(16).toString('base64url')
  const at = new Date(realNow())
  const sessionId = await world.platform.work(actor, (work) => saveSession(work, {
    tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at,
  }))
  return { token, sessionId }
}

beforeAll(async () => {
  world = await openCaseWorld()
  app = await createServer(world.platform)
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (isKnocked(one) && rolesAt(url, one)) routes.push({ method: one, url })
  })
  const assets = { stylesheet: '/tai-san/x.css' }
  await registerPages(app, { platform: world.platform, assets: { citizen: assets, staff: assets } })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await world[Symbol.asyncDispose]()
})

/** Told that a page is for another role or for staff; a clinic that may not issue yet is told so on its own page, which is another matter. */
function isRefused({ statusCode, body }: { statusCode: number; body: string }): boolean {
  return statusCode === 403 && [publicText.vi.endings['other-role'][0], publicText.vi.endings['not-staff'][0]].some((title) => title !== undefined && body.includes(title))
}

/** What somebody meets at a door. */
async function knock({ method, url }: (typeof routes)[number], caller?: Caller): Promise<'enters' | 'led home' | 'not theirs' | 'signs in first' | 'sent on' | `fails: ${number}`> {
  const answer = await app.inject({
    method, url: url.replace(/:\w+/g, '01900000-0000-7000-8000-000000000000'), ...(caller ? { cookies: { phien: caller.token } } : {}),
    ...(method === 'POST' ? { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: caller ? new URLSearchParams({ _csrf: formToken(world.platform.keys.session, caller.sessionId) }).toString() : '' } : {}),
  })
  const sentTo = answer.statusCode === 303 ? String(answer.headers.location) : ''
  if (answer.statusCode >= 500) return `fails: ${answer.statusCode}`
  if (sentTo.startsWith('/dang-nhap')) return 'signs in first'
  // An address that only leads to the first page of its audience tells nobody anything.
  if (sentTo && url !== sentTo && rolesAt(sentTo) === rolesAt(url, method) && Object.values(homes).includes(sentTo)) return 'sent on'
  if (sentTo && url === paths.desk() && Object.values(homes).includes(sentTo) && sentTo !== paths.desk()) return 'led home'
  return isRefused(answer) ? 'not theirs' : 'enters'
}

test('at every door of people at work every role enters its own and no other; citizens and strangers enter none (AUZ1)', async () => {
  expect(routes.length).toBeGreaterThan(40)
  const wrong: string[] = []
  const citizen = await signIn((await world.signIn('an')).actor)
  const callers = await Promise.all(ROLES.map(async (role) => [role, await signIn(await world.staff(role))] as const))
  for (const route of routes) {
    const name = `${route.method} ${route.url}`
    const allowed = route.url === paths.desk() ? handlers : rolesAt(route.url, route.method) ?? []
    const away = route.method === 'GET' && route.url === paths.desk() ? 'led home' : 'not theirs'
    const met = await Promise.all([
      knock(route).then((meets) => ['stranger', meets, 'signs in first']), knock(route, citizen).then((meets) => ['citizen', meets, 'not theirs']),
      ...callers.map(([role, caller]) => knock(route, caller).then((meets) => [role, meets, allowed.includes(role) ? 'enters' : away])),
    ])
    for (const [who, meets, should] of met) if (meets !== should && meets !== 'sent on') wrong.push(`${name}: ${who} ${meets}, not ${should}`)
  }
  expect(wrong).toEqual([])
})

test('the way to one’s own pages is the same for everybody: the desk leads each role home', async () => {
  for (const role of ROLES) {
    const { token } = await signIn(await world.staff(role))
    const answer = await app.inject({ url: paths.desk(), cookies: { phien: token } })
    const isAtHome = homes[role] === paths.desk()
    expect([role, answer.statusCode < 400, isAtHome || answer.headers.location === homes[role]]).toEqual([role, true, true])
    if (!isAtHome) expect(isRefused(await app.inject({ url: homes[role], cookies: { phien: token } })), role).toBe(false)
  }
})
