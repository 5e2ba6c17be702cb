/** What was typed into the form of checking by hand, checked as far as the form itself can tell. */
import type { ViolationBody } from '../../../../capabilities/violations/index.ts'
import type { HandRecord } from '../../../../dossiers/index.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { byHandText } from '../../text/by-hand.ts'

export const MOST_NUMBER = 80
export const MOST_SAYS = 1000

export interface HandEntered {
  readonly body: string
  readonly result: string
  readonly documentNumber: string
  readonly says: string
  readonly recordNumber: string
}

export type HandField = keyof HandEntered

/** The form as it was sent, with what is wrong with it. */
export interface HandForm {
  readonly entered: HandEntered
  readonly errors: readonly { readonly field: HandField; readonly text: string }[]
}

export const emptyHandForm: HandForm = { entered: { body: '', result: '', documentNumber: '', says: '', recordNumber: '' }, errors: [] }

/** Reads the fields. @param silent the bodies that give no answer now @returns the record when the form is complete */
export function readHandForm(text: (name: string) => string, silent: readonly ViolationBody[], lang: Lang): { form: HandForm; record: HandRecord | undefined } {
  const t = byHandText[lang]
  const typed = (name: string) => text(name).normalize('NFC').trim()
  const entered: HandEntered = { body: typed('body'), result: typed('result'), documentNumber: typed('documentNumber'), says: typed('says'), recordNumber: typed('recordNumber') }
  const body = silent.find((one) => one === entered.body)
  const result = entered.result === 'clear' || entered.result === 'unresolved' ? entered.result : undefined
  const errors: { field: HandField; text: string }[] = []
  if (!body) errors.push({ field: 'body', text: t.missing.body })
  if (!result) errors.push({ field: 'result', text: t.missing.result })
  for (const field of ['documentNumber', 'says'] as const) if (!entered[field]) errors.push({ field, text: t.missing[field] })
  if (result === 'unresolved' && !entered.recordNumber) errors.push({ field: 'recordNumber', text: t.missing.recordNumber })
  const most = { documentNumber: MOST_NUMBER, says: MOST_SAYS, recordNumber: MOST_NUMBER } as const
  for (const field of ['documentNumber', 'says', 'recordNumber'] as const) {
    if ([...entered[field]].length > most[field]) errors.push({ field, text: t.tooLong(most[field]) })
  }
  if (errors.length > 0 || !body || !result) return { form: { entered, errors }, record: undefined }
  return { form: { entered, errors }, record: { body, result, evidence: { documentNumber: entered.documentNumber, says: entered.says, recordNumber: result === 'unresolved' ? entered.recordNumber : null } } }
}
