import { expect, test } from 'vitest'
import { read } from './source.ts'

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string>; link?: boolean; integrity?: string; optional?: boolean }>
}

/** Where Node would look for a package from a folder of the lock file. */
function found(lock: Lock, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true
    if (at === '') return false
  }
}

test.each(['package-lock.json', 'runtime/package-lock.json'])('%s names every platform’s packages, so that npm ci agrees with it on any machine', (path) => {
  const lock: Lock = JSON.parse(read(path))
  const missing = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).filter((name) => !found(lock, from, name)))
  expect(missing).toEqual([])
})

test.each(['package-lock.json', 'runtime/package-lock.json'])('%s pins the content of every package that is always installed', (path) => {
  const lock: Lock = JSON.parse(read(path))
  const unpinned = Object.entries(lock.packages).filter(([at, { integrity, optional, link }]) => at !== '' && !optional && !link && !integrity)
  expect(unpinned.map(([at]) => at)).toEqual([])
})
