/** A doctor at a clinic that works on our pages: card, findings, conclusion, signature. One person at a time. */
import type { Memory } from '../citizen/memory.ts'
import { type Browser, PageFailure } from '../visitor/browser.ts'
import { begin, choose, select, type } from '../visitor/filling.ts'
import { chooseIdentity, isIdentityPage } from '../visitor/sign-in.ts'
import type { CastOfficer, CastPerson } from '../world/outside.ts'
import { cardLine } from './clerk.ts'

export interface Surgery {
  readonly doctor: CastOfficer
  readonly browser: Browser
  readonly home: string
  queue: Promise<unknown>
}

/** Examines a person who has nothing wrong with them, for the class of their own certificate. What breaks is tried again another day. @returns whether the certificate was issued */
export function examineAt(surgery: Surgery, { person }: Memory, today: Date): Promise<boolean> {
  const turn = surgery.queue.then(() => examine(surgery, person, today))
  surgery.queue = turn.catch(() => undefined)
  return turn.catch((error: unknown) => {
    if (!(error instanceof PageFailure)) throw error
    return false
  })
}

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' })

async function examine({ browser, doctor, home }: Surgery, person: CastPerson, today: Date): Promise<boolean> {
  await browser.open(new URL('/phong-kham', home).href)
  if (isIdentityPage(browser.page)) await chooseIdentity(browser, doctor.identityNumber)
  const start = formWith(browser, /^bắt đầu khám/i)
  const [card] = start.form.fields.filter(({ kind }) => kind === 'text')
  const begun = begin(start.form)
  if (card) type(begun, card, cardLine(person))
  await browser.send(begun, start.button)
  const exam = formWith(browser, /^đọc lại trước khi ký/i)
  const findings = begin(exam.form)
  const wanted = person.certificates[0]?.forClass ?? ''
  for (const field of exam.form.fields) {
    if (field.kind === 'select' && /^hạng/i.test(field.label)) select(findings, field, field.options.find(({ value }) => value === wanted)?.value ?? '')
    else if (field.kind === 'checkbox' && /đã khai tiền sử/i.test(field.label)) choose(findings, field)
    else if (field.kind === 'radio' && /^(mg\/lít khí thở|âm tính|đủ điều kiện sức khỏe lái xe)$/i.test(field.label)) choose(findings, field)
    else if (field.kind === 'text' && /^nồng độ cồn/i.test(field.label)) type(findings, field, '0')
    else if (field.kind === 'text' && /^ngày kết luận/i.test(field.label)) type(findings, field, DAY.format(today))
  }
  await browser.send(findings, exam.button)
  const sign = formWith(browser, /^ký và cấp giấy/i)
  await browser.send(begin(sign.form), sign.button)
  return /giấy đã vào sổ/i.test(browser.page.text)
}

function formWith({ page }: Browser, words: RegExp) {
  const found = page.forms.flatMap((form) => form.buttons.map((button) => ({ form, button }))).find(({ button }) => words.test(button.text))
  if (!found) throw new PageFailure(page.status, `${page.url.pathname}: no button ${words.source}; ${page.complaints.join('; ')}`)
  return found
}
