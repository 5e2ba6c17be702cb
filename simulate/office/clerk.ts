/** A clerk at a service point: scans the card, lets the person confirm, files. One person at a time stands before a counter. */
import { setTimeout as pause } from 'node:timers/promises'
import { answer } from '../citizen/answers.ts'
import { codesOn } from '../citizen/dossier.ts'
import type { Memory } from '../citizen/memory.ts'
import type { Door } from '../plan/doors.ts'
import { type Browser, PageFailure } from '../visitor/browser.ts'
import { attach, begin, choose, type } from '../visitor/filling.ts'
import type { Button, Form, Page } from '../visitor/page.ts'
import { chooseIdentity, isIdentityPage } from '../visitor/sign-in.ts'
import type { CastOfficer, CastPerson, Outside } from '../world/outside.ts'

export interface Counter {
  readonly clerk: CastOfficer
  readonly browser: Browser
  readonly home: string
  readonly outside: Outside
  /** Ends when the counter is free. */
  queue: Promise<unknown>
}

const PICTURE_WIDTH = 900
const MOST_PAGES = 60
const WAIT_MS = 400

/** The line that a reader types from the QR code of an identity card. */
export function cardLine(person: CastPerson): string {
  const day = (date: string) => date.split('-').reverse().join('')
  const { street, commune, provinceName } = person.residence
  return `${person.identityNumber}||${person.fullName}|${day(person.birthDate)}|${isMale(person.identityNumber) ? 'Nam' : 'Nữ'}|${street}, ${commune}, ${provinceName}|01052021`
}

/** The fourth digit of an identity number: even for men. */
function isMale(identityNumber: string): boolean {
  return Number(identityNumber[3]) % 2 === 0
}

/** Takes a turn at the counter. What breaks is told to the person like any page that does not come: they come again another day. */
export function fileAt(counter: Counter, memory: Memory, door: Door): Promise<void> {
  const turn = counter.queue.then(() => file(counter, memory, door))
  counter.queue = turn.catch(() => undefined)
  return turn.catch((error: unknown) => {
    if (!(error instanceof PageFailure)) throw error
  })
}

async function file(counter: Counter, memory: Memory, door: Door): Promise<void> {
  const { browser, home } = counter
  await browser.open(new URL('/quay', home).href)
  if (isIdentityPage(browser.page)) await chooseIdentity(browser, counter.clerk.identityNumber)
  const scan = formWith(browser.page, /^mở lượt tiếp/i)
  const [field] = scan?.form.fields.filter(({ kind }) => kind === 'text') ?? []
  if (!scan || !field) throw new PageFailure(browser.page.status, 'the counter has no field for a card')
  const filling = begin(scan.form)
  type(filling, field, cardLine(memory.person))
  await browser.send(filling, scan.button)
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const codes = /^đã nộp hồ sơ/i.test(browser.page.heading) ? codesOn(browser.page) : []
    if (codes.length > 0) return finish(counter, memory, door, codes)
    await goOn(counter, memory, door)
  }
  throw new PageFailure(browser.page.status, `the counter does not come to an end: ${browser.page.url.pathname}`)
}

/** Does what the page in front asks. */
async function goOn(counter: Counter, memory: Memory, door: Door): Promise<void> {
  const { browser, outside } = counter
  const { page } = browser
  const offer = formWith(page, door === 'paper' ? /^nhận hồ sơ giấy/i : /^nộp cùng công dân/i)
  // What registers have still to say is waited for, as a clerk would.
  if (page.refreshSeconds !== undefined) return reload(browser)
  if (offer) return press(browser, offer)
  const questions = formWith(page, /^lưu và tiếp tục/i)
  if (questions) {
    const picture = async () => ({ name: 'quay.jpg', type: 'image/jpeg', bytes: await outside.portrait(memory.person.identityNumber, PICTURE_WIDTH) })
    const { filling } = await answer(memory, questions.form, { picture, certifiedCopy: picture })
    await browser.send(filling, questions.button)
    return
  }
  const picture = formWith(page, /^gửi ảnh này/i)
  const next = page.links.find(({ text }) => /^tiếp tục$/i.test(text))
  if (picture && !next) return upload(browser, picture, await outside.portrait(memory.person.identityNumber, PICTURE_WIDTH))
  const scan = formWith(page, /^thêm tệp này/i)
  if (scan && !/đã quét/i.test(page.text.replace(scan.form.text, ''))) return upload(browser, scan, await outside.portrait(memory.person.identityNumber, PICTURE_WIDTH))
  if (next) {
    await browser.open(next.href)
    return
  }
  return confirm(counter, memory, door)
}

