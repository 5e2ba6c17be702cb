/** Which pages a filing asks, in their order: what the procedure needs decides, and nobody is asked what is known. Pure. */
import type { LicenceClassId, NeedKind, Procedure } from '../../catalogue/index.ts'
import type { DraftAnswers } from './answers.ts'

/** Every page there is; each asks one thing. */
const draftSteps = ['reason', 'loss', 'details', 'authority', 'contact', 'portrait', 'certificate', 'delivery', 'check'] as const
export type DraftStep = (typeof draftSteps)[number]

/** The page that a need is answered on; needs without one are met by registers or after filing. */
const stepOfNeed = { 'current-licence': 'details', 'loss-report': 'loss', portrait: 'portrait', 'health-certificate': 'certificate' } as const satisfies Partial<Record<NeedKind, DraftStep>>

/** What a person is asked. */
export interface Asked {
  readonly steps: readonly DraftStep[]
  /** Held classes that may become either of two: chosen on the page of the reason. */
  readonly classChoices: readonly LicenceClassId[]
}

/** The pages of a procedure. @param known what the law says of this person: whether a certificate is needed, which classes are to be chosen */
export function askedOf(procedure: Pick<Procedure, 'needs' | 'reasons'>, known: { readonly certificate: boolean; readonly classChoices: readonly LicenceClassId[] }): Asked {
  const needs: readonly NeedKind[] = procedure.needs.map((need) => need.kind)
  const isAsked = (step: DraftStep) => {
    if (step === 'reason') return onlyReason(procedure) === undefined || known.classChoices.length > 0
    if (step === 'certificate' && !known.certificate) return false
    const kinds = Object.entries(stepOfNeed).filter(([, page]) => page === step).map(([kind]) => kind)
    return kinds.length === 0 || needs.some((kind) => kinds.includes(kind))
  }
  return { steps: draftSteps.filter(isAsked), classChoices: known.classChoices }
}

/** The reason of a procedure that knows one only: nobody is asked for it. */
export function onlyReason(procedure: Pick<Procedure, 'reasons'>): string | undefined {
  return procedure.reasons.length === 1 ? procedure.reasons[0]?.id : undefined
}

const isAnswered: Readonly<Record<Exclude<DraftStep, 'check'>, (answers: DraftAnswers, asked: Asked) => boolean>> = {
  reason: (answers, { classChoices }) => answers.reason !== undefined && classChoices.every((held) => answers.classChoice?.[held] !== undefined),
  loss: (answers) => answers.loss !== undefined,
  details: (answers) => answers.changedDetails !== undefined,
  authority: (answers) => Boolean(answers.authorityProvince),
  contact: (answers) => answers.phone !== undefined && answers.email !== undefined,
  portrait: (answers) => answers.portraitId !== undefined,
  certificate: (answers) => answers.certificate !== undefined && answers.certificate.how !== 'not-needed',
  delivery: (answers) => answers.delivery !== undefined,
}

/** The first page that still lacks its answer; 'check' when all are there. */
export function nextStep(answers: DraftAnswers, asked: Asked): DraftStep {
  return asked.steps.find((step) => step !== 'check' && !isAnswered[step](answers, asked)) ?? 'check'
}
