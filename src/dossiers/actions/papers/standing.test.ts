import { expect, test } from 'vitest'
import { openTestPlatform } from '../../../../test/support/database.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import { officerOfLast } from './standing.ts'

test('a request that is drawn late bears the name of the officer who asked for it, not of whoever asked for something since (C3)', async () => {
  await using platform = await openTestPlatform()
  // Only the log is planted, of no dossier.
  platform.breaksPromises()
  const [dossier, first, second] = [newId(), newId(), newId()]
  await platform.asOwner('set session_replication_role = replica')
  for (const [at, request, name] of [['2026-11-03', first, 'Người thứ nhất'], ['2026-11-10', second, 'Người thứ hai']] as const) {
    const staff = newId()
    await platform.asOwner(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from) values ($1::uuid, uuid_send($1::uuid), $2, 'appraiser', 'bac-ninh', '2020-01-01')`, [staff, name])
    await platform.asOwner(`insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel, details)
      values (gen_random_uuid(), $1, 'askSupplement', $2::date, 'staff', $3, gen_random_uuid(), 'online', jsonb_build_object('requestId', $4::text))`, [dossier, at, staff, request])
  }
  const asked = (requestId: string) => platform.read(systemActor('test'), async (work) => (await officerOfLast(work, { id: dossier, authorityProvince: 'bac-ninh' }, 'askSupplement', requestId))?.name)
  expect([await asked(first), await asked(second)]).toEqual(['Người thứ nhất', 'Người thứ hai'])
})
