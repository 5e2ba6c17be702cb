/**
 * What a request for supplements may point at — nội dung cần bổ sung: a paper that the procedure needs, or a field of its
 * form. A procedure lists its needs and gets its points from them; nobody writes a list of points for a procedure.
 */
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Words } from '../../../platform/values/words.ts'
import { at } from '../../provision.ts'
import type { NeedKind, Procedure } from '../procedure.ts'
import { supplementTexts } from './texts.ts'
import { supplementWords } from './words.ts'

export const supplementReasons = ['missing', 'wrong', 'unreadable', 'outdated'] as const
export type SupplementReason = (typeof supplementReasons)[number]

/** In the order in which forms and papers list them. */
export const pointKinds = ['portrait', 'health-certificate', 'certified-copy', 'loss-report', 'changed-details', 'residence', 'phone', 'email', 'delivery'] as const
export type PointKind = (typeof pointKinds)[number]

/** The need that a point belongs to; 'form' for what every application asks. */
const belongsTo: Readonly<Record<PointKind, NeedKind | 'form'>> = {
  portrait: 'portrait', 'health-certificate': 'health-certificate', 'certified-copy': 'health-certificate', 'loss-report': 'loss-report', 'changed-details': 'identity',
  residence: 'form', phone: 'form', email: 'form', delivery: 'form',
}

/** Whether a text names a point. */
export function isPointKind(text: string): text is PointKind {
  return pointKinds.some((kind) => kind === text)
}

/** The points of a procedure, by what it needs. */
export function pointsOf(procedure: Pick<Procedure, 'needs'>): PointKind[] {
  return pointKinds.filter((kind) => {
    const need = procedure.needs.find((one) => one.kind === belongsTo[kind])
    if (kind === 'certified-copy') return need?.kind === 'health-certificate' && need.alternatives.includes('certified-e-copy')
    return need !== undefined || belongsTo[kind] === 'form'
  })
}

/** What pages and papers call a point. */
export function pointWords(kind: PointKind): Words {
  return supplementWords.points[kind]
}

/** Why it is asked for, as the end of a sentence. */
export function reasonWords(reason: SupplementReason): Words {
  return supplementWords.reasons[reason]
}

/** The reasons that make sense for a point on a day: those with words for the citizen. @throws NoProvision */
export function reasonsOf(kind: PointKind, on: LocalDate): SupplementReason[] {
  const texts = at(supplementTexts, on).value[kind]
  return supplementReasons.filter((reason) => texts[reason] !== undefined)
}

/** What to write to the citizen, to be changed by the officer before it is sent; undefined where a reason makes no sense for the point. @throws NoProvision */
export function supplementText(kind: PointKind, reason: SupplementReason, on: LocalDate): Words | undefined {
  return at(supplementTexts, on).value[kind][reason]
}
