/** Every address the web process answers, asked of the very server that `src/main.ts` builds; no database is needed for it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/platform/config.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { createPlatform } from '../../src/platform/runtime.ts'
import { registerPages } from '../../src/web/pages.ts'
import { paths } from '../../src/web/paths.ts'
import { rolesAt } from './doors.ts'
import { heading, table } from './markdown.ts'

interface Route {
  readonly method: string
  readonly url: string
  /** What somebody without a session gets. */
  readonly stranger: 'sent to sign in' | 'sent on' | 'answered'
}

const AUDIENCES: readonly (readonly [name: string, begins: RegExp])[] = [
  ['Officers and operators', /^\/can-bo(\/|$)/],
  ['Card printers', /^\/in-the(\/|$)/],
  ['Administrators', /^\/(lich-lam-viec|quan-tri)(\/|$)/],
  ['Counters', /^\/quay(\/|$)/],
  ['Clinics', /^\/phong-kham(\/|$)/],
  ['The post', /^\/buu-dien(\/|$)/],
  ['Provincial leaders', /^\/lanh-dao(\/|$)/],
  ['Citizens, signed in', /^\/(cua-toi|ho-so|ho-so-nhap|thanh-toan)(\/|$)/],
  ['Machines', /^\/(may|healthz|\.well-known)(\/|$)/],
  ['Everybody', /^\//],
]

const signIn = paths.signIn('').replace(/\?.*/, '?')
const PARAMETER = '01900000-0000-7000-8000-000000000000'

async function collect(): Promise<Route[]> {
  const folder = mkdtempSync(join(tmpdir(), 'routes-'))
  // An address where no database listens: a page that reads without asking who is there fails, and is told apart by that.
  const config = readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DATA_DIR: folder, LOG_LEVEL: 'silent' })
  const platform = createPlatform(config, 'docs', {})
  const found: { method: string; url: string }[] = []
  try {
    const app = await createServer(platform)
    app.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') found.push({ method: one, url })
    })
    const assets = { stylesheet: '/tai-san/x.css', script: undefined, icon: undefined, preload: [] }
    await registerPages(app, { platform, assets: { citizen: assets, staff: assets } })
    await app.ready()
    const routes: Route[] = []
    for (const { method, url } of found) {
      const answer = await app.inject({ method: method === 'POST' ? 'POST' : 'GET', url: url.replace(/:\w+/g, PARAMETER), headers: { host: '127.0.0.1' } })
      const sentTo = answer.statusCode >= 300 && answer.statusCode < 400 ? String(answer.headers.location) : undefined
      routes.push({ method, url, stranger: sentTo === undefined ? 'answered' : sentTo.startsWith(signIn) ? 'sent to sign in' : 'sent on' })
    }
    await app.close()
    return routes
  } finally {
    await platform.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One table an audience; a route that lost its guard shows in the diff. */
export async function listRoutes(): Promise<string> {
  const routes = await collect()
  const audienceOf = (url: string) => AUDIENCES.find(([, begins]) => begins.test(url))?.[0]
  const sections = AUDIENCES.flatMap(([name]) => {
    const own = routes.filter((route) => audienceOf(route.url) === name).sort((a, b) => (a.url + a.method < b.url + b.method ? -1 : 1))
    if (own.length === 0) return []
    const isAtWork = own.every(({ method, url }) => rolesAt(url, method))
    const rows = own.map(({ method, url, stranger }) => [method, `\`${url}\``, stranger, ...(isAtWork ? [rolesAt(url, method)?.join(', ') ?? ''] : [])])
    return [...heading(2, name), ...table(['method', 'address', 'without a session', ...(isAtWork ? ['who enters'] : [])], rows)]
  })
  return [
    ...heading(1, 'Addresses'),
    'Asked of a running server without a session. Addresses are built in `src/web/paths.ts` and nowhere else; style sheets, script and fonts lie below `/tai-san/`.',
    'Who enters says the table in `src/web/doors/`; what everybody meets, and for what they come: [doors](doors.md). `test/journeys/every-role-at-every-door.test.ts` knocks: every other role is told that the page is not theirs, or led home from the desk.', '',
    ...sections,
  ].join('\n')
}
