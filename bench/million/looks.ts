/** A million portraits with their looks, by plain SQL, and what asking for those that look alike takes. Nobody is in them. */
import type pg from 'pg'
import { compareLook } from '../../src/capabilities/portraits/store/looks.ts'
import { hintLimitsOn } from '../../src/catalogue/index.ts'
import { findDossier, findHints } from '../../src/dossiers/index.ts'
import type { Platform } from '../../src/platform/runtime.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { taking, type Took } from './taking.ts'

const bits = (salt: string) => `('x' || encode(sha256((n || '${salt}')::bytea), 'hex'))::bit(256)`

/** Portraits have much in common: each differs from what all have in a quarter of the places, so two differ in 96 of them, as drawn people do (photos: 125). */
const look = (one: string, other: string) => `everybody # (${bits(one)} & ${bits(other)})`

/** @param uuid how the ids of the dossiers' portraits and people are made of their numbers */
export async function fillLooks(owner: pg.Client, size: { readonly dossiers: number; readonly now: Date }, uuid: (kind: number, n?: string) => string): Promise<void> {
  const indexes = await owner.query<{ name: string; definition: string }>(`select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
    where i.indrelid in ('portraits.portrait'::regclass, 'portraits.look'::regclass) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`)
  for (const { name } of indexes.rows) await owner.query(`drop index ${name}`)
  await owner.query(`insert into portraits.portrait (id, person_id, state, source, original_hash, original_bytes, crop_hash, recipe_version, measures, received_at, verified_at)
    select ${uuid(5)}, ${uuid(3)}, 'accepted', 'upload', encode(sha256((n || 'a')::bytea), 'hex'), 1, encode(sha256((n || 'b')::bytea), 'hex'), 1, '{}', $2, $2 from generate_series(1, $1::bigint) n`, [size.dossiers, size.now])
  await owner.query(`insert into portraits.look (portrait_id, look, mirrored) select ${uuid(5)}, ${look('c', 'd')}, ${look('e', 'f')}
    from generate_series(1, $1::bigint) n, (select ('x' || repeat('0f35', 16))::bit(256) as everybody) same`, [size.dossiers])
  await owner.query(`insert into portraits.alike (first_id, second_id, places, mirrored) select ${uuid(5)}, ${uuid(5, 'n + 1')}, 7, false from generate_series(8, $1::bigint - 1, 8) n`, [size.dossiers])
  for (const { definition } of indexes.rows) await owner.query(definition)
  await owner.query('vacuum analyze portraits.portrait, portraits.look, portraits.alike')
}

/** @param ids of dossiers, one after another */
export async function benchLooks(platform: Platform, ids: readonly string[], times: number): Promise<Record<'hints' | 'compareLook', Took>> {
  const actor = systemActor('bench')
  const dossiers = await platform.read(actor, (work) => Promise.all(ids.map((id) => findDossier(work, id))))
  const one = (index: number) => {
    const found = dossiers[index % dossiers.length]
    if (!found) throw new Error('no dossier to ask for')
    return found
  }
  return {
    hints: await taking(times, (index) => platform.read(actor, (work) => findHints(work, one(index)))),
    compareLook: await taking(times, (index) => platform.work(actor, async (work) => compareLook(work, one(index).portraitId, hintLimitsOn(work.today).placesOfLook))),
  }
}
