/**
 * One sitting of a citizen at the keyboard: look at the page, do what it offers, think as long as people do, go away when
 * it no longer makes sense. Everything is done through pages; nothing is known but what they say and who one is.
 */
import type { ShownClock } from '../world/clock.ts'
import type { Outside } from '../world/outside.ts'
import type { Random } from '../world/random.ts'
import { type Browser, PageFailure } from '../visitor/browser.ts'
import { begin, type Filling } from '../visitor/filling.ts'
import type { Button, Form, Page } from '../visitor/page.ts'
import { chooseIdentity, isIdentityPage } from '../visitor/sign-in.ts'
import { answer } from './answers.ts'
import { codesOn, lookAt } from './dossier.ts'
import type { Memory } from './memory.ts'
import { GoneAway, openPatience, type Patience } from './patience.ts'

export interface Sitting {
  readonly memory: Memory
  readonly browser: Browser
  readonly outside: Outside
  readonly clock: ShownClock
  readonly random: Random
  /** The service's own address. */
  readonly home: string
  /** False: a machine in a hurry, for benchmarks. */
  readonly thinks: boolean
  /** Pixels across a picture of one's own; PICTURE_WIDTH unless told. */
  readonly pictureWidth?: number
  /** Gets up when this page is in front. */
  readonly until?: (page: Page) => boolean
}

/** About two megapixels at three to four. */
export const PICTURE_WIDTH = 1224
const MOST_STEPS = 100
const MOST_WAITS = 5
const SECONDS = { look: 3, word: 0.08, choice: 3, character: 0.35, picture: 40, beforeAnotherTry: 60 }

const COMPLAINT = /chưa đổi được|cần giải quyết trước|đang chặn|cần khám lại|không đủ điều kiện|không thấy giấy phép/i

/** Sits down, does what can be done today, and gets up again. */
export async function sit(sitting: Sitting): Promise<void> {
  const { memory, clock, browser } = sitting
  const patience = openPatience(spent(sitting))
  memory.startedAt ??= await clock.now()
  memory.checks = 0
  memory.waits = 0
  const waitedBefore = browser.waitedMs
  try {
    for (let steps = 0, go: Step | undefined = openHome; go; steps += 1) {
      if (steps > MOST_STEPS) throw new GoneAway('took-too-long', nameOf(browser.page))
      go = await attempt(sitting, patience, go)
    }
  } catch (error) {
    if (!(error instanceof GoneAway)) throw error
    memory.quit = { reason: error.reason, step: error.step }
  } finally {
    memory.activeSeconds += (browser.waitedMs - waitedBefore) / 1000
  }
}

/** The person's own seconds so far: reading and typing, pages that load themselves again, real waiting. */
function spent({ memory, browser }: Sitting): number {
  return memory.activeSeconds + memory.idleSeconds + browser.waitedMs / 1000
}

/** Does something and says what to do next; undefined: nothing more today. */
export type Step = (sitting: Sitting) => Promise<Step | undefined>

const openHome: Step = async (sitting) => {
  await sitting.browser.open(sitting.home)
  return onPage
}

/** The name of a step: the question asked, else where it is. */
function nameOf(page: Page): string {
  return page.heading || page.url.pathname
}

/** A step that fails is tried once more, from the person's own start page; the second failure is one too many. */
async function attempt(sitting: Sitting, patience: Patience, step: Step): Promise<Step | undefined> {
  const { browser } = sitting
  const before = step === openHome ? undefined : browser.page
  const name = before ? nameOf(before) : 'start'
  try {
    const next = await step(sitting)
    const { page } = browser
    if (page === before) return next
    if (page.complaints.length > 0 && nameOf(page) === name) patience.failed(name, page.complaints.join('; '))
    else if (page.refreshSeconds === undefined) patience.succeeded(name)
    if (page.refreshSeconds === undefined) patience.knows(spent(sitting))
    else patience.stillWaiting(nameOf(page), spent(sitting))
    return next
  } catch (error) {
    if (!(error instanceof PageFailure)) throw error
    patience.failed(name, error.message)
    await think(sitting, SECONDS.beforeAnotherTry)
    patience.stillWaiting(name, spent(sitting))
    return openHome
  }
}

async function think(sitting: Sitting, seconds: number): Promise<void> {
  if (!sitting.thinks) return
  const own = seconds * (0.7 + 0.6 * sitting.random())
  sitting.memory.activeSeconds += own
  await sitting.clock.pass(own)
}

/** Reads what is in front of the person and finds out what to do. */
const onPage: Step = async (sitting) => {
  const { browser, memory } = sitting
  const { page } = browser
  if (sitting.until?.(page)) return undefined
  await think(sitting, SECONDS.look + Math.min(200, page.text.split(' ').length) * SECONDS.word)
  if (isIdentityPage(page)) {
    await chooseIdentity(browser, memory.person.identityNumber)
    return onPage
  }
  const pay = page.forms.flatMap((form) => form.buttons.map((button) => ({ form, button }))).filter(({ button }) => button.name === 'choice')
  if (pay.length > 0) return payAt(pay)
  if (page.url.origin !== new URL(sitting.home).origin) return leave
  if (page.status === 404 || page.status === 403 || page.status === 409) throw new PageFailure(page.status, `${page.url.pathname}: ${page.heading}`)
  const question = questionOn(page, memory)
  if (question) return answering(question)
  if (page.url.pathname.startsWith('/ho-so/')) return lookAt(onPage, 0)
  return chooseOnMine
}

