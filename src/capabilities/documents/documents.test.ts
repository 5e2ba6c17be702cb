import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certificateAuthority, timestampAuthority } from '../../../sandbox/signing-service/system.ts'
import { type Sandbox, startSandbox } from '../../../sandbox/start.ts'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { sha256Hex } from '../../platform/files/contract.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { checkDocument, checkFile, prepare, readBytes, renewKey, requestSignature, requestSigningKey } from './actions.ts'
import { jobs } from './jobs.ts'
import { getDocument, listDocuments } from './store/documents.ts'
import { invariants } from './store/invariants.ts'
import { listSignatures } from './store/signatures.ts'

const tester = systemActor('test')
const authority = { code: 'PC08-097', parent: 'CÔNG AN TỈNH VÍ DỤ', name: 'PHÒNG CẢNH SÁT GIAO THÔNG', place: 'Ví Dụ' }
const applicant = { fullName: 'Nguyễn Trường Ấn', identityNumber: '097090000123', address: 'phường Ứng Hoè', phone: '0000123456', email: 'an@vidu.invalid' }

let sandbox: Sandbox
let platform: TestPlatform

beforeAll(async () => {
  sandbox = await startSandbox({ systems: [certificateAuthority, timestampAuthority] })
  platform = await openTestPlatform({ env: { SANDBOX_URL: sandbox.url }, at: (await sandbox.clock.now()).toISOString(), runs: true })
})
afterAll(async () => {
  const broken = await brokenPromises()
  await platform[Symbol.asyncDispose]()
  await sandbox.close()
  expect(broken).toEqual([])
})

async function brokenPromises(): Promise<string[]> {
  const broken: string[] = []
  for (const [name, query] of Object.entries(invariants)) {
    if ((await platform.read(tester, (work) => work.db.many(query))).length > 0) broken.push(name)
  }
  return broken
}

const run = (task: string, payload: Record<string, string>) => jobs[task]?.(platform, payload) ?? Promise.reject(new Error(`no task ${task}`))

function preparation(over: { dossierId?: string; key?: string; code?: string; signWith?: string[] } = {}) {
  return {
    kind: 'supplement-request' as const, dossierId: over.dossierId ?? newId(), personId: newId(), ...(over.key === undefined ? {} : { key: over.key }), signWith: over.signWith ?? [],
    values: {
      authority: { ...authority, code: over.code ?? authority.code }, dossierCode: 'G01.097-261120-0001', applicant, request: 'Đổi giấy phép lái xe', items: ['Chụp lại ảnh'], reason: 'Ảnh tối',
      answerBy: '', contact: 'bộ phận một cửa', contactPhone: '', officer: { titles: '', name: 'Lê Thị Ước' },
    },
  }
}
async function mayNowSign(holder: Parameters<typeof requestSigningKey>[1]): Promise<void> {
  await platform.work(tester, (work) => requestSigningKey(work, holder))
  await run('documents.certify', { holderId: holder.holderId })
}
const prepared = (over: Parameters<typeof preparation>[0] = {}) => platform.work(tester, (work) => prepare(work, preparation(over)))
const documentOf = (id: string) => platform.read(tester, (work) => getDocument(work, id))
async function drawn(over: Parameters<typeof preparation>[0] = {}): Promise<string> {
  const id = await prepared(over)
  await run('documents.render', { documentId: id })
  return id
}

