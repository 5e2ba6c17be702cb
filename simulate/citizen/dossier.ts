/** The page of a dossier: what it tells is remembered, what it asks of this person is done, what is ready is saved. */
import { PageFailure } from '../visitor/browser.ts'
import { begin } from '../visitor/filling.ts'
import type { Button, Form, Page } from '../visitor/page.ts'
import type { Memory } from './memory.ts'
import { GoneAway } from './patience.ts'
import type { Step } from './session.ts'

const CODE = /\bTT-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/g

/** How often somebody lets a page load itself again before getting up: what it waits for goes on without them. */
const MOST_REFRESHES = 6
/** Who has asked twice whether the money arrived, and is told that it is being checked, comes back another day. */
const MOST_CHECKS = 2

/** What the page says it is about, in the words on it. */
const says = {
  done: /đã xong: bạn đã nhận giấy phép mới/i,
  refused: /hồ sơ không được giải quyết/i,
  comeAndCollect: /đến lượt bạn: đến nhận thẻ/i,
  settle: /đến lượt bạn: (giải quyết vi phạm|cần giấy khám)/i,
  pay: /đến lượt bạn: trả lệ phí/i,
  received: /đã nhận tiền|biên lai số|đã nộp, biên lai/i,
}

/** Reads the page of a dossier. @param then where a page leads that follows from it @param refreshes how often it was read in a row */
export function lookAt(then: Step, refreshes: number): Step {
  return async (sitting) => {
    const { browser, memory, clock } = sitting
    const { page } = browser
    await remember(memory, page, await clock.now())
    if (says.refused.test(page.text)) {
      memory.refused = page.text.slice(page.text.search(says.refused), page.text.search(says.refused) + 160)
      return undefined
    }
    if (says.comeAndCollect.test(page.text)) {
      memory.trips += 1
      throw new GoneAway('required-trip', page.heading)
    }
    await savePapers(sitting.browser, memory)
    if (says.done.test(page.text)) {
      if (![...memory.results].some((name) => /điện tử|tải pdf/i.test(name))) throw new PageFailure(page.status, 'the licence is said to be there but cannot be saved')
      memory.completedAt = await clock.now()
      return undefined
    }
    if (says.settle.test(page.text)) {
      memory.refused = page.text.slice(page.text.search(says.settle), page.text.search(says.settle) + 120)
      return undefined
    }
    return askedOf(memory, page, then) ?? wait(page, then, refreshes, memory)
  }
}

/** Submission codes that a page tells. */
export function codesOn(page: Page): string[] {
  return page.text.match(CODE) ?? []
}

async function remember(memory: Memory, page: Page, now: Date): Promise<void> {
  const codes = codesOn(page)
  for (const code of codes) memory.codes.add(code)
  if (codes.length > 0) {
    memory.filedAt ??= now
    memory.dossierAddress ??= page.url.pathname
  }
  if (memory.toldPaid && says.pay.test(page.text)) memory.given.requested('lệ phí', 'a second time')
  memory.toldPaid ||= says.received.test(page.text)
  if (memory.toldPaid) memory.given.requested('lệ phí', 'once')
}

/** Saves every paper that is offered, once. */
async function savePapers(browser: { page: Page; download(address: string): Promise<Buffer> }, memory: Memory): Promise<void> {
  for (const link of browser.page.links.filter(({ href }) => href.endsWith('.pdf'))) {
    const name = `${link.text} ${link.href}`
    if (memory.results.has(name)) continue
    const bytes = await browser.download(link.href)
    if (bytes.subarray(0, 5).toString() !== '%PDF-') throw new PageFailure(200, `${link.text} is not a PDF`)
    memory.results.add(name)
  }
}

/** What this person is asked to do here: to pay, or to add something. */
function askedOf(memory: Memory, page: Page, then: Step): Step | undefined {
  const buttons = page.forms.flatMap((form) => form.buttons.map((button) => ({ form, button })))
  const paid = memory.payments > 0 && buttons.find(({ button }) => /đã trả/i.test(button.text))
  if (paid && memory.checks >= MOST_CHECKS) return undefined
  if (paid) memory.checks += 1
  const wanted = paid || buttons.find(({ button }) => /^trả (lệ phí|tiếp|lại)/i.test(button.text))
  if (wanted) return pressing(wanted, then)
  const supplement = page.links.find(({ text }) => /^bổ sung/i.test(text))
  return supplement && (async (sitting) => {
    await sitting.browser.open(supplement.href)
    return then
  })
}

function pressing({ form, button }: { form: Form; button: Button }, then: Step): Step {
  return async ({ browser }) => {
    await browser.send(begin(form), button)
    return then
  }
}

function wait(page: Page, then: Step, refreshes: number, memory: Memory): Step | undefined {
  const { refreshSeconds } = page
  if (refreshSeconds === undefined || refreshes >= MOST_REFRESHES || memory.checks >= MOST_CHECKS) return undefined
  return async ({ browser, clock }) => {
    memory.idleSeconds += refreshSeconds
    await clock.pass(refreshSeconds)
    await browser.open(page.url.href)
    return lookAt(then, refreshes + 1)
  }
}
