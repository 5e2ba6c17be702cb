/** Everything comes twice: each system says each answer a second time, and each job runs a second time. Each effect is there once (OUT4, MON4, DEC1, R8). */
import { expect, test } from 'vitest'
import type { PortalDossier } from '../../sandbox/national-portal/dossiers.ts'
import type { Message } from '../../sandbox/mailbox/messages.ts'
import type { Parcel } from '../../sandbox/post/parcels.ts'
import { sourceSettings } from '../../src/platform/outside/settings.ts'
import { decide, dossierOf, pay, signDecision } from '../support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'
import { handToPost } from '../support/hand-over.ts'

/** From here on whatever is put into the queue is put there twice, as when a worker dies before it can say that it is done. */
async function doubleJobs(world: CaseWorld): Promise<void> {
  await world.platform.asOwner(`create function public.once_more() returns trigger language plpgsql as $$ begin
    if pg_trigger_depth() < 2 then
      insert into graphile_worker._private_jobs (task_id, payload, priority, run_at, max_attempts) values (new.task_id, new.payload, new.priority, new.run_at, new.max_attempts);
    end if;
    return null;
  end $$`)
  await world.platform.asOwner('create trigger once_more after insert on graphile_worker._private_jobs for each row execute function public.once_more()')
}

test('An exchanges a licence while every answer and every job comes twice: one of each thing, from the filing to the door', async () => {
  await using world = await openCaseWorld()
  const { platform, sandbox } = world
  await doubleJobs(world)
  for (const system of Object.keys(sourceSettings)) if (system !== 'national-id') await world.fault(system, { mode: 'twice', share: 1 })
  // The page at which people pay is no answer to us.
  const id = await world.file('an')
  await world.fault('payment-platform', { mode: 'ok' })
  await pay(world, id)
  await world.fault('payment-platform', { mode: 'twice', share: 1 })
  await decide(world, id)
  await signDecision(world, id)
  await handToPost(world)
  await world.workerSettles()
  for (let day = 0; day < 10 && (await dossierOf(world, id)).status !== 'returned'; day++) await world.hoursPass(24)

  expect(await dossierOf(world, id)).toMatchObject({ status: 'returned' })
  const jobs = sandbox.faults.fired()
  expect(Object.keys(jobs).length, 'the systems really answered twice').toBeGreaterThan(6)
  const kept = <T>(system: string, collection: string) => sandbox.boxOf(system).docs<T>(collection).list()
  expect(await kept<Parcel>('post', 'parcels')).toHaveLength(1)
  expect(await kept('payment-platform', 'charges')).toHaveLength(1)
  expect(await kept('payment-platform', 'refunds')).toEqual([])
  const [told] = await kept<PortalDossier>('national-portal', 'dossiers')
  expect(told?.history.map((step) => step.TrangThai)).toEqual([1, 2, 4, 9, 10])
  const messages = await kept<Message>('sms', 'shared:messages')
  expect(new Set(messages.map(({ channel, to, text }) => `${channel} ${to} ${text}`)).size).toBe(messages.length)
  expect(messages.length).toBeGreaterThan(4)
  const once = await platform.asOwner<{ what: string }>(`
    select 'step ' || to_status as what from dossiers.event where to_status is distinct from from_status group by dossier_id, to_status having count(*) > 1
    union all select 'paper ' || kind from documents.document group by dossier_id, kind having count(*) > 1
    union all select 'fact ' || kind from platform.fact where kind ~ '^(dossier|payment|card|parcel)\\.' and kind <> 'dossier.read' group by kind, payload having count(*) > 1
    union all select 'report ' || status from dossiers.portal_report group by dossier_id, event_id, status having count(*) > 1
    union all select 'licence' from licences.licence where dossier_id is not null group by dossier_id having count(*) > 1
    union all select 'stuck ' || task || ' ' || error from platform.stuck_job`)
  expect(once.map(({ what }) => what)).toEqual([])
  expect(await world.broken()).toEqual({})
})
