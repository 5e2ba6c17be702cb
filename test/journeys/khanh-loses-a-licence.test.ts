/** Khánh has lost his licence: the loss declared, two officers decide, the old row closes and the new one opens (B8, P8, C1, D1). */
import { expect, test } from 'vitest'
import { findCardOfDossier } from '../../src/capabilities/deliveries/index.ts'
import { findLicenceOfDossier, listValidLicences } from '../../src/capabilities/licences/index.ts'
import { getProcedure, procedureSlugs } from '../../src/catalogue/index.ts'
import { Refusal } from '../../src/platform/values/refusal.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { decide, dossierOf, needsOf, pay, signDecision } from '../support/case-steps.ts'
import { openCaseWorld } from '../support/case-world.ts'

const actor = systemActor('test')
const [exchange, reissue] = procedureSlugs
const loss = { how: 'stolen', lostOn: '2026-08-01', notHeld: true } as const

test('a lost licence is reissued under its old number, with the loss on record and no old card to send back (B8)', async () => {
  await using world = await openCaseWorld()
  const { platform } = world
  const { person: khanh } = await world.signIn('khanh')
  const [old] = await platform.read(actor, (work) => listValidLicences(work, khanh.identityNumber))
  const id = await world.file('khanh', { reason: 'lost', loss }, reissue)
  expect(await needsOf(world, id)).toMatchObject({ 'loss-report': 'met', 'current-licence': 'met', fee: 'todo' })

  await expect(world.file('khanh', { reason: 'damaged' }, exchange)).rejects.toThrow(Refusal)
  await pay(world, id)
  await decide(world, id)
  await signDecision(world, id)

  expect((await dossierOf(world, id)).status).toBe('signed')
  const [now, ...others] = await platform.read(actor, (work) => listValidLicences(work, khanh.identityNumber))
  expect(others).toEqual([])
  expect(now).toMatchObject({ number: old?.number, state: 'valid', dossierId: id, passedOn: old?.passedOn })
  expect(now?.id).toBe((await platform.read(actor, (work) => findLicenceOfDossier(work, id)))?.id)
  const [{ state } = { state: '' }] = await platform.asOwner<{ state: string }>('select state from licences.licence where id = $1', [old?.id])
  expect(state).toBe('replaced')
  const card = await platform.read(actor, (work) => findCardOfDossier(work, id))
  expect(card?.cardSerial).not.toBe(old?.cardSerial)
  expect(await world.broken()).toEqual({})
})

test('without the report of the loss nothing is filed, and the dossier keeps the version of its day (B1, B8)', async () => {
  await using world = await openCaseWorld()
  await expect(world.file('khanh', { reason: 'lost' }, reissue)).rejects.toMatchObject({ code: 'draft-incomplete' })
  const id = await world.file('an', { reason: 'lost', loss }, reissue)
  const { procedure, procedureVersion } = await dossierOf(world, id)
  expect(getProcedure(procedure, procedureVersion).title.vi).toBe('Cấp lại giấy phép lái xe bị mất')
})
