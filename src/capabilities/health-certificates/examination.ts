/** What a doctor enters of an examination, kept as typed, and what it comes to. Pure. */
import { z } from 'zod'
import { examinedClasses, examinedParts, excludesFitness, isExaminedPart } from '../../catalogue/index.ts'
import { isLocalDate, type LocalDate, parseWireDate } from '../../platform/values/dates.ts'
import type { CertificateConclusion, HealthValues } from './certificate.ts'

const short = z.string().max(300).default('')
const long = z.string().max(2000).default('')

/** Fields of the national form (mẫu giấy khám sức khỏe của người lái xe) as the doctor typed them, right or wrong. */
export const examinationShape = z.object({
  identityNumber: z.string().regex(/^\d{12}$/),
  fullName: short,
  birthDate: z.string().refine(isLocalDate),
  sex: z.enum(['male', 'female']),
  residence: short,
  licenceClass: short,
  concludedOn: short,
  /** The person has told the own medical history and signed for it (part I of the form). */
  declared: z.boolean().default(false),
  alcohol: short,
  alcoholUnit: z.enum(['', 'mg-per-100-ml-blood', 'mg-per-litre-breath']).default(''),
  drugs: z.enum(['', 'none', 'found']).default(''),
  /** Parts of the body that are not in order. */
  unsound: z.array(z.string().refine(isExaminedPart)).max(20).default([]),
  illness: long,
  conclusion: z.enum(['', 'eligible', 'not-eligible', 'eligible-re-exam']).default(''),
  reExamOn: short,
  reason: long,
  /** Why a certificate is corrected. */
  correction: short,
})

export type ExaminationAnswers = Readonly<z.infer<typeof examinationShape>>

/** What may be typed on the form; whose examination it is stays. */
export type Findings = Omit<ExaminationAnswers, 'identityNumber' | 'birthDate' | 'sex' | 'residence'>

export type FindingField = keyof Findings

export type FindingProblem =
  | 'missing' | 'not-a-class' | 'not-a-day' | 'in-the-future' | 'not-a-number' | 'too-high' | 'not-declared' | 'not-after-conclusion' | 'found-but-not-described' | 'drugs-exclude' | 'why-not-fit'

/** What a finished examination says. */
export interface Concluded {
  readonly fullName: string
  readonly licenceClass: string
  readonly conclusion: CertificateConclusion
  readonly concludedOn: LocalDate
  readonly reExamOn: LocalDate | null
  readonly values: HealthValues
}

/** Nobody lives with more: a slip of the finger. Per 100 ml of blood, per litre of breath. */
const HIGHEST = { 'mg-per-100-ml-blood': 800, 'mg-per-litre-breath': 4 } as const

function numberOf(typed: string): number | undefined {
  return /^\d{1,4}([.,]\d{1,3})?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : undefined
}

/** Parts of the body as the form names them, for the one text that the wire has. */
function namesOf(parts: readonly string[]): string {
  return parts.filter(isExaminedPart).map((part) => examinedParts[part].vi).join(', ')
}

/**
 * Reads an examination as far as the form itself can tell.
 * @param today the latest day of a conclusion
 * @returns what it concludes, or field → what is wrong with it
 */
export function readExamination(answers: ExaminationAnswers, today: LocalDate, correcting = false): { readonly problems: Readonly<Partial<Record<FindingField, FindingProblem>>> } | { readonly concluded: Concluded } {
  const problems: Partial<Record<FindingField, FindingProblem>> = {}
  const fullName = answers.fullName.normalize('NFC').trim()
  if (fullName === '') problems.fullName = 'missing'
  if (!examinedClasses.some((one) => one.name === answers.licenceClass)) problems.licenceClass = 'not-a-class'
  if (!answers.declared) problems.declared = 'not-declared'
  const alcohol = numberOf(answers.alcohol)
  const { alcoholUnit, drugs } = answers
  if (alcohol === undefined) problems.alcohol = answers.alcohol.trim() === '' ? 'missing' : 'not-a-number'
  if (alcoholUnit === '') problems.alcoholUnit = 'missing'
  else if (alcohol !== undefined && alcohol > HIGHEST[alcoholUnit]) problems.alcohol = 'too-high'
  if (drugs === '') problems.drugs = 'missing'
  const illness = answers.illness.normalize('NFC').trim()
  if (answers.unsound.length > 0 && illness === '') problems.illness = 'found-but-not-described'
  const concludedOn = parseWireDate(answers.concludedOn.trim())
  if (concludedOn === undefined) problems.concludedOn = 'not-a-day'
  else if (concludedOn > today) problems.concludedOn = 'in-the-future'
  const { conclusion } = answers
  const reason = answers.reason.normalize('NFC').trim()
  if (conclusion === '') problems.conclusion = 'missing'
  else if (conclusion !== 'not-eligible' && excludesFitness({ drugsFound: drugs === 'found' })) problems.conclusion = 'drugs-exclude'
  else if (conclusion === 'not-eligible' && reason === '') problems.reason = 'why-not-fit'
  const reExamOn = conclusion === 'eligible-re-exam' ? parseWireDate(answers.reExamOn.trim()) : null
  if (reExamOn === undefined) problems.reExamOn = 'not-a-day'
  else if (reExamOn !== null && concludedOn !== undefined && reExamOn <= concludedOn) problems.reExamOn = 'not-after-conclusion'
  if (correcting && answers.correction.trim() === '') problems.correction = 'missing'
  if (Object.keys(problems).length > 0 || alcohol === undefined || alcoholUnit === '' || concludedOn === undefined || conclusion === '' || reExamOn === undefined) return { problems }
  return {
    concluded: {
      fullName, licenceClass: answers.licenceClass, conclusion, concludedOn, reExamOn,
      values: { alcohol, alcoholUnit, drugsFound: drugs === 'found', reason, illness: [namesOf(answers.unsound), illness].filter((part) => part !== '').join(': ') },
    },
  }
}