describe('a paper that is prepared', () => {
  test('gets the next number of its authority, form and year, without a gap when a transaction fails', async () => {
    const first = await documentOf(await prepared({ code: 'PC08-098' }))
    await platform.work(tester, async (work) => {
      await prepare(work, preparation({ code: 'PC08-098' }))
      throw new Error('the officer closed the page')
    }).catch(() => undefined)
    const second = await documentOf(await prepared({ code: 'PC08-098' }))
    expect([first.numberText, second.numberText]).toEqual(['1/PBS', '2/PBS'])
  })

  test('gets numbers one after another even when ten officers ask at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => prepared({ code: 'PC08-099' })))
    const numbers = await Promise.all(ids.map(async (id) => Number((await documentOf(id)).numberText.split('/')[0])))
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('is the same paper when it is asked for twice, and another one under another key', async () => {
    const dossierId = newId()
    const first = await prepared({ dossierId })
    expect(await prepared({ dossierId })).toBe(first)
    expect(await prepared({ dossierId, key: '2' })).not.toBe(first)
    expect(await platform.read(tester, (work) => listDocuments(work, dossierId))).toHaveLength(2)
  })

  test('keeps what it says sealed: no name or number of a person lies readable in the database', async () => {
    const id = await prepared()
    const rows = await platform.asOwner<{ row: string }>("select d::text || encode(paper, 'escape') as row from documents.document d where id = $1", [id])
    expect(rows[0]?.row).not.toContain('097090000123')
    expect(rows[0]?.row).not.toContain('Trường')
  })
})

describe('a paper that is drawn', () => {
  test('is drawn once, stored by its content and announced once', async () => {
    const id = await drawn()
    const before = await documentOf(id)
    await run('documents.render', { documentId: id })
    expect(await documentOf(id)).toEqual(before)
    expect(before).toMatchObject({ state: 'rendered' })
    const bytes = await readBytes(platform, before)
    expect(sha256Hex(bytes ?? new Uint8Array())).toBe(before.hash)
    expect(bytes?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await platform.asOwner('select 1 from platform.fact where kind = $1 and payload ->> $2 = $3', ['document.rendered', 'documentId', id])).toHaveLength(1)
  })
})

describe('a paper that is signed', () => {
  test('bears a valid signature of the officer who saw exactly this file, and a repeated job adds nothing', async () => {
    await platform.work(tester, (work) => requestSigningKey(work, { holderId: 'officer-a', name: 'Lê Thị Ước', profile: 'officer' }))
    const documentId = await drawn()
    const shownHash = (await documentOf(documentId)).hash ?? ''
    await platform.work(tester, (work) => requestSignature(work, { documentId, signerId: 'officer-a', shownHash }))
    await run('documents.sign', { documentId })
    const signed = await documentOf(documentId)
    await run('documents.sign', { documentId })
    await platform.work(tester, (work) => requestSignature(work, { documentId, signerId: 'officer-a', shownHash }))
    expect(await documentOf(documentId)).toEqual(signed)
    expect(signed.state).toBe('signed')
    expect(await platform.read(tester, (work) => checkDocument(platform, work, documentId))).toMatchObject({ valid: true, signatures: [{ name: 'Lê Thị Ước' }] })
    const bytes = (await readBytes(platform, signed)) ?? Buffer.alloc(0)
    const found = await checkFile(platform, tester, bytes, sha256Hex(bytes))
    expect(found).toMatchObject({ verdict: { valid: true }, document: { id: documentId } })
    expect(await platform.asOwner('select 1 from platform.fact where kind = $1 and payload ->> $2 = $3', ['document.signed', 'documentId', documentId])).toHaveLength(1)
  })

  test('may ask for two signatures in order, and is complete with the second', async () => {
    await mayNowSign({ holderId: 'officer-b', name: 'Trần Hữu Nghĩa', profile: 'officer' })
    await mayNowSign({ holderId: 'PC08-097', name: authority.name, profile: 'authority' })
    const documentId = await drawn({ signWith: ['officer-b', 'PC08-097'] })
    expect((await documentOf(documentId)).state).toBe('signing')
    await run('documents.sign', { documentId })
    expect((await documentOf(documentId)).state).toBe('signing')
    await run('documents.sign', { documentId })
    expect((await documentOf(documentId)).state).toBe('signed')
    expect((await platform.read(tester, (work) => checkDocument(platform, work, documentId))).signatures.map((one) => one.name)).toEqual(['Trần Hữu Nghĩa', authority.name])
  })

  test('is not signed when the signer was shown another file', async () => {
    const documentId = await drawn()
    await expect(platform.work(tester, (work) => requestSignature(work, { documentId, signerId: 'officer-a', shownHash: 'f'.repeat(64) }))).rejects.toMatchObject({ code: 'document-changed' })
    const undrawn = await prepared()
    await expect(platform.work(tester, (work) => requestSignature(work, { documentId: undrawn, signerId: 'officer-a', shownHash: 'f'.repeat(64) }))).rejects.toMatchObject({ code: 'document-not-ready' })
  })

  test('waits, unsigned, while the time-stamp authority is down, and goes on when it answers', async () => {
    const documentId = await drawn({ signWith: ['officer-a'] })
    await sandbox.faults.set('timestamp-authority', { mode: 'error503' })
    await expect(run('documents.sign', { documentId })).rejects.toMatchObject({ name: 'OutsideFailure', system: 'timestamp-authority' })
    expect(await documentOf(documentId)).toMatchObject({ state: 'signing', signedHash: null })
    await sandbox.faults.set('timestamp-authority', { mode: 'ok' })
    await run('documents.sign', { documentId })
    expect((await documentOf(documentId)).state).toBe('signed')
  })

  test('is signed with the last list of at most four hours while the certificate authority is down, not later', async () => {
    const soon = await drawn({ signWith: ['officer-a'] })
    const later = await drawn({ signWith: ['officer-a'] })
    await sandbox.faults.set('certificate-authority', { mode: 'reset' })
    const now = await platform.clock.now()
    try {
      await platform.setClock(new Date(now.getTime() + 2 * 3_600_000).toISOString())
      await sandbox.clock.moveTo(new Date(now.getTime() + 2 * 3_600_000))
      await run('documents.sign', { documentId: soon })
      await platform.setClock(new Date(now.getTime() + 5 * 3_600_000).toISOString())
      await sandbox.clock.moveTo(new Date(now.getTime() + 5 * 3_600_000))
      await expect(run('documents.sign', { documentId: later })).rejects.toMatchObject({ name: 'OutsideFailure' })
    } finally {
      await sandbox.faults.set('certificate-authority', { mode: 'ok' })
    }
    expect((await documentOf(soon)).state).toBe('signed')
    expect((await documentOf(later)).state).toBe('signing')
  })

  test('is refused to an officer whose certificate was revoked; another officer can then be asked', async () => {
    await mayNowSign({ holderId: 'officer-c', name: 'Người Bị Thu Hồi', profile: 'officer' })
    const documentId = await drawn({ signWith: ['officer-c'] })
    await fetch(`${sandbox.url}/control/api/systems/certificate-authority/actions/revoke`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ certificate: 'Người Bị Thu Hồi' }) })
    // By the clock of the outside: the platform's copy may still be the one of before the last move.
    const now = new Date((await sandbox.clock.now()).getTime() + 3 * 3_600_000)
    await platform.setClock(now.toISOString())
    await sandbox.clock.moveTo(now)
    await run('documents.sign', { documentId })
    expect(await platform.read(tester, (work) => listSignatures(work, documentId))).toMatchObject([{ state: 'refused', refusal: 'certificate-revoked' }])
    expect((await documentOf(documentId)).signedHash).toBeNull()
    await platform.work(tester, async (work) => requestSignature(work, { documentId, signerId: 'officer-a', shownHash: (await getDocument(work, documentId)).hash ?? '' }))
    await run('documents.sign', { documentId })
    expect((await documentOf(documentId)).state).toBe('signed')
  })
})

