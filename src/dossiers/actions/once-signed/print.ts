/** Printing cards — in thẻ: who may in this province, and that each card still names the picture of its dossier (C1, POR1). */
import { type Card, listCards, printBatch } from '../../../capabilities/deliveries/index.ts'
import { isPostHeld } from '../../../capabilities/identity/index.ts'
import { listAcceptedOf } from '../../../capabilities/portraits/index.ts'
import { mayDo } from '../../../catalogue/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { type Dossier, findDossiers } from '../../store/dossiers.ts'

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
  const queued = await listCards(work, actor.provinceCode, 'queued', RUN)
  const dossiers = await findDossiers(work, queued.map((card) => card.dossierId))
  const named = await listNamingTheirPortrait(work, queued.flatMap((card) => {
    const dossier = dossiers.get(card.dossierId)
    return dossier ? [{ card, dossier }] : []
  }))
  const wrong = queued.find((card) => !named.has(card))
  if (wrong) throw new Refusal('portrait-differs', { serial: wrong.cardSerial })
  const batch = await printBatch(work, actor.provinceCode, RUN)
  if (!batch) throw new Refusal('nothing-to-print')
  return batch
}

/** Those of these cards that name the picture that the citizen saw, still whole (POR1). */
export async function listNamingTheirPortrait(work: Work, cards: readonly { readonly card: Card; readonly dossier: Dossier }[]): Promise<ReadonlySet<Card>> {
  const portraits = new Map((await listAcceptedOf(work, cards.map(({ dossier }) => dossier.portraitId))).map((one) => [one.id, one]))
  return new Set(cards.flatMap(({ card, dossier }) => {
    const portrait = portraits.get(dossier.portraitId)
    return portrait && portrait.cropHash === card.portraitHash && portrait.damagedAt === null ? [card] : []
  }))
}
