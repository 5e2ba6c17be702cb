/** Builds what browsers fetch: two style sheets and one for screens on walls, one small script and one for pages that take a picture, fonts, the icon, the programs that people run at home. Names carry a hash of the content. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const source = join(root, 'src', 'web', 'assets')
const modules = join(root, 'node_modules')
const ENTRIES = ['citizen.scss', 'staff.scss', 'board.scss', 'enhance.js', 'send-pieces.js', 'icon.svg', 'parts/at-home/verify-receipt.mjs', 'parts/at-home/witness.mjs']
const LIBRARIES = ['govuk-frontend', '@fontsource/be-vietnam-pro', 'sass', 'esbuild', 'tus-js-client']

/** What the built files depend on, as one hash: our sources by content, libraries by version. */
function keyOf() {
  const hash = createHash('sha256')
  const ours = readdirSync(source, { recursive: true, withFileTypes: true }).filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name)).sort()
  for (const path of [fileURLToPath(import.meta.url), ...ours]) hash.update(path).update(readFileSync(path))
  for (const name of LIBRARIES) hash.update(JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version)
  return hash.digest('hex')
}

/** @typedef {{ key: string, files: Record<string, string> }} Manifest  name in the source → name in the folder */

/** @param {string} outDir @param {string} key @returns {Manifest | undefined} */
function current(outDir, key) {
  try {
    /** @type {Manifest} */
    const manifest = JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8'))
    const whole = Object.values(manifest.files).every((name) => existsSync(join(outDir, name)))
    return manifest.key === key && whole ? manifest : undefined
  } catch {
    return undefined
  }
}

/**
 * Sass for esbuild: style sheets become CSS, whose fonts esbuild then takes along.
 * @param {typeof import('sass')} sass
 * @returns {import('esbuild').Plugin}
 */
function scss(sass) {
  return {
    name: 'scss',
    setup(build) {
      build.onLoad({ filter: /\.scss$/ }, ({ path }) => {
        const { css } = sass.compile(path, { loadPaths: [modules], style: 'expanded', quietDeps: true })
        return { contents: css, loader: 'css', resolveDir: modules }
      })
    },
  }
}

/**
 * What people keep and run themselves goes out as it was written: they should be able to read it.
 * @type {import('esbuild').Plugin}
 */
const asWritten = {
  name: 'as-written',
  setup(build) {
    build.onLoad({ filter: /[\\/]at-home[\\/][\w-]+\.mjs$/ }, ({ path }) => ({ contents: readFileSync(path), loader: 'copy' }))
  },
}

/**
 * Builds into a folder unless it is current. Several builds at once do no harm: files are replaced whole.
 * @param {{ outDir: string }} options
 * @returns {Promise<{ built: boolean, manifest: Manifest }>}
 */
export async function buildAssets({ outDir }) {
  const key = keyOf()
  const ready = current(outDir, key)
  if (ready) return { built: false, manifest: ready }
  const [sass, esbuild] = await Promise.all([import('sass'), import('esbuild')])
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [...ENTRIES, ...readdirSync(join(source, 'guides')).map((name) => `guides/${name}`)].map((name) => join(source, name)),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    outdir: outDir,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    // Phones of about 2020 and newer; older ones get the page without its finer points.
    target: ['chrome87', 'safari14', 'firefox78'],
    loader: { '.woff2': 'file', '.svg': 'copy', '.webp': 'copy' },
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [scss(sass), asWritten],
  })
  mkdirSync(outDir, { recursive: true })
  for (const { path, contents } of result.outputFiles) replace(join(outDir, basename(path)), contents)
  const manifest = { key, files: names(result.metafile) }
  replace(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2))
  removeOld(outDir, manifest)
  return { built: true, manifest }
}

/** @param {import('esbuild').Metafile} metafile @returns {Record<string, string>} */
function names(metafile) {
  /** @type {Record<string, string>} */
  const files = {}
  for (const [output, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    const from = entryPoint ?? Object.keys(inputs)[0] ?? output
    files[basename(from).replace(/\.scss$/, '.css')] = basename(output)
  }
  return Object.fromEntries(Object.entries(files).sort())
}

/**
 * Files of earlier builds go; whoever still shows an old page has them in the browser's cache.
 * @param {string} outDir @param {Manifest} manifest
 */
function removeOld(outDir, manifest) {
  const wanted = new Set(['manifest.json', ...Object.values(manifest.files)])
  for (const name of readdirSync(outDir)) if (/-[A-Z0-9]{8}\.\w+$/.test(name) && !wanted.has(name)) rmSync(join(outDir, name), { force: true })
}

/** @param {string} path @param {string | Uint8Array} contents */
function replace(path, contents) {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, contents)
  renameSync(draft, path)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const outDir = resolve(process.argv[2] ?? join(root, '.data', 'assets'))
  const startedAt = performance.now()
  const { built, manifest } = await buildAssets({ outDir })
  console.log(`${built ? 'built' : 'current'}: ${Object.keys(manifest.files).length} files in ${outDir}, ${Math.round(performance.now() - startedAt)} ms`)
  process.exit(0)
}
