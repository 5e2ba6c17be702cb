/** Cards that came back or got lost, and old cards, of the visitor's province. */
import { type Card, listOldCards, listProposedFor, type OldCard, parcelsOf } from '../../../../capabilities/deliveries/index.ts'
import { namesOf } from '../../../../capabilities/identity/index.ts'
import { getLicences, type Licence } from '../../../../capabilities/licences/index.ts'
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
  const ids = cards.map((card) => card.dossierId)
  const [dossiers, proposed, parcels] = await Promise.all([findDossiers(work, ids), listProposedFor(work, ids), parcelsOf(work, ids)])
  const rows = cards.map((card): AstrayRow | undefined => {
    const dossier = dossiers.get(card.dossierId)
    if (!dossier) return undefined
    switch (dossier.turnCause) {
      case 'card-sent-back':
        return { dossier, card, what: 'back' }
      case 'card-coming-back':
        return { dossier, card, what: 'chosen' }
      case 'card-lost':
        return { dossier, card, what: proposed.has(dossier.id) ? 'proposed' : 'lost' }
      default:
        // The choice may be younger than the fact that moves the turn.
        return parcels.get(dossier.id)?.state === 'returned' ? { dossier, card, what: 'back' } : undefined
    }
  })
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
  const all = [...owed, ...received]
  const [dossiers, licences, names] = await Promise.all([
    findDossiers(work, all.map((old) => old.dossierId)), getLicences(work, all.map((old) => old.licenceId)), namesOf(work, all.flatMap(({ receivedBy }) => receivedBy ?? [])),
  ])
  const rows = all.map((old, i): OldCardRow[] => {
    const licence = licences[i]
    return licence ? [{ old, licence, dossier: dossiers.get(old.dossierId), receivedBy: names.get(old.receivedBy ?? '') ?? '' }] : []
  })
  return { owed: rows.slice(0, owed.length).flat(), received: rows.slice(owed.length).flat(), today: work.today }
}
