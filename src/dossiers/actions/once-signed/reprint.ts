/** A card that the post lost is printed anew at no cost; the lost one is void in the register in the same transaction (C6, DEC2). */
import { decideReprint, findProposal, proposeReprint } from '../../../capabilities/deliveries/index.ts'
import { isSamePerson } from '../../../capabilities/identity/index.ts'
import { findLicenceOfDossier, voidCard } from '../../../capabilities/licences/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { appendEvent, type Dossier } from '../../store/dossiers.ts'
import { holdOnly } from '../step.ts'

async function lockMine(work: Work, dossierId: string): Promise<Dossier> {
  const { dossier } = await holdOnly(work, dossierId)
  const { actor } = work
  if (actor.kind !== 'staff' || actor.provinceCode !== dossier.authorityProvince) throw new Refusal('wrong-province')
  if (actor.personId === dossier.personId) throw new Refusal('own-dossier')
  if (dossier.status !== 'signed') throw new Refusal('wrong-status')
  return dossier
}

/** An officer proposes to print a lost card anew. @throws Refusal from the deliveries, 'wrong-province', 'own-dossier', 'wrong-status' */
export async function askReprint(work: Work, dossierId: string): Promise<void> {
  const dossier = await lockMine(work, dossierId)
  if (await findProposal(work, dossierId)) return
  await proposeReprint(work, dossierId)
  appendEvent(work, dossier, { kind: 'reprint-proposed', from: null, to: null })
}

/** A second officer confirms or declines. @throws Refusal 'proposed-by-you' also under another post, and what askReprint throws */
export async function judgeReprint(work: Work, dossierId: string, verdict: 'confirm' | 'decline'): Promise<void> {
  const dossier = await lockMine(work, dossierId)
  const proposal = await findProposal(work, dossierId)
  if (!proposal || dossier.officialNumber === null || work.actor.kind !== 'staff') throw new Refusal('reprint-not-proposed')
  if (await isSamePerson(work, proposal.proposedBy, work.actor.staffId)) throw new Refusal('proposed-by-you')
  const cards = await decideReprint(work, dossierId, dossier.officialNumber, verdict === 'confirm')
  if (cards) {
    const licence = await findLicenceOfDossier(work, dossierId)
    if (!licence) throw new Error(`dossier ${dossierId} has a card and no licence`)
    await voidCard(work, { cardSerial: cards.lost.cardSerial, licenceId: licence.id, reason: 'lost-in-post' })
  }
  appendEvent(work, dossier, { kind: cards ? 'reprint-confirmed' : 'reprint-declined', from: null, to: null, ...(cards ? { details: { cardId: cards.card.id } } : {}) })
}
