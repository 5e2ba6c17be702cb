/** An officer reads certified copies (P3): only the right one, only once, and only a file that still holds. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { dossierOf, needsOf, pay } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { inviteClinic, issueCertificate } from '../../../capabilities/health-certificates/index.ts'
import { takePlace } from '../../../capabilities/documents/engine/checking/check.ts'
import { confirmCertifiedCopy, examineCopy, receiveCopy } from '../../../dossiers/index.ts'
import { sha256Hex } from '../../../platform/files/contract.ts'
import { paths } from '../../paths.ts'

let world: CaseWorld
let appraiser: Desk
let signer: Desk
let id: string
let copyId: string
const typed = { number: '00077/GKSKLX/98005/26', licenceClass: 'B', conclusion: 'eligible', concludedOn: '18/11/2026', reExamOn: '', clinicName: 'Phòng khám', doctorName: 'BS. Mẫu' }

const paper: Parameters<typeof confirmCertifiedCopy>[3] = { number: typed.number, licenceClass: 'B', conclusion: 'eligible', concludedOn: '2026-11-18', reExamOn: null, clinicCode: '98005', clinicName: typed.clinicName, doctorName: typed.doctorName }

beforeAll(async () => {
  world = await openCaseWorld()
  const { desk } = await openDesks(world)
  appraiser = await desk(await world.staff('appraiser'))
  signer = await desk(await world.staff('signer'))
  id = await world.file('cuc', { certificate: { how: 'not-yet' } })
  await pay(world, id)
  copyId = await sendsCopy()
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

/** Cúc sends a fresh copy. @returns its id */
async function sendsCopy(): Promise<string> {
  const { actor, person } = await world.signIn('cuc')
  const said = await world.control('commune-office', 'certify', { person: person.identityNumber })
  const bytes = Buffer.from(await (await fetch(said.slice(said.indexOf('http')))).arrayBuffer())
  const held = await examineCopy(world.platform, actor, { personId: actor.personId, bytes, fileHash: sha256Hex(bytes) })
  await world.platform.files.put(bytes)
  const sent = await world.platform.work(actor, (work) => receiveCopy(work, held))
  await world.workerSettles()
  return sent
}

test('what is missing or cannot be is said beside its field, and what was typed stays', async () => {
  await appraiser.opens(paths.officerCopy(id, copyId))
  const empty = await appraiser.sends(copyId, {})
  expect(empty.status).toBe(422)
  for (const field of ['number', 'licenceClass', 'conclusion', 'concludedOn', 'clinicName', 'doctorName']) expect(empty.html).toContain(`href="#${field}"`)
  const future = await appraiser.sends(copyId, { ...typed, concludedOn: '20/12/2026' })
  expect([future.status, future.html.includes('Ngày kết luận ở tương lai'), future.html.includes('20/12/2026')]).toEqual([409, true, true])
  const again = await appraiser.sends(copyId, { ...typed, conclusion: 'eligible-re-exam' })
  expect(again.html).toContain('phải có ngày khám lại')
  expect(await needsOf(world, id)).toMatchObject({ 'health-certificate': 'asked' })
})

test('the file is given to be saved, without any right in a browser', async () => {
  const readings = () => world.platform.asOwner("select 1 from dossiers.event where dossier_id = $1 and kind = 'read' and details->>'purpose' = 'certified-copy'", [id])
  const before = (await readings()).length
  // Later than what still counts as the reading of its page.
  await world.hoursPass(1)
  const answer = await appraiser.opens(paths.officerCopyFile(id, copyId))
  expect(answer.status).toBe(200)
  // Reading the paper is told to its owner, also without the page before it (AUD4).
  expect(await readings()).toHaveLength(before + 1)
  expect(answer.html.startsWith('%PDF-')).toBe(true)
})

test('a signer does not read copies, and a copy of another dossier is not there', async () => {
  await signer.opens(paths.officerCopy(id, copyId))
  const refused = await signer.sends(copyId, typed)
  expect([refused.status, refused.html.includes('Chỉ cán bộ thụ lý đọc bản sao')]).toEqual([409, true])
  const other = await world.file('an')
  expect((await appraiser.opens(paths.officerCopy(other, copyId))).status).toBe(404)
})

