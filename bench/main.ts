/** `npm run bench`: our figures beside floors, in one run, in interleaved rounds; the last line of the output is JSON. */
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { Agent } from 'undici'
import { makeDatabases } from '../scripts/postgres/server.ts'
import { root } from '../scripts/first/places.mjs'
import { openBooks } from '../simulate/books/read.ts'
import type { Sitting } from '../simulate/citizen/session.ts'
import { type CastOfficer, openOutside } from '../simulate/world/outside.ts'
import { type Running, startOrJoin } from '../simulate/world/running.ts'
import { subscriptions } from '../src/app.ts'
import { provincesOn } from '../src/catalogue/index.ts'
import { type Filing, prepareFiling } from '../src/dossiers/index.ts'
import { readConfig } from '../src/platform/config.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { sql } from '../src/platform/db/sql.ts'
import { createPlatform, type Platform } from '../src/platform/runtime.ts'
import { systemActor } from '../src/platform/values/actor.ts'
import { localDateAt } from '../src/platform/values/dates.ts'
import { type Bare, startBare } from './floor/bare.ts'
import { rounded } from './figures.ts'
import { benchFiling } from './work/filing.ts'
import { benchLifecycles } from './people/lifecycles.ts'
import { benchSigning } from './work/signing.ts'
import { closeLoad, type Shot } from './load.ts'
import { fillMillion, PROVINCE } from './million/fill.ts'
import { benchLists } from './million/lists.ts'
import { benchFilingHttp, benchPage, benchPortraits, pageShot } from './pages.ts'
import { atDeclaration, type Bench, bring } from './people/people.ts'
import { benchRecount } from './floor/recount.ts'
import { benchCold, benchReady, childrenOf, cpuSecondsOf, postgresOf, rssMbOf } from './starts.ts'
import { openDesk } from '../simulate/office/officer.ts'

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, cold: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' }, dossiers: { type: 'string', default: '1000000' }, profile: { type: 'string' } } })
const parts = ['filing', 'recount', 'portraits', 'filingHttp', 'pages', 'signing', 'lifecycles', 'million', 'starts'] as const
/** What is asked for with --only, separated by commas; else everything. */
const wants = (part: (typeof parts)[number]) => options.only === undefined || options.only.split(',').includes(part)
const size = options.quick ? { rounds: 3, filings: 60, people: 24, pages: 100, lifecycles: 12, starts: 1, signatures: 5 } : { rounds: 7, filings: 200, people: 144, pages: 300, lifecycles: 45, starts: 3, signatures: 20 }

/** Web and worker leave a profile each in the folder; hot-spots.ts reads it. */
const profiling: Record<string, string> = options.profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${resolve(options.profile)}` } : {}

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort(new Error(`stopped by ${signal}`)))
process.once('disconnect', () => ending.abort(new Error('the parent went away')))
const began = performance.now()
const tell = (line: string) => process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}\n`)

/** A platform of this process on a database of the running system, with its keys. */
function platformOn(running: Running, databaseUrl: string): Platform {
  return createPlatform(readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: running.data, LOG_LEVEL: 'fatal', SANDBOX_URL: running.sandboxUrl }), 'bench', subscriptions)
}

/** A migrated database beside the running system's: nobody takes its jobs. */
async function openFloor(running: Running): Promise<string> {
  const url = new URL(running.databaseUrl)
  url.pathname = '/bench'
  await makeDatabases(running.databaseUrl, ['bench'])
  await migrate(url.href, join(root, 'migrations'))
  return url.href
}

async function measure(running: Running): Promise<Record<string, unknown>> {
  const { system } = running
  const agent = new Agent({ connections: 32 })
  const bench: Bench = { home: running.webUrl, outside: openOutside(running.sandboxUrl, agent), agent, traffic: { requests: 0, errors: {}, pageMs: [] }, abort: ending.signal }
  const books = openBooks(running.databaseUrl, running.sandboxDatabaseUrl)
  const pidOf = (name: string) => system?.children.find((child) => child.name === name)?.pid
  const floorUrl = await openFloor(running)
  const [main, floor, owner, bare] = [platformOn(running, running.databaseUrl), platformOn(running, floorUrl), new pg.Pool({ connectionString: floorUrl, max: 12 }), await startBare(floorUrl)]
  owner.on('error', () => {})
  const worker = pidOf('worker')
  try {
    const figures: Record<string, unknown> = {}
    if (wants('signing')) {
      tell('signatures')
      figures['signing'] = await benchSigning(floor, { rounds: size.rounds, count: size.signatures })
    }
    // Nothing else asks for people.
    if (options.only === 'signing') return figures
    const cast = await bench.outside.readCast()
    const able = cast.citizens.filter(({ story }) => story.eligible && !['charged-twice', 'late-certificate'].includes(story.kind))
    tell(`${size.people} people answer all questions`)
    const ready = await bring(bench, able.slice(0, size.people), atDeclaration, 6)
    const filing = await templateOf(main, ready[0]?.browser.page.url.pathname ?? '')
    // The jobs of what is filed below would run on the same two cores.
    if (worker) process.kill(worker, 'SIGSTOP')
    if (wants('million')) {
      tell(`${options.dossiers} dossiers are filled in`)
      figures['million'] = await measureMillion(running)
    }
    if (wants('filing')) {
      tell('filing')
      figures['filing'] = await benchFiling(floor, owner, filing, { rounds: size.rounds, count: size.filings })
    }
    if (wants('recount')) {
      tell('due dates counted anew')
      figures['recount'] = await benchRecount(floor, owner, size.rounds)
    }
    if (wants('portraits')) {
      tell('twenty pictures at once')
      figures['portraits'] = await benchPortraits(bench.home, ready, size.rounds)
    }
    if (wants('filingHttp') || wants('pages')) {
      tell('filing by POST')
      const http = await benchFilingHttp(ready, bare, { platform: floor, owner, filing }, size.rounds)
      figures['filingHttp'] = http.figures
      if (wants('pages')) Object.assign(figures, await measurePages(bench, http.pages, cast.officers, bare, filing.dossier.id))
    }
    if (worker) process.kill(worker, 'SIGCONT')
    if (wants('lifecycles')) {
      tell('the worker does what was filed')
      while ((await books.countPending()) > 0) await pause(200)
      tell(`${size.lifecycles} lifecycles`)
      const people = able.slice(size.people, size.people + size.lifecycles)
      const spent = (): Record<string, number> => ({
        web: cpuSecondsOf(pidOf('web')), worker: cpuSecondsOf(worker), sandbox: cpuSecondsOf(pidOf('sandbox')), pictures: sumOf(childrenOf(pidOf('web')).map(cpuSecondsOf)),
        postgres: sumOf(postgresOf(running.data).map(cpuSecondsOf)), visitors: cpuSecondsOf(process.pid),
      })
      const lifecycles = await benchLifecycles(bench, books, people, cast.officers, spent)
      Object.assign(figures, { lifecyclesPerSecond: lifecycles.perSecond, lifecycles })
    }
    const rss = { web: rssMbOf(pidOf('web')), worker: rssMbOf(worker), pictures: childrenOf(pidOf('web')).map(rssMbOf) }
    return { ...figures, rssMb: (rss.web ?? 0) + (rss.worker ?? 0), rss }
  } finally {
    if (worker) process.kill(worker, 'SIGCONT')
    bare.close()
    await Promise.all([main.close(), floor.close(), owner.end(), books.close(), agent.close(), closeLoad()])
  }
}

