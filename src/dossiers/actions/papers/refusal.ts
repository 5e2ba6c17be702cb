/** The paper of a refusal: Mẫu 03 while nothing was accepted, after that the notice that it is not granted. Legal: TT 03/2025/TT-VPCP, NĐ 118/2025/NĐ-CP. */
import { isRefusalCode, refusalGround } from '../../../catalogue/index.ts'
import { prepare } from '../../../capabilities/documents/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { intakeRefusalValues, refusalNoticeValues } from '../../papers/values.ts'
import { findDecision } from '../../store/decisions.ts'
import { findDossier } from '../../store/dossiers.ts'
import { paperBasis } from '../once-signed/sign.ts'
import { sealOf } from './seal.ts'
import { nobody, officerOfLast, signWith } from './standing.ts'
import { feeOutcome } from './stop-notice.ts'

/** Draws it; whoever refused signs, by the power of that instant. Repeating it changes nothing. */
export async function drawUpRefusal(work: Work, dossierId: string): Promise<void> {
  const [dossier, decision] = [await findDossier(work, dossierId), await findDecision(work, dossierId)]
  if (!dossier || decision?.outcome !== 'refuse' || !decision.reason || !isRefusalCode(decision.reason)) return
  const officer = await officerOfLast(work, dossier, 'refuse')
  const basis = await paperBasis(work, dossier)
  const refusal = { title: refusalGround(decision.reason).title.vi, article: decision.legalBasis, remedy: decision.remedy ?? '', on: localDateAt(decision.preparedAt) }
  const signs = officer?.signs ?? nobody
  const common = { dossierId, personId: dossier.personId, signWith: await signWith(work, officer) }
  if (dossier.acceptedAt === null) await prepare(work, { ...common, kind: 'intake-refusal', values: intakeRefusalValues(basis, refusal, signs) })
  // A notice of the authority bears its seal too (NĐ 30/2020/NĐ-CP, Điều 5); Mẫu 03 is its officer's alone.
  else await prepare(work, { ...common, signWith: [...common.signWith, ...(await sealOf(work, dossier.authorityProvince, refusal.on))], kind: 'refusal-notice', values: refusalNoticeValues(basis, refusal, await feeOutcome(work, dossier, 'refused'), signs) })
}
