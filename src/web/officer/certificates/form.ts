/** What an officer typed from the paper, checked as far as the form itself can tell. Pure. */
import { type CertificateConclusion, clinicOfNumber, parseCertificateNumber } from '../../../capabilities/health-certificates/index.ts'
import { type LocalDate, parseWireDate } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { copiesText } from '../text/copies.ts'

export type Field = 'number' | 'licenceClass' | 'conclusion' | 'concludedOn' | 'reExamOn' | 'clinicName' | 'doctorName'
export type Entered = Readonly<Record<Field, string>>
export const conclusions = ['eligible', 'not-eligible', 'eligible-re-exam'] as const satisfies readonly CertificateConclusion[]

export interface ReadPaper {
  readonly number: string
  readonly licenceClass: string
  readonly conclusion: CertificateConclusion
  readonly concludedOn: LocalDate
  readonly reExamOn: LocalDate | null
  readonly clinicCode: string
  readonly clinicName: string
  readonly doctorName: string
}

/** Field → what is wrong with it, or what was read. */
export function readEntered(entered: Entered, lang: Lang): { readonly errors: Readonly<Partial<Record<Field, string>>> } | { readonly paper: ReadPaper } {
  const t = copiesText[lang]
  const errors: Partial<Record<Field, string>> = {}
  const number = parseCertificateNumber(entered.number)
  if (!number) errors.number = t.problems.number
  const conclusion = conclusions.find((one) => one === entered.conclusion)
  if (!conclusion) errors.conclusion = t.choose
  const concludedOn = parseWireDate(entered.concludedOn.trim())
  if (!concludedOn) errors.concludedOn = t.problems.day
  const reExamOn = entered.reExamOn.trim() === '' ? null : parseWireDate(entered.reExamOn.trim())
  if (reExamOn === undefined) errors.reExamOn = t.problems.day
  for (const field of ['licenceClass', 'clinicName', 'doctorName'] as const) if (entered[field].trim() === '') errors[field] = t.missing
  if (!number || !conclusion || !concludedOn || reExamOn === undefined || Object.keys(errors).length > 0) return { errors }
  const text = (field: Field) => entered[field].normalize('NFC').trim().slice(0, 200)
  return { paper: { number, conclusion, concludedOn, reExamOn, licenceClass: text('licenceClass').toUpperCase(), clinicCode: clinicOfNumber(number), clinicName: text('clinicName'), doctorName: text('doctorName') } }
}

/** Where a refusal of the server belongs on the form. */
export const fieldOf: Readonly<Record<string, Field>> = {
  'certificate-class-unknown': 'licenceClass', 'concluded-in-the-future': 'concludedOn', 're-exam-day-missing': 'reExamOn', 'number-of-another-person': 'number', 'register-says-otherwise': 'number',
}
