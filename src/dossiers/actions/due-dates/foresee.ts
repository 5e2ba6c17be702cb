/** Each morning: dossiers that came to be at risk, or overdue, are told of, once for each and each of its dates (C2): one that has moved away can come near again. What was told stands in their events; the digest reads it there. */
import { addDays, instantAt, localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { listToForetell, prospectsIn } from '../../figures/forecast.ts'
import { judgeOutlook } from '../../figures/outlook.ts'
import { appendEvent, hasEvent } from '../../store/dossiers.ts'
import { listWaitingProvinces } from '../../store/waits.ts'
import { holdOnly } from '../step.ts'

/** Before the digest is written. */
const MORNING = '06:00'

/** Finds them, province by province; each gets a job of its own. */
export async function foreseeAll(work: Work): Promise<void> {
  work.schedule('dossiers.foresee', 'daily', {}, instantAt(addDays(work.today, 1), MORNING))
  for (const province of await listWaitingProvinces(work)) {
    for (const dossierId of await listToForetell(work, province, await prospectsIn(work, province))) work.enqueue('dossiers.foretell', { dossierId })
  }
}

/** Says of one dossier how it stands, if that is news; repeating it changes nothing. */
export async function foretell(work: Work, dossierId: string): Promise<void> {
  const { dossier } = await holdOnly(work, dossierId)
  const judged = judgeOutlook(dossier, await prospectsIn(work, dossier.authorityProvince))
  if (judged?.outlook !== 'at-risk' && judged?.outlook !== 'overdue') return
  const term = dossier.dueAt ?? dossier.noticeDueAt
  // The notice and the result are two terms, and a date that has moved is another one: of each it is told once.
  const details = { outlook: judged.outlook, term: dossier.dueAt ? 'decision' : 'notice', ...(term ? { dueOn: localDateAt(term) } : {}) }
  if (await hasEvent(work, dossierId, 'foretold', details)) return
  appendEvent(work, dossier, { kind: 'foretold', from: null, to: null, details: { ...details, ...(judged.because ? { because: judged.because } : {}), owner: dossier.turnOwner, cause: dossier.turnCause } })
  work.announce(judged.outlook === 'overdue' ? 'dossier.overdue' : 'dossier.at-risk', { dossierId }, dossier.personId)
}
