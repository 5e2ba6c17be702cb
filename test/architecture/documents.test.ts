import { existsSync, globSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { read } from './source.ts'

const root = join(import.meta.dirname, '..', '..')
const written = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md') && !name.startsWith('generated'))
const documents = ['README.md', 'CHANGELOG.md', ...written.map((name) => `docs/${name.replaceAll('\\', '/')}`)].map((path) => ({ path, text: read(path) }))
/** Paths of the checkout in code marks; `<x>` and `…` stand for any name. */
const PATH = /`((?:src|docs|scripts|sandbox|simulate|bench|test|migrations|runtime)\/[^`\s]*)`/g

/** `document: what` of everything a pattern finds and that is not there. */
function missing(pattern: RegExp, isThere: (found: string, document: string) => boolean): string[] {
  return documents.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([, found = '']) => found).filter((found) => !isThere(found, path)).map((found) => `${path}: ${found}`))
}

test('documents link to files that are there', () => {
  expect(missing(/\]\((?!\w+:)([^)#\s]+)/g, (target, document) => existsSync(join(root, dirname(document), target)))).toEqual([])
})

test('documents name files that are there', () => {
  expect(missing(PATH, (path) => globSync(path.replace(/<[^>]*>|…/g, '*').replace(/\/$/, ''), { cwd: root }).length > 0)).toEqual([])
})

test('documents name commands that are there', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
  expect(missing(/\bnpm (?:run )?(start|test|(?<=run )[\w:]+)/g, (name) => Object.hasOwn(scripts, name))).toEqual([])
})

test('the README tells every setting, and none that is not read', () => {
  const told = [...read('README.md').matchAll(/^\| `([A-Z][A-Z_]+)`/gm)].map(([, name]) => name)
  const config = read('src/platform/config.ts')
  const settings = [...config.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name)
  const list = /SYSTEMS = \[([\s\S]*?)\]/.exec(config)?.[1] ?? ''
  const systems = [...list.matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => `${name.replaceAll('-', '_').toUpperCase()}_URL`)
  expect(told.sort()).toEqual([...settings, ...systems].sort())
})
