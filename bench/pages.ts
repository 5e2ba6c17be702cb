/** Our real web process beside the bare one: filing by POST, the citizen's page, the officer's pages. */
import type { Filing } from '../src/dossiers/index.ts'
import type { Platform } from '../src/platform/runtime.ts'
import type { Actor } from '../src/platform/values/actor.ts'
import type { Sitting } from '../simulate/citizen/session.ts'
import { begin, encode } from '../simulate/visitor/filling.ts'
import type pg from 'pg'
import type { Bare } from './floor/bare.ts'
import { type Figure, figureOf, interleave, median, ratios, rounded } from './figures.ts'
import { makeFilings, recordFiling } from './floor/filings.ts'
import { fire, type Load, type Shot } from './load.ts'

const FILING_CLIENTS = 4
const PAGE_CLIENTS = 16

/** The press on "I declare this and file" as a request. */
function declaration({ browser }: Sitting): Shot {
  const form = browser.page.forms.find(({ action }) => action.endsWith('/nop'))
  if (!form) throw new Error('nothing to declare on this page')
  const { body, contentType } = encode(begin(form), undefined)
  const url = new URL(form.action, browser.page.url)
  return { url: url.href, method: 'POST', headers: { cookie: browser.cookieFor(url.href), 'content-type': contentType, origin: url.origin }, body: String(body) }
}

export interface HttpFigures {
  readonly ratio: Figure
  readonly perSecond: { readonly ours: number; readonly floor: number }
  readonly p99Ms: number
}

/**
 * Files by POST what people have answered; beside it the bare handler inserts as many rows.
 * @returns figures, and where each dossier's page is
 */
export async function benchFilingHttp(ready: readonly Sitting[], bare: Bare, floor: { platform: Platform; owner: pg.Pool; filing: Filing }, rounds: number): Promise<{ figures: HttpFigures; pages: Map<Sitting, string> }> {
  const pages = new Map<Sitting, string>()
  const count = Math.floor((ready.length - FILING_CLIENTS) / rounds)
  const p99: number[] = []
  const file = async (sittings: readonly Sitting[]): Promise<Load> => {
    const owners = new Map(sittings.map((sitting) => [declaration(sitting), sitting]))
    return fire([...owners.keys()], FILING_CLIENTS, (status, headers, shot) => {
      const sitting = owners.get(shot)
      if (sitting) pages.set(sitting, new URL(String(headers.location), shot.url).href.split('?')[0] ?? '')
      return status === 303 && String(headers.location).startsWith('/ho-so/')
    })
  }
  const insert = async (many: number): Promise<Load> => {
    const actor: Actor = { kind: 'citizen', personId: floor.filing.dossier.personId, sessionId: floor.filing.dossier.personId, channel: 'online' }
    const filings = await makeFilings(floor.platform, floor.owner, floor.filing, many)
    const sets = await Promise.all(filings.map(async (filing) => ({ id: filing.dossier.id, statement: await recordFiling(floor.platform, actor, filing, 'add_jobs') })))
    await bare.take(sets.map(({ id, statement }) => ({ id, text: statement.text, values: statement.values })))
    const shots = sets.map(({ id }): Shot => ({ url: `${bare.url}/file`, method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `set=${id}` }))
    return fire(shots, FILING_CLIENTS, (status) => status === 303)
  }
  await file(ready.slice(0, FILING_CLIENTS))
  await insert(count)
  let round = 0
  const values = await interleave(rounds, {
    ours: async () => {
      const from = FILING_CLIENTS + count * round
      round += 1
      const load = await file(ready.slice(from, from + count))
      p99.push(load.p99)
      return load.perSecond
    },
    floor: async () => (await insert(count)).perSecond,
  })
  return { pages, figures: { ratio: figureOf(ratios(values.ours, values.floor)), perSecond: { ours: rounded(median(values.ours), 0), floor: rounded(median(values.floor), 0) }, p99Ms: rounded(median(p99), 1) } }
}

export interface PageFigures extends HttpFigures {
  readonly bytes: number
}

/** Asks for a page again and again by sixteen clients; beside it the bare handler sends as many bytes. @param dossierId what the bare handler looks up */
export async function benchPage(shots: readonly Shot[], bare: Bare, dossierId: string, size: { rounds: number; count: number }): Promise<PageFigures> {
  const many = Array.from({ length: size.count }, (_, index) => shots[index % shots.length]).filter((shot) => shot !== undefined)
  const right = (status: number) => status === 200
  const warm = await fire([...many, ...many], PAGE_CLIENTS, right)
  const floor: Shot[] = many.map(() => ({ url: `${bare.url}/page/${dossierId}?bytes=${warm.bytes}`, method: 'GET', headers: {} }))
  await fire(floor, PAGE_CLIENTS, right)
  const p99: number[] = []
  const values = await interleave(size.rounds, {
    ours: async () => {
      const load = await fire(many, PAGE_CLIENTS, right)
      p99.push(load.p99)
      return load.perSecond
    },
    floor: async () => (await fire(floor, PAGE_CLIENTS, right)).perSecond,
  })
  return {
    ratio: figureOf(ratios(values.ours, values.floor)), perSecond: { ours: rounded(median(values.ours), 0), floor: rounded(median(values.floor), 0) },
    p99Ms: rounded(median(p99), 1), bytes: warm.bytes,
  }
}

/** A page as its owner's browser asks for it. */
export function pageShot(sitting: Pick<Sitting, 'browser'>, url: string): Shot {
  return { url, method: 'GET', headers: { cookie: sitting.browser.cookieFor(url) } }
}
