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

/** Of these dossiers those for whose lost card another is proposed. */
export async function listProposedFor(work: Work, dossierIds: readonly string[]): Promise<Set<string>> {
  const rows = await work.db.many<{ id: string }>(sql`select c.dossier_id as id from deliveries.reprint r join deliveries.card c on c.id = r.card_id where c.dossier_id = any(${[...dossierIds]}::uuid[]) and r.state = 'proposed'`)
  return new Set(rows.map(({ id }) => id))
}

export async function insertReprint(work: Work, cardId: string): Promise<void> {
  await work.db.run(sql`insert into deliveries.reprint (id, card_id, state, proposed_by, proposed_at) values (${newId()}, ${cardId}, 'proposed', ${actorId(work.actor)}, ${work.now})`)
}

export async function saveReprintDecision(work: Work, id: string, state: 'confirmed' | 'declined'): Promise<void> {
  await work.db.run(sql`update deliveries.reprint set state = ${state}, decided_by = ${actorId(work.actor)}, decided_at = ${work.now} where id = ${id}`)
}

/** What people do about a card that is printed. */
export type CardDeed = 'handed-over' | 'back' | 'proposed' | 'confirmed' | 'declined'

/** What was last done about a dossier's cards, where whoever asks did it. */
export async function ownLastDeed(work: Work, dossierId: string): Promise<CardDeed | undefined> {
  const last = await work.db.maybe<{ deed: CardDeed; by: string }>(sql`select deed, by from (
      select case when m.to_place = 'person' then 'handed-over' else 'back' end as deed, m.by_whom as by, m.at, m.card_id from deliveries.card_move m
        where m.to_place = 'person' or (m.from_place = 'post' and m.to_place = 'office')
      union all select 'proposed', r.proposed_by, r.proposed_at, r.card_id from deliveries.reprint r
      union all select r.state, r.decided_by, r.decided_at, r.card_id from deliveries.reprint r where r.decided_at is not null) d
    where d.card_id in (select id from deliveries.card where dossier_id = ${dossierId}) order by d.at desc limit 1`)
  return last?.by === actorId(work.actor) ? last.deed : undefined
}
