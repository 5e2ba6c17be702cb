import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generateDocs } from '../../scripts/docs/generate.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'docs', 'generated')

test('what docs/generated says of lifecycle, permissions, addresses, procedures, modules and facts is what the code does; otherwise: npm run docs', async () => {
  const drawn = await generateDocs(root)
  expect(readdirSync(folder).sort()).toEqual(Object.keys(drawn).sort())
  // A table that lost its rows would still agree with itself.
  expect(drawn['facts.md']).toContain('`dossier.submitted`')
  for (const [name, text] of Object.entries(drawn)) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text)
})
