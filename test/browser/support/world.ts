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
  readonly fullName: string
  readonly identityNumber: string
  /** YYYY-MM-DD. Of generated people it is another one each day. */
  readonly birthDate: string
  readonly sex: 'male' | 'female'
  /** A drawn portrait of this person, a JPEG as a phone would take it. */
  portrait(flaw?: string): Promise<Buffer>
  readonly page: Page
  readonly context: BrowserContext
  /** What was wrong with the pages seen: barriers, too wide, blocked by policy, thrown by a script. A test ends by expecting none. */
  readonly complaints: readonly string[]
  /** Goes to a path of the service. */
  goes(path: string): Promise<void>
  /** On the simulated eID's page: chooses oneself. */
  choosesOneself(): Promise<void>
  /** Signs in and goes to where `back` leads. */
  signsIn(back?: string): Promise<void>
  presses(name: string | RegExp): Promise<void>
  follows(name: string | RegExp): Promise<void>
  /** The words of the page's main part; a space that does not break counts as a space. */
  reads(): Promise<string>
  /** What stands first on the page of a matter in progress: whose turn it is. */
  turn(): Promise<string>
  /** Opens the page anew until it says this; for work that others do meanwhile. */
  waitsFor(words: string | RegExp, patienceMs?: number): Promise<void>
  /** Looks whether the page is free of barriers and fits the screen, on a phone and on a desk unless other widths are given; what is wrong is a complaint. */
  looks(name: string, widths?: readonly number[]): Promise<void>
}

export interface BrowserWorld extends AsyncDisposable {
  readonly system: SharedSystem
  /** Somebody of the cast, citizen or staff, in a browser of their own; not signed in yet. */
  comes(slug: string, coming?: Coming): Promise<Visitor>
  /** The control page of the simulation. */
  control(): Promise<Control>
}

interface CastMember {
  readonly slug: string
  readonly identityNumber: string
  readonly fullName: string
  readonly birthDate: string
  readonly sex: 'male' | 'female'
}

/** Everybody in the shared system, by slug. */
async function readCast(sandboxUrl: string): Promise<readonly CastMember[]> {
  const answer = await fetch(`${sandboxUrl}/control/api/cast`)
  type Told = Omit<CastMember, 'slug' | 'fullName'>
  const cast: { people: (Told & { fullName: string; story: { slug: string } })[]; staff: (Told & { name: string; slug: string })[] } = await answer.json()
  return [...cast.people.map((p) => ({ ...p, slug: p.story.slug })), ...cast.staff.map((s) => ({ ...s, fullName: s.name }))]
}

/** Opens the browser; `await using` closes it. */
export async function openBrowserWorld(): Promise<BrowserWorld> {
  const system = inject('system')
  const [browser, cast] = await Promise.all([openBrowser(), readCast(system.sandboxUrl)])
  return {
    system,
    async comes(slug, coming = {}) {
      const member = cast.find((one) => one.slug === slug)
      if (!member) throw new Error(`nobody is called ${slug}`)
      return visitorOf(system, browser, member, coming)
    },
    control: () => openControl(system, browser),
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

async function visitorOf(system: SharedSystem, browser: Browser, { fullName, identityNumber, birthDate, sex }: CastMember, { lang = 'vi', javaScript = true }: Coming): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: lang === 'vi' ? 'vi-VN' : 'en-GB', javaScriptEnabled: javaScript })
  context.setDefaultTimeout(15_000)
  const complaints: string[] = []
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // A refused form answers 422, which the browser reports too.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`)
  })
  // A page that fetches itself anew, because somebody is being asked, is looked at when it has come to rest.
  let isRestless = false
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) isRestless = response.headers()['refresh'] !== undefined
  })
  if (lang === 'en') await page.goto(`${system.webUrl}/ngon-ngu/en?ve=%2F`)
  const main = page.locator('main')
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  const reads = async () => plain(await main.innerText())
  const choosesOneself = async () => {
    const card = page.locator('form.card', { has: page.getByRole('heading', { name: fullName, exact: true }) })
    // The page shows the first of the cast; who stands further down is searched for.
    if ((await card.count()) === 0) {
      await page.locator('input[name=tim]').fill(fullName)
      await page.keyboard.press('Enter')
    }
    await card.getByRole('button').first().click()
    await page.waitForURL((url) => url.origin === system.webUrl)
  }
  return {
    page, context, complaints, fullName, identityNumber, birthDate, sex, choosesOneself,
    async portrait(flaw = 'none') {
      const answer = await fetch(`${system.sandboxUrl}/control/api/people/${identityNumber}/portrait.jpg?flaw=${flaw}`)
      return Buffer.from(await answer.arrayBuffer())
    },
    async goes(path) {
      await page.goto(new URL(path, system.webUrl).href)
    },
    async signsIn(back = '/cua-toi') {
      await page.goto(`${system.webUrl}/dang-nhap?ve=${encodeURIComponent(back)}`)
      await choosesOneself()
    },
    async presses(name) {
      await main.getByRole('button', { name }).first().click()
      await page.waitForLoadState()
    },
    async follows(name) {
      await page.getByRole('link', { name }).first().click()
      await page.waitForLoadState()
    },
    reads,
    turn: async () => plain(await main.locator('.tt-status h2').first().innerText()),
    async waitsFor(words, patienceMs = 20_000) {
      await expect.poll(async () => {
        await page.reload()
        return reads()
      }, { timeout: patienceMs, interval: 400 }).toMatch(words)
    },
    async looks(name, widths) {
      for (let tries = 0; isRestless && tries < 30; tries++) {
        await page.waitForTimeout(500)
        await page.reload()
      }
      complaints.push(...(await faultsOf(page, name, widths)))
    },
  }
}
