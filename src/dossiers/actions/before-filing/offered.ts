/** Who files anew after a dossier was stopped for want of an answer begins with what they gave before; asked is what was wanting, and what serves no more (B7, A3). */
import { findProvince, mayApply, procedureInForce, type ProcedureSlug } from '../../../catalogue/index.ts'
import { getPerson } from '../../../capabilities/identity/index.ts'
import { getLicence, type Licence } from '../../../capabilities/licences/index.ts'
import { findAcceptedPortrait } from '../../../capabilities/portraits/index.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import type { Answers, DraftAnswers } from '../../filing/answers.ts'
import { licenceFacts } from '../../filing/licence-facts.ts'
import { withAnswers, withoutParts } from '../../filing/points.ts'
import { type FeeFate, feeFateOf } from '../../requirements/fee.ts'
import { healthCertificate } from '../../requirements/health-certificate.ts'
import { listSupplementRequests, type SupplementPoint } from '../../store/asking/requests.ts'
import { type Dossier, findDossier, getAnswers, listDossiersOf } from '../../store/dossiers.ts'
import type { Draft } from '../../store/drafts.ts'

export interface Offered {
  readonly dossierId: string
  readonly answers: DraftAnswers
}

interface Start {
  readonly personId: string
  readonly procedure: ProcedureSlug
  readonly licenceIds: readonly string[]
}

/** What can begin a draft; undefined unless the last dossier that asked the same for this licence was stopped unanswered. */
export async function offeredAnew(work: Work, start: Start): Promise<Offered | undefined> {
  const licences = await Promise.all(start.licenceIds.map((id) => getLicence(work, id)))
  const last = (await listDossiersOf(work, start.personId)).find((one) => one.procedure === start.procedure && licences.some(({ number }) => number === one.licenceNumber))
  if (last?.status !== 'stopped') return undefined
  const points = await unansweredPoints(work, last)
  const answers = withAnswers({ ...(await getAnswers(work, last)), portraitId: last.portraitId }, points.flatMap(({ answer }) => answer ?? []))
  const wanting = points.filter(({ answer }) => answer === null).map(({ kind }) => kind)
  const unfit = await unfitFor(work, start, { last, answers, licences })
  return { dossierId: last.id, answers: Object.fromEntries(Object.entries(withoutParts(answers, wanting)).filter(([name]) => !unfit.has(name))) }
}

/** The points of the request with which a dossier was stopped. */
async function unansweredPoints(work: Work, dossier: Dossier): Promise<readonly SupplementPoint[]> {
  return (await listSupplementRequests(work, dossier)).find((one) => one.answeredAt === null)?.points ?? []
}

/** Names of answers that serve no more: by the law of today, by the registers, or because a file is gone. */
async function unfitFor(work: Work, { procedure: slug, personId, licenceIds }: Start, { last, answers, licences }: { readonly last: Dossier; readonly answers: Answers; readonly licences: readonly Licence[] }): Promise<ReadonlySet<string>> {
  const procedure = procedureInForce(slug, work.today)
  const [person, portrait] = await Promise.all([getPerson(work, personId), findAcceptedPortrait(work, answers.portraitId)])
  const isSameCase = procedure.version === last.procedureVersion && last.licenceIds.join() === licenceIds.join()
  const facts = { filedOn: work.today, reason: answers.reason, licences: licences.map((one) => licenceFacts(one, person)), unresolvedViolation: null }
  const isThere = (provinceId: string, on: LocalDate) => findProvince(provinceId, on) !== undefined
  const unfit: (keyof Answers)[] = []
  // Another law, another licence or a reason that fits no more: asked anew, and what depends on it.
  if (!isSameCase || !mayApply(procedure, facts).mayFile) unfit.push('reason', 'classChoice', 'changedDetails', 'certificate')
  else if ((await healthCertificate.assess(work, { dossierId: last.id, personId, procedure, filedOn: work.today, licences, answers, portraitId: answers.portraitId })).state === 'failed') unfit.push('certificate')
  if (portrait?.personId !== personId || portrait.lost === 'picture') unfit.push('portraitId')
  if (!isThere(answers.authorityProvince, work.today)) unfit.push('authorityProvince')
  if (answers.delivery.how === 'post' && !isThere(answers.delivery.provinceCode, work.today)) unfit.push('delivery')
  return new Set(unfit)
}

/** Where the answers of a draft come from, for its pages. */
export interface CarriedOver {
  readonly dossier: Dossier
  /** What the officer had asked for. */
  readonly points: readonly SupplementPoint[]
  /** What became of that dossier's fee. */
  readonly fee: FeeFate
}

/** The stopped dossier that a draft began with; undefined for any other draft. */
export async function carriedOver(work: Work, draft: Draft): Promise<CarriedOver | undefined> {
  const dossier = draft.stoppedDossierId === null ? undefined : await findDossier(work, draft.stoppedDossierId)
  return dossier && { dossier, points: await unansweredPoints(work, dossier), fee: await feeFateOf(work, dossier, 'stopped') }
}
