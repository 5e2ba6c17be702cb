/**
 * No unresolved violation (B4, P1). Silence of a source is neither yes nor no: it parks the dossier, never refuses it. While
 * a body is silent two officers may establish its answer by hand; its own later answer takes their place.
 */
import { violationSourcesOn } from '../../catalogue/index.ts'
import { type BodyAnswer, conclude, type ViolationBody, violationsOf, withHandAnswer } from '../../capabilities/violations/index.ts'
import { instantAt, type LocalDate } from '../../platform/values/dates.ts'
import type { Work } from '../../platform/work.ts'
import { findLastEventAt } from '../store/dossiers.ts'
import { type HandCheck, listHandChecks } from '../store/hand-checks.ts'
import { asked, type Case, failed, met, type RequirementKind } from './requirement.ts'

/** Which bodies the law has asked on a day, and whether all must answer. */
export function violationBodiesOn(day: LocalDate): { bodies: ViolationBody[]; enough: 'all' | 'any' } {
  const { value } = violationSourcesOn(day)
  return { bodies: [...value.sources], enough: value.answers }
}

/** An answer given shortly before filing counts for the dossier: the look-up begins at sign-in. */
const BEFORE_FILING_MS = 24 * 3_600_000

/** How old an answer may be that stands while a newer question is open. */
export function earliestAnswer(filedOn: LocalDate): Date {
  return new Date(instantAt(filedOn).getTime() - BEFORE_FILING_MS)
}

/** What each body of a case's day has said itself. */
export async function bodyAnswers(work: Work, about: { readonly personId: string; readonly filedOn: LocalDate }): Promise<BodyAnswer[]> {
  return violationsOf(work, about.personId, violationBodiesOn(about.filedOn).bodies, earliestAnswer(about.filedOn))
}

/** The citizen says that it is settled and nobody has answered since: the wait is the body's, not theirs. */
async function isBeingAsked(work: Work, theCase: Case, blocking: readonly BodyAnswer[]): Promise<boolean> {
  if (blocking.some((answer) => answer.reasked === null)) return false
  const claimedAt = await findLastEventAt(work, theCase.dossierId, 'asked-again')
  return claimedAt !== undefined && blocking.every((answer) => answer.answeredAt !== null && answer.answeredAt <= claimedAt)
}

export const violations: RequirementKind = {
  kind: 'violations',
  async assess(work, theCase) {
    const { enough } = violationBodiesOn(theCase.filedOn)
    const [own, checks] = await Promise.all([bodyAnswers(work, theCase), listHandChecks(work, { id: theCase.dossierId, personId: theCase.personId })])
    const confirmed = checks.filter((check) => check.state === 'confirmed')
    const answers = own.map((answer) => withHandAnswer(answer, handAnswer(confirmed.find((check) => check.body === answer.body))))
    const conclusion = conclude(answers, work.today, enough)
    switch (conclusion.outcome) {
      case 'clear': {
        const evidence = { exchangeIds: answers.flatMap((a) => a.exchangeId ?? []), bodies: answers.filter((a) => a.state === 'answered').map((a) => a.body) }
        const byHand = confirmed.filter((check) => answers.some((answer, index) => answer.body === check.body && answer !== own[index]))
        return byHand.length > 0 ? met('checked-by-hand', { ...evidence, handCheckIds: byHand.map((check) => check.id) }) : met('violation-sources', evidence)
      }
      case 'unresolved': {
        const blocking = answers.filter((answer) => answer.unresolved.length > 0)
        if (await isBeingAsked(work, theCase, blocking)) return asked('traffic-police', blocking.map((answer) => answer.body).join(' '))
        return failed('unresolved-violation', { count: conclusion.unresolved.length })
      }
      case 'suspended':
        return failed('licence-held-or-suspended', { until: conclusion.until })
      case 'pending':
        return asked('traffic-police', conclusion.waitingFor.join(' '))
    }
  },
}

function handAnswer(check: HandCheck | undefined) {
  return check && { body: check.body, result: check.result, recordNumber: check.evidence.recordNumber, recordedAt: check.recordedAt }
}
