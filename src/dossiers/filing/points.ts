/** What each point of a request is about in the answers, and how an answer changes them. Pure. */
import { z } from 'zod'
import { isPointKind, type PointKind, pointsOf, type Procedure } from '../../catalogue/index.ts'
import { type Answers, answersShape, type DraftAnswers } from './answers.ts'

const { phone, email, portraitId, certificate, delivery, loss, holder } = answersShape.shape

/** An answer to a point: at most one of these. Of the holder only the address can be typed; the rest comes from the registers. */
export const pointAnswerShape = z.strictObject({ portraitId, certificate, loss, address: holder.shape.address, phone, email, delivery }).partial()
export type PointAnswer = Readonly<z.infer<typeof pointAnswerShape>>

/** The part of the answers that a point is about; null for what is put right in a register and only reported here. */
const partOf = {
  portrait: 'portraitId', 'health-certificate': 'certificate', 'certified-copy': 'certificate', 'loss-report': 'loss', 'changed-details': null,
  residence: 'address', phone: 'phone', email: 'email', delivery: 'delivery',
} as const satisfies Readonly<Record<PointKind, keyof PointAnswer | null>>

/** The points that can be asked for in a dossier: those of its procedure, without a certificate where the class needs none. */
export function askablePoints(of: { readonly procedure: Pick<Procedure, 'needs'>; readonly answers: Pick<Answers, 'certificate'> }): PointKind[] {
  return pointsOf(of.procedure).filter((kind) => partOf[kind] !== 'certificate' || of.answers.certificate.how !== 'not-needed')
}

/** Whether two points of a request would change the same part of the answers. */
export function overlap(kinds: readonly PointKind[]): boolean {
  const parts = kinds.flatMap((kind) => partOf[kind] ?? [])
  return new Set(kinds).size < kinds.length || new Set(parts).size < parts.length
}

/** What the answers say about a point now. */
export function partIn(kind: PointKind, answers: Answers): PointAnswer {
  switch (partOf[kind]) {
    case null:
      return {}
    case 'portraitId':
      return { portraitId: answers.portraitId }
    case 'certificate':
      return { certificate: answers.certificate }
    case 'loss':
      return answers.loss ? { loss: answers.loss } : {}
    case 'address':
      return { address: answers.holder.address }
    case 'phone':
      return { phone: answers.phone }
    case 'email':
      return { email: answers.email }
    case 'delivery':
      return { delivery: answers.delivery }
  }
}

/** The part of what was given that answers a point and nothing else; undefined when it is not there. */
export function answerTo(kind: PointKind, given: PointAnswer): PointAnswer | undefined {
  const part = partOf[kind]
  if (part === null) return {}
  if (given[part] === undefined) return undefined
  if (kind === 'certified-copy' && given.certificate?.how !== 'certified-copy') return undefined
  return { [part]: given[part] }
}

/** The answers with those of the points in their place. */
export function withAnswers(answers: Answers, given: readonly PointAnswer[]): Answers {
  const { address, ...rest }: PointAnswer = Object.assign({}, ...given)
  return answersShape.parse({ ...answers, ...rest, ...(address === undefined ? {} : { holder: { ...answers.holder, address } }) })
}

/** The answers without what these points are about: it was wanting, or not as it should be. What a register holds is read there again. */
export function withoutParts(answers: Answers, kinds: readonly PointKind[]): DraftAnswers {
  const parts: readonly (keyof PointAnswer | null)[] = kinds.map((kind) => partOf[kind])
  const isAboutHolder = parts.some((part) => part === null || part === 'address')
  const { holder, changedDetails, ...rest } = answers
  return { ...Object.fromEntries(Object.entries(rest).filter(([name]) => !parts.some((part) => part === name))), ...(isAboutHolder ? {} : { holder, changedDetails }) }
}

/** @throws when the database names a point that the catalogue does not know */
export function pointKindOf(text: string): PointKind {
  if (!isPointKind(text)) throw new Error(`no such point: ${text}`)
  return text
}