/** The form that asks, on a page of a draft. Where a picture is offered beside the field for one's own, half of the people take the offer. */
function questionOn(page: Page, memory: Memory): Form | undefined {
  if (!/^\/ho-so-nhap\/|\/bo-sung(\/|$)/.test(page.url.pathname)) return undefined
  const forms = page.forms.filter((form) => form.buttons.length > 0 && form.method === 'post')
  const ownPicture = forms.find(({ fields }) => fields.some(({ kind }) => kind === 'file'))
  const takesOwn = memory.fate.picture !== undefined ? memory.badPictures === 0 : Number(memory.person.identityNumber.at(-1)) % 2 === 0
  return ownPicture && takesOwn ? ownPicture : forms[0]
}

function answering(form: Form): Step {
  return async (sitting) => {
    const { memory, browser, outside } = sitting
    const { identityNumber } = memory.person
    memory.given.read(form)
    const { filling, choices, characters } = await answer(memory, form, {
      picture: async () => {
        await think(sitting, SECONDS.picture)
        const flaw = memory.badPictures === 0 ? memory.fate.picture : undefined
        if (flaw) memory.badPictures += 1
        return { name: 'IMG_0001.jpg', type: 'image/jpeg', bytes: await outside.portrait(identityNumber, sitting.pictureWidth ?? PICTURE_WIDTH, flaw) }
      },
      certifiedCopy: async () => ({ name: 'ban-sao-dien-tu.pdf', type: 'application/pdf', bytes: await outside.certifiedCopy(identityNumber) }),
    })
    await think(sitting, choices * SECONDS.choice + characters * SECONDS.character)
    memory.typedFields += filling.typed
    await browser.send(filling, form.buttons[0])
    if (browser.page.complaints.length === 0) memory.given.took(form)
    return onPage
  }
}

function payAt(choices: readonly { readonly form: Form; readonly button: Button }[]): Step {
  return async ({ browser, memory, outside }) => {
    const chosen = choices.find(({ button }) => button.value === 'pay')
    if (!chosen) throw new PageFailure(browser.page.status, 'the checkout offers no way to pay')
    const { payment } = memory.fate
    const code = codesOn(browser.page)[0]
    if (payment !== 'plain' && memory.payments === 0 && code) await outside.act('payment-platform', 'fate', { orderInfo: code, kind: payment })
    memory.payments += 1
    await browser.send(begin(chosen.form), chosen.button)
    return onPage
  }
}

/** A page of somebody else that offers no way on: back to one's own start page, the worse for it where it spoke of an error. */
const leave: Step = async (sitting) => {
  const { page } = sitting.browser
  if (/có lỗi/i.test(page.text)) throw new PageFailure(page.status, page.heading)
  return openHome(sitting)
}

/** "My licences": goes on with what was begun, begins, or reads why not. */
const chooseOnMine: Step = async (sitting) => {
  const { browser, memory, clock } = sitting
  const { page } = browser
  const toDossier = page.links.find((link) => /^\/ho-so\/[0-9a-f-]{36}$/.test(new URL(link.href, page.url).pathname))
  if (toDossier) return follow(toDossier.href)
  const resume = page.links.find((link) => /^làm tiếp/i.test(link.text))
  if (resume) return follow(resume.href)
  const signIn = page.links.find((link) => /định danh điện tử/i.test(link.text))
  if (signIn && page.url.pathname === '/') return follow(signIn.href)
  // The page says that one may begin at once; most people look at the list a few times first.
  if (page.refreshSeconds !== undefined && memory.waits < MOST_WAITS) {
    memory.waits += 1
    memory.idleSeconds += page.refreshSeconds
    await clock.pass(page.refreshSeconds)
    return follow(page.url.href)
  }
  const complaint = complaintOn(page)
  if (complaint) {
    memory.refused = complaint
    return undefined
  }
  const begins = page.forms.flatMap((form) => form.buttons.map((button) => ({ form, button })))
  const wish = memory.door === 'lost' ? /^cấp lại giấy phép/i : /^đổi giấy phép/i
  const start = (memory.person.story.kind === 'two-licences' && begins.find(({ button }) => /gộp/i.test(button.text))) || begins.find(({ button }) => wish.test(button.text))
  if (start) return press(begin(start.form), start.button)
  if (page.url.pathname === '/') return follow('/cua-toi')
  throw new GoneAway('left-in-the-dark', nameOf(page))
}

/** The sentence that says why it cannot be done now. */
function complaintOn(page: Page): string | undefined {
  return page.text.split(/(?<=[.:])\s/).find((sentence) => COMPLAINT.test(sentence))?.slice(0, 120)
}

/** Opens a link. */
function follow(href: string): Step {
  return async ({ browser }) => {
    await browser.open(href)
    return onPage
  }
}

/** Presses a button. */
function press(filling: Filling, button: Button): Step {
  return async ({ browser }) => {
    await browser.send(filling, button)
    return onPage
  }
}
