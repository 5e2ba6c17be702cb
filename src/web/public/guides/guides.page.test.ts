import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../../test/support/database.ts'
import { createServer } from '../../../platform/http/server.ts'
import { paths } from '../../paths.ts'
import { registerEndings } from '../endings/endings.tsx'
import { guides } from './all.ts'
import { cuts, pictures } from './pictures.ts'
import { registerGuides } from './routes.tsx'

const folder = join(import.meta.dirname, '../../assets/guides')
const files = readdirSync(folder).sort()
const journeys = join(import.meta.dirname, '../../../../test/browser')
const LIMIT_BYTES = 60_000

let platform: TestPlatform
let app: FastifyInstance
beforeAll(async () => {
  platform = await openTestPlatform()
  app = await createServer(platform)
  const assets = { stylesheet: '/tai-san/test.css', pictures: Object.fromEntries(files.map((name) => [name, `/tai-san/${name}`])) }
  const web = { platform, assets: { citizen: assets, staff: assets } }
  registerEndings(app, web)
  registerGuides(app, web)
})
afterAll(async () => {
  await app.close()
  await platform[Symbol.asyncDispose]()
})

const read = async (path: string, lang: string) => (await app.inject({ url: path, cookies: { 'ngon-ngu': lang } })).body

test.each(guides.flatMap((guide) => (['vi', 'en'] as const).map((lang) => ({ guide, lang, says: `${guide.slug} in ${lang}` }))))('$says has every step, with a picture where there is one to show (A5)', async ({ guide, lang }) => {
  const body = await read(paths.guide(guide.slug), lang)
  for (const { title, picture } of guide.steps) {
    expect(body).toContain(title[lang])
    if (picture) expect(body.split('<img ').filter((tag) => tag.includes(`src="/tai-san/${picture.name}.webp"`) && tag.includes(`alt="${picture.alt[lang]}"`))).toHaveLength(1)
  }
  expect(body).not.toContain('undefined')
  expect(await read(paths.guides(), lang)).toContain(guide.title[lang])
})

test('who reads a guide in the simulation is led to the place to practise', async () => {
  expect(await read(paths.guides(), 'vi')).toContain(`href="${platform.config.sandboxUrl}"`)
})

test('each picture of a guide is there, none is left over, and all are small', async () => {
  expect(files).toEqual(Object.keys(pictures).map((name) => `${name}.webp`).sort())
  const used = guides.flatMap(({ steps }) => steps.flatMap(({ picture }) => picture?.name ?? []))
  expect(used.sort()).toEqual(Object.keys(pictures).sort())
  for (const [name, { cut }] of Object.entries(pictures)) {
    const path = join(folder, `${name}.webp`)
    expect(statSync(path).size, name).toBeLessThan(LIMIT_BYTES)
    expect(await sharp(path).metadata()).toMatchObject({ width: cuts[cut].width, height: cuts[cut].shown, format: 'webp' })
  }
})

test('each guide shows at least one picture, and each picture is of a screen that a browser test looks at', () => {
  for (const { slug, steps } of guides) expect(steps.filter(({ picture }) => picture).length, slug).toBeGreaterThan(0)
  const looks = readdirSync(journeys, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts')).flatMap((name) => [...readFileSync(join(journeys, name), 'utf8').matchAll(/looks\(['`]([^'`]+)['`]\)/g)].map((match) => match[1] ?? ''))
  // A name may end in what the page is called: `an-03-${step}`.
  const isLookedAt = (screen: string) => looks.some((name) => (name.includes('${') ? screen.startsWith(name.slice(0, name.indexOf('${'))) : screen === name))
  expect(Object.values(pictures).map(({ of }) => of).filter((screen) => !isLookedAt(screen))).toEqual([])
})
