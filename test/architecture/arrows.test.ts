import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { afterAll, expect, test } from 'vitest'
import { soundTree, violations } from './planted.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'arrows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Rule and file of every broken arrow in a small tree with our own rules. */
function brokenArrows(tree: Record<string, string>): string[] {
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${content}\n`)
  }
  for (const name of ['node_modules', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    rmSync(join(folder, name), { force: true })
    symlinkSync(join(root, name), join(folder, name))
  }
  const program = join(root, 'node_modules', '.bin', 'depcruise')
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '--no-cache', 'src', 'sandbox']
  const said = execFileSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })
  const { summary }: { summary: { violations: { rule: { name: string }; from: string }[] } } = JSON.parse(said)
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)
}

test('a tree that keeps the rules breaks none', () => {
  expect(brokenArrows(soundTree)).toEqual([])
})

test('every rule catches the violation planted for it, and no rule is without one', () => {
  const caught = brokenArrows({ ...soundTree, 'src/dossiers/lifecycle.test.ts': '', ...Object.fromEntries(violations.map(([, file, content]) => [file, content])) })
  expect(violations.map(([rule, file]) => `${rule}: ${file}`).filter((planted) => !caught.includes(planted))).toEqual([])
  const { forbidden }: { forbidden: { name: string }[] } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'))
  expect(forbidden.map(({ name }) => name).filter((name) => !violations.some(([rule]) => rule === name))).toEqual([])
})
