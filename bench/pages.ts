/** Our real web process beside the bare one: filing by POST, the citizen's page, the officer's pages. */
import type { Filing } from '../src/dossiers/index.ts'
import type { Platform } from '../src/platform/runtime.ts'
import type { Actor } from '../src/platform/values/actor.ts'
import type { Sitting } from '../simulate/citizen/session.ts'
import { begin, encode } from '../simulate/visitor/filling.ts'
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import sharp from 'sharp'
import { request } from 'undici'
import { drawnFacePicture } from '../test/support/drawn-face.ts'
import type { Bare } from './floor/bare.ts'
import { type Figure, figureOf, interleave, median, quantile, ratios, rounded } from './figures.ts'
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

const SENDERS = 20

export interface PortraitFigures {
  /** Milliseconds from the first byte sent to the verdict, of twenty pictures sent at once. */
  readonly medianMs: Figure
  readonly lastMs: Figure
  /** How long somebody else waits meanwhile for the smallest page, in milliseconds: no less than the delay of the event loop. */
  readonly othersWaitP99Ms: Figure
  readonly pictureBytes: number
}

/** A drawn face of 12 megapixels, with grain so that it weighs what a phone's photo weighs. */
async function phonePhoto(): Promise<Buffer> {
  const grain = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 30 } } }).png().toBuffer()
  const face = await drawnFacePicture({ width: 3_024, scale: 0.72 }).png({ compressionLevel: 1 }).toBuffer()
  return sharp(face).composite([{ input: grain, tile: true, blend: 'overlay' }]).jpeg({ quality: 90 }).toBuffer()
}

/** Twenty people send a picture of 12 megapixels at the same moment by the plain form; each answer tells the verdict. */
export async function benchPortraits(home: string, ready: readonly Sitting[], rounds: number): Promise<PortraitFigures> {
  const photo = await phonePhoto()
  const senders = ready.slice(0, SENDERS)
  const pages = await Promise.all(senders.map(async ({ browser }) => {
    const url = new URL(browser.page.url.pathname.replace(/kiem-tra$/, 'anh?khac'), home).href
    const answer = await request(url, { headers: { cookie: browser.cookieFor(url) } })
    return { url, cookie: browser.cookieFor(url), token: /name="_csrf" value="([^"]+)"/.exec(await answer.body.text())?.[1] ?? '' }
  }))
  const send = async ({ url, cookie, token }: (typeof pages)[number]): Promise<number> => {
    // Each picture is bytes of its own, as it is with people: what was stored before would cost nothing.
    const head = `--grenze\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--grenze\r\ncontent-disposition: form-data; name="picture"; filename="IMG_0001.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
    const body = Buffer.concat([Buffer.from(head), photo, randomBytes(16), Buffer.from('\r\n--grenze--\r\n')])
    const from = performance.now()
    const answer = await request(url, { method: 'POST', headers: { cookie, origin: new URL(url).origin, 'content-type': 'multipart/form-data; boundary=grenze' }, body })
    await answer.body.dump()
    if (answer.statusCode !== 303 || !String(answer.headers.location).includes('xem=')) throw new Error(`a good picture was answered ${answer.statusCode}`)
    return performance.now() - from
  }
  const [medians, lasts, waits]: number[][] = [[], [], []]
  for (let round = 0; round <= rounds; round += 1) {
    const probe = probing(new URL('/healthz', home).href)
    const took = await Promise.all(pages.map(send))
    const asked = await probe.stop()
    // The first round warms the processes up.
    if (round === 0) continue
    medians?.push(median(took))
    lasts?.push(quantile(took, 1))
    waits?.push(quantile(asked, 0.99))
  }
  return { medianMs: figureOf(medians ?? [], 0), lastMs: figureOf(lasts ?? [], 0), othersWaitP99Ms: figureOf(waits ?? [], 1), pictureBytes: photo.length }
}

/** Somebody else asks for the smallest page again and again: how long they wait is at least how late the event loop is. */
function probing(url: string): { stop(): Promise<number[]> } {
  const waits: number[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      const from = performance.now()
      await (await request(url)).body.dump()
      waits.push(performance.now() - from)
      await pause(20)
    }
  })()
  return {
    async stop() {
      isOver = true
      await asking
      return waits
    },
  }
}
