/** "One officer takes 20 dossiers from intake to signed by keyboard alone": the appraiser as far as the law lets one person go, then the signer (C1, C3). */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAssets } from '../../../scripts/assets.mjs'
import { root } from '../../../scripts/first/places.mjs'
import { findDossiers, findStraight } from '../../../src/dossiers/index.ts'
import { createServer } from '../../../src/platform/http/server.ts'
import { type Actor, systemActor } from '../../../src/platform/values/actor.ts'
import { ASSETS_PREFIX, readAssets } from '../../../src/web/kit/index.ts'
import { registerPages } from '../../../src/web/pages.ts'
import { signIn } from '../../office/desk.ts'
import { openStraightFilings } from '../../office/straight.ts'
import { type CaseWorld, openCaseWorld } from '../../support/case-world.ts'
import { freePort } from '../../support/running-system.ts'
import { openBrowser } from '../support/browser.ts'
import { barriersOn, screens } from '../support/look.ts'

const COUNT = 20
/** How the office's screens look is seen at both widths. */
const WIDTHS = [1280, 1920]

let world: CaseWorld
let browser: Browser
let home: string
let app: Awaited<ReturnType<typeof createServer>>
let ids: string[]
const complaints: string[] = []

beforeAll(async () => {
  const port = await freePort()
  home = `http://127.0.0.1:${port}`
  const folder = join(root, '.data', 'assets')
  await buildAssets({ outDir: folder })
  ;[world, browser] = await Promise.all([openCaseWorld('2026-11-20T02:00:00Z', home), openBrowser()])
  app = await createServer(world.platform)
  await app.register(fastifyStatic, { root: folder, prefix: ASSETS_PREFIX, index: false })
  await registerPages(app, { platform: world.platform, assets: readAssets(folder) })
  await app.listen({ port, host: '127.0.0.1' })
  ids = await (await openStraightFilings(world))(COUNT)
  // One of them was drawn, whatever the secret says: it is opened and appraised by itself.
  await world.platform.asOwner('update dossiers.straight_through set drawn = dossier_id = $1', [ids[4]])
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

/** Somebody at a keyboard; no mouse. */
async function sitsDown(actor: Extract<Actor, { kind: 'staff' }>): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' })
  context.setDefaultTimeout(15_000)
  await context.addCookies([{ name: 'phien', value: await signIn(world, actor), url: home }])
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${home}/can-bo`)
  return page
}

/** A key that leads to another page. */
async function presses(page: Page, key: string): Promise<void> {
  const shown = page.waitForEvent('framenavigated')
  await page.keyboard.press(key)
  await shown
  await page.waitForLoadState()
}

/** Goes by Tab to the button of these words, and presses it. */
async function tabsTo(page: Page, words: string): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.textContent ?? '')).trim().startsWith(words)) return presses(page, 'Enter')
  }
  throw new Error(`no Tab leads to "${words}" on ${page.url()}`)
}

/** @param again a page of the same parts as one that was looked at for barriers before */
async function looks(page: Page, name: string, again = false): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 0) complaints.push(`${name} at ${width}: wider than the screen by ${wide} px`)
    if (process.env.SCREENS !== '1') continue
    mkdirSync(screens, { recursive: true })
    await page.screenshot({ path: join(screens, `${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  if (!again) complaints.push(...(await barriersOn(page, name)))
}

const reads = (page: Page) => page.locator('main').innerText()

/** The workers do what was confirmed; the report, which renews itself, is opened anew. */
async function untilOver(page: Page): Promise<string> {
  await world.workerSettles()
  await page.reload()
  return reads(page)
}

async function statuses(): Promise<Record<string, number>> {
  const found = await world.platform.read(systemActor('test'), (work) => findDossiers(work, ids))
  const counts: Record<string, number> = {}
  for (const { status } of found.values()) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

test('twenty dossiers go from intake to the register by keyboard alone: one officer appraises, another signs', async () => {
  const oanh = await sitsDown(await world.staff('appraiser'))
  await looks(oanh, 'office-bulk-worklist', true)
  await presses(oanh, 's')
  expect(await reads(oanh)).toContain(`Luồng thẳng: ${COUNT - 1} hồ sơ đủ mọi kiểm tra`)
  await presses(oanh, 'c')
  await looks(oanh, 'office-bulk-straight')
  await tabsTo(oanh, 'Xem trước rồi tiếp nhận, duyệt')
  await looks(oanh, 'office-bulk-look')
  await tabsTo(oanh, 'Tiếp nhận và duyệt một lần bấm')
  await looks(oanh, 'office-bulk-running', true)
  expect(await untilOver(oanh)).toContain(`Xong: ${COUNT - 1}`)
  // The one that was drawn: opened from the worklist, taken, accepted, approved, each by its letter.
  await presses(oanh, 'l')
  await presses(oanh, '1')
  expect(await reads(oanh)).toContain('được rút mẫu ngẫu nhiên')
  await looks(oanh, 'office-bulk-drawn-dossier')
  for (const letter of ['n', 't', 'a']) await presses(oanh, letter)
  await world.workerSettles()
  expect(await statuses()).toEqual({ approved: COUNT })

  const signer = await sitsDown(await world.staff('signer'))
  await presses(signer, 's')
  await presses(signer, 'c')
  await looks(signer, 'office-bulk-sign')
  await tabsTo(signer, 'Xem trước rồi ký')
  await looks(signer, 'office-bulk-sign-look', true)
  await tabsTo(signer, `Ký quyết định: ${COUNT} hồ sơ`)
  expect(await reads(signer)).toContain('Trang tự cập nhật')
  expect(await untilOver(signer)).toContain(`Xong: ${COUNT}`)
  await looks(signer, 'office-bulk-signed')
  expect(await statuses()).toEqual({ signed: COUNT })
  // Who watches over the work finds the one that was drawn, opened before it was approved.
  const supervisor = await sitsDown(await world.staff('supervisor'))
  await supervisor.goto(`${home}/can-bo/hang-loat/rut-mau`)
  await looks(supervisor, 'office-bulk-drawn')
  expect(await reads(supervisor)).not.toContain('chưa mở')
  expect((await world.platform.read(systemActor('test'), (work) => findStraight(work, ids[4] ?? '')))?.drawn).toBe(true)
  expect(complaints).toEqual([])
}, 180_000)
