/** Every page of the gallery by name. */
import { renderPage } from '../../../src/platform/http/html.ts'
import { readAssets } from '../../../src/web/kit/index.ts'
import { licences, start, status } from './citizen-pages.tsx'
import { controls, parts, question } from './form-pages.tsx'
import type { GalleryPage } from './frame.tsx'
import { desk, extremes, worklist } from './staff-pages.tsx'

const pages: Readonly<Record<string, GalleryPage>> = { start, licences, status, question, controls, parts, desk, worklist, extremes }

/** Draws every page. @param folder the folder of built assets */
export function drawGallery(folder: string): Readonly<Record<string, string>> {
  const assets = readAssets(folder)
  return Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, renderPage(page({ assets }))]))
}
