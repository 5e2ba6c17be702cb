/**
 * Draws every part of the web kit, looks at it on a phone and on a desk, and lets axe judge it.
 *   node scripts/testing/gallery.mjs [folder for pictures] [widths, as 360,1280]
 * Nothing of this is served by the service.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { buildAssets } from '../assets.mjs'
import { packagedChromium } from './chromium.mjs'

const root = resolve(import.meta.dirname, '../..')
const pictures = resolve(process.argv[2] ?? join(root, '.data', 'gallery'))
const WIDTHS = (process.argv[3] ?? '360,1280').split(',').map(Number)
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"

const PORTRAIT =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 400"><path fill="#5aa7e8" d="M0 0h300v400H0z"/><circle cx="150" cy="170" r="70" fill="#e8bf95"/><path d="M40 400c10-110 210-110 220 0z" fill="#f4f4f4"/></svg>'

/** The pages as text, from the sources as they are now. @param {string} assets */
async function draw(assets) {
  mkdirSync(join(root, '.data'), { recursive: true })
  const folder = mkdtempSync(join(root, '.data', 'gallery-'))
  try {
    const outfile = join(folder, 'pages.mjs')
    const entry = join(root, 'test', 'browser', 'gallery', 'pages.ts')
    await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', jsx: 'automatic', jsxImportSource: 'preact' })
    const { drawGallery } = await import(pathToFileURL(outfile).href)
    return drawGallery(assets)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {Record<string, string>} pages @param {string} assets @returns {Promise<import('node:http').Server>} */
function serve(pages, assets) {
  /** @type {Record<string, string>} */
  const types = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', woff2: 'font/woff2' }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname.slice(1)
    if (path in pages) return response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': POLICY }).end(pages[path])
    if (path === 'tai-san/portrait.svg') return response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(PORTRAIT)
    if (!/^tai-san\/[\w.-]+$/.test(path)) return response.writeHead(404).end()
    const type = types[path.split('.').at(-1) ?? '']
    return response.writeHead(200, { 'content-type': type }).end(readFileSync(join(assets, path.slice(8))))
  })
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

/**
 * A picture; a busy machine sometimes gives none at the first try.
 * @param {import('playwright-core').Page} page @param {string} name @param {boolean} fullPage
 */
async function picture(page, name, fullPage) {
  const options = { path: join(pictures, `${name}.png`), fullPage }
  await page.screenshot(options).catch(() => page.screenshot(options))
}

/**
 * One page at one width: a picture, and what is wrong.
 * @param {import('playwright-core').Browser} browser @param {string} address @param {string} name @param {number} width
 */
async function look(browser, address, name, width) {
  /** @type {string[]} */
  const faults = []
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(`${address}/${name}`)
  await page.evaluate(() => document.fonts.ready)
  await picture(page, `${name}-${width}`, true)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (overflow > 0) faults.push(`wider than the screen by ${overflow} px`)
  if (width < 500) {
    const menu = page.locator('.tt-menu__button')
    await menu.click()
    await picture(page, `${name}-${width}-menu`, false)
  }
  const { violations } = await new AxeBuilder({ page }).analyze()
  for (const { id, help, nodes } of violations) faults.push(`${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
  await context.close()
  return faults
}

/**
 * What the small script and the plain page must do.
 * @param {import('playwright-core').Browser} browser @param {string} address @returns {Promise<string[]>} what is wrong
 */
async function behave(browser, address) {
  /** @type {string[]} */
  const faults = []
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.className)
  /** @param {boolean} good @param {string} what */
  const expect = (good, what) => void (good || faults.push(what))

  await page.goto(`${address}/worklist`)
  await page.keyboard.press('/')
  expect((await focused()) === 'q', 'the key / leads into the search field')
  await page.mouse.wheel(0, 500)
  await page.waitForFunction(() => scrollY > 300)
  const [band, head] = await page.evaluate(() => ['.tt-band', '.tt-list__head th'].map((one) => document.querySelector(one)?.getBoundingClientRect()))
  expect(band?.top === 0, 'the band stays on top')
  expect(Math.abs((band?.bottom ?? 0) - (head?.top ?? 99)) <= 1, `the head of a list stays right below the band: ${band?.bottom} and ${head?.top}`)
  await picture(page, 'worklist-scrolled', false)

  await page.goto(`${address}/desk`)
  await page.keyboard.press('j')
  expect(page.url().endsWith('#next'), 'the key J follows the link marked with it')
  await page.locator('[data-shortcut-switch]').click()
  await page.keyboard.press('k')
  expect(page.url().endsWith('#next'), 'letters do nothing once switched off')

  await page.goto(`${address}/question`)
  expect((await focused()) === 'govuk-error-summary', 'errors take the focus')
  await page.locator('.govuk-error-summary a').click()
  expect((await focused()) === 'reason', 'an error leads into its field')
  await context.close()

  const plain = await browser.newContext({ viewport: { width: 360, height: 700 }, javaScriptEnabled: false })
  const small = await plain.newPage()
  await small.goto(`${address}/status`)
  await small.locator('.tt-menu__button').click()
  expect(await small.locator('.tt-person__out').isVisible(), 'the menu opens without JavaScript')
  await plain.close()
  return faults
}

const assets = join(root, '.data', 'assets')
await buildAssets({ outDir: assets })
const pages = await draw(assets)
mkdirSync(pictures, { recursive: true })
for (const [name, html] of Object.entries(pages)) writeFileSync(join(pictures, `${name}.html`), html)
const server = await serve(pages, assets)
const bound = server.address()
const address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH || (await packagedChromium()), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
let bad = 0
for (const name of Object.keys(pages)) {
  for (const width of WIDTHS) {
    const faults = await look(browser, address, name, width)
    bad += faults.length
    for (const fault of faults) console.log(`${name} at ${width}: ${fault}`)
  }
}
for (const fault of await behave(browser, address)) {
  bad += 1
  console.log(`not so: ${fault}`)
}
await browser.close()
server.close()
console.log(`${Object.keys(pages).length} pages at ${WIDTHS.join(' and ')} px in ${pictures}: ${bad === 0 ? 'nothing wrong' : `${bad} faults`}`)
process.exit(bad === 0 ? 0 : 1)
