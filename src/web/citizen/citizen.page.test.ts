import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listDocuments } from '../../capabilities/documents/index.ts'
import { saveSession } from '../../capabilities/identity/store/people.ts'
import { closePortraitEngine, examine, keep } from '../../capabilities/portraits/index.ts'
import { findDraft, saveAnswers } from '../../dossiers/index.ts'
import { realNow } from '../../platform/clock.ts'
import { formToken } from '../../platform/http/csrf.ts'
import { createServer } from '../../platform/http/server.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { pay } from '../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../test/support/case-world.ts'
import { drawnFaceSvg } from '../../../test/support/drawn-face.ts'
import { paths } from '../paths.ts'
import { registerEndings } from '../public/endings/endings.tsx'
import { registerCitizen } from './index.ts'

interface Answer {
  readonly status: number
  readonly text: string
  /** Where it sends the browser; '' when it doesn't. */
  readonly location: string
}

/** Somebody's browser. */
interface Visitor {
  readonly personId: string
  get(path: string): Promise<Answer>
  /** Posts a form with its token. */
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Answer>
  /** Posts a form as another site would. */
  postWithoutToken(path: string): Promise<Answer>
}

/** Where somebody is sent whose session is over when they press the button of a page. */
type PressesLate = (path: string, page: string) => Promise<string>

/** The citizen's pages over a whole service, asked as a browser without JavaScript asks. */
interface CitizenPages extends AsyncDisposable {
  readonly world: CaseWorld
  /** The browser of somebody of the cast, signed in. */
  visitor(slug: string): Promise<Visitor>
  pressesLate: PressesLate
}

