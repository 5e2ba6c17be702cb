/** An officer copies from a certificate on paper what the page asks for; the paper is what the made-up person holds. */
import type { Outside } from '../world/outside.ts'
import type { Browser } from '../visitor/browser.ts'
import { begin, choose, type } from '../visitor/filling.ts'

/** What stands on a certificate. */
export interface Paper {
  readonly number: string
  readonly forClass: string
  readonly conclusion: string
  /** 'YYYY-MM-DD'. */
  readonly concludedOn: string
  readonly clinicName: string
  readonly doctorName: string
}

export type Papers = (identityNumber: string) => Promise<Paper | undefined>

export function papersOf(outside: Outside): Papers {
  return async (identityNumber) => (await outside.readPerson(identityNumber)).certificates[0]
}

const conclusionWords: Readonly<Record<string, RegExp>> = { 'A0-1': /^đủ điều kiện/i, 'A0-2': /^không đủ/i, 'A0-3': /khám lại/i }

function typedFor(paper: Paper, label: string): string | undefined {
  if (/số giấy khám/i.test(label)) return paper.number
  if (/^hạng/i.test(label)) return paper.forClass
  if (/ngày kết luận/i.test(label)) return paper.concludedOn.split('-').reverse().join('/')
  if (/cơ sở khám/i.test(label)) return paper.clinicName
  if (/bác sĩ/i.test(label)) return paper.doctorName
  return undefined
}

/** Reads the copy that waits on the dossier in front of the officer, and confirms it. @returns whether there was one */
export async function readCopy(browser: Browser, papers: Papers): Promise<boolean> {
  const link = browser.page.links.find(({ text }) => /^đọc bản sao/i.test(text))
  if (!link) return false
  const page = await browser.open(link.href)
  const file = page.links.find(({ text }) => /mở tệp pdf/i.test(text))
  const form = page.forms.find(({ buttons }) => buttons.some(({ text }) => /^xác nhận nội dung/i.test(text)))
  const identityNumber = /\b09[789]\d{9}\b/.exec(page.text)?.[0]
  const paper = identityNumber && (await papers(identityNumber))
  if (!file || !form || !paper) return false
  await browser.download(file.href)
  const filling = begin(form)
  for (const field of form.fields) {
    const text = typedFor(paper, field.label)
    if (field.kind === 'text' && text !== undefined) type(filling, field, text)
    if (field.kind === 'radio' && conclusionWords[paper.conclusion]?.test(field.label)) choose(filling, field)
  }
  await browser.send(filling, form.buttons[0])
  return true
}
