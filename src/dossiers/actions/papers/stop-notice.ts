/** Thông báo dừng giải quyết hồ sơ: the applicant stopped it before a decision. Legal: TT 03/2025/TT-VPCP Đ7, NĐ 118/2025/NĐ-CP Đ21. */
import { moneyRule } from '../../../catalogue/index.ts'
import { prepare } from '../../../capabilities/documents/index.ts'
import { getMoney } from '../../../capabilities/payments/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { paperText as t } from '../../papers/text.ts'
import { stopNoticeValues } from '../../papers/values.ts'
import { type Dossier, findDossier } from '../../store/dossiers.ts'
import { paperBasis } from '../once-signed/sign.ts'
import { listDeeds } from '../../store/worklists/events.ts'
import { sealOf } from './seal.ts'
import { signatoryOf } from './standing.ts'

/** Draws the notice of a withdrawn dossier. Repeating it changes nothing. */
export async function drawUpStopNotice(work: Work, dossierId: string): Promise<void> {
  const dossier = await findDossier(work, dossierId)
  if (dossier?.status !== 'withdrawn' || dossier.closedAt === null) return
  const of = { provinceCode: dossier.authorityProvince, on: localDateAt(dossier.closedAt) }
  const asked = (await listDeeds(work, dossierId)).find(({ kind }) => kind === 'withdraw')
  await prepare(work, {
    kind: 'stop-notice', dossierId, personId: dossier.personId,
    values: stopNoticeValues(await paperBasis(work, dossier), dossier.closedAt, await feeOutcome(work, dossier, 'withdrawn'), await signatoryOf(work, asked?.details['powerId'], of)), signWith: await sealOf(work, of.provinceCode, of.on),
  })
}

/** What becomes of the fee of a dossier that ended without a result, as papers say it. */
export async function feeOutcome(work: Work, { id, acceptedAt, filedAt }: Dossier, ended: 'withdrawn' | 'refused'): Promise<string> {
  const { charges } = await getMoney(work, id)
  if (charges.length === 0) return t.feeNone
  return moneyRule(`${ended}-${acceptedAt === null ? 'before' : 'after'}-acceptance`, localDateAt(filedAt)).value === 'return' ? t.feeReturned : t.feeKept
}
