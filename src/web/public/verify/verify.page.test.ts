/** A stranger holds somebody's signed licence and asks whether it is genuine: by the file, and by the code (B11, S12, TH12). */
import { once } from 'node:events'
import { connect } from 'node:net'
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
import { registerEndings } from '../endings/endings.tsx'
import { registerVerify } from './routes.tsx'
import { verifyText } from './text.ts'

const tester = systemActor('test')
const SEAL = 'PC08-097'
const ANOTHER = newId()
const t = verifyText.vi
let sandbox: Sandbox
let platform: TestPlatform
let app: FastifyInstance
let [dossierId, code, decisionCode] = ['', '', '']
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
  const authority = { code: SEAL, parent: 'CÔNG AN TỈNH VÍ DỤ', name: 'PHÒNG CẢNH SÁT GIAO THÔNG', place: 'Ví Dụ' }
  const personId = newId()
  const documentId = await platform.work(tester, (work) => prepare(work, {
    kind: 'electronic-licence', dossierId, personId, signWith: [SEAL],
    values: {
      authority, licenceNumber: '970010000007', fullName: 'Nguyễn Văn Mẫu', dateOfBirth: '1985-03-27', nationality: { vi: 'Việt Nam', en: 'Viet Nam' },
      residence: 'Phố Ví Dụ', classes: [{ code: 'B', vehicles: { vi: 'ô tô', en: 'cars' }, passedOn: '2016-01-01', restriction: '', expiresOn: '2036-01-01' }], issuedOn: '2026-11-20', expiresOn: '2036-01-01', portraitHash, decision: '1/QĐ-GPLX', signer: { role: 'TRƯỞNG PHÒNG', name: 'Trần Văn Ký' },
    },
  }))
  const decisionId = await platform.work(tester, (work) => prepare(work, {
    kind: 'decision', dossierId, personId, signWith: [SEAL],
    values: {
      authority, dossierCode: '', applicant: { fullName: 'Nguyễn Văn Mẫu', identityNumber: '097085000001', address: 'Phố Ví Dụ', phone: '', email: '' }, dateOfBirth: '1985-03-27', legalBases: [], oldLicences: [{ number: '970010000007', issuedOn: '2016-11-30' }], newLicenceNumber: '970010000007',
      classes: [], reason: 'Đổi', wording: { subject: 'Về việc đổi', act: 'Đổi', oldCard: '' },
    },
  }))
  for (const task of ['documents.render', 'documents.sign']) await run(task, { documentId: decisionId })
  decisionCode = (await platform.read(tester, (work) => getDocument(work, decisionId))).verificationCode
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
  const web = { platform, assets: { citizen: assets, staff: assets } }
  registerEndings(app, web)
  registerVerify(app, web)
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await platform[Symbol.asyncDispose]()
  await sandbox.close()
})

const register = (change: string) => platform.asOwner(`update licences.licence set ${change} where dossier_id = $1`, [dossierId])

