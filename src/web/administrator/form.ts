/** What an administrator typed, read and checked. Pure. */
import type { NewDay } from '../../capabilities/calendars/index.ts'
import type { DayKind } from '../../catalogue/index.ts'
import { parseTypedDate } from '../../platform/values/dates.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Lang } from '../../platform/values/words.ts'
import { calendarText } from './text.ts'

export const dayKinds: readonly DayKind[] = ['holiday', 'leave', 'make-up']
/** How sure a day is, by what was seen of its document. */
const confidences = { read: 1, told: 0.85 } as const

const fields = ['date', 'kind', 'name', 'where', 'decree', 'source', 'confidence'] as const
export type DayField = (typeof fields)[number]
export type Typed = Readonly<Partial<Record<DayField, string>>>
export type DayErrors = Readonly<Partial<Record<DayField, string>>>

const MOST = 200

/** The fields of the form, as they were typed. */
export function typedOf(form: { text(name: string): string }): Typed {
  return Object.fromEntries(fields.map((field) => [field, form.text(field).normalize('NFC').trim().slice(0, MOST)]))
}

function confidenceIn(text: string | undefined): number {
  return text === 'told' ? confidences.told : confidences.read
}

/** @param province the administrator's own */
export function readDay(typed: Typed, province: string, lang: Lang): { readonly day: NewDay } | { readonly errors: DayErrors } {
  const t = calendarText[lang].problems
  const date = parseTypedDate(typed.date ?? '')
  const kind = dayKinds.find((one) => one === typed.kind)
  const { name = '', decree = '', source = '' } = typed
  if (date === undefined || kind === undefined || name === '' || decree === '') {
    return { errors: { ...(date === undefined ? { date: t.date } : {}), ...(kind === undefined ? { kind: t.kind } : {}), ...(name === '' ? { name: t.name } : {}), ...(decree === '' ? { decree: t['calendar-decree-missing'] } : {}) } }
  }
  return { day: { date, kind, name, decreeNo: decree, source, confidence: confidenceIn(typed.confidence), province: typed.where === 'province' ? province : null } }
}

/** The field that a refusal is about, with its words; any other refusal is not of this form. */
export function errorOf(error: unknown, lang: Lang): DayErrors | undefined {
  if (!(error instanceof Refusal)) return undefined
  const t = calendarText[lang].problems
  switch (error.code) {
    case 'calendar-day-exists':
    case 'calendar-not-a-weekend':
      return { date: t[error.code] }
    case 'calendar-decree-missing':
      return { decree: t[error.code] }
    default:
      return undefined
  }
}

/** The words of a refusal; what this page has no words for goes on. */
export function refusalOf(error: unknown, lang: Lang): string {
  const words: Readonly<Record<string, string>> = calendarText[lang].problems
  const said = error instanceof Refusal ? words[error.code] : undefined
  if (said === undefined) throw error
  return said
}
