/** The signer thinks again while the signature is not made — hủy lệnh ký. After signing nothing is undone. */
import { cancelSignature } from '../../../capabilities/documents/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { can } from '../../lifecycle.ts'
import { findDecision } from '../../store/decisions.ts'
import { appendEvent } from '../../store/dossiers.ts'
import { saveSignatureEnded } from '../../store/in-bulk/bulks.ts'
import { holdOnly } from '../step.ts'

/** @throws Refusal from the table, 'no-signature-asked' when it was made meanwhile or cancelled before */
export async function cancelSign(work: Work, dossierId: string): Promise<void> {
  const { actor } = work
  const { dossier, standing } = await holdOnly(work, dossierId)
  // As for sending back: whose power ended after the order may still call it off.
  const may = can('sendBack', standing, actor, work.now)
  if (may !== true) throw new Refusal(may)
  const documentId = (await findDecision(work, dossierId))?.decisionDocumentId
  if (actor.kind !== 'staff' || !documentId) throw new Refusal('no-signature-asked')
  await cancelSignature(work, { documentId, signerId: actor.staffId })
  await saveSignatureEnded(work, dossierId, 'cancelled')
  appendEvent(work, dossier, { kind: 'signature-cancelled', from: null, to: null, details: { documentId } })
}
