import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, read, sourceFiles, withoutComments } from './source.ts'

const root = join(import.meta.dirname, '..', '..')
const capabilities = readdirSync(join(root, 'src/capabilities')).map((name) => name.replaceAll('-', '_'))
const schemas = ['platform', 'dossiers', 'notifications', 'digest', 'statistics', 'audit', ...capabilities]
const table = new RegExp(`\\b(?:from|join|into|update|table|call|references|delete from)\\s+(${schemas.join('|')})\\.\\w+`, 'gi')

function ownerOf(path: string): string | undefined {
  return /^src\/(?:capabilities|observers)\/([^/]+)\//.exec(path)?.[1]?.replaceAll('-', '_') ?? /^src\/(dossiers|platform)\//.exec(path)?.[1]
}

test('a store names only the tables of its own module, and those of the plumbing', () => {
  const foreign = sourceFiles().flatMap((path) => {
    const own = ownerOf(path)
    // Published figures and the sealed log are SQL over everything that happened; an invariant compares two owners on purpose.
    if (/[/-](figures|statistics|audit|invariants)(\/|\.ts)/.test(path)) return []
    return [...withoutComments(read(path)).matchAll(table)].filter(([, schema]) => schema !== own && schema !== 'platform').map(([text]) => `${path}: ${text}`)
  })
  expect(foreign).toEqual([])
})

test('a migration is numbered, named after its schema, and references no other schema', () => {
  const wrong = filesBelow('migrations').flatMap((path) => {
    const schema = schemas.find((name) => new RegExp(`^migrations/\\d{4}_${name}_\\w+\\.sql$`).test(path))
    if (!schema) return [`${path}: name`]
    const references = [...read(path).matchAll(/\breferences\s+(\w+)\.\w+/gi)].filter(([, other]) => other !== schema)
    return references.map(([text]) => `${path}: ${text}`)
  })
  expect(wrong).toEqual([])
})
