/** Addresses of the built styles, scripts and fonts, from the manifest that scripts/assets.mjs writes beside them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { PageAssets } from './page.tsx'

/** Where the folder of built files is served; its files may be cached for ever, since names carry a hash. */
export const ASSETS_PREFIX = '/tai-san/'

/** What people run at home. */
const PROGRAMS = ['verify-receipt.mjs', 'witness.mjs'] as const

const manifestShape = z.object({ files: z.record(z.string(), z.string()) })

/**
 * What pages link to, by width of page.
 * @param folder the folder given to scripts/assets.mjs
 * @throws Error when the files have not been built
 */
export function readAssets(folder: string): Readonly<Record<'citizen' | 'staff', PageAssets>> {
  const { files } = manifestShape.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  const address = (name: string): string => {
    const file = files[name]
    if (file === undefined) throw new Error(`${name} is missing from the built assets in ${folder}`)
    return `${ASSETS_PREFIX}${file}`
  }
  const shared = {
    script: address('enhance.js'),
    icon: address('icon.svg'),
    // The two subsets that the first line of every page needs; the rest follows by need.
    preload: [address('be-vietnam-pro-latin-400-normal.woff2'), address('be-vietnam-pro-vietnamese-400-normal.woff2')],
  }
  return {
    citizen: { ...shared, stylesheet: address('citizen.css'), sender: address('send-pieces.js'), board: address('board.css'), programs: Object.fromEntries(PROGRAMS.map((name) => [name, { address: address(name), sha256: createHash('sha256').update(readFileSync(join(folder, files[name] ?? ''))).digest('hex') }])), pictures: Object.fromEntries(Object.keys(files).filter((name) => name.endsWith('.webp')).map((name) => [name, address(name)])) },
    staff: { ...shared, stylesheet: address('staff.css') },
  }
}
