/** Proposals to print a lost card anew. */
import { sql } from '../../../platform/db/sql.ts'
import { actorId } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'

export interface Reprint {
  readonly id: string
  readonly cardId: string
  readonly state: 'proposed' | 'confirmed' | 'declined'
  readonly proposedBy: string
  readonly proposedAt: Date
}

/** The proposal about a card that was not declined. */
export async function findReprint(work: Work, cardId: string): Promise<Reprint | undefined> {
  return work.db.maybe(sql`select id, card_id as "cardId", state, proposed_by as "proposedBy", proposed_at as "proposedAt" from deliveries.reprint where card_id = ${cardId} and state <> 'declined'`)
}

export async function insertReprint(work: Work, cardId: string): Promise<void> {
  await work.db.run(sql`insert into deliveries.reprint (id, card_id, state, proposed_by, proposed_at) values (${newId()}, ${cardId}, 'proposed', ${actorId(work.actor)}, ${work.now})`)
}

export async function saveReprintDecision(work: Work, id: string, state: 'confirmed' | 'declined'): Promise<void> {
  await work.db.run(sql`update deliveries.reprint set state = ${state}, decided_by = ${actorId(work.actor)}, decided_at = ${work.now} where id = ${id}`)
}
