/** An, all well: from filing to the card at the door, every module and simulator at work (B1 to B7, B11, C1 to C3, C6, D1). */
import { expect, test } from 'vitest'
import { findCardOfDossier, parcelOf } from '../../src/capabilities/deliveries/index.ts'
import { checkDocument, getDocument, listDocuments } from '../../src/capabilities/documents/index.ts'
import { findLicenceOfDossier } from '../../src/capabilities/licences/index.ts'
import { startAttempt } from '../../src/capabilities/payments/index.ts'
import { accept, approve, findDecision, findDossier, listRequirements, sign } from '../../src/dossiers/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { openCaseWorld } from '../support/case-world.ts'
import { listForPost, takeOver } from '../support/hand-over.ts'
import { payAtCheckout } from '../support/pay.ts'

test('An files, pays, is decided by two officers, and the card arrives', async () => {
  await using world = await openCaseWorld()
  const { platform } = world
  const id = await world.file('an')
  const dossier = async () => {
    const found = await platform.read(systemActor('test'), (work) => findDossier(work, id))
    if (!found) throw new Error('lost')
    return found
  }
  expect(await dossier()).toMatchObject({ status: 'filed', officialNumber: null, dueAt: null, turn: 'citizen', turnCause: 'fee' })

  const filed = await dossier()
  const { checkoutUrl } = await platform.work(systemActor('test'), (work) => startAttempt(work, platform.config, { dossierId: id, personId: filed.personId, amountVnd: filed.amountVnd, authorityCode: 'G01024', orderInfo: filed.submissionCode }))
  await payAtCheckout(checkoutUrl)
  await world.hoursPass(1)
  const needs = await platform.read(systemActor('test'), (work) => listRequirements(work, id))
  expect(Object.fromEntries(needs.map((r) => [r.kind, r.state]))).toEqual({ identity: 'met', portrait: 'met', 'health-certificate': 'met', violations: 'met', fee: 'met', 'current-licence': 'met' })
  expect(await dossier()).toMatchObject({ turn: 'officer', turnCause: 'to-accept' })

  const appraiser = await world.claim(id)
  await platform.work(appraiser, (work) => accept(work, id))
  await world.workerSettles()
  expect(await dossier()).toMatchObject({ status: 'accepted', officialNumber: expect.stringMatching(/^G01\.024-261120-010001$/) })
  expect((await dossier()).dueAt?.toISOString()).toBe('2026-11-30T10:00:00.000Z') // five working days; 24 November is a holiday

  await platform.work(appraiser, (work) => approve(work, id))
  await world.workerSettles()
  const decision = await platform.read(systemActor('test'), (work) => findDecision(work, id))
  const paper = await platform.read(systemActor('test'), (work) => getDocument(work, decision?.decisionDocumentId ?? ''))
  const signer = await world.staff('signer')
  await platform.work(signer, (work) => sign(work, id, paper.hash ?? ''))
  await world.workerSettles()
  expect(await dossier()).toMatchObject({ status: 'signed', turn: 'outside', turnOwner: 'printer' })

  const licence = await platform.read(systemActor('test'), (work) => findLicenceOfDossier(work, id))
  expect(licence).toMatchObject({ state: 'valid', held: [expect.objectContaining({ class: 'law-2024:B' })] })
  const documents = await platform.read(systemActor('test'), (work) => listDocuments(work, id))
  const result = documents.find((d) => d.kind === 'electronic-licence')
  const verdict = await platform.read(systemActor('test'), (work) => checkDocument(platform, work, result?.id ?? ''))
  expect(verdict).toMatchObject({ valid: true })

  const listId = (await listForPost(world, appraiser)) ?? ''
  await world.workerSettles()
  expect(await dossier()).toMatchObject({ turn: 'outside', turnOwner: 'post', turnCause: 'card-listed' })
  await takeOver(world, await world.staff('postal'), listId)
  await world.workerSettles()
  expect(await dossier()).toMatchObject({ turn: 'outside', turnOwner: 'post' })
  for (let day = 0; day < 8 && (await dossier()).status === 'signed'; day++) await world.hoursPass(24)
  expect(await dossier()).toMatchObject({ status: 'returned', turn: 'nobody' })
  expect((await platform.read(systemActor('test'), (work) => parcelOf(work, id)))?.state).toBe('delivered')
  expect((await platform.read(systemActor('test'), (work) => findCardOfDossier(work, id)))?.state).toBe('handed-over')
  expect(await world.broken()).toEqual({})
})
