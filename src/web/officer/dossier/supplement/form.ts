/** The form of a request: a row for each thing that can be asked. A reason in a row asks for it; without one the row is not part of the request. Pure. */
import { pointWords, type PointKind, reasonsOf, type SupplementReason, supplementText } from '../../../../catalogue/index.ts'
import { type AskedPoint, MOST_POINT_NOTE, overlap } from '../../../../dossiers/index.ts'
import type { LocalDate } from '../../../../platform/values/dates.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { askText } from './text.ts'

export interface PointRow {
  readonly kind: PointKind
  /** Undefined: not asked for. */
  readonly reason: SupplementReason | undefined
  readonly note: string
  /** The officer has had these words before their eyes. */
  readonly seen: boolean
}

export interface AskForm {
  readonly rows: readonly PointRow[]
  readonly errors: readonly { readonly field: string; readonly text: string }[]
  /** Words were put in just now: they are read before anything is sent. */
  readonly filled: boolean
}

export const reasonField = (kind: PointKind) => `reason-${kind}`
export const noteField = (kind: PointKind) => `note-${kind}`
/** The value of the button that takes a row out. */
export const dropOf = (kind: PointKind) => `drop-${kind}`

/** Nothing asked yet. */
export function emptyForm(kinds: readonly PointKind[]): AskForm {
  return { rows: kinds.map((kind) => ({ kind, reason: undefined, note: '', seen: false })), errors: [], filled: false }
}

export interface Fields {
  readonly text: (name: string) => string
  readonly list: (name: string) => readonly string[]
}

interface Reading {
  readonly kinds: readonly PointKind[]
  readonly on: LocalDate
  /** The officer's language, for errors. */
  readonly lang: Lang
  /** The citizen's language: the paper is Vietnamese, so that others get both. */
  readonly citizenLang: Lang
}

/** @returns the points when the request is complete and was read; the form again in any case */
export function readAskForm(fields: Fields, { kinds, on, lang, citizenLang }: Reading): { form: AskForm; points: AskedPoint[] | undefined } {
  const pressed = fields.text('do')
  const t = askText[lang]
  let filled = false
  const rows = kinds.map((kind): PointRow => {
    const chosen = reasonsOf(kind, on).find((one) => one === fields.text(reasonField(kind)))
    if (pressed === dropOf(kind) || !chosen) return { kind, reason: undefined, note: '', seen: false }
    const typed = fields.text(noteField(kind)).normalize('NFC').replaceAll('\r\n', '\n').trim()
    const seen = fields.list(noteField(kind)).length > 0
    const stale = reasonsOf(kind, on).some((other) => other !== chosen && typed === wordsFor(kind, other, on, citizenLang))
    if (seen && !stale) return { kind, reason: chosen, note: typed, seen }
    filled = true
    return { kind, reason: chosen, note: wordsFor(kind, chosen, on, citizenLang), seen: true }
  })
  const asked = rows.flatMap(({ kind, reason, note }) => (reason ? [{ kind, reason, note }] : []))
  const errors: AskForm['errors'][number][] = []
  if (pressed === 'send' && asked.length === 0) errors.push({ field: reasonField(kinds[0] ?? 'portrait'), text: t.nothingAsked })
  if (overlap(asked.map((point) => point.kind))) errors.push({ field: reasonField(asked.find((point) => point.kind === 'certified-copy')?.kind ?? 'portrait'), text: t.overlap })
  for (const { kind, note } of pressed === 'send' ? asked : []) {
    if (note === '') errors.push({ field: noteField(kind), text: t.noteMissing(pointWords(kind)[lang]) })
    if ([...note].length > MOST_POINT_NOTE) errors.push({ field: noteField(kind), text: t.noteLong(pointWords(kind)[lang], MOST_POINT_NOTE) })
  }
  const form = { rows, errors, filled }
  return { form, points: pressed === 'send' && errors.length === 0 && !filled ? asked : undefined }
}

function wordsFor(kind: PointKind, reason: SupplementReason, on: LocalDate, lang: Lang): string {
  const words = supplementText(kind, reason, on)
  if (!words) return ''
  return lang === 'vi' ? words.vi : `${words.vi}\n${words.en}`
}
