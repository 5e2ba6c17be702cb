import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type CaseWorld, openCaseWorld } from '../../../../../test/support/case-world.ts'
import { saveSession } from '../../../../capabilities/identity/store/people.ts'
import { keyLine, openLog, type Receipt, sealLog } from '../../../../observers/audit/index.ts'
import { realNow } from '../../../../platform/clock.ts'
import { createServer } from '../../../../platform/http/server.ts'
import { newId } from '../../../../platform/values/ids.ts'
import { paths } from '../../../paths.ts'
import { registerEndings } from '../../../public/endings/endings.tsx'
import { registerLog } from '../../../public/verify/log/routes.tsx'
import { registerCitizen } from '../../index.ts'

let world: CaseWorld
let app: FastifyInstance
let dossierId: string
const folder = mkdtempSync(join(tmpdir(), 'toan-trinh-receipt-'))
beforeAll(async () => {
  world = await openCaseWorld()
  const { platform } = world
  app = await createServer(platform)
  const web = { platform, assets: { citizen: { stylesheet: '/tai-san/test.css', programs: { 'verify-receipt.mjs': { address: '/tai-san/verify-receipt.mjs', sha256: 'ab' } } }, staff: { stylesheet: '/tai-san/test.css' } } }
  registerEndings(app, web)
  registerCitizen(app, web)
  registerLog(app, web)
  dossierId = await world.file('an')
})
afterAll(async () => {
  await app.close()
  await world[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

/** A browser in which somebody of the cast is signed in. */
async function browserOf(slug: string): Promise<(url: string) => Promise<LightMyRequestResponse>> {
  const { actor } = await world.signIn(slug)
  const token = newId()
  const at = new Date(realNow())
  await world.platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
  return (url) => app.inject({ method: 'GET', url, cookies: { phien: token } })
}

/** What the verifier says of a receipt, as a citizen runs it at home. */
function runVerifier(receipt: unknown, ...more: readonly string[]): Promise<{ code: number; said: string }> {
  const file = join(folder, `${newId()}.json`)
  writeFileSync(file, JSON.stringify(receipt))
  return new Promise((done) => {
    execFile(process.execPath, [join(import.meta.dirname, '../../../assets/parts/at-home/verify-receipt.mjs'), file, ...more], (error, said) => done({ code: typeof error?.code === 'number' ? error.code : 0, said }))
  })
}

const linksOf = (html: string) => parse(html).querySelectorAll('a').map((link) => link.getAttribute('href') ?? '').filter((href) => href.includes('/bien-nhan/'))

test('before anything is sealed the page says when it will be, and nobody has a checkpoint yet', async () => {
  const an = await browserOf('an')
  const { body } = await an(paths.dossier(dossierId))
  expect(parse(body).text).toContain('sẽ vào nhật ký trong khoảng một phút')
  expect(linksOf(body)).toEqual([])
  expect((await app.inject(paths.checkpoint())).statusCode).toBe(404)
  expect(parse((await app.inject(paths.log())).body).text).toContain('Nhật ký chưa có mốc nào')
})

test('a citizen takes a receipt home, checks it without us, and reads in plain words what was checked (S13, AUD7)', async () => {
  await vi.waitFor(async () => {
    await sealLog(world.platform, openLog(world.platform))
    expect(await world.platform.asOwner(`select 1 from audit.leaf l join dossiers.event e on l.row_id = e.id::text where e.kind = 'submit'`)).not.toEqual([])
  }, { timeout: 60_000, interval: 20 })
  const an = await browserOf('an')
  const [link = ''] = linksOf((await an(paths.dossier(dossierId))).body)
  const answer = await an(link)
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="bien-nhan-.+\.json"$/)
  expect(answer.headers['cache-control']).toBe('private, no-store')
  const receipt: Receipt = answer.json()
  const published = parse((await app.inject(paths.log())).body)
  expect(published.text).toContain(receipt.key)
  expect((await app.inject(paths.checkpoint())).body).toBe(receipt.checkpoint)

  const { code, said } = await runVerifier(receipt, '--key', receipt.key)
  expect([code, said]).toEqual([0, expect.stringContaining('✓ Biên nhận đúng')])
  for (const words of ['“submit”', dossierId, 'Đó là khóa bạn đưa vào', '✓ The receipt holds', 'It does not say that everybody is shown the same log']) expect(said).toContain(words)
  expect((await runVerifier(receipt)).said).toContain('hãy so khóa này với khóa đã công bố')
})

test('a receipt with one thing changed does not hold, whatever it is', async () => {
  const an = await browserOf('an')
  const [link = ''] = linksOf((await an(paths.dossier(dossierId))).body)
  const receipt: Receipt = (await an(link)).json()
  const other = openLog({ config: { ...world.platform.config, keysDir: join(folder, 'keys') } }).key
  const changed: readonly (readonly [string, unknown])[] = [
    ['tệp này không phải biên nhận', { ...receipt, format: 'x' }],
    ['không nằm trong nhật ký', { ...receipt, row: { ...receipt.row, kind: 'withdraw' } }],
    ['không nằm trong nhật ký', { ...receipt, row: { ...receipt.row, at: '2020-01-01T00:00:00.000000Z' } }],
    ['không nằm trong nhật ký', { ...receipt, index: receipt.index + 1 }],
    ['không nằm trong nhật ký', { ...receipt, salt: '00'.repeat(16) }],
    ['không nằm trong nhật ký', { ...receipt, proof: receipt.proof.slice(0, -44) }],
    ['không được ký bằng khóa này', { ...receipt, checkpoint: receipt.checkpoint.replace(/\n\d+\n/, '\n999\n') }],
    ['không được ký bằng khóa này', { ...receipt, key: keyLine(other.verifier) }],
    ['khóa không đúng dạng', { ...receipt, key: receipt.key.replace(/\+[0-9a-f]{8}\+/, '+00000000+') }],
  ]
  for (const [words, one] of changed) expect(await runVerifier(one)).toEqual({ code: 1, said: expect.stringContaining(words) })
  expect(await runVerifier(receipt, '--key', keyLine(other.verifier))).toEqual({ code: 1, said: expect.stringContaining('không phải khóa bạn đưa vào') })
})

test('nobody gets the receipt of somebody else’s dossier, nor one for what is not a step of it', async () => {
  const [link = ''] = linksOf((await (await browserOf('an'))(paths.dossier(dossierId))).body)
  expect((await (await browserOf('binh'))(link)).statusCode).toBe(404)
  expect((await app.inject(link)).headers.location).toMatch(/^\/dang-nhap/)
  const an = await browserOf('an')
  for (const file of [`${newId()}.json`, 'x.json', 'x']) expect((await an(paths.receipt(dossierId, file))).statusCode).toBe(404)
})
