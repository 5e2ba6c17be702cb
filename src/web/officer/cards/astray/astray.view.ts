/** Cards that came back or got lost, and old cards, of the visitor's province. */
import { type Card, findProposal, listOldCards, type OldCard, parcelOf } from '../../../../capabilities/deliveries/index.ts'
import { findStaff } from '../../../../capabilities/identity/index.ts'
import { getLicence, type Licence } from '../../../../capabilities/licences/index.ts'
import { type Dossier, findDossiers } from '../../../../dossiers/index.ts'
import type { Work } from '../../../../platform/work.ts'
import type { StaffVisit } from '../../../request.ts'

export interface AstrayRow {
  readonly dossier: Dossier
  readonly card: Card
  readonly what: 'back' | 'chosen' | 'lost' | 'proposed'
}

/** What became of cards that the post lost or sends back. */
export async function readAstray(work: Work, cards: readonly Card[]): Promise<AstrayRow[]> {
  const dossiers = await findDossiers(work, cards.map((card) => card.dossierId))
  const rows = await Promise.all(cards.map(async (card): Promise<AstrayRow | undefined> => {
    const dossier = dossiers.get(card.dossierId)
    if (!dossier) return undefined
    switch (dossier.turnCause) {
      case 'card-sent-back':
        return { dossier, card, what: 'back' }
      case 'card-coming-back':
        return { dossier, card, what: 'chosen' }
      case 'card-lost':
        return { dossier, card, what: (await findProposal(work, dossier.id)) ? 'proposed' : 'lost' }
      default:
        // The choice may be younger than the fact that moves the turn.
        return (await parcelOf(work, dossier.id))?.state === 'returned' ? { dossier, card, what: 'back' } : undefined
    }
  }))
  return rows.filter((row) => row !== undefined)
}

export interface OldCardRow {
  readonly old: OldCard
  readonly licence: Licence
  readonly dossier: Dossier | undefined
  readonly receivedBy: string
}

export interface OldCardsView {
  readonly owed: readonly OldCardRow[]
  readonly received: readonly OldCardRow[]
  readonly today: string
}

export async function readOldCards(work: Work, visit: StaffVisit): Promise<OldCardsView> {
  const { provinceCode } = visit.session.staff
  const [owed, received] = await Promise.all([listOldCards(work, provinceCode, 'owed'), listOldCards(work, provinceCode, 'received')])
  const dossiers = await findDossiers(work, [...owed, ...received].map((old) => old.dossierId))
  const rowOf = async (old: OldCard): Promise<OldCardRow> => ({
    old, licence: await getLicence(work, old.licenceId), dossier: dossiers.get(old.dossierId), receivedBy: old.receivedBy ? ((await findStaff(work, old.receivedBy))?.fullName ?? '') : '',
  })
  return { owed: await Promise.all(owed.map(rowOf)), received: await Promise.all(received.map(rowOf)), today: work.today }
}
