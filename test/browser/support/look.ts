/** What every page must be, whoever reads it: free of known barriers, no wider than the screen, within its security policy. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { root } from '../../../scripts/first/places.mjs'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** A phone and a desk. */
const WIDTHS: readonly number[] = [360, 1280]
/** What may differ between a phone and a desk; everything else is the same document, and is asked once. */
const OF_SIZE = ['target-size', 'color-contrast', 'scrollable-region-focusable', 'button-name', 'link-name', 'label', 'aria-hidden-focus', 'region']
/** Where pictures are kept when SCREENS=1. */
export const screens = join(root, '.data', 'screens')

/**
 * Looks at the page as a phone and as a desk show it, or as screens of other widths do.
 * @param name of the picture kept below .data/screens when SCREENS=1 @param widths in px; the last one is asked everything, the others what depends on the screen
 * @returns what is wrong, in words
 */
export async function faultsOf(page: Page, name: string, widths = WIDTHS): Promise<string[]> {
  const faults: string[] = []
  for (const [index, width] of widths.entries()) {
    await page.setViewportSize({ width, height: 800 })
    if (process.env.SCREENS === '1') await picture(page, `${name}-${width}`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 0) faults.push(`${name} at ${width}: wider than the screen by ${wide} px`)
    faults.push(...(await barriersOn(page, `${name} at ${width}`, index < widths.length - 1)))
  }
  return faults
}

/** The known barriers of the page as it stands, in words. @param ofSize only those that depend on the screen */
export async function barriersOn(page: Page, name: string, ofSize = false): Promise<string[]> {
  // No page of ours holds a frame, so one script is enough and no second window is opened.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (ofSize ? axe.withRules(OF_SIZE) : axe.withTags(WCAG)).analyze()
  return violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(screens, { recursive: true })
  await page.evaluate(() => {
    // Where the page was scrolled to, the band would lie across its middle.
    scrollTo(0, 0)
    return document.fonts.ready.then(() => undefined)
  })
  await page.screenshot({ path: join(screens, `${name}.png`), fullPage: true })
}
