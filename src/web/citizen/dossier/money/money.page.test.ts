import { createHash } from 'node:crypto'
import jsqr from 'jsqr'
import { parse } from 'node-html-parser'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseWorld, openCaseWorld } from '../../../../../test/support/case-world.ts'
import { needsOf } from '../../../../../test/support/case-steps.ts'
import { saveSession } from '../../../../capabilities/identity/store/people.ts'
import { withdraw } from '../../../../dossiers/index.ts'
import { realNow } from '../../../../platform/clock.ts'
import { formToken } from '../../../../platform/http/csrf.ts'
import { createServer } from '../../../../platform/http/server.ts'
import { newId } from '../../../../platform/values/ids.ts'
import { paths } from '../../../paths.ts'
import { registerEndings } from '../../../public/endings/endings.tsx'
import { registerCitizen } from '../../index.ts'

let world: CaseWorld
let app: Awaited<ReturnType<typeof createServer>>

beforeAll(async () => {
  world = await openCaseWorld()
  const assets = { stylesheet: '/tai-san/test.css' }
  const web = { platform: world.platform, assets: { citizen: assets, staff: assets } }
  app = await createServer(world.platform)
  registerEndings(app, web)
  registerCitizen(app, web)
})
afterAll(async () => {
  await app.close()
  await world[Symbol.asyncDispose]()
})

/** The browser of somebody of the cast, with the dossier they filed. */
async function visitorOf(slug: string) {
  const { actor } = await world.signIn(slug)
  const token = newId()
  const at = new Date(realNow())
  const sessionId = await world.platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
  const cookies = { phien: token }
  return {
    actor,
    get: (url: string) => app.inject({ method: 'GET', url, cookies }),
    post: (url: string, fields: Readonly<Record<string, string>> = {}) => app.inject({
      method: 'POST', url, cookies, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _csrf: formToken(world.platform.keys.session, sessionId), ...fields }).toString(),
    }),
  }
}

test('who chooses a transfer gets a code that a phone can read, everything in it in words, and goes on by themselves once it arrives (B5)', async () => {
  const id = await world.file('an')
  const an = await visitorOf('an')
  expect((await an.get(paths.dossier(id))).body).toContain('Chuyển khoản bằng mã QR')
  expect((await an.post(paths.pay(id), { cach: 'vietqr' })).headers.location).toBe(paths.pay(id))
  const page = await an.get(paths.pay(id))
  expect(page.headers['refresh']).toBe('5')
  const picture = await an.get(paths.payCode(id))
  expect(picture.headers['content-type']).toBe('image/png')
  const { data, info } = await sharp(picture.rawPayload).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const content = jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data ?? ''
  expect(content).toContain('0000097000097')
  const reference = /TP[0-9A-Z]{13}/.exec(content)?.[0] ?? 'none'
  for (const words of ['135.000', reference, '0000097000097', '000097']) expect(page.body).toContain(words)
  // The page may be left and found again; the code stays the same.
  expect((await an.get(paths.dossier(id))).body).toContain('Trả tiếp')
  expect((await an.post(paths.checkPayment(id))).headers.location).toBe(paths.askedTransfer(id))
  await world.workerSettles()
  expect((await an.get(paths.askedTransfer(id))).body).toContain('Chúng tôi đang hỏi ngân hàng')
  const bankingApp = parse(page.body).querySelectorAll('a').find((one) => one.text.includes('ứng dụng ngân hàng mô phỏng'))
  expect(new URL(bankingApp?.getAttribute('href') ?? '').searchParams.get('qr')).toBe(content)
  await fetch(`${world.sandbox.url}/pay/ngan-hang`, { method: 'POST', body: new URLSearchParams({ qr: content, choice: 'pay' }) })
  await an.post(paths.checkPayment(id))
  await world.workerSettles()
  expect(await needsOf(world, id)).toMatchObject({ fee: 'met' })
  expect((await an.get(paths.pay(id))).headers.location).toBe(paths.dossier(id))
  expect((await an.get(paths.payCode(id))).statusCode).toBe(404)
})

test('nobody sees the code of somebody else’s dossier', async () => {
  const id = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  const an = await visitorOf('an')
  for (const path of [paths.pay(id), paths.payCode(id)]) expect((await an.get(path)).statusCode).toBe(404)
})

test('money on its way back is followed stage by stage: whose turn it is, what comes next, by when, and what of it is our reading of the law (P4)', async () => {
  const [id] = (await world.platform.asOwner<{ id: string }>(`select id from dossiers.dossier order by filed_at limit 1`)).map((row) => row.id)
  const an = await visitorOf('an')
  const before = (await an.get(paths.dossier(id ?? ''))).body
  expect(before).toContain('Rút hồ sơ sau khi tiếp nhận: không hoàn (theo giả định, chưa có văn bản)')
  await world.platform.work(an.actor, (work) => withdraw(work, id ?? ''))
  const asked = (await an.get(paths.dossier(id ?? ''))).body
  for (const words of ['về đúng tài khoản đã chuyển', 'Đã ghi nhận khoản phải hoàn', 'Bạn không cần làm gì', 'Chúng tôi cố gắng xong trước', 'không phải hạn do pháp luật đặt']) expect(asked).toContain(words)
  await world.workerSettles()
  expect((await an.get(paths.dossier(id ?? ''))).body).toContain('Đang chờ cổng thanh toán chuyển tiền')
  for (let i = 0; i < 2; i++) await world.hoursPass(1)
  expect((await an.get(paths.dossier(id ?? ''))).body).toContain('Phần của chúng tôi đã xong')
})