test('while many files are checked an officer is told to wait: nothing changed, what was typed stays, and no transaction was begun (S6)', async () => {
  await appraiser.opens(paths.officerCopy(id, copyId))
  const places = Array.from({ length: 8 }, (_, n) => takePlace({ kind: 'staff', staffId: String(n), personId: String(n), role: 'appraiser', provinceCode: '27', officeCode: null, sessionId: '', channel: 'online' }))
  try {
    const busy = await appraiser.sends(copyId, typed)
    expect([busy.status, busy.headers['retry-after'], busy.html.includes('Đang có nhiều tệp chờ kiểm tra chữ ký'), busy.html.includes(typed.number)]).toEqual([503, '30', true, true])
    const withoutTransactions = { ...world.platform, work: () => Promise.reject(new Error('a transaction was begun')) }
    await expect(confirmCertifiedCopy(withoutTransactions, await world.staff('appraiser'), { dossierId: id, copyId }, paper)).rejects.toMatchObject({ code: 'too-many-checks' })
  } finally {
    for (const leave of places) leave()
  }
  expect(await needsOf(world, id)).toMatchObject({ 'health-certificate': 'asked' })
})

test('one that is not taken goes back to the citizen with its reason, and a second one may be sent', async () => {
  await appraiser.opens(paths.officerCopy(id, copyId))
  expect((await appraiser.sends('/khong-nhan', {})).status).toBe(422)
  expect((await appraiser.sends('/khong-nhan', { rejection: 'unreadable' })).status).toBe(303)
  await world.workerSettles()
  expect(await needsOf(world, id)).toMatchObject({ 'health-certificate': 'failed: certificate-copy-rejected' })
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'citizen', turnCause: 'health-certificate' })
  expect(await world.platform.asOwner(`select channel from notifications.message where template = 'dossier.copy-rejected' and state = 'sent' order by channel`)).toEqual([{ channel: 'mail' }, { channel: 'sms' }])
  copyId = await sendsCopy()
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'officer', turnCause: 'copy-to-read' })
})

test('a reading that contradicts what the clinic sent under the number is refused beside its field', async () => {
  const { person } = await world.signIn('cuc')
  const clinic = { code: '97077', name: 'Phòng khám', mail: null, state: 'active' as const }
  const actor = { kind: 'system', name: 'clinic', channel: 'online' } as const
  await world.platform.work(actor, (work) => inviteClinic(work, clinic))
  const { number } = await world.platform.work(actor, (work) => issueCertificate(work, clinic, {
    key: 'the-clinic-itself', identityNumber: person.identityNumber, fullName: person.fullName, licenceClass: 'A1', conclusion: 'not-eligible', concludedOn: '2026-11-18', reExamOn: null, doctorName: 'BS. Mẫu',
  }))
  await world.workerSettles()
  await appraiser.opens(paths.officerCopy(id, copyId))
  const refused = await appraiser.sends(copyId, { ...typed, number, licenceClass: 'A1' })
  expect([refused.status, refused.html.includes('Cơ sở khám đã gửi số này với kết luận hoặc ngày khác'), refused.html.includes('href="#number"')]).toEqual([409, true, true])
})

test('a file that no longer holds when it is read is not confirmed: the seal was revoked before it was used', async () => {
  await world.hoursPass(1)
  await world.control('certificate-authority', 'revoke', { certificate: 'Ủy ban nhân dân xã Ví Dụ (mô phỏng)' })
  await world.hoursPass(1)
  const late = await sendsCopy().catch((error: unknown) => error)
  await world.platform.work({ kind: 'system', name: 'test', channel: 'online' }, async (work) => work.enqueue('documents.refresh-trust', {}))
  await world.workerSettles()
  const unread = typeof late === 'string' ? late : copyId
  await appraiser.opens(paths.officerCopy(id, unread))
  const refused = await appraiser.sends(unread, typed)
  expect([refused.status, refused.html.includes('đã bị thu hồi trước khi ký')]).toEqual([409, true])
  await appraiser.sends('/khong-nhan', { rejection: 'not-certified' })
  await world.workerSettles()
})

test('confirmed once: a colleague who had the page open is told that it is done, and the paper’s number serves', async () => {
  const colleague = await (await openDesks(world)).desk(await world.staff('appraiser'))
  await appraiser.opens(paths.officerCopy(id, copyId))
  await colleague.opens(paths.officerCopy(id, copyId))
  expect((await appraiser.sends(copyId, typed)).status).toBe(303)
  const second = await colleague.sends(copyId, { ...typed, number: '00078/GKSKLX/98005/26' })
  expect([second.status, second.html.includes('Đồng nghiệp đã xử lý bản sao này')]).toEqual([409, true])
  await world.workerSettles()
  expect(await needsOf(world, id)).toMatchObject({ 'health-certificate': 'met' })
  expect((await appraiser.opens(paths.officerDossier(id))).html).toContain('00077/GKSKLX/98005/26')
  expect((await appraiser.opens(paths.officerCopy(id, copyId))).location).toBe(paths.officerDossier(id))
})
