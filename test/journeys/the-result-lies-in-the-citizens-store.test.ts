/** The signed licence goes into the citizen's electronic data store, whatever happens to the store meanwhile, and is counted by its receipt (B11, OUT1, OUT4). */
import { expect, test } from 'vitest'
import type { PortalDossier } from '../../sandbox/national-portal/dossiers.ts'
import type { StoredPaper } from '../../sandbox/data-store/stored.ts'
import { findDeposit, listDocuments } from '../../src/capabilities/documents/index.ts'
import { listEvents } from '../../src/dossiers/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { decide, dossierOf, pay, signDecision } from '../support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'

const actor = systemActor('test')

async function standing(world: CaseWorld, dossierId: string) {
  const documents = await world.platform.read(actor, (work) => listDocuments(work, dossierId))
  const licence = documents.find(({ kind }) => kind === 'electronic-licence')
  const deposit = licence && (await world.platform.read(actor, (work) => findDeposit(work, licence.id)))
  const events = await world.platform.read(actor, (work) => listEvents(work, dossierId))
  const inStore = await world.sandbox.boxOf('data-store').docs<StoredPaper>('papers').list()
  const [portal] = await world.sandbox.boxOf('national-portal').docs<PortalDossier>('dossiers').list()
  return { licence, deposit, noted: events.filter(({ kind }) => kind === 'result-deposited').length, inStore, results: portal?.fields['DanhSachGiayToKetQua'] }
}

test('while the store is silent the licence is signed, in force and on the dossier; when it answers the paper is there once, with its receipt, and the portal hears of it', async () => {
  await using world = await openCaseWorld()
  const id = await world.file('an')
  await pay(world, id)
  await decide(world, id)
  await world.fault('data-store', { mode: 'error503' })
  await signDecision(world, id)
  await world.hoursPass(5)

  const silent = await standing(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ status: 'signed' })
  expect(silent.licence).toMatchObject({ state: 'signed' })
  expect(silent.deposit).toMatchObject({ state: 'asked', resultCode: null })
  expect(silent).toMatchObject({ noted: 0, inStore: [], results: undefined })
  expect(await world.facts('document.deposited')).toEqual([])

  // It does what it is asked, and the answer is lost on the way.
  await world.fault('data-store', { mode: 'lostAnswer' })
  await world.hoursPass(1)
  expect((await standing(world, id)).deposit).toMatchObject({ state: 'asked' })
  await world.fault('data-store', { mode: 'ok' })
  await world.hoursPass(1)

  const there = await standing(world, id)
  const code = there.inStore[0]?.MaKetQua ?? ''
  expect(there.inStore).toMatchObject([{ MaYeuCau: there.licence?.id, MaBam: there.licence?.signedHash }])
  expect(there.deposit).toMatchObject({ state: 'received', resultCode: code, link: `${world.sandbox.url}/data-store/tep/${code}` })
  expect(there.noted).toBe(1)
  expect(there.results).toMatchObject([{ MaKetQua: code, DuongDanTepTinKetQua: there.deposit?.link }])
  expect(await world.facts('document.deposited')).toEqual([{ documentId: there.licence?.id, dossierId: id, kind: 'electronic-licence' }])
  const file = Buffer.from(await (await fetch(there.deposit?.link ?? '')).arrayBuffer())
  expect(file.equals(await world.platform.files.get(there.licence?.signedHash ?? ''))).toBe(true)
  expect(await world.broken()).toEqual({})
})

test('somebody who has no store yet loses nothing: it is tried each day, and goes in when there is one', async () => {
  await using world = await openCaseWorld()
  const { person } = await world.signIn('an')
  await world.control('data-store', 'close', { identityNumber: person.identityNumber })
  const id = await world.file('an')
  await pay(world, id)
  await decide(world, id)
  await signDecision(world, id)
  expect((await standing(world, id)).deposit).toMatchObject({ state: 'no-store' })
  await world.control('data-store', 'open', { identityNumber: person.identityNumber })
  await world.hoursPass(25)
  expect(await standing(world, id)).toMatchObject({ deposit: { state: 'received' }, noted: 1 })
  expect(await world.broken()).toEqual({})
})
