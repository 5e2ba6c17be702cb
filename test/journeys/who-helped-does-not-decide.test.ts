/** Whoever helped to file a dossier has no part in deciding it, under whatever post they act later (IDN5). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDocument } from '../../src/capabilities/documents/index.ts'
import { accept, approve, askSupplement, claimDossier, findDecision, recordHandCheck, refuse, sendBack, sign } from '../../src/dossiers/index.ts'
import { takeEffect } from '../../src/dossiers/actions/once-signed/sign.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import type { Work } from '../../src/platform/work.ts'
import { paths } from '../../src/web/paths.ts'
import { type Counter, openCounter, type Screen } from '../office/counter.ts'
import { dossierOf, pay, signDecision } from '../support/case-steps.ts'
import type { CaseWorld } from '../support/case-world.ts'

let counter: Counter
let world: CaseWorld
let hai: Screen
beforeAll(async () => {
  counter = await openCounter()
  world = counter.world
  hai = await counter.clerk(1)
})
afterAll(async () => {
  const broken = await world.broken()
  await counter[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

/** The clerk files for somebody, who agrees by a code. @returns the dossier's id */
async function filesFor(slug: string): Promise<string> {
  const visitId = await hai.receives(await counter.castMember(slug))
  await hai.fills(visitId, 'online')
  await hai.post(paths.counterVisitAt(visitId, 'code'))
  await world.workerSettles()
  const filed = await hai.post(paths.counterVisitAt(visitId, 'confirm'), { code: await counter.codeAt('0000700001') })
  expect(filed.location).toBe(paths.counterVisitAt(visitId, 'done'))
  await world.workerSettles()
  const [visit] = await world.platform.asOwner<{ dossier_id: string }>('select dossier_id from counters.visit where id = $1', [visitId])
  return visit?.dossier_id ?? ''
}

/** The clerk under a second post. */
async function asPost(role: 'appraiser' | 'signer') {
  const [post] = await world.platform.asOwner<{ id: string }>(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from)
    select gen_random_uuid(), identity_index, full_name, $2, province_code, '2020-01-01' from identity.staff where id = $1 returning id`, [hai.actor.staffId, role])
  // With every power that the post can have: helping alone stands in the way.
  await world.platform.asOwner(`insert into identity.signing_power select gen_random_uuid(), province_code, $1, null, null, '{decision,refusal,supplement,acceptance}', form, valid_from, valid_to, basis, entered_by, entered_at, confirmed_by, confirmed_at
    from identity.signing_power where province_code = 'bac-ninh' limit 1`, [post?.id])
  return { ...hai.actor, staffId: post?.id ?? '', role, officeCode: null }
}

test('the helper under another post may neither claim, accept, check, ask, approve, refuse, send back nor sign (IDN5)', async () => {
  const id = await filesFor('an')
  await pay(world, id)
  const [appraiser, signer] = [await asPost('appraiser'), await asPost('signer')]
  const refusedTo = (actor: typeof appraiser, act: (work: Work) => Promise<unknown>) => expect(world.platform.work(actor, act)).rejects.toThrow('helped-by-you')
  await refusedTo(appraiser, (work) => claimDossier(work, id))
  // Even a claim from before the rule gives no hand in it.
  const claimedBy = (staffId: string | null) => world.platform.asOwner('update dossiers.dossier set claimed_by = $2, claimed_until = $3 where id = $1', [id, staffId, staffId && '2030-01-01T00:00:00Z'])
  await claimedBy(appraiser.staffId)
  await refusedTo(appraiser, (work) => accept(work, id))
  await refusedTo(appraiser, (work) => refuse(work, id, 'unresolved-violation'))
  await refusedTo(appraiser, (work) => askSupplement(work, id, { points: [{ kind: 'portrait', reason: 'unreadable', note: '' }] }))
  await refusedTo(appraiser, (work) => recordHandCheck(work, id, { body: 'traffic-order-database', result: 'clear', evidence: { documentNumber: '1', says: 'x', recordNumber: null } }))
  await claimedBy(null)
  await world.platform.work(await world.claim(id), (work) => accept(work, id))
  await world.workerSettles()
  await claimedBy(appraiser.staffId)
  await refusedTo(appraiser, (work) => approve(work, id))
  await claimedBy(null)
  await world.platform.work(await world.claim(id), (work) => approve(work, id))
  await world.workerSettles()
  const decision = await world.platform.read(systemActor('test'), (work) => findDecision(work, id))
  const paper = await world.platform.read(systemActor('test'), (work) => getDocument(work, decision?.decisionDocumentId ?? ''))
  await refusedTo(signer, (work) => sendBack(work, id))
  await refusedTo(signer, (work) => sign(work, id, paper.hash ?? ''))
  // A signature of theirs, had there been one, takes nothing into force.
  await world.platform.work(systemActor('test'), (work) => takeEffect(world.platform, work, id, signer.staffId))
  expect(await dossierOf(world, id)).toMatchObject({ status: 'approved' })
  await signDecision(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ status: 'signed' })
  await world.platform.asOwner('delete from identity.signing_power where staff_id = any($1)', [[appraiser.staffId, signer.staffId]])
  await world.platform.asOwner('delete from identity.staff where id = any($1)', [[appraiser.staffId, signer.staffId]])
})
