/** A stranger holds somebody's signed licence and asks whether it is genuine: by the file, and by the code (B11, S12, TH12). */
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certificateAuthority, timestampAuthority } from '../../../../sandbox/signing-service/system.ts'
import { type Sandbox, startSandbox } from '../../../../sandbox/start.ts'
import { openTestPlatform, type TestPlatform } from '../../../../test/support/database.ts'
import { getDocument, jobs, prepare, readBytes, requestSigningKey } from '../../../capabilities/documents/index.ts'
import { createServer } from '../../../platform/http/server.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import { paths } from '../../paths.ts'
import { registerVerify } from './routes.tsx'
import { verifyText } from './text.ts'

const tester = systemActor('test')
const SEAL = 'PC08-097'
const t = verifyText.vi
let sandbox: Sandbox
let platform: TestPlatform
let app: FastifyInstance
let dossierId: string
let code: string
let signed: Buffer
let unsigned: Buffer

beforeAll(async () => {
  sandbox = await startSandbox({ systems: [certificateAuthority, timestampAuthority] })
  platform = await openTestPlatform({ env: { SANDBOX_URL: sandbox.url }, at: (await sandbox.clock.now()).toISOString(), runs: true })
  platform.breaksPromises()
  dossierId = newId()
  const portraitHash = await platform.files.put(await sharp({ create: { width: 60, height: 80, channels: 3, background: '#fff' } }).jpeg().toBuffer())
  const run = (task: string, payload: Record<string, string>) => jobs[task]?.(platform, payload)
  await platform.work(tester, (work) => requestSigningKey(work, { holderId: SEAL, name: 'Phòng CSGT (mô phỏng)', profile: 'authority' }))
  const documentId = await platform.work(tester, (work) => prepare(work, {
    kind: 'electronic-licence', dossierId, personId: newId(), signWith: [SEAL],
    values: {
      authority: { code: SEAL, parent: 'CÔNG AN TỈNH VÍ DỤ', name: 'PHÒNG CẢNH SÁT GIAO THÔNG', place: 'Ví Dụ' }, licenceNumber: '970010000007', fullName: 'Nguyễn Văn Mẫu', dateOfBirth: '1985-03-27', nationality: { vi: 'Việt Nam', en: 'Viet Nam' },
      residence: 'Phố Ví Dụ', classes: [{ code: 'B', vehicles: { vi: 'ô tô', en: 'cars' }, passedOn: '2016-01-01', restriction: '', expiresOn: '2036-01-01' }], issuedOn: '2026-11-20', expiresOn: '2036-01-01', portraitHash, decision: '1/QĐ-GPLX', signer: { role: 'TRƯỞNG PHÒNG', name: 'Trần Văn Ký' },
    },
  }))
  await run('documents.render', { documentId })
  const document = () => platform.read(tester, (work) => getDocument(work, documentId))
  unsigned = (await readBytes(platform, await document())) ?? Buffer.alloc(0)
  await run('documents.sign', { documentId })
  signed = (await readBytes(platform, await document())) ?? Buffer.alloc(0)
  code = (await document()).verificationCode
  await platform.asOwner(`insert into licences.licence (id, number, material, family, identity_index, holder_name, holder_birth_date, holder_residence, held, passed_on, issued_on, issued_by, points_definite, state, entered_at, dossier_id)
    values ($1, '970010000007', 'electronic', 'definite', '\\x01', 'Nguyễn Văn Mẫu', '1985-03-27', '\\x00', '[{"class":"law-2024:B","issuedOn":"2026-11-20","expiresOn":"2036-01-01","restrictions":[]}]', '2016-01-01', '2026-11-20', 'Mẫu', 12, 'valid', platform.clock_now(), $2)`, [newId(), dossierId])
  const assets = { stylesheet: '/tai-san/test.css' }
  app = await createServer(platform)
  registerVerify(app, { platform, assets: { citizen: assets, staff: assets } })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await platform[Symbol.asyncDispose]()
  await sandbox.close()
})

const register = (change: string) => platform.asOwner(`update licences.licence set ${change} where dossier_id = $1`, [dossierId])

/** Sends a file as a browser without JavaScript does. */
async function sends(bytes: Uint8Array, fileName = 'giay-phep.pdf') {
  const form = new FormData()
  form.set('_csrf', '')
  form.set('file', new Blob([Uint8Array.from(bytes)], { type: 'application/pdf' }), fileName)
  const request = new Request('http://x/', { method: 'POST', body: form })
  const answer = await app.inject({ method: 'POST', url: paths.verifyFile(), headers: { 'content-type': request.headers.get('content-type') ?? '' }, payload: Buffer.from(await request.arrayBuffer()) })
  return { status: answer.statusCode, location: answer.headers.location ?? '', text: answer.body }
}

/** Sends a file and reads the page that it leads to. */
async function told(bytes: Uint8Array): Promise<string> {
  const { status, location } = await sends(bytes)
  expect(status).toBe(303)
  expect(location).toMatch(/^\/kiem-tra-giay-to\/ket-qua\/[0-9a-f-]{36}$/)
  const page = await app.inject({ url: location })
  expect(page.statusCode).toBe(200)
  expect(page.headers['cache-control']).toBe('no-store')
  return page.body
}

