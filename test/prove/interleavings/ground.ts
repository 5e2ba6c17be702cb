/** The world between two runs: back to where it was, and looked at in words that two runs can share. */
import type { CaseWorld } from '../../support/case-world.ts'
import type { Ground } from './schedule.ts'
import { openRewind } from './rewind.ts'

/** By kind and number, never by id or instant: two runs of one order must look alike. */
const LOOK = `select jsonb_strip_nulls(jsonb_build_object(
  'dossiers', (select jsonb_agg(x) from (select status, resume_status, turn_cause, claimed_by is not null as claimed, revision from dossiers.dossier order by filed_at) x),
  'drafts', (select jsonb_agg(x) from (select filed_at is not null as filed, count(*) as n from dossiers.draft group by 1 order by 1) x),
  'events', (select jsonb_agg(x) from (select kind, from_status, to_status, actor_id, count(*) as n from dossiers.event where kind <> 'read' group by 1, 2, 3, 4 order by 1, 2, 3, 4) x),
  'needs', (select jsonb_agg(x) from (select kind, state from dossiers.requirement order by dossier_id, kind) x),
  'waits', (select count(*) from dossiers.wait where to_at is null),
  'decisions', (select jsonb_agg(x) from (select outcome, prepared_by, signed_by, decision_document_id is not null as drawn from dossiers.decision order by dossier_id) x),
  'supplements', (select jsonb_agg(x) from (select answered_at is not null as answered, count(*) as n from dossiers.supplement_request group by 1 order by 1) x),
  'attempts', (select jsonb_agg(x) from (select state, count(*) as n from payments.attempt group by 1 order by 1) x),
  'charges', (select jsonb_agg(x) from (select use, count(*) as n from payments.charge group by 1 order by 1) x),
  'receipts', (select count(*) from payments.receipt),
  'refunds', (select jsonb_agg(x) from (select state, reason, count(*) as n from payments.refund group by 1, 2 order by 1, 2) x),
  'proposals', (select jsonb_agg(x) from (select state, refund_id is not null as refunding, count(*) as n from payments.proposal group by 1, 2 order by 1, 2) x),
  'desk', (select jsonb_agg(x) from (select kind, count(*) as n from payments.desk_event group by 1 order by 1) x),
  'ledger', (select jsonb_agg(x) from (select account, sum(amount_vnd) as vnd from payments.ledger_entry group by 1 order by 1) x),
  'signatures', (select jsonb_agg(x) from (select state, count(*) as n from documents.signature group by 1 order by 1) x),
  'licences', (select jsonb_agg(x) from (select state, count(*) as n from licences.licence where dossier_id is not null or closed_at is not null group by 1 order by 1) x),
  'cards', (select count(*) from deliveries.card),
  'facts', (select jsonb_agg(x) from (select kind, count(*) as n from platform.fact where kind <> 'dossier.read' group by 1 order by 1) x)
)) as look`

const BLOCKED = `select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as yes`

export type SteadyGround = Ground & { remember(): Promise<void> }

/** @param world stands still while a ground is used: nothing runs beside the two commands */
export async function openGround(world: CaseWorld): Promise<SteadyGround> {
  const { asOwner } = world.platform
  const rewind = await openRewind(asOwner)
  return {
    ...rewind,
    async look() {
      return (await asOwner<{ look: Record<string, unknown> }>(LOOK))[0]?.look ?? {}
    },
    async isBlocked() {
      return (await asOwner<{ yes: boolean }>(BLOCKED))[0]?.yes ?? false
    },
    broken: async () => Object.keys(await world.broken()),
  }
}
