/** A postal worker at the counting table: every list of the authority, every label scanned, then the signature. */
import type { Browser } from '../visitor/browser.ts'
import { begin, type } from '../visitor/filling.ts'

const ITEM = /\bZZ\d{9}XX\b/g

/** Counts the list in front of the worker: what it names is in the bag. @returns how many buttons were pressed */
export async function countList(browser: Browser): Promise<number> {
  let pressed = 0
  for (const item of new Set(browser.page.text.match(ITEM))) {
    const form = browser.page.forms.find(({ buttons }) => buttons.some(({ text }) => /^ghi nhận/i.test(text)))
    const field = form?.fields.find(({ kind }) => kind === 'text')
    if (!form || !field) return pressed
    const filling = begin(form)
    type(filling, field, item)
    await browser.send(filling, form.buttons[0])
    pressed += 1
  }
  const sign = browser.page.forms.find(({ buttons }) => buttons.some(({ text }) => /ký nhận$/i.test(text)))
  if (!sign) return pressed
  await browser.send(begin(sign), sign.buttons[0])
  return pressed + 1
}
