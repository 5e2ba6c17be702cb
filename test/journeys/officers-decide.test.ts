/** Two people decide, each step by who may, and never on each other's work (C1, C3, DEC1, DEC2, REG2). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDocument } from '../../src/capabilities/documents/index.ts'
import { examine, keep } from '../../src/capabilities/portraits/index.ts'
import { accept, approve, askSupplement, cancelSign, claimDossier, findDecision, releaseDossier, sendBack, sign, supplement, takeBack } from '../../src/dossiers/index.ts'
import { takeEffect } from '../../src/dossiers/actions/once-signed/sign.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { openApplicants } from '../models/applicants.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'
import { decide, dossierOf, pay, signDecision } from '../support/case-steps.ts'

let world: CaseWorld
let nextApplicant: Awaited<ReturnType<typeof openApplicants>>
beforeAll(async () => {
  world = await openCaseWorld()
  nextApplicant = await openApplicants(world)
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

test('a dossier held by one officer is not touched by another until released', async () => {
  const id = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, id)
  const oanh = await world.claim(id)
  const phuc = await world.staff('appraiser', 1)
  await expect(world.platform.work(phuc, (work) => claimDossier(work, id))).rejects.toThrow('claimed-by-another')
  await expect(world.platform.work(phuc, (work) => accept(work, id))).rejects.toThrow('claimed-by-another')
  await world.platform.work(oanh, (work) => releaseDossier(work, id))
  await world.platform.work(phuc, (work) => claimDossier(work, id))
  await world.platform.work(phuc, (work) => accept(work, id))
  await expect(world.platform.work(phuc, (work) => accept(work, id))).rejects.toThrow('wrong-status')
  await world.workerSettles()
})

test('a supplement points at the picture; the citizen sends another and the dossier goes on where it was', async () => {
  const id = await world.file('an')
  await pay(world, id)
  const appraiser = await world.claim(id)
  await world.platform.work(appraiser, (work) => askSupplement(work, id, { points: [{ kind: 'portrait', reason: 'unreadable', note: 'x' }] }))
  await world.workerSettles()
  expect(await dossierOf(world, id)).toMatchObject({ status: 'supplementing', turn: 'citizen', turnCause: 'supplement' })
  const { person, actor } = await world.signIn('an')
  const picture = await fetch(`${world.sandbox.url}/control/api/people/${person.identityNumber}/portrait.jpg?width=900`).then((r) => r.arrayBuffer())
  const examination = await examine(world.platform, new Uint8Array(picture))
  const portrait = await world.platform.work(actor, (work) => keep(work, { personId: actor.personId, examination, source: 'upload' }))
  const before = await dossierOf(world, id)
  await world.platform.work(actor, (work) => supplement(work, id, { portraitId: portrait.id }))
  await world.workerSettles()
  const after = await dossierOf(world, id)
  expect(after).toMatchObject({ status: 'filed', turn: 'officer', portraitId: portrait.id })
  expect(after.portraitId).not.toBe(before.portraitId)
  await expect(world.platform.work(appraiser, (work) => askSupplement(work, id, { points: [{ kind: 'portrait', reason: 'wrong', note: 'x' }] }))).rejects.toThrow()
})

test('a signer sends a decision back, it is prepared anew, and only the file that was shown is signed', async () => {
  const id = await world.file('dung')
  await pay(world, id)
  await decide(world, id)
  const first = await world.platform.read(systemActor('test'), (work) => findDecision(work, id))
  const signer = await world.staff('signer')
  await expect(world.platform.work(signer, (work) => sign(work, id, '0'.repeat(64)))).rejects.toThrow('document-changed')
  await world.platform.work(signer, (work) => sendBack(work, id))
  const appraiser = await world.claim(id)
  // However many have read it since, the first preparation is not forgotten.
  await world.platform.asOwner(`insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel, details)
    select gen_random_uuid(), e.dossier_id, 'read', e.at, 'staff', e.actor_id, e.subject_id, 'online', '{"purpose":"appraise"}' from dossiers.event e, generate_series(1, 201) where e.dossier_id = $1 and e.kind = 'approve'`, [id])
  await world.platform.work(appraiser, (work) => approve(work, id))
  await world.workerSettles()
  const second = await world.platform.read(systemActor('test'), (work) => findDecision(work, id))
  expect(second?.decisionDocumentId).not.toBe(first?.decisionDocumentId)
  await signDecision(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ status: 'signed' })
  const paper = await world.platform.read(systemActor('test'), (work) => getDocument(work, second?.decisionDocumentId ?? ''))
  expect(paper.signedHash).not.toBe(paper.hash)
  const rows = await world.platform.asOwner<{ state: string }>('select state from licences.licence where dossier_id = $1 or replaced_by = (select id from licences.licence where dossier_id = $1) order by state', [id])
  expect(rows.map((r) => r.state)).toEqual(['replaced', 'valid'])
})

test('who prepared a decision does not sign it under another post (DEC2)', async () => {
  const id = await world.file('em')
  await pay(world, id)
  await decide(world, id)
  const decision = await world.platform.read(systemActor('test'), (work) => findDecision(work, id))
  const paper = await world.platform.read(systemActor('test'), (work) => getDocument(work, decision?.decisionDocumentId ?? ''))
  const signer = await world.staff('signer')
  const [post] = await world.platform.asOwner<{ id: string }>(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from)
    select gen_random_uuid(), identity_index, full_name, 'signer', province_code, active_from from identity.staff where id = $1 returning id`, [decision?.preparedBy])
  await expect(world.platform.work({ ...signer, staffId: post?.id ?? '' }, (work) => sign(work, id, paper.hash ?? ''))).rejects.toThrow('prepared-by-you')
  expect(await dossierOf(world, id)).toMatchObject({ status: 'approved' })
})

test('who accepted or once prepared a dossier that then came into other hands does not sign it under another post, nor takes a signature of theirs effect (DEC2, TH3)', async () => {
  const { id } = await nextApplicant()
  await world.workerSettles()
  await pay(world, id)
  await decide(world, id)
  const [oanh, phuc, signer] = [await world.staff('appraiser'), await world.staff('appraiser', 1), await world.staff('signer')]
  await world.platform.work(oanh, (work) => takeBack(work, id))
  await world.platform.work(oanh, (work) => releaseDossier(work, id))
  await world.platform.work(phuc, async (work) => {
    await claimDossier(work, id)
    await approve(work, id)
  })
  await world.workerSettles()
  const decision = await world.platform.read(systemActor('test'), (work) => findDecision(work, id))
  expect(decision?.preparedBy).toBe(phuc.staffId)
  const paper = await world.platform.read(systemActor('test'), (work) => getDocument(work, decision?.decisionDocumentId ?? ''))
  const [post] = await world.platform.asOwner<{ id: string }>(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from)
    select gen_random_uuid(), identity_index, full_name, 'signer', province_code, active_from from identity.staff where id = $1
    on conflict (identity_index, role, province_code, coalesce(office_code, '')) do update set full_name = excluded.full_name returning id`, [oanh.staffId])
  // With the very powers of who may sign.
  await world.platform.asOwner(`insert into identity.signing_power select gen_random_uuid(), province_code, $1, null, null, papers, form, valid_from, valid_to, basis, entered_by, entered_at, confirmed_by, confirmed_at
    from identity.signing_power where staff_id = $2 and 'decision' = any(papers) limit 1`, [post?.id, signer.staffId])
  const second = { ...signer, staffId: post?.id ?? '' }
  await expect(world.platform.work(second, (work) => sign(work, id, paper.hash ?? ''))).rejects.toThrow('appraised-by-you')
  await expect(world.platform.work(second, (work) => sendBack(work, id))).rejects.toThrow('appraised-by-you')
  await world.platform.work(systemActor('test'), (work) => takeEffect(world.platform, work, id, second.staffId))
  expect(await dossierOf(world, id)).toMatchObject({ status: 'approved' })
  await signDecision(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ status: 'signed' })
})

test('before it is signed everybody may think again: the preparer takes back, the signer cancels; afterwards nothing is undone (C1)', async () => {
  const { id } = await nextApplicant()
  await world.workerSettles()
  await pay(world, id)
  await decide(world, id)
  const [oanh, phuc, signer] = [await world.staff('appraiser'), await world.staff('appraiser', 1), await world.staff('signer')]
  const shown = async () => world.platform.read(systemActor('test'), async (work) => (await getDocument(work, (await findDecision(work, id))?.decisionDocumentId ?? '')).hash ?? '')
  await expect(world.platform.work(phuc, (work) => takeBack(work, id))).rejects.toThrow('prepared-by-another')
  const hash = await shown()
  await world.platform.work(signer, (work) => sign(work, id, hash))
  await expect(world.platform.work(oanh, (work) => takeBack(work, id))).rejects.toThrow('being-signed')
  await expect(world.platform.work(signer, (work) => sendBack(work, id))).rejects.toThrow('being-signed')
  await world.platform.work(signer, (work) => cancelSign(work, id))
  await expect(world.platform.work(signer, (work) => cancelSign(work, id))).rejects.toThrow('no-signature-asked')
  // The worker comes too late: nothing is signed.
  await world.workerSettles()
  expect(await dossierOf(world, id)).toMatchObject({ status: 'approved' })
  await world.platform.work(oanh, (work) => takeBack(work, id))
  expect(await dossierOf(world, id)).toMatchObject({ status: 'accepted', turn: 'officer', turnCause: 'to-appraise' })
  await world.claim(id)
  await world.platform.work(oanh, (work) => approve(work, id))
  await world.workerSettles()
  await signDecision(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ status: 'signed' })
  await expect(world.platform.work(oanh, (work) => takeBack(work, id))).rejects.toThrow('wrong-status')
  await expect(world.platform.work(signer, (work) => cancelSign(work, id))).rejects.toThrow('wrong-status')
})
