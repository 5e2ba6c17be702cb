/** The applicant has declared the loss; where the law looks for the licence first, the time for that has passed (B8). */
import type { Procedure } from '../../catalogue/index.ts'
import { addMonths, instantAt, type LocalDate } from '../../platform/values/dates.ts'
import { asked, met, type RequirementKind, todo } from './requirement.ts'

/** When the search for a lost licence ends; undefined where the procedure knows none. */
export function searchEndsAt(procedure: Pick<Procedure, 'needs'>, filedOn: LocalDate): Date | undefined {
  const months = procedure.needs.find((need) => need.kind === 'loss-report')?.searchMonths.value ?? 0
  return months === 0 ? undefined : instantAt(addMonths(filedOn, months))
}

export const lossReport: RequirementKind = {
  kind: 'loss-report',
  async assess(work, theCase) {
    if (!theCase.answers.loss) return todo()
    const ends = searchEndsAt(theCase.procedure, theCase.filedOn)
    if (ends !== undefined && work.now < ends) return asked('office', 'loss-search')
    return met('applicant', { declared: true })
  },
}
