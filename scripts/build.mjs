/** Bundles our own source (JSX and all) into one file a process; libraries stay where npm put them. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './first/places.mjs'

/** Every process of the family, by the name of its bundle. To add one, add a line. */
export const entryPoints = {
  main: 'src/main.ts',
  worker: 'src/worker.ts',
  migrate: 'src/migrate.ts',
  seed: 'src/seed.ts',
  'portraits-child': 'src/capabilities/portraits/child.ts',
  'counters-child': 'src/capabilities/counters/engine/child.ts',
  'documents-child': 'src/capabilities/documents/child.ts',
  'documents-check-child': 'src/capabilities/documents/engine/checking/child.ts',
  sandbox: 'sandbox/main.ts',
}

/** @typedef {{ key: string, inputs: Record<string, number> }} Stamp */

/** Where the bundles lie; always in the checkout, for a bundle finds its libraries by the folders above it. */
export const buildFolder = join(root, '.data', 'build')

/** A file below the root, as the moment and size of its content. @param {string} path */
function moment(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  return found ? found.mtimeMs * 1e6 + found.size : -1
}

/** @param {string} path @param {number} instant */
function savedSince(path, instant) {
  return (statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY) >= instant
}

/** @returns {Record<string, string>} the entry points that exist */
function present() {
  return Object.fromEntries(Object.entries(entryPoints).filter(([, path]) => existsSync(join(root, path))))
}

/** What else a build depends on. @param {Record<string, string>} entries */
function keyOf(entries) {
  const parts = [root, JSON.stringify(entries), readFileSync(join(root, 'package-lock.json')), readFileSync(join(root, 'scripts', 'build.mjs'))]
  return createHash('sha256').update(parts.join('\0')).digest('hex')
}

/** @param {string} key @param {Record<string, string>} entries */
function isCurrent(key, entries) {
  try {
    /** @type {Stamp} */
    const stamp = JSON.parse(readFileSync(join(buildFolder, 'stamp.json'), 'utf8'))
    return (
      stamp.key === key &&
      Object.keys(entries).every((name) => existsSync(join(buildFolder, `${name}.mjs`))) &&
      Object.entries(stamp.inputs).every(([path, then]) => moment(path) === then)
    )
  } catch {
    return false
  }
}

/**
 * Bundled code lives elsewhere than its source: what it asks about its own place is answered with the source's.
 * @type {import('esbuild').Plugin}
 */
const keepPlaces = {
  name: 'keep-places',
  setup(build) {
    build.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      if (!source.includes('import.meta.')) return undefined
      const contents = source
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.filename', JSON.stringify(path))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
}

/**
 * How our source becomes one file a process.
 * @param {Record<string, string>} entries files below the root, by the name of their bundle
 * @param {string} outdir a folder in the checkout
 * @returns {import('esbuild').BuildOptions & { plugins: import('esbuild').Plugin[] }}
 */
export function bundleOptions(entries, outdir) {
  return {
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'silent',
    plugins: [keepPlaces],
  }
}

/**
 * Bundles what is not current. Several starts at once do no harm: files are replaced whole.
 * @returns {Promise<boolean>} whether anything had to be built
 */
export async function build() {
  const entries = present()
  const key = keyOf(entries)
  if (isCurrent(key, entries)) return false
  const beganAt = Date.now()
  const esbuild = await import('esbuild')
  const result = await esbuild.build({ ...bundleOptions(entries, buildFolder), write: false, metafile: true })
  // A file saved while we were reading is built again next time.
  const inputs = Object.fromEntries(Object.keys(result.metafile.inputs).map((path) => [path, savedSince(path, beganAt) ? -2 : moment(path)]))
  mkdirSync(buildFolder, { recursive: true })
  for (const { path, contents } of result.outputFiles) replace(path, contents)
  replace(join(buildFolder, 'stamp.json'), JSON.stringify({ key, inputs }))
  return true
}

/** Lets the bundler's own process go once all builds are done; pages' assets share it. */
export async function endBuilds() {
  const { stop } = await import('esbuild')
  await stop()
}

/** @param {string} path @param {string | Uint8Array} contents */
function replace(path, contents) {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, contents)
  renameSync(draft, path)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const startedAt = performance.now()
  const built = await build()
  if (built) await endBuilds()
  console.log(`${built ? 'built' : 'current'}: ${Object.keys(present()).join(' ')} in ${relative(root, buildFolder)}, ${Math.round(performance.now() - startedAt)} ms`)
}
