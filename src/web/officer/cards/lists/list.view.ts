/** A hand-over list with its cards, and the names of who stands for it; only of the visitor's province. */
import { type Card, findCards, findList, type ListWithItems } from '../../../../capabilities/deliveries/index.ts'
import { findStaff } from '../../../../capabilities/identity/index.ts'
import { type Dossier, findDossiers } from '../../../../dossiers/index.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import type { Work } from '../../../../platform/work.ts'
import type { StaffVisit } from '../../../request.ts'

export interface ListView {
  readonly list: ListWithItems
  readonly cards: ReadonlyMap<string, Card>
  readonly dossiers: ReadonlyMap<string, Dossier>
  /** Names by id of staff. */
  readonly names: ReadonlyMap<string, string>
  readonly today: string
}

/** @throws Refusal 'list-not-found' also for a list of another province */
export async function readList(work: Work, visit: StaffVisit, listId: string): Promise<ListView> {
  const list = isId(listId) ? await findList(work, listId) : undefined
  if (list?.provinceCode !== visit.session.staff.provinceCode) throw new Refusal('list-not-found')
  const cards = await findCards(work, list.items.map((item) => item.cardId))
  const staff = [list.closedBy, list.countedBy, list.settledBy].filter((id) => id !== null)
  const named = await Promise.all(staff.map(async (id) => [id, (isId(id) ? await findStaff(work, id) : undefined)?.fullName ?? id] as const))
  return {
    list, cards: new Map(cards.map((card) => [card.id, card])), dossiers: await findDossiers(work, cards.map((card) => card.dossierId)), names: new Map(named), today: work.today,
  }
}