/** Sends a file as a browser without JavaScript does. */
async function sends(bytes: Uint8Array, from: { readonly address?: string; readonly lang?: string } = {}) {
  const form = new FormData()
  form.set('_csrf', '')
  form.set('file', new Blob([Uint8Array.from(bytes)], { type: 'application/pdf' }), 'giay-phep.pdf')
  const request = new Request('http://x/', { method: 'POST', body: form })
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const answer = await app.inject({ method: 'POST', url: paths.verifyFile(), remoteAddress: from.address ?? '192.0.2.1', cookies: { 'ngon-ngu': from.lang ?? 'vi' }, headers, payload: Buffer.from(await request.arrayBuffer()) })
  return { status: answer.statusCode, location: answer.headers.location ?? '', text: answer.body, retryAfter: Number(answer.headers['retry-after'] ?? 0) }
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
    expect(answers(page)).toEqual(yes('covered', 'unaltered', 'signer', 'certificate', 'time', 'ours', 'complete', 'latest', 'register'))
    for (const own of ['Mẫu', '970010000007', '1985', '27/03', 'Phố Ví Dụ']) expect(page.replaceAll('Xem mẫu', '')).not.toContain(own)
  })

  test.each<[string, string, 'genuine-replaced' | 'genuine-withdrawn' | 'genuine-ended']>([
    ['replaced', `state = 'replaced', closed_at = platform.clock_now(), replaced_by = id`, 'genuine-replaced'],
    ['withdrawn', `state = 'revoked', closed_at = platform.clock_now(), replaced_by = null`, 'genuine-withdrawn'],
    ['run out', `state = 'valid', closed_at = null, held = '[{"class":"law-2024:B","issuedOn":"2016-11-20","expiresOn":"2026-01-01","restrictions":[]}]'`, 'genuine-ended'],
  ])('a genuine licence that was %s since is told to be so', async (_, change, finding) => {
    const [said] = t.findings[finding]
    const before = await platform.asOwner<{ held: unknown }>('select held from licences.licence where dossier_id = $1', [dossierId])
    await register(change)
    try {
      const page = await told(signed)
      expect(page).toContain(said)
      expect(answers(page)).toContain(`${t.questions.register}: ${t.answers.no}`)
      // So is its code, and the decision that granted it, in both languages.
      for (const printed of [code, decisionCode]) {
        expect((await app.inject({ url: paths.verify(printed) })).body).toContain(said)
        expect((await app.inject({ url: paths.verify(printed), cookies: { 'ngon-ngu': 'en' } })).body).toContain(verifyText.en.findings[finding][0])
      }
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

  test.each<[string, () => Buffer, 'locked' | 'cut-off']>([
    ['with a password', () => Buffer.concat([unsigned, Buffer.from('trailer << /Encrypt 9 0 R >>\nstartxref\n0\n%%EOF\n')]), 'locked'], ['that lost its end', () => signed.subarray(0, signed.length - 4_000), 'cut-off'],
  ])('a file %s is told to be so, and neither to be changed nor to be unsigned', async (_, make, finding) => {
    const page = await told(make())
    expect(page).toContain(t.findings[finding][0])
    expect(answers(page).slice(0, 2)).toEqual([`${t.questions.covered}: ${t.answers.unknown}`, `${t.questions.unaltered}: ${t.answers['not-asked']}`])
  })

  test('what is no PDF, nothing, or too large is sent back with the reason beside the field', async () => {
    expect(await sends(Buffer.from('GIF89a'))).toMatchObject({ status: 422, text: expect.stringContaining(t.problems['not-pdf']) })
    expect(await sends(Buffer.alloc(0))).toMatchObject({ status: 422, text: expect.stringContaining(t.problems.missing) })
    expect(await sends(Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-'))).toMatchObject({ status: 422, text: expect.stringContaining(t.problems['too-large']) })
  })

  test('when many files come at once some are told to come back, none is lost in an error', async () => {
    const all = await Promise.all(Array.from({ length: 24 }, (_, n) => sends(signed, { address: `10.${n}.0.1`, lang: n % 2 ? 'en' : 'vi' })))
    expect([...new Set(all.map(({ status }) => status))].sort()).toEqual([303, 503])
    for (const { status, text, retryAfter } of all.filter((one) => one.status !== 303)) {
      expect([status, retryAfter]).toEqual([503, 60])
      expect([t.problems.busy, verifyText.en.problems.busy].some((words) => text.includes(words))).toBe(true)
      expect(text).toContain('name="file"')
    }
    expect((await sends(signed)).status).toBe(303)
  })

  test.each<[string, (n: number) => string, string]>([
    ['an office (/24)', (n) => `203.0.113.${n}`, '203.0.114.1'], ['a home (/64)', (n) => `2001:db8:1:1::${n}`, '2001:db8:1:2::1'],
    ['somebody’s many networks (/48)', (n) => `2001:db8:7:${n}::1`, '2001:db8:8::1'],
  ])('who sends many at once from the network of %s waits alone: a neighbour is answered meanwhile', async (_, from, neighbour) => {
    const [others, ...all] = await Promise.all([sends(signed, { address: neighbour }), ...Array.from({ length: 12 }, (_one, n) => sends(signed, { address: from(n), lang: n % 2 ? 'en' : 'vi' }))])
    expect(others.status).toBe(303)
    expect([...new Set(all.map(({ status }) => status))].sort()).toEqual([303, 429])
    for (const { text, retryAfter } of all.filter(({ status }) => status === 429)) {
      expect(retryAfter).toBe(60)
      expect([t.problems['network-busy'], verifyText.en.problems['network-busy']].some((words) => text.includes(words))).toBe(true)
    }
    expect((await sends(signed, { address: from(0) })).status).toBe(303)
  })

  test('a file that never ends takes a place of its network only until its connection is gone', async () => {
    const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
    const head = `POST ${paths.verifyFile()} HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=a\r\ncontent-length: 1000000\r\n\r\n--a\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7`
    const slow = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => undefined))
    try {
      // The fourth is told at once that the other three have the places of their network.
      const told = Promise.race(slow.map((socket) => once(socket, 'data', { signal: AbortSignal.timeout(15_000) })))
      for (const socket of slow) socket.write(head)
      expect(String(await told)).toMatch(/^HTTP\/1.1 429/)
      expect((await sends(signed, { address: '127.0.0.9' })).status).toBe(429)
    } finally {
      for (const socket of slow) socket.destroy()
    }
    await expect.poll(async () => (await sends(signed, { address: '127.0.0.9' })).status, { timeout: 20_000 }).toBe(303)
  })

  test('a file of thousands of signatures is told to be none of ours', async () => {
    const page = await told(Buffer.from(`%PDF-1.7 ${'/ByteRange [0 1 2 3] '.repeat(9_000)}`))
    expect(page).toContain(t.findings['too-many'][0])
    expect(answers(page)).toContain(`${t.questions.covered}: ${t.answers['not-asked']}`)
  })

  test.each<[string, string, string]>([
    ['no boundary', 'multipart/form-data', 'x'], ['no part', 'multipart/form-data; boundary=a', 'x'],
    ['no end', 'multipart/form-data; boundary=a', '--a\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7'],
    ['too many parts', 'multipart/form-data; boundary=a', `${'--a\r\ncontent-disposition: form-data; name="f"; filename="a"\r\n\r\nx\r\n'.repeat(40)}--a--\r\n`],
  ])('a form with %s is sent back, not answered with an error', async (_, type, payload) => {
    const answer = await app.inject({ method: 'POST', url: paths.verifyFile(), headers: { 'content-type': type }, payload })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(t.problems['cut-off'])
  })

  test('the file is not kept, and the outcome is told for half an hour to whoever has its address', async () => {
    const rows = () => platform.asOwner<{ row: string }>('select b::text as row from documents.brought_check b')
    const before = (await rows()).length
    const { location } = await sends(signed)
    const kept = await rows()
    expect(kept.length).toBe(before + 1)
    expect(kept.filter(({ row }) => row.length > 400)).toEqual([])
    await platform.asOwner(`update documents.brought_check set ends_at = platform.clock_now() - interval '1 second'`)
    const gone = await app.inject({ url: location })
    expect([gone.statusCode, gone.body.includes(t.noResult)]).toEqual([404, true])
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
    for (const said of [t.genuine, 'Giấy phép lái xe, bản điện tử', t.standings['in-force'], 'Phòng CSGT (mô phỏng)']) expect(page.body).toContain(said)
    for (const own of ['Nguyễn Văn Mẫu', '970010000007', '1985', 'Phố Ví Dụ']) expect(page.body).not.toContain(own)
  })

  test('a decision whose licence is in force is genuine too', async () => {
    const page = await app.inject({ url: paths.verify(decisionCode) })
    for (const said of [t.genuine, t.standings['in-force'], t.seal, t.signatureWords.good, t.stamped, t.questions.certificate]) expect(page.body).toContain(said)
  })

  test('a signed decision by which the register has no licence has no effect; while withdrawn certificates are not known nothing is said against a paper', async () => {
    await register(`dossier_id = '${ANOTHER}'`)
    expect((await app.inject({ url: paths.verify(decisionCode) })).body).toContain(t.findings['without-effect'][0])
    await platform.asOwner(`update licences.licence set dossier_id = $1 where dossier_id = '${ANOTHER}'`, [dossierId])
    for (const taken of ['create temp table kept as select * from documents.revocation_list', 'delete from documents.revocation_list']) await platform.asOwner(taken)
    const pages = [(await app.inject({ url: paths.verify(code) })).body, await told(signed)]
    await platform.asOwner('insert into documents.revocation_list select * from kept')
    expect(pages.map((page) => [page.includes(t.findings.unsure[0]), page.includes(t.broken)])).toEqual([[true, false], [true, false]])
  })

  /** Codes that people may hold against the page: none is of a paper of ours. */
  const others: readonly (readonly [string, string])[] = [
    ['nobody gave', '0000000000000000'], ['is too short', 'ABC'], ['is too long', 'A'.repeat(17)], ['has letters that no code has', 'UUUUUUUUUUUUUUUU'], ['is an attempt', "x'--"], ['is a tag', '<script>alert(1)</script>'],
    ['is a dossier’s', 'G01.097.000.000-261120-0001'], ['is a licence’s number', '970010000007'], ['is a bank card’s', '9704 0000 0000 0018'], ['is a health certificate’s', '00417/GKSKLX/97014/26'],
    ['asks for money', '00020101021238540010A00000072701240006970436011000000000000208QRIBFTTA53037045802VN6304ABCD'], ['leads to another service', 'https://tra-cuu.example/p?ma=8JK2'],
    ['is words', 'Đổi giấy phép lái xe'], ['is nothing a person types', '\u0000\uFFFD🙂'], ['never ends', 'A'.repeat(6_000)], ['climbs', '../../../etc/passwd'],
  ]
  test.each(others)('a code that %s is told plainly in both languages, opened and typed', async (_, typed) => {
    for (const [lang, words] of Object.entries(verifyText)) {
      const cookies = { 'ngon-ngu': lang }
      const opened = await app.inject({ url: paths.verify(encodeURIComponent(typed)), cookies })
      expect(opened.statusCode).toBe(404)
      for (const said of [words.unknown, words.unknownText]) expect(opened.body).toContain(said)
      const sent = await app.inject({ method: 'POST', url: paths.verifyFile(), cookies, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ code: typed }).toString() })
      if (sent.statusCode === 303) {
        expect((await app.inject({ url: String(sent.headers.location), cookies })).body).toContain(words.unknown)
        continue
      }
      expect(sent.statusCode).toBe(422)
      expect(sent.body).toContain(words.codeWrong)
    }
  })

  test('an address whose escapes cannot be read is a code that nobody gave', async () => {
    for (const [lang, words] of Object.entries(verifyText)) {
      const answer = await app.inject({ url: `${paths.verify('%E0%A4%A')}?x=%`, cookies: { 'ngon-ngu': lang } })
      expect(answer.statusCode).toBe(404)
      expect(answer.body).toContain(words.unknown)
    }
  })

  test('what phones and chat programs hang onto an address does not hide the code', async () => {
    const typed = `http://127.0.0.1:3000${paths.verify(code)}?utm_source=zalo&x=/y#top`
    const sent = await app.inject({ method: 'POST', url: paths.verifyFile(), headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ code: typed }).toString() })
    expect(sent.headers.location).toBe(paths.verify(code))
    expect((await app.inject({ url: `${paths.verify(code)}?utm_source=zalo` })).statusCode).toBe(200)
  })

  test('a mistyped code is asked again beside its field', async () => {
    const sent = await app.inject({ method: 'POST', url: paths.verifyFile(), headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'code=ABC' })
    expect([sent.statusCode, sent.body.includes(t.codeWrong), sent.body.includes('value="ABC"')]).toEqual([422, true, true])
  })
})
