/** Thông báo dừng giải quyết hồ sơ: the applicant stopped it before a decision, or did not answer a request by its last day. Legal: TT 03/2025/TT-VPCP Đ7, NĐ 118/2025/NĐ-CP Đ21. */
import { prepare } from '../../../capabilities/documents/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { paperText as t } from '../../papers/text.ts'
import { stopNoticeValues } from '../../papers/values.ts'
import { feeFateOf } from '../../requirements/fee.ts'
import { listSupplementRequests } from '../../store/asking/requests.ts'
import { type Dossier, findDossier } from '../../store/dossiers.ts'
import { paperBasis } from '../once-signed/sign.ts'
import { listDeeds } from '../../store/worklists/events.ts'
import { sealOf } from './seal.ts'
import { signatoryOf } from './standing.ts'

/** Draws the notice of a dossier that was withdrawn, or stopped. Repeating it changes nothing. */
export async function drawUpStopNotice(work: Work, dossierId: string): Promise<void> {
  const dossier = await findDossier(work, dossierId)
  if (!dossier || dossier.closedAt === null || (dossier.status !== 'withdrawn' && dossier.status !== 'stopped')) return
  const of = { provinceCode: dossier.authorityProvince, on: localDateAt(dossier.closedAt) }
  const ended = (await listDeeds(work, dossierId)).find(({ kind }) => kind === (dossier.status === 'stopped' ? 'stop' : 'withdraw'))
  const values = stopNoticeValues(await paperBasis(work, dossier), dossier.closedAt, await feeOutcome(work, dossier, dossier.status), await signatoryOf(work, ended?.details['powerId'], of), dossier.status === 'stopped' ? await unansweredOf(work, dossier) : undefined)
  await prepare(work, { kind: 'stop-notice', dossierId, personId: dossier.personId, values, signWith: await sealOf(work, of.provinceCode, of.on) })
}

async function unansweredOf(work: Work, dossier: Dossier) {
  const asked = (await listSupplementRequests(work, dossier)).find((one) => one.answeredAt === null)
  return asked && dossier.supplementDueAt ? { asked, lastOn: localDateAt(dossier.supplementDueAt) } : undefined
}

/** What becomes of the fee of a dossier that ended without a result, as papers say it. */
export async function feeOutcome(work: Work, dossier: Dossier, ending: 'withdrawn' | 'stopped' | 'refused'): Promise<string> {
  const fate = await feeFateOf(work, dossier, ending)
  return fate === 'return' ? t.feeReturned : fate === 'keep' ? t.feeKept : t.feeNone
}
