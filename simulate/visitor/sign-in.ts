/** Choosing oneself at the simulated eID: no password is ever asked for. */
import type { Browser } from './browser.ts'
import { begin, type as typeInto } from './filling.ts'
import type { Page } from './page.ts'

export function isIdentityPage(page: Page): boolean {
  return page.url.pathname.startsWith('/eid/')
}

/** Finds the person, by searching where the list is long, and says "this is me". */
export async function chooseIdentity(browser: Browser, identityNumber: string): Promise<Page> {
  const own = () => browser.page.forms.flatMap((form) => form.buttons.map((button) => ({ form, button }))).find(({ button }) => button.name === 'person' && button.value === identityNumber)
  if (!own()) {
    const search = browser.page.forms.find((form) => form.method === 'get')
    const field = search?.fields.find(({ kind }) => kind === 'text')
    if (search && field) {
      const filling = begin(search)
      typeInto(filling, field, identityNumber)
      await browser.send(filling, search.buttons[0])
    }
  }
  const mine = own()
  if (!mine) throw new Error(`the eID does not know ${identityNumber.slice(0, 3)}…`)
  return browser.send(begin(mine.form), mine.button)
}
