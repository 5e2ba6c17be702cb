/** Writes docs/generated. The pages' sources hold JSX, which Node does not read: they are bundled first. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from '../first/places.mjs'

const target = join(root, 'docs', 'generated')
mkdirSync(join(root, '.data'), { recursive: true })
const folder = mkdtempSync(join(root, '.data', 'docs-'))
try {
  const outfile = join(folder, 'generate.mjs')
  await build({
    entryPoints: [join(root, 'scripts', 'docs', 'generate.ts')], outfile, bundle: true, platform: 'node', target: 'node24', format: 'esm', packages: 'external',
    jsx: 'automatic', jsxImportSource: 'preact', logLevel: 'warning',
  })
  const { generateDocs }: typeof import('./generate.ts') = await import(pathToFileURL(outfile).href)
  const files = await generateDocs(root)
  mkdirSync(target, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(target, name), text)
  process.stdout.write(`${Object.keys(files).length} files in docs/generated\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
// The bundler's own process, and in a process of our own the channel to the older Node, would keep us alive.
process.exit()
