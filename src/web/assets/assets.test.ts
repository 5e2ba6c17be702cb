import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAssets } from '../kit/index.ts'

interface Builder {
  buildAssets(options: { outDir: string }): Promise<{ built: boolean; manifest: { files: Record<string, string> } }>
}

const folder = mkdtempSync(join(tmpdir(), 'assets-'))
let builder: Builder
let files: Record<string, string>

beforeAll(async () => {
  builder = await import(pathToFileURL(join(import.meta.dirname, '../../../scripts/assets.mjs')).href)
  files = (await builder.buildAssets({ outDir: folder })).manifest.files
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const built = (name: string) => readFileSync(join(folder, files[name] ?? 'missing'), 'utf8')
const gzipped = (name: string) => gzipSync(built(name)).length

describe('what a browser fetches', () => {
  test('is small: styles and script of the first view stay below 25 kB compressed, fonts apart', () => {
    for (const sheet of ['citizen.css', 'staff.css']) expect(gzipped(sheet) + gzipped('enhance.js') + gzipped('icon.svg')).toBeLessThan(25_000)
  })

  test('is at most 60 kB on the first view of a page that takes a picture, fonts and a page of 8 kB included (P5)', () => {
    const first = ['citizen.css', 'enhance.js', 'icon.svg', 'be-vietnam-pro-latin-400-normal.woff2', 'be-vietnam-pro-vietnamese-400-normal.woff2']
    expect(first.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, files[name] ?? 'missing'))).length, 8_000)).toBeLessThan(60_000)
    // What sends in pieces is fetched when a picture has been chosen, by then a small part of what goes over the line.
    expect(gzipped('send-pieces.js')).toBeLessThan(20_000)
    expect(built('enhance.js')).not.toContain('tus')
  })

  test.each(['citizen.css', 'staff.css'])('in %s comes from our own server only', (sheet) => {
    const urls = [...built(sheet).matchAll(/url\(([^)]+)\)/g)].map((match) => (match[1] ?? '').replaceAll(/["']/g, ''))
    expect(urls).toHaveLength(6)
    for (const url of urls) expect(Object.values(files)).toContain(url.replace('./', ''))
    expect(built(sheet)).not.toContain('@import')
  })

  test.each(['citizen.css', 'staff.css'])('in %s has no crown and none of the British font', (sheet) => {
    expect(built(sheet)).not.toMatch(/crown|transport/i)
  })

  test('is built once: nothing is done again while nothing changed', async () => {
    expect((await builder.buildAssets({ outDir: folder })).built).toBe(false)
  })

  test.each(['verify-receipt.mjs', 'witness.mjs'])('%s goes out as it was written, for people to read, with its hash (S13)', (name) => {
    expect(built(name)).toBe(readFileSync(join(import.meta.dirname, 'parts/at-home', name), 'utf8'))
    const program = readAssets(folder).citizen.programs?.[name]
    expect(program?.address).toMatch(/^\/tai-san\/[a-z-]+-[A-Z0-9]{8}\.mjs$/)
    expect(program?.sha256).toBe(createHash('sha256').update(built(name)).digest('hex'))
  })

  test('is known to the pages by its hashed name', () => {
    const { citizen, staff } = readAssets(folder)
    expect(citizen.stylesheet).toMatch(/^\/tai-san\/citizen-[A-Z0-9]{8}\.css$/)
    expect(staff.stylesheet).toMatch(/^\/tai-san\/staff-[A-Z0-9]{8}\.css$/)
    expect(citizen.preload).toHaveLength(2)
  })
})

describe('colours can be told apart by people who see little (4.5 to 1)', () => {
  const source = readFileSync(join(import.meta.dirname, '_tokens.scss'), 'utf8')
  const token = (name: string) => new RegExp(`\\$${name}: (#[0-9a-f]{6})`).exec(source)?.[1] ?? 'missing'

  function luminance(colour: string): number {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  test.each([
    ['white', 'lacquer'],
    ['white', 'lacquer-dark'],
    ['white', 'jade'],
    ['white', 'red'],
    ['ink', 'paper'],
    ['muted', 'paper'],
    ['muted', 'sand'],
    ['link', 'paper'],
    ['link', 'sand'],
    ['link-visited', 'paper'],
    ['jade', 'jade-tint'],
    ['amber', 'amber-tint'],
    ['link', 'link-tint'],
    ['red', 'red-tint'],
    ['muted', 'grey-tint'],
    ['muted', 'sand-dark'],
  ])('%s on %s', (text, ground) => {
    const [light, dark] = [luminance(token(text)), luminance(token(ground))].sort((a, b) => b - a)
    expect(((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)).toBeGreaterThanOrEqual(4.5)
  })
})
