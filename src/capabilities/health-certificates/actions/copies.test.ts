/** Two copies of one paper (P3): the later reading counts, and none outweighs what the clinic sent. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOutsideWorld, type OutsideWorld } from '../../../../test/support/outside-world.ts'
import type { Actor } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import { listCertificates } from '../store/certificates.ts'
import { inviteClinic } from './clinics.ts'
import { confirmCopy, keepCopy, type ReadOnPaper } from './copies.ts'
import { issueCertificate } from './issue.ts'

const officer: Actor = { kind: 'staff', staffId: newId(), personId: newId(), role: 'appraiser', provinceCode: 'bac-ninh', officeCode: null, sessionId: 'test', channel: 'online' }
const holder = { identityNumber: '097190000777', fullName: 'Lò Thị Mẫu' }
const paper: ReadOnPaper = {
  number: '00077/GKSKLX/97005/26', licenceClass: 'B', conclusion: 'eligible', concludedOn: '2026-11-18', reExamOn: null, clinicCode: '97005', clinicName: 'Phòng khám', doctorName: 'BS. Mẫu',
}

let world: OutsideWorld
beforeAll(async () => {
  world = await openOutsideWorld({ at: '2026-11-20T02:00:00Z', systems: [], jobs: {} })
})
afterAll(() => world[Symbol.asyncDispose]())

const personId = newId()
let file = 0
/** A copy comes and an officer reads it. */
async function reads(read: ReadOnPaper): Promise<void> {
  const { work } = world.platform
  const fileHash = String(++file).padStart(64, '0')
  const copyId = await work(officer, (w) => keepCopy(w, { personId, fileHash, signerName: 'x', signerOrganisation: 'y', signerFingerprint: 'a'.repeat(64), stampedAt: w.now }))
  await work(officer, (w) => confirmCopy(w, copyId, holder, read))
}
const conclusions = async () => (await world.platform.read(officer, (w) => listCertificates(w, personId))).map((one) => [one.number, one.conclusion])

test('a second reading of a paper that says otherwise replaces the first', async () => {
  await reads(paper)
  await reads({ ...paper, conclusion: 'not-eligible' })
  expect(await conclusions()).toEqual([[paper.number, 'not-eligible']])
})

test('a reading that contradicts the clinic’s own word is refused, one that agrees points at it', async () => {
  const clinic = { code: '97006', name: 'Phòng khám', mail: null, state: 'active' as const }
  await world.platform.work(officer, (w) => inviteClinic(w, clinic))
  const { number } = await world.platform.work(officer, (w) => issueCertificate(w, clinic, { ...holder, key: newId(), licenceClass: 'B', conclusion: 'not-eligible', concludedOn: '2026-11-19', reExamOn: null, doctorName: 'BS. Mẫu' }))
  const read: ReadOnPaper = { ...paper, number, clinicCode: clinic.code, conclusion: 'not-eligible', concludedOn: '2026-11-19', clinicName: 'P.K.' }
  await expect(reads({ ...read, conclusion: 'eligible' })).rejects.toMatchObject({ code: 'register-says-otherwise' })
  await reads(read)
  expect(await world.platform.asOwner('select conclusion, source from health_certificates.certificate where number = $1', [number])).toEqual([{ conclusion: 'not-eligible', source: 'clinic' }])
})
