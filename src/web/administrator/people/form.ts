/** Reading the forms of powers and units: what was typed stays, what is wrong is said beside its field. */
import type { AskedPower, UnitKind } from '../../../capabilities/identity/index.ts'
import { needsPosition, signatureForms, signedPapers } from '../../../catalogue/index.ts'
import { parseTypedDate } from '../../../platform/values/dates.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { peopleText } from './text.ts'

export const formNames = ['power', 'delegation', 'unit', 'member'] as const
export type FormName = (typeof formNames)[number]
export type Field = 'staff' | 'giver' | 'papers' | 'form' | 'position' | 'unit' | 'validFrom' | 'validTo' | 'basis' | 'name' | 'kind'

const MOST = 200
/** Two lines over a signature. */
const MOST_POSITION = 80
const texts = ['staff', 'giver', 'form', 'position', 'unit', 'validFrom', 'validTo', 'basis', 'name', 'kind'] as const

/** One of the forms as it was sent. */
export interface Typed {
  readonly form: FormName
  readonly values: Readonly<Partial<Record<Field, string>>>
  readonly papers: readonly string[]
}
export type Errors = Readonly<Partial<Record<Field, string>>>

export function typedOf(sent: { text(name: string): string; list(name: string): string[] }): Typed | undefined {
  const form = formNames.find((one) => one === sent.text('what'))
  return form && { form, values: Object.fromEntries(texts.map((field) => [field, sent.text(field).normalize('NFC').trim().slice(0, MOST)])), papers: sent.list('papers') }
}

export interface Span {
  readonly validFrom: string
  readonly validTo: string | null
  readonly basis: string
}

/** The days and the document that every row has. */
export function readSpan({ values }: Typed, lang: Lang): { readonly span: Span } | { readonly errors: Errors } {
  const t = peopleText[lang].problems
  const { validFrom = '', validTo = '', basis = '' } = values
  const [from, to] = [parseTypedDate(validFrom), validTo === '' ? null : parseTypedDate(validTo)]
  if (from === undefined || to === undefined || basis === '') {
    return { errors: { ...(from === undefined ? { validFrom: t.validFrom } : {}), ...(to === undefined ? { validTo: t.validTo } : {}), ...(basis === '' ? { basis: t['power-basis-missing'] } : {}) } }
  }
  return { span: { validFrom: from, validTo: to, basis } }
}

export function readPower({ form, values, papers }: Typed, span: Span, lang: Lang): { readonly power: AskedPower } | { readonly errors: Errors } {
  const t = peopleText[lang].problems
  const chosen = signedPapers.filter((one) => papers.includes(one))
  const how = form === 'delegation' ? 'TUQ' : (signatureForms.find((one) => one === values.form) ?? 'head')
  const errors: Errors = {
    ...(values.staff ? {} : { staff: t.staff }), ...(form === 'delegation' && !values.giver ? { giver: t.giver } : {}), ...(chosen.length === 0 ? { papers: t['power-no-paper'] } : {}), ...(needsPosition(how) && !values.position ? { position: t['power-position-missing'] } : {}),
  }
  if (Object.keys(errors).length > 0) return { errors }
  return { power: { ...span, staffId: values.staff ?? '', giverId: form === 'delegation' ? (values.giver ?? null) : null, unitId: null, papers: chosen, form: how === 'TUQ' ? 'head' : how, position: values.position?.slice(0, MOST_POSITION) || null } }
}

export function unitKindOf(text: string | undefined): UnitKind {
  return text === 'department' ? 'department' : 'team'
}

const fieldOf: Readonly<Record<string, Field>> = {
  'power-basis-missing': 'basis', 'power-span-wrong': 'validTo', 'power-no-paper': 'papers', 'power-nobody': 'staff', 'power-not-a-signer': 'staff', 'power-for-oneself': 'staff', 'power-form-unfit': 'form', 'power-position-missing': 'position', 'delegation-needs-end': 'validTo', 'delegation-to-oneself': 'staff',
  'delegation-beyond-power': 'giver', 'unit-name-missing': 'name', 'unit-exists': 'name', 'unit-missing': 'unit', 'member-here': 'staff', 'member-elsewhere': 'staff',
}

/** The field that a refusal is about, with its words; undefined for one that is about no field. */
export function errorOf(error: unknown, lang: Lang): Errors | undefined {
  const field = error instanceof Refusal ? fieldOf[error.code] : undefined
  return field && { [field]: refusalOf(error, lang) }
}

/** The words of a refusal; what these pages have no words for goes on. */
export function refusalOf(error: unknown, lang: Lang): string {
  const words: Readonly<Record<string, string>> = peopleText[lang].problems
  const said = error instanceof Refusal ? words[error.code] : undefined
  if (said === undefined) throw error
  return said
}