describe('a key whose certificate was revoked', () => {
  const revoke = (certificate: string) => fetch(`${sandbox.url}/control/api/systems/certificate-authority/actions/revoke`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ certificate }) })
  const alarms = () => platform.asOwner<{ holder: string }>("select details->>'holder' as holder from platform.alarm where kind = 'key-revoked' and settled_at is null order by 1")

  test('calls somebody once, however many papers stand still; with a new key the authority seals them by itself', async () => {
    const seal = { holderId: 'PC08-098', name: 'Phòng Bị Thu Hồi', profile: 'authority' } as const
    await mayNowSign(seal)
    const papers = [await drawn({ signWith: [seal.holderId] }), await drawn({ signWith: [seal.holderId] })]
    await revoke(seal.name)
    const now = new Date((await sandbox.clock.now()).getTime() + 3 * 3_600_000)
    await platform.setClock(now.toISOString())
    await sandbox.clock.moveTo(now)
    for (const documentId of papers) await run('documents.sign', { documentId })
    expect((await alarms()).filter(({ holder }) => holder === seal.holderId)).toHaveLength(1)

    // Pressed twice it is one key; whoever comes first has it certified.
    for (const _ of ['first press', 'second press']) await platform.work(tester, (work) => renewKey(work, seal.holderId))
    await Promise.all(papers.map((documentId) => run('documents.sign', { documentId })))
    for (const id of papers) expect([(await documentOf(id)).state, (await platform.read(tester, (work) => listSignatures(work, id))).map(({ state }) => state)]).toEqual(['signed', ['replaced', 'done']])
    expect(await platform.asOwner('select generation from documents.signing_key where holder_id = $1 order by 1', [seal.holderId])).toEqual([{ generation: 1 }, { generation: 2 }])
  })

  test('of an officer is replaced too, and signs nothing that nobody ordered anew', async () => {
    const [paper] = (await platform.asOwner<{ id: string }>("select document_id as id from documents.signature where signer_id = 'officer-c'"))
    expect(await alarms()).toContainEqual({ holder: 'officer-c' })
    await platform.work(tester, (work) => renewKey(work, 'officer-c'))
    await run('documents.certify', { holderId: 'officer-c' })
    expect((await platform.read(tester, (work) => listSignatures(work, paper?.id ?? ''))).filter(({ signerId }) => signerId === 'officer-c').map(({ state }) => state)).toEqual(['replaced'])
    const documentId = await drawn({ signWith: ['officer-c'] })
    await run('documents.sign', { documentId })
    expect((await documentOf(documentId)).state).toBe('signed')
  })
})

