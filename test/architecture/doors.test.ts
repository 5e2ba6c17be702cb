import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { read } from './source.ts'

const root = join(import.meta.dirname, '..', '..')
const within = (folder: string) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [])
const modules = ['src/dossiers', ...within('src/capabilities'), ...within('src/observers')]

describe.each(modules)('%s', (module) => {
  const sign = /^\/\*\*[\s\S]*?\*\//.exec(existsSync(join(root, module, 'index.ts')) ? read(`${module}/index.ts`) : '')?.[0] ?? ''

  test('has a sign on its door: what it is with its Vietnamese term, what it owns, whom it asks, what it announces, by which law', () => {
    expect(sign).toMatch(/\* .+ — .*[à-ỹđ]/)
    for (const word of ['Owns:', 'Outside:', 'Announces:', 'Legal:']) expect(sign).toContain(word)
  })

  test('opens its door by names, not by stars', () => {
    expect(read(`${module}/index.ts`)).not.toMatch(/export \*/)
  })
})
