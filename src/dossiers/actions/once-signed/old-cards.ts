/** Who got a new card owes the old one, where the procedure says so (domain step 8); the register knows which it was. */
import { getProcedure, returnsOldCard } from '../../../catalogue/index.ts'
import { endOldCard, findOldCard, oweOldCards } from '../../../capabilities/deliveries/index.ts'
import { isSamePerson } from '../../../capabilities/identity/index.ts'
import { getLicences } from '../../../capabilities/licences/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import type { Dossier } from '../../store/dossiers.ts'

/** From the hand-over on the old cards are owed; what was never a card is not. */
export async function oweOldCardsOf(work: Work, dossier: Dossier): Promise<void> {
  if (!returnsOldCard(getProcedure(dossier.procedure, dossier.procedureVersion))) return
  const old = await getLicences(work, dossier.licenceIds)
  const owed = old.filter((licence) => licence.material !== 'electronic').map((licence) => licence.id)
  if (owed.length > 0) await oweOldCards(work, { dossierId: dossier.id, personId: dossier.personId, provinceCode: dossier.authorityProvince }, owed)
}

/** A second person stands for its end. @throws Refusal 'received-by-you' also under another post, and what the deliveries throw */
export async function witnessOldCard(work: Work, licenceId: string, how: 'destroyed' | 'kept'): Promise<void> {
  const card = await findOldCard(work, licenceId)
  if (card?.receivedBy && work.actor.kind === 'staff' && (await isSamePerson(work, card.receivedBy, work.actor.staffId))) throw new Refusal('received-by-you')
  await endOldCard(work, licenceId, how)
}
