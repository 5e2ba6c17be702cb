/** No unresolved violation (B4, P1). Silence of a source is neither yes nor no: it parks the dossier, never refuses it. */
import { violationSourcesOn } from '../../catalogue/index.ts'
import { conclude, type ViolationBody, violationsOf } from '../../capabilities/violations/index.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import { asked, failed, met, type RequirementKind } from './requirement.ts'

/** Which bodies the law has asked on a day, and whether all must answer. */
export function violationBodiesOn(day: LocalDate): { bodies: ViolationBody[]; enough: 'all' | 'any' } {
  const { value } = violationSourcesOn(day)
  return { bodies: [...value.sources], enough: value.answers }
}

export const violations: RequirementKind = {
  kind: 'violations',
  async assess(work, theCase) {
    const { bodies, enough } = violationBodiesOn(theCase.filedOn)
    const answers = await violationsOf(work, theCase.personId, bodies)
    const conclusion = conclude(answers, work.today, enough)
    switch (conclusion.outcome) {
      case 'clear':
        return met('violation-sources', { exchangeIds: answers.flatMap((a) => a.exchangeId ?? []), bodies: answers.filter((a) => a.state === 'answered').map((a) => a.body) })
      case 'unresolved':
        return failed('unresolved-violation', { count: conclusion.unresolved.length })
      case 'suspended':
        return failed('licence-held-or-suspended', { until: conclusion.until })
      case 'pending':
        return asked('traffic-police', conclusion.waitingFor.join(' '))
    }
  },
}