/** The person says yes: by hand on paper, by the code that came to their phone, or by card and signature. */
async function confirm({ browser, outside }: Counter, memory: Memory, door: Door): Promise<void> {
  const { page } = browser
  const onPaper = formWith(page, /^nộp theo đơn đã ký/i)
  if (onPaper) return press(browser, onPaper)
  const byCode = formWith(page, /^xác nhận và nộp/i)
  if (door === 'code' && byCode) {
    const filling = begin(byCode.form)
    const [field] = byCode.form.fields.filter(({ kind }) => kind === 'text')
    if (field) type(filling, field, await outside.codeAt(memory.person.phone))
    await browser.send(filling, byCode.button)
    return
  }
  const send = formWith(page, /^gửi mã$/i)
  if (door === 'code') return send ? press(browser, send) : reload(browser)
  const sign = formWith(page, /^ký xác nhận và nộp/i)
  if (!sign) throw new PageFailure(page.status, `the clerk does not know what to do: ${page.heading} ${page.complaints.join('; ')}`)
  const filling = begin(sign.form)
  const [card, name] = sign.form.fields.filter(({ kind }) => kind === 'text')
  if (card) type(filling, card, cardLine(memory.person))
  if (name) type(filling, name, memory.person.fullName)
  for (const box of sign.form.fields.filter(({ kind }) => kind === 'checkbox')) choose(filling, box)
  await browser.send(filling, sign.button)
}

async function finish(counter: Counter, memory: Memory, door: Door, codes: readonly string[]): Promise<void> {
  for (const code of codes) memory.codes.add(code)
  const [code] = codes
  if (door === 'paper' && code) await takeCash(counter, memory, code)
}

/** The fee in cash, in the book of the day; yesterday's is counted and closed first. */
async function takeCash({ browser, home }: Counter, memory: Memory, code: string): Promise<void> {
  await browser.open(new URL('/quay/quy', home).href)
  for (let pages = 0; pages < 4; pages += 1) {
    const { page } = browser
    const find = formWith(page, /^tìm$/i)
    const [field] = find?.form.fields.filter(({ kind }) => kind === 'text') ?? []
    if (find && field) {
      const filling = begin(find.form)
      type(filling, field, code)
      await browser.send(filling, find.button)
      const take = formWith(browser.page, /^đã nhận .* tiền mặt/i)
      if (!take) throw new PageFailure(browser.page.status, 'the fee cannot be taken in cash')
      await press(browser, take)
      memory.payments += 1
      return
    }
    const book = formWith(page, /^mở sổ|^đóng sổ/i)
    if (!book) break
    const filling = begin(book.form)
    const [amount] = book.form.fields.filter(({ kind }) => kind === 'text')
    const expected = /phải có trong ngăn\s+([\d.]+)/i.exec(page.text)?.[1]
    if (amount) type(filling, amount, /^mở/i.test(book.button.text) ? '0' : (expected ?? '0'))
    await browser.send(filling, book.button)
  }
  throw new PageFailure(browser.page.status, `no cash book: ${browser.page.complaints.join('; ')}`)
}

async function upload(browser: Browser, { form, button }: Found, bytes: Buffer): Promise<void> {
  const filling = begin(form)
  const field = form.fields.find(({ kind }) => kind === 'file')
  if (field) attach(filling, field, { name: 'quet.jpg', type: 'image/jpeg', bytes })
  await browser.send(filling, button)
}

interface Found {
  readonly form: Form
  readonly button: Button
}

function formWith(page: Page, words: RegExp): Found | undefined {
  return page.forms.flatMap((form) => form.buttons.map((button) => ({ form, button }))).find(({ button }) => words.test(button.text))
}

async function press(browser: Browser, { form, button }: Found): Promise<void> {
  await browser.send(begin(form), button)
}

async function reload(browser: Browser): Promise<void> {
  await pause(WAIT_MS)
  await browser.open(browser.page.url.href)
}
