/** The electronic result goes into its owner's data store, and the dossier and the national portal hear of it (B11). */
import { formOf } from '../../../catalogue/forms/index.ts'
import { askDeposit, findDeposit } from '../../../capabilities/documents/index.ts'
import { getPerson } from '../../../capabilities/identity/index.ts'
import type { Work } from '../../../platform/work.ts'
import { findDecision } from '../../store/decisions.ts'
import { appendEvent, findDossier, hasEvent } from '../../store/dossiers.ts'
import { holdOnly } from '../step.ts'

/** Sends a signed electronic licence on its way. Repeating it changes nothing. */
export async function depositResult(work: Work, dossierId: string, documentId: string): Promise<void> {
  const dossier = await findDossier(work, dossierId)
  if (!dossier) return
  const { identityNumber } = await getPerson(work, dossier.personId)
  await askDeposit(work, { documentId, identityNumber, dossierCode: dossier.officialNumber ?? dossier.submissionCode })
}

/** Notes once that the store has it; the portal is told, for its index counts an online dossier only with an electronic result. */
export async function noteDeposited(work: Work, dossierId: string, documentId: string): Promise<void> {
  const { dossier } = await holdOnly(work, dossierId)
  if (await hasEvent(work, dossierId, 'result-deposited', {})) return
  appendEvent(work, dossier, { kind: 'result-deposited', from: null, to: null, details: { documentId } })
  work.enqueue('dossiers.report-status', { dossierId })
}

/** The electronic result as the store received it: code and link (MaKetQua, DuongDanTepTinKetQua). */
export async function resultInStore(work: Work, dossierId: string): Promise<{ readonly title: string; readonly code: string; readonly link: string } | undefined> {
  const documentId = (await findDecision(work, dossierId))?.resultDocumentId
  const deposit = documentId ? await findDeposit(work, documentId) : undefined
  if (!deposit || deposit.resultCode === null || deposit.link === null) return undefined
  return { title: formOf('electronic-licence').title.vi, code: deposit.resultCode, link: deposit.link }
}
