/**
 * The appointed date stands whoever is silent: a day before it is missed the citizen gets an apology with one new date
 * (Mẫu 04). Nothing is extended; who was waited for stays booked in the time ledger. Legal: TT 03/2025/TT-VPCP; once, and
 * at latest a day before (catalogue/time/deadlines.ts).
 */
import { apologyLatestOn, authorityOf, dueDate, getProcedure } from '../../../catalogue/index.ts'
import { getCalendar } from '../../../capabilities/calendars/index.ts'
import { prepare, requestSigningKey } from '../../../capabilities/documents/index.ts'
import { addDays, instantAt, localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { authorityCode, apologyValues } from '../../papers/values.ts'
import { findApology, insertApology, listToApologise } from '../../store/decisions.ts'
import { appendEvent, findDossier } from '../../store/dossiers.ts'
import { paperBasis } from '../sign.ts'
import { holdOnly } from '../step.ts'

/** The hour at which the sweep runs, before offices open. */
const SWEEP_AT = '07:00'

/** Each morning: every dossier that is due tomorrow and not decided gets its apology, in a job of its own. */
export async function sweepApologies(work: Work): Promise<void> {
  work.schedule('dossiers.apologies', 'daily', {}, instantAt(addDays(work.today, 1), SWEEP_AT))
  for (const dossierId of await listToApologise(work, instantAt(addDays(work.today, 2)))) work.enqueue('dossiers.apologise', { dossierId })
}

/** Apologises once; repeating it changes nothing. The new date is as many working days again, counted from the old one (assumed: no rule says how far). */
export async function apologise(work: Work, dossierId: string): Promise<void> {
  const { dossier } = await holdOnly(work, dossierId)
  const { dueAt } = dossier
  const open = dossier.status === 'accepted' || dossier.status === 'approved'
  if (!dueAt || !open || dossier.turn === 'citizen' || work.today > apologyLatestOn(localDateAt(dueAt)) || (await findApology(work, dossierId))) return
  const calendar = await getCalendar(work, dossier.authorityProvince, localDateAt(dueAt), addDays(localDateAt(dueAt), 60))
  const again = dueDate(getProcedure(dossier.procedure, dossier.procedureVersion), 'decision', dueAt, calendar)
  if (!again) throw new Error('every procedure has a term for its decision')
  await insertApology(work, { dossierId, promisedAt: dueAt, newDueAt: again.dueAt, owner: dossier.turnOwner, cause: dossier.turnCause })
  appendEvent(work, dossier, { kind: 'apologise', from: null, to: null, details: { dueOn: localDateAt(dueAt), newDueOn: again.dueOn, owner: dossier.turnOwner } })
  work.announce('dossier.apologised', { dossierId }, dossier.personId)
}

/** Mẫu 04, sealed by the authority. */
export async function drawUpApology(work: Work, dossierId: string): Promise<void> {
  const [dossier, apology] = await Promise.all([findDossier(work, dossierId), findApology(work, dossierId)])
  if (!dossier || !apology) return
  const authority = authorityOf(dossier.authorityProvince, localDateAt(apology.issuedAt))
  const seal = authorityCode(authority)
  await requestSigningKey(work, { holderId: seal, name: authority.name.vi, profile: 'authority' })
  await prepare(work, { kind: 'apology', dossierId, personId: dossier.personId, values: apologyValues(await paperBasis(work, dossier), apology), signWith: [seal] })
}
