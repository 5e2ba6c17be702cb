/** Finds Vietnamese left on a page that is meant to be English. */
import type { Page } from 'playwright-core'

const LETTERS = /[àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ]/i

/**
 * Lines with Vietnamese letters after everything marked as Vietnamese and every allowed phrase was taken out.
 * @param allowed names, places and official terms, which stay as they are in any language
 */
export async function vietnameseOn(page: Page, allowed: readonly (string | RegExp)[]): Promise<string[]> {
  const lines = await page.evaluate(() => {
    const body = document.body.cloneNode(true)
    if (!(body instanceof HTMLElement)) return []
    for (const marked of Array.from(body.querySelectorAll('[lang=vi], script, style'))) marked.remove()
    const attributes = Array.from(body.querySelectorAll('[alt], [placeholder], [aria-label], [title]')).flatMap((one) => ['alt', 'placeholder', 'aria-label', 'title'].map((name) => one.getAttribute(name) ?? ''))
    const texts: string[] = []
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '')
    return [document.title, ...texts, ...attributes]
  })
  const without = (line: string) => allowed.reduce<string>((rest, phrase) => rest.replaceAll(typeof phrase === 'string' ? phrase : new RegExp(phrase, 'gu'), ''), line.replaceAll('\u00a0', ' '))
  return [...new Set(lines.map((line) => line.trim()).filter((line) => LETTERS.test(without(line))))]
}
