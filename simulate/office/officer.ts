/** Officers at their desks: through the list of what is theirs to do, one dossier after the other, by the buttons on the pages. */
import type { Agent } from 'undici'
import type { CastOfficer } from '../world/outside.ts'
import type { Random } from '../world/random.ts'
import { type Browser, openBrowser, PageFailure, type Traffic } from '../visitor/browser.ts'
import { begin } from '../visitor/filling.ts'
import type { Page } from '../visitor/page.ts'
import { type Papers, readCopy } from './paper.ts'
import { countList } from './post.ts'
import { chooseIdentity, isIdentityPage } from '../visitor/sign-in.ts'

export interface Desk {
  readonly officer: CastOfficer
  readonly browser: Browser
  readonly random: Random
  readonly home: string
  /** Where certificates on paper can be read; without it copies are left alone. */
  readonly papers?: Papers
}

/** What an officer did in one round. */
export interface Round {
  /** Buttons pressed. */
  readonly done: number
  /** Something waited for a machine: a paper being drawn up. */
  readonly waiting: boolean
}

const nothing: Round = { done: 0, waiting: false }

/** Opens a page of the office, signing in where that is asked for. */
async function open(desk: Desk, address: string): Promise<Page> {
  const page = await desk.browser.open(new URL(address, desk.home).href)
  return isIdentityPage(page) ? chooseIdentity(desk.browser, desk.officer.identityNumber) : page
}

/** Presses the first button with these words. @returns whether there was one */
async function press(browser: Browser, words: RegExp): Promise<boolean> {
  for (const form of browser.page.forms) {
    const button = form.buttons.find(({ text }) => words.test(text))
    if (!button) continue
    await browser.send(begin(form), button)
    return true
  }
  return false
}

function dossiersOn(page: Page, random: Random): string[] {
  const found = page.links.map(({ href }) => href).filter((href) => /^\/can-bo\/ho-so\/[0-9a-f-]{36}(\?|$)/.test(href))
  return [...new Set(found)].map((href) => ({ href, lot: random() })).sort((a, b) => a.lot - b.lot).map(({ href }) => href)
}

/** One round: the list, every dossier on its first page, then the cards; at the post every hand-over list. What breaks is left for the next round. */
export async function doRound(desk: Desk): Promise<Round> {
  try {
    switch (desk.officer.role) {
      case 'signer': return await sign(desk)
      case 'appraiser': return await appraise(desk)
      case 'printer': return await print(desk)
      case 'postal': return await takeOver(desk)
      default: return nothing
    }
  } catch (error) {
    if (!(error instanceof PageFailure)) throw error
    return { done: 0, waiting: true }
  }
}

async function appraise(desk: Desk): Promise<Round> {
  const { browser } = desk
  let done = 0
  for (const address of dossiersOn(await open(desk, '/can-bo/ho-so?xem=to-do'), desk.random)) {
    await open(desk, address)
    if (await press(browser, /^nhận xử lý/i)) done += 1
    if (desk.papers && (await readCopy(browser, desk.papers))) done += 1
    if (await press(browser, /^tiếp nhận/i)) done += 1
    if (await press(browser, /^duyệt/i)) done += 1
  }
  await open(desk, '/can-bo/the')
  if (await press(browser, /^in một đợt/i)) done += 1
  if (await press(browser, /^chốt danh sách/i)) done += 1
  return { done, waiting: false }
}

async function print(desk: Desk): Promise<Round> {
  await open(desk, '/in-the')
  return { done: (await press(desk.browser, /^in một đợt/i)) ? 1 : 0, waiting: false }
}

/** Counts every list that waits for the post. */
async function takeOver(desk: Desk): Promise<Round> {
  let done = 0
  const lists = (await open(desk, '/buu-dien')).links.map(({ href }) => href).filter((href) => /^\/buu-dien\/danh-sach\/[0-9a-f-]{36}(\?|$)/.test(href))
  for (const address of new Set(lists)) {
    const page = await open(desk, address)
    if (/^kiểm đếm/i.test(page.heading)) done += await countList(desk.browser)
  }
  return { done, waiting: false }
}

async function sign(desk: Desk): Promise<Round> {
  const { browser } = desk
  let [done, waiting] = [0, false]
  for (const address of dossiersOn(await open(desk, '/can-bo/ho-so?xem=to-sign'), desk.random)) {
    const page = await open(desk, address)
    const paper = page.links.find(({ href }) => href.endsWith('.pdf') && /quyết định/i.test(href + page.text))
    if (paper) await browser.download(paper.href)
    if (await pressToSign(desk)) done += 1
    else waiting = true
  }
  return { done, waiting }
}

const SIGN = /^ký quyết định/i

/** Presses to sign, proving anew who they are where the page asks for that first: it leads there and back, and is pressed then. */
async function pressToSign(desk: Desk): Promise<boolean> {
  const { browser, officer } = desk
  const again = browser.page.links.find(({ text }) => /^đăng nhập lại để ký/i.test(text))
  if (again) await open(desk, again.href)
  if (!(await press(browser, SIGN))) return false
  // The sign-in grew too old between reading and pressing.
  if (!isIdentityPage(browser.page)) return true
  await chooseIdentity(browser, officer.identityNumber)
  return press(browser, SIGN)
}

/** The desk of somebody with this role, signed in. */
export async function openDesk(stage: { readonly home: string; readonly agent: Agent; readonly traffic: Traffic }, officers: readonly CastOfficer[], role: CastOfficer['role']): Promise<Desk> {
  const officer = officers.find((one) => one.role === role)
  if (!officer) throw new Error(`no ${role} in the cast`)
  const desk: Desk = { officer, home: stage.home, random: () => 0, browser: openBrowser(stage.traffic, stage.agent, stage.home) }
  await open(desk, '/can-bo')
  return desk
}
