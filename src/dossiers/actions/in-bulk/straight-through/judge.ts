/**
 * The straight-through lane — luồng thẳng: whether every check of a dossier has passed by rule, so that an officer may decide it
 * by one press. Nothing is decided here. A share of them is drawn for full appraisal, which nobody can foresee.
 */
import { auditSampleOn, type StraightCheck, straightRulesOn } from '../../../../catalogue/index.ts'
import { findPopulationRecord } from '../../../../capabilities/identity/index.ts'
import { findUsable } from '../../../../capabilities/health-certificates/index.ts'
import { findPortrait } from '../../../../capabilities/portraits/index.ts'
import { nameKey } from '../../../../platform/values/words.ts'
import type { Work } from '../../../../platform/work.ts'
import { certificateNeedFor, newClassesOf, typedNumberOf } from '../../../requirements/health-certificate.ts'
import type { Case } from '../../../requirements/requirement.ts'
import { listSupplementRequests } from '../../../store/asking/requests.ts'
import type { Dossier, NewRequirement } from '../../../store/dossiers.ts'
import { listHandChecks } from '../../../store/hand-checks.ts'
import { type CheckAnswer, findStraight, saveStraight, type StraightThrough } from '../../../store/in-bulk/straight-through.ts'

interface Judged {
  readonly rules: string
  readonly passes: boolean
  readonly checks: readonly CheckAnswer[]
}

/**
 * Judges a dossier by the rules of the day and keeps the answer; at the first passing it is drawn, or not. Repeating it changes nothing.
 * @param requirements as they stand now
 * @returns undefined where the lane has no say: something is not met yet, or there were no rules that day
 */
export async function judgeStraight(work: Work, dossier: Dossier, theCase: Case, requirements: readonly NewRequirement[]): Promise<StraightThrough | undefined> {
  const before = await findStraight(work, dossier.id)
  const judged = await judge(work, dossier, theCase, requirements)
  // What was never prepared for one press and is not now needs no row.
  if (!judged || (!before && !judged.passes)) {
    if (before?.passes) await saveStraight(work, { ...before, passes: false })
    return undefined
  }
  const perMille = before?.perMille ?? auditSampleOn(work.today).value
  await saveStraight(work, { dossierId: dossier.id, ...judged, drawn: before?.drawn ?? isDrawn(work.blindIndex('audit-sample', dossier.id), perMille), perMille })
  return findStraight(work, dossier.id)
}

/** Whether a dossier is drawn. @param hash keyed with a secret of the service, so that no officer can tell beforehand */
export function isDrawn(hash: Buffer, perMille: number): boolean {
  return hash.readUInt32BE(0) % 1000 < perMille
}

async function judge(work: Work, dossier: Dossier, theCase: Case, requirements: readonly NewRequirement[]): Promise<Judged | undefined> {
  const rules = straightRulesOn(work.today)?.value
  if (!rules || requirements.length === 0 || requirements.some((one) => one.state !== 'met' && one.state !== 'waived')) return undefined
  const checks = await Promise.all(rules.checks.map(async (check): Promise<CheckAnswer> => ({ check, passed: await passed[check](work, { dossier, theCase, requirements }) })))
  return { rules: rules.version, passes: checks.every((one) => one.passed), checks }
}

interface About {
  readonly dossier: Dossier
  readonly theCase: Case
  readonly requirements: readonly NewRequirement[]
}

/** Sources that answer for a certificate themselves; a copy that an officer read is no rule's answer. */
const OWN_SOURCES = ['health-gateway', 'clinic-software', 'clinic']

const sourceOf = ({ requirements }: About, kind: NewRequirement['kind']) => requirements.find((one) => one.kind === kind)?.source

const passed: Readonly<Record<StraightCheck, (work: Work, about: About) => Promise<boolean>>> = {
  'identity-by-account': async (_, about) => sourceOf(about, 'identity') === 'national-eid',
  async 'population-agrees'(work, { theCase }) {
    const record = (await findPopulationRecord(work, theCase.personId))?.record
    const { holder } = theCase.answers
    return record !== undefined && record.fullName === holder.fullName && record.birthDate === holder.birthDate
  },
  async 'licence-agrees'(_, { theCase }) {
    const { holder } = theCase.answers
    return theCase.licences.every((one) => nameKey(one.holderName) === nameKey(holder.fullName) && one.holderBirthDate === holder.birthDate)
  },
  async 'certificate-without-remark'(work, about) {
    const need = certificateNeedFor(newClassesOf(about.theCase), about.theCase.filedOn)
    if (!need) return true
    if (!OWN_SOURCES.includes(sourceOf(about, 'health-certificate') ?? '')) return false
    const { usability } = await findUsable(work, about.theCase.personId, { ...need, number: typedNumberOf(about.theCase.answers) })
    return usability.state === 'usable' && usability.certificate.conclusion === 'eligible' && usability.certificate.reExamOn === null
  },
  'no-violation': async (_, about) => sourceOf(about, 'violations') === 'violation-sources',
  async 'portrait-accepted'(work, { dossier }) {
    const portrait = await findPortrait(work, dossier.portraitId)
    return portrait?.state === 'accepted' && portrait.damagedAt === null
  },
  'fee-paid': async (_, about) => about.requirements.some((one) => one.kind === 'fee' && one.state === 'met') || !about.requirements.some((one) => one.kind === 'fee'),
  async 'nothing-else-open'(work, { dossier }) {
    return (await listSupplementRequests(work, dossier)).length === 0 && (await listHandChecks(work, dossier)).length === 0
  },
}
