/** Printing cards — in thẻ: who may in this province, and that each card still names the picture of its dossier (C1, POR1). */
import { type Card, listCards, printBatch } from '../../../capabilities/deliveries/index.ts'
import { isPostHeld } from '../../../capabilities/identity/index.ts'
import { findPortrait } from '../../../capabilities/portraits/index.ts'
import { mayDo } from '../../../catalogue/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { type Dossier, findDossier } from '../../store/dossiers.ts'

/** The most cards of one print run, as the deliveries take them. */
const RUN = 500

/**
 * Whether somebody prints in their province. Where a printer holds a post today the appraisers do not: who decided a dossier does not also
 * make its card.
 */
export async function mayPrint(work: Work): Promise<true | 'wrong-role' | 'printer-prints'> {
  const { actor } = work
  if (actor.kind !== 'staff' || !mayDo(actor.role, 'print-cards')) return 'wrong-role'
  return actor.role !== 'printer' && (await isPostHeld(work, 'printer', actor.provinceCode)) ? 'printer-prints' : true
}

/**
 * Prints what waits in the actor's province, unless a card names another picture than its dossier.
 * @throws Refusal 'wrong-role', 'printer-prints', 'portrait-differs' with the serial of the card, 'nothing-to-print'
 */
export async function printCards(work: Work): Promise<{ readonly batchId: string; readonly cards: readonly Card[] }> {
  const { actor } = work
  const may = await mayPrint(work)
  if (may !== true || actor.kind !== 'staff') throw new Refusal(may === true ? 'wrong-role' : may)
  for (const card of await listCards(work, actor.provinceCode, 'queued', RUN)) {
    const dossier = await findDossier(work, card.dossierId)
    if (!dossier || !(await namesItsPortrait(work, card, dossier))) throw new Refusal('portrait-differs', { serial: card.cardSerial })
  }
  const batch = await printBatch(work, actor.provinceCode, RUN)
  if (!batch) throw new Refusal('nothing-to-print')
  return batch
}

/** Whether a card names the picture that the citizen saw, still whole (POR1). */
export async function namesItsPortrait(work: Work, card: Card, dossier: Dossier): Promise<boolean> {
  const portrait = await findPortrait(work, dossier.portraitId)
  return portrait?.state === 'accepted' && portrait.cropHash === card.portraitHash && portrait.damagedAt === null
}
