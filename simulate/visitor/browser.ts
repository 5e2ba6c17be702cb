/** A browser without a screen: cookies, redirects, forms. What fails is counted and thrown, never retried behind the person's back. */
import { type Agent, request } from 'undici'
import { openCookieJar } from './cookies.ts'
import { encode, type Filling } from './filling.ts'
import { type Button, type Page, readPage } from './page.ts'

/** What all visitors together asked for. */
export interface Traffic {
  requests: number
  /** Answers of 500 and above, and connections that broke: what was seen, and on the way to which page. */
  errors: Record<string, number>
  /** Milliseconds of every page asked of the service, until its last byte. */
  readonly pageMs: number[]
}

export interface Browser {
  /** The page in front of the person. @throws when none was opened yet */
  readonly page: Page
  /** Milliseconds spent waiting for pages so far. */
  readonly waitedMs: number
  open(address: string): Promise<Page>
  /** Sends a filled form by a button. */
  send(filling: Filling, button?: Button): Promise<Page>
  /** Takes a file, as a person saves a PDF. @throws when it is not there */
  download(address: string): Promise<Buffer>
  /** What this browser would send as its cookies, for tools that send requests of their own. */
  cookieFor(address: string): string
}

/** A page that did not come: the connection broke, or the server said that it cannot. */
export class PageFailure extends Error {
  readonly status: number
  constructor(status: number, what: string) {
    super(what)
    this.name = 'PageFailure'
    this.status = status
  }
}

const MAX_REDIRECTS = 15

interface Answer {
  readonly url: URL
  readonly status: number
  readonly bytes: Buffer
  readonly refresh: string | undefined
}

/** @param service the origin whose page times are measured */
export function openBrowser(traffic: Traffic, agent: Agent, service: string): Browser {
  const jar = openCookieJar()
  let current: Page | undefined
  let waitedMs = 0

  async function exchange(url: URL, method: 'GET' | 'POST', body?: { contentType: string; body: Buffer | string }): Promise<Answer> {
    let [at, how, sent] = [url, method, body]
    for (let hops = 0; hops < MAX_REDIRECTS; hops += 1) {
      traffic.requests += 1
      const cookie = jar.headerFor(at)
      const answer = await request(at, {
        method: how, dispatcher: agent, headersTimeout: 30_000, bodyTimeout: 30_000,
        headers: {
          accept: 'text/html,application/pdf,image/*;q=0.9', 'accept-language': 'vi', 'user-agent': 'toan-trinh-simulate',
          ...(cookie ? { cookie } : {}),
          ...(sent ? { 'content-type': sent.contentType, origin: current?.url.origin ?? at.origin } : {}),
        },
        ...(sent ? { body: sent.body } : {}),
      })
      const set = answer.headers['set-cookie']
      if (set) jar.keep(at, Array.isArray(set) ? set : [set])
      const bytes = Buffer.from(await answer.body.arrayBuffer())
      const location = answer.headers.location
      if (answer.statusCode < 300 || answer.statusCode > 399 || typeof location !== 'string') {
        const { refresh } = answer.headers
        return { url: at, status: answer.statusCode, bytes, refresh: typeof refresh === 'string' ? refresh : undefined }
      }
      const next = new URL(location, at)
      ;[at, how, sent] = [next, answer.statusCode === 307 || answer.statusCode === 308 ? how : 'GET', answer.statusCode === 307 || answer.statusCode === 308 ? sent : undefined]
    }
    throw new PageFailure(0, 'too many redirects')
  }

  /** Waiting is the person's; what went wrong is everybody's to know. */
  async function wait<T>(url: URL, fn: () => Promise<T>): Promise<T> {
    const startedAt = performance.now()
    try {
      return await fn()
    } catch (error) {
      const code = error instanceof PageFailure ? String(error.status) : error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
      const where = `${code} ${url.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}`
      traffic.errors[where] = (traffic.errors[where] ?? 0) + 1
      throw error instanceof PageFailure ? error : new PageFailure(0, `${url.pathname}: ${code}`)
    } finally {
      const ms = performance.now() - startedAt
      waitedMs += ms
      if (url.origin === service) traffic.pageMs.push(ms)
    }
  }

  async function show(url: URL, method: 'GET' | 'POST', body?: { contentType: string; body: Buffer | string }): Promise<Page> {
    return wait(url, async () => {
      const answer = await exchange(url, method, body)
      const page = readPage(answer.url, answer.status, answer.bytes.toString('utf8'), answer.refresh)
      if (answer.status >= 500) throw new PageFailure(answer.status, `${method} ${url.pathname}: ${answer.status} ${page.heading}`)
      current = page
      return page
    })
  }

  const address = (href: string) => new URL(href, current?.url ?? service)
  return {
    get page() {
      if (!current) throw new Error('no page is open')
      return current
    },
    get waitedMs() {
      return waitedMs
    },
    open: (href) => show(address(href), 'GET'),
    async send(filling, button) {
      const { contentType, body, query } = encode(filling, button)
      const url = address(filling.form.action)
      if (filling.form.method === 'post') return show(url, 'POST', { contentType, body })
      url.search = query
      return show(url, 'GET')
    },
    download: (href) => {
      const url = address(href)
      return wait(url, async () => {
        const answer = await exchange(url, 'GET')
        if (answer.status !== 200) throw new PageFailure(answer.status, `GET ${url.pathname}: ${answer.status}`)
        return answer.bytes
      })
    },
    cookieFor: (href) => jar.headerFor(address(href)),
  }
}
