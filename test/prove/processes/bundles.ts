/** The driven processes as bundles, with a planted fault where a control wants one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { bundleOptions } from '../../../scripts/build.mjs'
import { root } from '../../../scripts/first/places.mjs'

/** A change of our source that only a bundle of a proof has. */
export interface Planting {
  readonly name: string
  /** Below the root. */
  readonly file: string
  readonly instead: string
  readonly of: string
}

function planted({ file, instead, of }: Planting): Plugin {
  return {
    name: 'planted',
    setup(building) {
      building.onLoad({ filter: new RegExp(`${file.replaceAll(/[.]/g, '\\.')}$`) }, ({ path }) => {
        const source = readFileSync(path, 'utf8')
        if (!source.includes(of)) throw new Error(`the planting no longer fits: ${file} has no ${of}`)
        return { contents: source.replace(of, instead), loader: 'ts' }
      })
    },
  }
}

/** @returns the paths of web and worker by the names of the bundles they stand for */
export async function bundleDriven(planting?: Planting): Promise<{ main: string; worker: string }> {
  const outdir = join(root, '.data', 'prove', planting?.name ?? 'driven')
  const options = bundleOptions({
    main: 'test/prove/processes/web.ts', worker: 'test/prove/processes/worker.ts',
    'portraits-child': 'src/capabilities/portraits/child.ts', 'documents-child': 'src/capabilities/documents/child.ts',
    'documents-check-child': 'src/capabilities/documents/engine/checking/child.ts',
  }, outdir)
  await build({ ...options, plugins: [...(planting ? [planted(planting)] : []), ...options.plugins] })
  return { main: join(outdir, 'main.mjs'), worker: join(outdir, 'worker.mjs') }
}
