import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isInstalled, majorOf } from '../../scripts/first/install.mjs'
import { root } from '../../scripts/first/places.mjs'

const folder = mkdtempSync(join(tmpdir(), 'install-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A lock file that wants one package and may have another. */
function lay(present: Record<string, { version: string }> | undefined, more: Record<string, object> = {}): boolean {
  const wanted = { '': {}, 'node_modules/a': { version: '2.0.0' }, 'node_modules/b': { version: '1.0.0', optional: true }, ...more }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }))
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true })
  if (present) {
    mkdirSync(join(folder, 'node_modules'))
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }))
  }
  return isInstalled(folder)
}

test('libraries are installed again exactly when they differ from the lock file', () => {
  expect(lay(undefined)).toBe(false)
  expect(lay({})).toBe(false)
  expect(lay({ 'node_modules/a': { version: '1.0.0' } })).toBe(false)
  expect(lay({ 'node_modules/a': { version: '2.0.0' } })).toBe(true)
  expect(lay({ 'node_modules/a': { version: '2.0.0' }, 'node_modules/b': { version: '0.9.0' } })).toBe(false)
  expect(isInstalled(root)).toBe(true)
})

test('a package made for this machine is missed, one for another machine is not', () => {
  const forOne = (os: string) => ({ 'node_modules/c': { version: '1.0.0', optional: true, integrity: 'sha512-x', os: [os], cpu: [process.arch] } })
  expect(lay({ 'node_modules/a': { version: '2.0.0' } }, forOne(process.platform))).toBe(false)
  expect(lay({ 'node_modules/a': { version: '2.0.0' } }, forOne('aix'))).toBe(true)
  expect(isInstalled(join(root, 'runtime')) || majorOf(process.version) >= 24).toBe(true)
})

test('an older Node is known by its number', () => {
  expect([majorOf('v18.0.0'), majorOf('v24.21.0'), majorOf('v26.1.0')]).toEqual([18, 24, 26])
})