const answers = (page: string) => [...page.matchAll(/tt-checks__title">(.*?)<\/div>.*?tt-tag[^>]*>(.*?)</g)].map(([, question, answer]) => `${question}: ${answer}`)
const yes = (...keys: (keyof typeof t.questions)[]) => keys.map((key) => `${t.questions[key]}: ${t.answers.yes}`)

describe('by the file', () => {
  test('a licence in force is genuine, each question is answered with yes, and nothing leads to its holder', async () => {
    const page = await told(signed)
    expect(page).toContain(t.findings.genuine[0])
    expect(answers(page)).toEqual(yes('covered', 'unaltered', 'signer', 'time', 'ours', 'register'))
    for (const own of ['Mẫu', '970010000007', '1985', '27/03', 'Phố Ví Dụ']) expect(page.replaceAll('Xem mẫu', '')).not.toContain(own)
  })

  test.each([
    ['replaced', `state = 'replaced', closed_at = platform.clock_now(), replaced_by = id`, t.findings['genuine-replaced'][0]],
    ['withdrawn', `state = 'revoked', closed_at = platform.clock_now(), replaced_by = null`, t.findings['genuine-withdrawn'][0]],
    ['run out', `state = 'valid', closed_at = null, held = '[{"class":"law-2024:B","issuedOn":"2016-11-20","expiresOn":"2026-01-01","restrictions":[]}]'`, t.findings['genuine-ended'][0]],
  ])('a genuine licence that was %s since is told to be so', async (_, change, said) => {
    const before = await platform.asOwner<{ held: unknown }>('select held from licences.licence where dossier_id = $1', [dossierId])
    await register(change)
    try {
      const page = await told(signed)
      expect(page).toContain(said)
      expect(answers(page)).toContain(`${t.questions.register}: ${t.answers.no}`)
      expect((await app.inject({ url: paths.verify(code) })).body).toContain(said)
    } finally {
      await platform.asOwner(`update licences.licence set state = 'valid', closed_at = null, replaced_by = null, held = $2 where dossier_id = $1`, [dossierId, JSON.stringify(before[0]?.held)])
    }
  })

  test.each<[string, () => Buffer, string, keyof typeof t.questions]>([
    ['one letter changed', () => { const other = Buffer.from(signed); other[2_000] = (other[2_000] ?? 0) ^ 1; return other }, t.findings.altered[0], 'unaltered'],
    ['something added after signing', () => Buffer.concat([signed, Buffer.from('\n%%EOF\n')]), t.findings.altered[0], 'covered'],
    ['the signature cut off', () => unsigned, t.findings.unsigned[0], 'covered'],
  ])('%s: the paper is not to be trusted', async (_, make, said, question) => {
    const page = await told(make())
    expect(page).toContain(said)
    expect(answers(page)).toContain(`${t.questions[question]}: ${t.answers.no}`)
    expect(answers(page)).toContain(`${t.questions.ours}: ${t.answers.no}`)
  })

  test('what is no PDF, nothing, or too large is sent back with the reason beside the field', async () => {
    expect(await sends(Buffer.from('GIF89a'))).toMatchObject({ status: 422, text: expect.stringContaining(t.problems['not-pdf']) })
    expect(await sends(Buffer.alloc(0))).toMatchObject({ status: 422, text: expect.stringContaining(t.problems.missing) })
    expect(await sends(Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-'))).toMatchObject({ status: 422, text: expect.stringContaining(t.problems['too-large']) })
  })

  test('when many files come at once some are told to come back, none is lost in an error', async () => {
    const all = await Promise.all(Array.from({ length: 24 }, () => sends(signed)))
    expect([...new Set(all.map(({ status }) => status))].sort()).toEqual([303, 503])
    expect(all.find(({ status }) => status === 503)?.text).toContain(t.problems.busy)
    expect((await sends(signed)).status).toBe(303)
  })

  test('the file is not kept, and the outcome is told for half an hour to whoever has its address', async () => {
    const rows = () => platform.asOwner<{ row: string }>('select b::text as row from documents.brought_check b')
    const before = (await rows()).length
    const { location } = await sends(signed)
    expect((await rows()).length).toBe(before + 1)
    const kept = await rows()
    expect(kept.filter(({ row }) => row.length > 400)).toEqual([])
    await platform.asOwner(`update documents.brought_check set ends_at = platform.clock_now() - interval '1 second'`)
    const gone = await app.inject({ url: location })
    expect(gone.statusCode).toBe(404)
    expect(gone.body).toContain(t.noResult)
    await jobs['documents.forget-checks']?.(platform, {})
    expect(await rows()).toEqual([])
  })
})

describe('by the code', () => {
  test('the code leads to the page of the paper, however it was typed; it says what the paper is and not whose', async () => {
    const typed = `${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
    const sent = await app.inject({ method: 'POST', url: paths.verifyFile(), headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ code: typed }).toString() })
    expect(sent.headers.location).toBe(paths.verify(code))
    const whole = await app.inject({ method: 'POST', url: paths.verifyFile(), headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ code: `http://127.0.0.1:3000${paths.verify(code)}` }).toString() })
    expect(whole.headers.location).toBe(paths.verify(code))
    const page = await app.inject({ url: paths.verify(code) })
    expect(page.statusCode).toBe(200)
    for (const said of [t.genuine, 'Giấy phép lái xe, bản điện tử', t.standings['in-force'], 'Phòng CSGT (mô phỏng)']) expect(page.body).toContain(said)
    for (const own of ['Nguyễn Văn Mẫu', '970010000007', '1985', 'Phố Ví Dụ']) expect(page.body).not.toContain(own)
  })

  test('a code that nobody gave, and one that cannot be, are told in the same words', async () => {
    const [none, odd] = [await app.inject({ url: paths.verify('0000000000000000') }), await app.inject({ url: paths.verify("x'--") })]
    expect([none.statusCode, odd.statusCode]).toEqual([404, 404])
    for (const page of [none, odd]) expect(page.body).toContain(t.unknown)
  })

  test('a mistyped code is asked again beside its field', async () => {
    const sent = await app.inject({ method: 'POST', url: paths.verifyFile(), headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'code=ABC' })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain(t.codeWrong)
    expect(sent.body).toContain('value="ABC"')
  })
})