describe('the promises about papers', () => {
  const plants: Record<string, string> = {
    'DOC1': 'update documents.number_counter set last_number = last_number + 1',
    'DOC2': `update documents.document set signed_hash = repeat('0', 64) where state = 'signed'`,
    'DOC3': `update documents.signature set signed_at = signed_at + interval '1 day' where ordinal = 1 and state = 'done'`,
    'DEC6': `update documents.signature set shown_hash = repeat('0', 64) where state = 'done' and shown_hash is not null`,
    'DOC5': `insert into documents.deposit (document_id, person_id, owner, dossier_code, state, asked_at, file_hash, result_code, link, exchange_id, received_at)
      select id, person_id, '\\x00', 'x', 'received', made_at, repeat('0', 64), 'KQ.1', 'http://127.0.0.1/x', gen_random_uuid(), made_at from documents.document where state = 'signed' limit 1`,
    'DOC4': `update documents.signature set certificate = repeat('0', 64) where state = 'done'`,
  }
  test('are each noticed when broken', async () => {
    expect(await brokenPromises()).toEqual([])
    for (const [id, plant] of Object.entries(plants)) {
      const rows = await platform.asOwner<{ n: number }>('select 1 as n from documents.signature limit 1')
      expect(rows).toHaveLength(1)
      await platform.asOwner('begin')
      await platform.asOwner(plant)
      const query = Object.entries(invariants).find(([name]) => name.startsWith(id))?.[1]
      if (!query) throw new Error(`no promise ${id}`)
      expect((await platform.asOwner(query.text, query.values)).length, id).toBeGreaterThan(0)
      await platform.asOwner('rollback')
    }
  })

  test('hold by grant too: the application cannot change a number, a title or delete a paper', async () => {
    for (const statement of ['update documents.document set number = 99', 'delete from documents.document', 'update documents.signature set signer_id = \'x\'', 'delete from documents.number_counter']) {
      await expect(platform.pool.query(statement)).rejects.toThrow(/permission denied/)
    }
  })
})