/** Worklists and searches over a million dossiers, in a database of their own. */
async function measureMillion(running: Running): Promise<Record<string, unknown>> {
  const url = new URL(running.databaseUrl)
  url.pathname = '/million'
  await makeDatabases(running.databaseUrl, ['million'])
  await migrate(url.href, join(root, 'migrations'))
  const [platform, owner] = [platformOn(running, url.href), new pg.Client({ connectionString: url.href })]
  await owner.connect()
  try {
    const dossiers = Number(options.dossiers)
    const filledFrom = performance.now()
    const { rows: [clock] } = await owner.query<{ now: Date }>('select platform.clock_now() as now')
    const now = clock?.now ?? new Date()
    await fillMillion(owner, { dossiers, now, provinces: provincesOn(localDateAt(now)).map(({ id }) => id).filter((id) => id !== PROVINCE) })
    const fillSeconds = rounded((performance.now() - filledFrom) / 1000, 1)
    tell('worklists and searches')
    return { dossiers, fillSeconds, ...await benchLists(platform, owner, size.pages) }
  } finally {
    await Promise.all([platform.close(), owner.end()])
  }
}

/** The page of one's dossier, an officer's dossier and the officer's list, each beside the bare handler. */
async function measurePages(bench: Bench, filed: ReadonlyMap<Sitting, string>, officers: readonly CastOfficer[], bare: Bare, dossierId: string): Promise<Record<string, unknown>> {
  const page = (shots: readonly Shot[]) => benchPage(shots, bare, dossierId, { rounds: size.rounds, count: size.pages })
  tell('the citizen\u2019s page')
  const citizenPage = await page([...filed].map(([sitting, url]) => pageShot(sitting, url)))
  const desk = await openDesk(bench, officers, 'appraiser')
  const list = new URL('/can-bo/ho-so?xem=waiting-citizen', bench.home).href
  await desk.browser.open(list)
  const rows = desk.browser.page.links.filter(({ href }) => /^\/can-bo\/ho-so\/[0-9a-f-]{36}(\?|$)/.test(href)).map(({ href }) => pageShot(desk, new URL(href, bench.home).href))
  tell('the officer\u2019s pages')
  const officerPage = await page(rows)
  return { citizenPage, officerPage, officerWorklist: await page([pageShot(desk, list)]) }
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** A real draft, judged as for filing. @param address of its check page */
async function templateOf(platform: Platform, address: string): Promise<Filing> {
  const draftId = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(address)?.[0] ?? ''
  const { personId } = await platform.read(systemActor('bench'), (work) => work.db.one<{ personId: string }>(sql`select person_id as "personId" from dossiers.draft where id = ${draftId}`))
  const prepared = await platform.read({ kind: 'citizen', personId, sessionId: personId, channel: 'online' }, (work) => prepareFiling(work, { personId, draftId, lang: 'vi' }))
  if ('filedAs' in prepared) throw new Error('the draft was filed already')
  return prepared
}

async function main(): Promise<void> {
  const running = await startOrJoin({ running: undefined, keep: true }, tell, { SANDBOX_CAST: String(Math.ceil((size.people + size.lifecycles) * 1.5)), SANDBOX_SEED: '1', ...profiling }, ending.signal)
  let figures: Record<string, unknown> = {}
  try {
    figures = await measure(running).finally(() => running.close())
    if (wants('starts')) {
      tell('starts on kept data')
      figures['readyMs'] = await benchReady(running.data, size.starts)
    }
  } finally {
    running.forget()
  }
  if (options.cold) {
    tell('a start from an empty checkout')
    figures['coldSeconds'] = await benchCold()
  }
  process.stdout.write(`${JSON.stringify(figures, undefined, options.json ? undefined : 2)}\n`)
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
// In a process of our own the channel to the older Node would keep us alive.
if (process.connected) process.disconnect()
