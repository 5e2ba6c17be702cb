/** A browser and the people in it: each has windows of their own, signs in by choosing who they are, and is looked after. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Control, openControl } from './control.ts'
import { faultsOf } from './look.ts'
import type { SharedSystem } from './system-host.ts'

/** How somebody comes. */
export interface Coming {
  readonly lang?: 'vi' | 'en'
  readonly javaScript?: boolean
}

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained of on our pages: blocked by policy, thrown by a script. */
  readonly complaints: readonly string[]
  /** Goes to a path of the service. */
  goes(path: string): Promise<void>
  /** From the start page to where `back` leads, choosing oneself on the simulated eID's page. */
  signsIn(back?: string): Promise<void>
  presses(name: string | RegExp): Promise<void>
  follows(name: string | RegExp): Promise<void>
  /** The words of the page's main part. */
  reads(): Promise<string>
  /** Opens the page anew until it says this; for work that others do meanwhile. */
  waitsFor(words: string | RegExp, patienceMs?: number): Promise<void>
  /** The page is free of barriers and fits the screen, on a phone and on a desk. */
  looks(name: string): Promise<void>
}

export interface BrowserWorld extends AsyncDisposable {
  readonly system: SharedSystem
  readonly browser: Browser
  /** Somebody of the cast, citizen or staff, in a browser of their own; not signed in yet. */
  comes(slug: string, coming?: Coming): Promise<Visitor>
  /** The control page of the simulation. */
  control(): Promise<Control>
}

interface CastMember {
  readonly slug: string
  readonly fullName: string
}

/** Everybody in the shared system, by slug. */
async function readCast(sandboxUrl: string): Promise<readonly CastMember[]> {
  const answer = await fetch(`${sandboxUrl}/control/api/cast`)
  const cast: { people: { fullName: string; story: { slug: string } }[]; staff: { name: string; slug: string }[] } = await answer.json()
  return [...cast.people.map((p) => ({ slug: p.story.slug, fullName: p.fullName })), ...cast.staff.map((s) => ({ slug: s.slug, fullName: s.name }))]
}

/** Opens the browser; `await using` closes it. */
export async function openBrowserWorld(): Promise<BrowserWorld> {
  const system = inject('system')
  const [browser, cast] = await Promise.all([openBrowser(), readCast(system.sandboxUrl)])
  return {
    system, browser,
    async comes(slug, coming = {}) {
      const member = cast.find((one) => one.slug === slug)
      if (!member) throw new Error(`nobody is called ${slug}`)
      return visitorOf(system, browser, member.fullName, coming)
    },
    control: () => openControl(system, browser),
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

async function visitorOf(system: SharedSystem, browser: Browser, fullName: string, { lang = 'vi', javaScript = true }: Coming): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: lang === 'vi' ? 'vi-VN' : 'en-GB', javaScriptEnabled: javaScript })
  context.setDefaultTimeout(15_000)
  const complaints: string[] = []
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // A refused form answers 422, which the browser reports too.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`)
  })
  if (lang === 'en') await page.goto(`${system.webUrl}/ngon-ngu/en?ve=%2F`)
  const main = page.locator('main')
  return {
    page, context, complaints,
    async goes(path) {
      await page.goto(new URL(path, system.webUrl).href)
    },
    async signsIn(back = '/cua-toi') {
      await page.goto(`${system.webUrl}/dang-nhap?ve=${encodeURIComponent(back)}`)
      await page.locator('form.card', { has: page.getByRole('heading', { name: fullName, exact: true }) }).getByRole('button').first().click()
      await page.waitForURL((url) => url.origin === system.webUrl)
    },
    async presses(name) {
      await main.getByRole('button', { name }).first().click()
    },
    async follows(name) {
      await page.getByRole('link', { name }).first().click()
    },
    reads: () => main.innerText(),
    async waitsFor(words, patienceMs = 20_000) {
      await expect.poll(async () => {
        await page.reload()
        return main.innerText()
      }, { timeout: patienceMs, interval: 400 }).toMatch(words)
    },
    async looks(name) {
      expect(await faultsOf(page, name)).toEqual([])
    },
  }
}