async function openCitizenPages(): Promise<CitizenPages> {
  const world = await openCaseWorld()
  const { platform } = world
  const assets = { stylesheet: '/tai-san/test.css' }
  const web = { platform, assets: { citizen: assets, staff: assets } }
  const app = await createServer(platform)
  registerEndings(app, web)
  registerCitizen(app, web)
  await app.ready()
  return {
    world,
    async visitor(slug) {
      const { actor } = await world.signIn(slug)
      const token = newId()
      const at = new Date(realNow())
      const sessionId = await platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
      const ask = async (method: 'GET' | 'POST', url: string, fields?: Readonly<Record<string, string>>): Promise<Answer> => {
        const form = fields && { payload: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
        const answer = await app.inject({ method, url, cookies: { phien: token }, ...form })
        return { status: answer.statusCode, text: answer.body, location: answer.headers.location ?? '' }
      }
      return {
        personId: actor.personId,
        get: (path) => ask('GET', path),
        post: (path, fields = {}) => ask('POST', path, { _csrf: formToken(platform.keys.session, sessionId), ...fields }),
        postWithoutToken: (path) => ask('POST', path, {}),
      }
    },
    async pressesLate(url, page) {
      const origin = new URL(platform.config.publicUrl).origin
      const { headers } = await app.inject({ method: 'POST', url, payload: 'x=y', headers: { 'content-type': 'application/x-www-form-urlencoded', origin, referer: origin + page } })
      return headers.location ?? ''
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await closePortraitEngine(platform)
      await world[Symbol.asyncDispose]()
    },
  }
}

const actor = systemActor('test')
let pages: CitizenPages

beforeAll(async () => {
  pages = await openCitizenPages()
})
afterAll(async () => {
  expect(await pages.world.broken()).toEqual({})
  await pages[Symbol.asyncDispose]()
})

/** Presses the start button of the first licence. @returns the draft's id */
async function begins(visitor: Visitor): Promise<string> {
  const { text } = await visitor.get(paths.mine())
  const [licence = '', procedure = ''] = ['licence', 'procedure'].map((name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1])
  const { location } = await visitor.post(paths.start(), { licence, procedure })
  return location.split('/').at(-1) ?? ''
}

/** Everything answered but the declaration. */
async function answersAll(visitor: Visitor, draftId: string): Promise<void> {
  const { platform } = pages.world
  const examination = await examine(platform, await sharp(Buffer.from(drawnFaceSvg())).jpeg().toBuffer())
  await platform.work(actor, async (work) => {
    const portrait = await keep(work, { personId: visitor.personId, draftId, examination, source: 'upload' })
    await saveAnswers(work, visitor.personId, draftId, {
      reason: 'expiring', classChoice: { 'law-2008:B2': 'law-2024:B' }, changedDetails: 'none', authorityProvince: 'bac-ninh', phone: '0000123456', email: '',
      portraitId: portrait.id, certificate: { how: 'by-identity' }, delivery: { how: 'collect' },
    })
  })
  const check = await visitor.get(paths.draft(draftId, 'check'))
  expect(check.status).toBe(200)
}

test('An is told before the first field that everything is there, and what it will cost (B1)', async () => {
  const an = await pages.visitor('an')
  const { text, status } = await an.get(paths.mine())
  expect(status).toBe(200)
  expect(text).toContain('Hạng B2')
  expect(text).toContain('được đổi sang hạng B hoặc C1')
  expect(text).toContain('135.000')
  expect(text).toContain('Đổi giấy phép này')
})

test('Bình is told which violation blocks, by which article, where to settle it, and that filing is possible (B4)', async () => {
  const { text } = await (await pages.visitor('binh')).get(paths.mine())
  expect(text).toContain('Luật 36/2024/QH15, Điều 62 khoản 4')
  expect(text).toContain('Không chấp hành hiệu lệnh của đèn tín hiệu giao thông')
  expect(text).toContain('Nơi giải quyết')
  expect(text).toContain('Bạn vẫn nộp hồ sơ được ngay bây giờ')
})

test('Lan, whose licence has expired, is told what comes instead and is given no button to pay for nothing (R4)', async () => {
  const { text } = await (await pages.visitor('lan')).get(paths.mine())
  expect(text).toContain('Phải sát hạch lý thuyết')
  expect(text).not.toContain('Đổi giấy phép này')
})

test('a wrong phone number is said beside its field, and what was typed stays (B1)', async () => {
  const cuc = await pages.visitor('cuc')
  const draftId = await begins(cuc)
  const { status, text } = await cuc.post(paths.draft(draftId, 'contact'), { phone: '12 345', email: 'cuc@vidu.invalid' })
  expect(status).toBe(422)
  expect(text).toContain('href="#phone"')
  expect(text).toContain('id="phone-error"')
  expect(text).toContain('value="12 345"')
  expect(text).toContain('value="cuc@vidu.invalid"')
})

test('Khánh, whose licence is lost, has that beside the exchange; what is wrong in the report is said beside its field (B1, B8)', async () => {
  const khanh = await pages.visitor('khanh')
  const mine = (await khanh.get(paths.mine())).text
  const [lost = ''] = /<details[^>]*>(?:(?!<\/details>).)*Tôi bị mất giấy phép này(?:(?!<\/details>).)*<\/details>/s.exec(mine) ?? []
  // What the exchange above needs too is not said again.
  expect(lost).toContain('Khai báo mất giấy phép')
  expect(lost).not.toContain('Lệ phí cấp giấy phép lái xe')
  const [licence = '', procedure = ''] = ['licence', 'procedure'].map((name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(lost)?.[1])
  const draftId = (await khanh.post(paths.start(), { licence, procedure })).location.split('/').at(-1) ?? ''
  const report = paths.draft(draftId, 'loss')
  const wrong = await khanh.post(report, { 'lost-day': '31', 'lost-month': '2', 'lost-year': '2026', how: 'stolen' })
  expect(wrong.status).toBe(422)
  for (const part of ['href="#lost"', 'Hãy nhập ngày mất', 'href="#notHeld"', 'value="31"']) expect(wrong.text).toContain(part)
  for (const year of ['2027', '1999']) expect((await khanh.post(report, { 'lost-day': '1', 'lost-month': '11', 'lost-year': year, how: 'stolen', notHeld: '1' })).text).toContain('Ngày mất phải sau ngày cấp giấy phép')
  const right = await khanh.post(report, { 'lost-day': '1', 'lost-month': '11', 'lost-year': '2026', how: 'stolen', notHeld: '1' })
  expect(right.location).toBe(paths.draft(draftId, 'reason'))
  expect((await khanh.get(right.location)).text).toContain('Chọn hạng của giấy phép mới')
  expect((await khanh.get(paths.draft(draftId, 'delivery'))).text).not.toContain('Giấy phép cũ được gửi lại để hủy')
})

test('a draft begun under an older notice goes on once its person agreed to the one of today (A2)', async () => {
  const khanh = await pages.visitor('khanh')
  await pages.world.platform.asOwner("update identity.consent set notice_version = '2026-01-01' where person_id = $1", [khanh.personId])
  const { text } = await khanh.get(paths.mine())
  expect(text).toMatch(/bạn đồng ý cho chúng tôi dùng dữ liệu cá nhân.*Làm tiếp hồ sơ/s)
  const [licence = '', procedure = ''] = ['licence', 'procedure'].map((name) => new RegExp(`name="${name}" value="([^"]*reissue[^"]*|[0-9a-f-]{36})"`).exec(text)?.[1])
  expect((await khanh.post(paths.start(), { licence, procedure })).location).toMatch(/^\/ho-so-nhap\//)
  expect((await khanh.get(paths.mine())).text).toMatch(/href="\/ho-so-nhap\/[^"]+"[^>]*>\s*Làm tiếp hồ sơ/)
})

test('a form that names no procedure begins nothing', async () => {
  const khanh = await pages.visitor('khanh')
  expect((await khanh.post(paths.start(), { procedure: 'fishing-permit', licence: newId() })).location).toBe(paths.mine())
})

test('hostile names and addresses are drawn as text (TH1)', async () => {
  const nam = await pages.visitor('nam')
  const draftId = await begins(nam)
  const hostile = '"><img src=x onerror=alert(1)>'
  const { text } = await nam.post(paths.draft(draftId, 'delivery'), { how: 'post', recipient: hostile, street: hostile, commune: '', province: 'bac-ninh', phone: '1' })
  expect(text).toContain('onerror=alert(1)')
  expect(text).not.toContain('<img src=x')
  await pages.world.platform.asOwner('update identity.person set full_name = $2 where id = $1', [nam.personId, '<script>alert(1)</script>'])
  const mine = await nam.get(paths.mine())
  expect(mine.text).not.toContain('<script>alert(1)')
  expect(mine.text).toContain('&lt;script')
})

test('a form without the token of its session changes nothing (TH5)', async () => {
  const hanh = await pages.visitor('hanh')
  const draftId = await begins(hanh)
  expect((await hanh.postWithoutToken(paths.draft(draftId, 'contact'))).status).toBe(403)
  const draft = await pages.world.platform.read(actor, (work) => findDraft(work, hanh.personId, draftId))
  expect(draft?.answers.phone).toBeUndefined()
})

test('pressing the declaration twice, at once and again later, files one dossier and leads to it (DOS2)', async () => {
  const an = await pages.visitor('an')
  const draftId = await begins(an)
  await answersAll(an, draftId)
  const twice = await Promise.all([an.post(paths.declare(draftId)), an.post(paths.declare(draftId))])
  const later = await an.post(paths.declare(draftId))
  expect(twice.map((one) => one.status)).toEqual([303, 303])
  const [first = ''] = twice.map((one) => one.location.split('?')[0])
  expect(first).toMatch(/^\/ho-so\//)
  expect(twice[1]?.location).toContain(first)
  expect(later.location).toContain(first)
  const { text } = await an.get(first)
  expect(text).toContain('Đến lượt bạn: trả lệ phí')
  expect(text).toMatch(/TT-\w{4}-\w{4}/)
})

test("somebody else's draft, dossier, picture and paper can't be told from what never was (TH4)", async () => {
  const { world } = pages
  const dossierId = await world.file('cuc')
  const [document] = await world.platform.read(actor, (work) => listDocuments(work, dossierId))
  const [row] = await world.platform.asOwner<{ draft_id: string; portrait_id: string }>('select draft_id, portrait_id from dossiers.dossier where id = $1', [dossierId])
  const dung = await pages.visitor('dung')
  const nobody = newId()
  const same = async (path: (id: string) => string, id: string) => {
    const [theirs, none] = [await dung.get(path(id)), await dung.get(path(nobody))]
    expect(theirs.status).toBe(404)
    expect(theirs.text.replaceAll(id, nobody)).toBe(none.text)
  }
  await same(paths.dossier, dossierId)
  await same(paths.dossierPortrait, dossierId)
  await same(paths.withdraw, dossierId)
  await same((id) => paths.document(id, document?.id ?? nobody), dossierId)
  await same((id) => paths.draft(id, 'contact'), row?.draft_id ?? '')
  await same((id) => paths.draftPortraitImage(id, row?.portrait_id ?? ''), row?.draft_id ?? '')
  expect((await dung.post(paths.pay(dossierId))).status).toBe(404)
  expect((await dung.post(paths.withdraw(dossierId))).status).toBe(404)
})

test('a browser that comes back saying "paid" is not believed (TH12)', async () => {
  const dung = await pages.visitor('dung')
  const dossierId = await pages.world.file('dung')
  const { location } = await dung.get('/thanh-toan/tro-ve?vnp_ResponseCode=00&vnp_TransactionStatus=00&vnp_Amount=13500000&vnp_TxnRef=X&vnp_SecureHash=00')
  expect(location).toBe(paths.mine())
  expect((await dung.get(paths.dossier(dossierId))).text).toContain('Đến lượt bạn: trả lệ phí')
})

test('in the moment between the fee and the dossier hearing of it, nobody is asked to pay again (P4, B5)', async () => {
  const { world } = pages
  const em = await pages.visitor('em')
  const dossierId = await world.file('em')
  await pay(world, dossierId)
  const [before] = await world.platform.asOwner<{ turn: string; turn_owner: string; turn_cause: string }>('select turn, turn_owner, turn_cause from dossiers.dossier where id = $1', [dossierId])
  const turn = (to: readonly string[]) => world.platform.asOwner('update dossiers.dossier set turn = $2, turn_owner = $3, turn_cause = $4 where id = $1', [dossierId, ...to])
  await turn(['citizen', 'citizen', 'fee'])
  const { text } = await em.get(paths.dossier(dossierId))
  await turn([before?.turn ?? '', before?.turn_owner ?? '', before?.turn_cause ?? ''])
  expect(text).toContain('Đã nhận lệ phí, bạn không cần làm gì')
  expect(text).not.toContain('Đến lượt bạn: trả lệ phí')
})

test('an address that is no id at all is absent, not an error', async () => {
  const an = await pages.visitor('an')
  expect((await an.get('/ho-so/khong-phai')).status).toBe(404)
  expect((await an.get('/ho-so-nhap/1/ly-do')).status).toBe(404)
})

test('whose session is over when they press a button signs in and is back at that question, never at somebody else’s address (B1, TH4)', async () => {
  const question = paths.draft(newId(), 'contact')
  expect(await pages.pressesLate(question, question)).toBe(paths.signIn(question))
  expect(await pages.pressesLate(question, '/khong-co')).toBe(paths.signIn(paths.mine()))
})
