/** Styles, fonts and scripts of the pages, where the page parts have a builder for them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../first/places.mjs'

/** Builds what is not current into the folder that the web process serves. */
export async function buildPageAssets(): Promise<void> {
  const builder = join(root, 'scripts', 'assets.mjs')
  if (!existsSync(builder)) return
  const loaded: { buildAssets?: (options: { outDir: string }) => Promise<unknown> } = await import(pathToFileURL(builder).href)
  await loaded.buildAssets?.({ outDir: join(root, '.data', 'assets') })
}
