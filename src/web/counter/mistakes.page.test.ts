/** What a clerk mistypes, leaves lying or is not meant to see (A4, IDN4, TH4). */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Counter, lineOf, openCounter } from '../../../test/office/counter.ts'
import type { CaseWorld } from '../../../test/support/case-world.ts'
import { saveSession } from '../../capabilities/identity/store/people.ts'
import { realNow } from '../../platform/clock.ts'
import { formToken } from '../../platform/http/csrf.ts'
import { createServer } from '../../platform/http/server.ts'
import { newId } from '../../platform/values/ids.ts'
import { registerKiosk } from '../kiosk/index.ts'
import { paths } from '../paths.ts'
import { registerEndings } from '../public/endings/endings.tsx'
import { publicText } from '../public/text.ts'
import { registerCounter } from './index.ts'
import { openText } from './visits/text/open.ts'

const NOT_FOUND = publicText.vi.endings.notFound[0]
const POINT = 'bac-ninh-hanh-chinh-cong'
const PAGES = ['list', 'answers', 'portrait', 'papers', 'confirm', 'done'] as const
const COMMANDS = ['begin', 'answers', 'code', 'confirm', 'signature', 'paper', 'pay', 'end'] as const

let counter: Counter
let world: CaseWorld

beforeAll(async () => {
  counter = await openCounter()
  world = counter.world
})
afterAll(async () => {
  const broken = await world.broken()
  await counter[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

const visitRow = async (visitId: string) => (await world.platform.asOwner<{ seen_at: Date; ended_as: string | null; person_id: string }>('select seen_at, ended_as, person_id from counters.visit where id = $1', [visitId]))[0]
const idIn = (location: string) => location.split('/').at(-1) ?? ''

describe('nobody is renamed by what a clerk types (A3, TH4)', () => {
  const nameOf = async (personId: string | undefined) => (await world.platform.asOwner<{ full_name: string; birth_date: string }>('select full_name, birth_date::text from identity.person where id = $1', [personId]))[0]

  test('a mistyped card is corrected once the population register says what the next card says, and to its words; until then, and after a filing, by nobody', async () => {
    const hai = await counter.clerk(1)
    const em = await counter.castMember('em')
    const [year = '', month = '', day = ''] = em.birthDate.split('-')
    const types = (name: string) => hai.post(paths.counterVisits(), { how: 'typed', number: em.identityNumber, name, 'birth-day': day, 'birth-month': month, 'birth-year': year })
    await world.fault('population-register', { mode: 'error503' })
    const first = await types('Trần Văn Khác')
    await world.workerSettles()
    const personId = (await visitRow(idIn(first.location)))?.person_id
    // The register is silent: one typed line is no better than the other.
    const silent = await types(em.fullName)
    expect([silent.status, silent.text.includes(openText.vi.unconfirmed), (await nameOf(personId))?.full_name]).toEqual([422, true, 'Trần Văn Khác'])
    await world.fault('population-register', { mode: 'ok' })
    await world.hoursPass(0.5)
    const other = await types('Lê Thị Lạ')
    expect([other.status, other.text.includes(openText.vi.differs), (await nameOf(personId))?.full_name]).toEqual([422, true, 'Trần Văn Khác'])
    // Typed without marks, the register's spelling is what is kept.
    expect((await types(em.fullName.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'))).status).toBe(303)
    expect(await nameOf(personId)).toEqual({ full_name: em.fullName, birth_date: em.birthDate })

    const visitId = await hai.receives(em)
    await hai.fills(visitId, 'online')
    await hai.post(paths.counterVisitAt(visitId, 'portrait'), { registered: '1' })
    const strokes = Array.from({ length: 20 }, (_, i) => `${100 + i * 10},${150 + (i % 2) * 40}`).join(' ')
    expect((await hai.post(paths.counterVisitAt(visitId, 'signature'), { card: lineOf(em), strokes })).location).toBe(paths.counterVisitAt(visitId, 'done'))
    await world.workerSettles()
    await world.platform.asOwner(`update identity.person set full_name = 'Tên Lúc Nộp' where id = $1`, [personId])
    const late = await hai.post(paths.counterVisits(), { card: lineOf(em) })
    expect([late.status, late.text.includes(openText.vi.differs), (await nameOf(personId))?.full_name]).toEqual([422, true, 'Tên Lúc Nộp'])
    await world.platform.asOwner('update identity.person set full_name = $2 where id = $1', [personId, em.fullName])
  })
})

describe('an abandoned visit ends after half an hour (IDN4)', () => {
  test('a page that fetches itself anew, its pictures and its papers are nobody’s touch; a page that somebody opens is one', async () => {
    const hai = await counter.clerk(1)
    const nam = await counter.castMember('nam')
    const visitId = await hai.receives(nam)
    await hai.fills(visitId, 'online')
    const picture = await fetch(`${world.sandbox.url}/control/api/people/${nam.identityNumber}/portrait.jpg`)
    await hai.uploads(paths.counterVisitAt(visitId, 'portrait'), 'picture', Buffer.from(await picture.arrayBuffer()))
    const strokes = Array.from({ length: 20 }, (_, i) => `${100 + i * 10},${150 + (i % 2) * 40}`).join(' ')
    await hai.post(paths.counterVisitAt(visitId, 'signature'), { card: lineOf(nam), strokes })
    await world.workerSettles()
    const touched = (await visitRow(visitId))?.seen_at
    await world.hoursPass(0.2)
    await hai.get(paths.counterVisitAt(visitId, 'done'))
    await hai.post(paths.counterVisitAt(visitId, 'pay'))
    const done = await hai.get(paths.counterVisitAt(visitId, 'done'))
    const seen = (await visitRow(visitId))?.seen_at
    expect(Number(seen)).toBeGreaterThan(Number(touched))

    const again = /url=(.+)$/.exec(done.refresh)?.[1] ?? ''
    const files = [...done.text.matchAll(/(?:src|href)="(\/quay\/luot\/[^"]+\/tep\/[^"]+)"/g)].map(([, url = '']) => url)
    expect([again.startsWith(paths.counterVisitAt(visitId, 'done')), files.length > 1]).toEqual([true, true])
    for (const url of [again, ...files, paths.untouched(paths.counterVisit(visitId))]) {
      await world.hoursPass(0.05)
      expect((await hai.get(url)).status, url).toBeLessThan(400)
      expect((await visitRow(visitId))?.seen_at, url).toEqual(seen)
    }
    await world.hoursPass(0.5)
    expect([(await visitRow(visitId))?.ended_as, (await hai.get(again)).status]).toEqual(['filed', 404])
  })

  test('where nobody’s touch is led on to another page, that is nobody’s touch either', async () => {
    const hai = await counter.clerk(1)
    const visitId = await hai.receives(await counter.castMember('cuc'))
    for (const page of ['answers', 'confirm', 'done'] as const) expect((await hai.get(paths.untouched(paths.counterVisitAt(visitId, page)))).location, page).toBe(paths.untouched(paths.counterVisit(visitId)))
  })
})

describe('a visit is its clerk’s own', () => {
  test('another clerk’s visit, one that never was and an address that is none are the same plain page, whatever is asked', async () => {
    const [hai, yen] = [await counter.clerk(1), await counter.clerk(0)]
    const cuc = await counter.castMember('cuc')
    const visitId = await hai.receives(cuc)
    for (const id of [visitId, newId(), 'x', '0', visitId.toUpperCase()]) {
      const answers = [
        await yen.get(paths.counterVisit(id)), await yen.get(paths.counterFile(id, 'anh.jpg')), await yen.get(paths.counterFile(id, 'ma-qr.png')), await yen.get(paths.counterFile(id, 'giay/x.pdf')), await yen.get(paths.counterFile(id, newId())),
        ...(await Promise.all(PAGES.map((page) => yen.get(paths.counterVisitAt(id, page))))), ...(await Promise.all(COMMANDS.map((page) => yen.post(paths.counterVisitAt(id, page), { card: 'x' })))),
      ]
      expect(answers.map(({ status, text }) => [status, NOT_FOUND !== undefined && text.includes(NOT_FOUND), text.includes(cuc.fullName), text.includes(openText.vi.over)])).toEqual(answers.map(() => [404, true, false, false]))
    }
    expect((await visitRow(visitId))?.ended_as).toBe(null)
    // Its own clerk may say good-bye twice.
    for (let times = 0; times < 2; times++) expect((await hai.post(paths.counterVisitAt(visitId, 'end'))).status).toBe(303)
  })
})

/** What browsers never send and people who play do. */
const ODD = ['\0', 'x', '', '-1', '9'.repeat(400), '999999999999', '__proto__', '019a9000-0000-7000-8000-0000000000ff', "'; --", 'Đ\u0301\ud800']
/** What a form holds when it is filled in as it should be: each field is then made odd in its turn. */
const SOUND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [paths.counterVisits()]: { how: 'typed', number: '098152000111', name: 'Đỗ Thị Mẫu', 'birth-day': '4', 'birth-month': '3', 'birth-year': '1952' },
  [paths.kiosk(POINT)]: { viec: 'A', hang: 'thuong', tieng: 'vi', ma: '019a9000-0000-7000-8000-000000000001' },
  [paths.counterWindowAct('mo')]: { cua: '1', viec: 'A' },
  [paths.cashAct('mo')]: { 'dau-so': '200.000' },
  [paths.cashBookAct('own', 'dong')]: { dem: '190.000', 'ly-do': 'một tờ rách' },
}
const FIELDS = ['card', 'how', 'number', 'name', 'birth-day', 'birth-month', 'birth-year', 'cua', 'viec', 'ma', 'luot', 'so', 'lan', 'hang', 'tieng', 'tim', 'xong', 'dau-so', 'dem', 'ly-do', 'licence', 'procedure', 'way', 'code', 'strokes', 'declare', 'registered', 'phone', 'source', 'reason']

test('no address of counter, kiosk and display breaks, whatever stands in it and in its forms', async () => {
  const { platform } = world
  const app = await createServer(platform)
  const routes: { readonly method: 'GET' | 'POST'; readonly url: string }[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of ['GET', 'POST'] as const) if (one === method) routes.push({ method: one, url })
  })
  const assets = { stylesheet: '/tai-san/x.css' }
  const web = { platform, assets: { citizen: assets, staff: assets } }
  registerEndings(app, web)
  registerCounter(app, web)
  registerKiosk(app, web)
  const hai = await counter.clerk(1)
  const visitId = await hai.receives(await counter.castMember('cuc'))
  await hai.fills(visitId, 'online')
  const token = newId()
  const at = new Date(realNow())
  const sessionId = await platform.work(hai.actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId: hai.actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
  const _csrf = formToken(platform.keys.session, sessionId)

  const broken: string[] = []
  const ask = async (method: 'GET' | 'POST', url: string, fields?: Readonly<Record<string, string>>) => {
    const body = fields && { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _csrf, ...fields }).toString() }
    const { statusCode } = await app.inject({ method, url, cookies: { phien: token }, ...body })
    if (statusCode >= 500) broken.push(`${statusCode} ${method} ${url.slice(0, 120)} ${JSON.stringify(fields ?? {}).slice(0, 120)}`)
  }
  expect(routes.length).toBeGreaterThan(35)
  for (const { method, url } of routes) {
    const ids = url.includes(':') ? ['x', newId(), '%00', '%zz', 'X'.repeat(300), '__proto__'] : ['']
    const own = url.replace(':visitId', visitId).replace(':pointId', POINT)
    const addresses = [...ids.map((id) => url.replace(/:\w+/g, id)), ...ids.map((id) => own.replace(/:\w+/g, id))]
    for (const address of new Set(addresses)) {
      await ask(method, address, method === 'POST' ? {} : undefined)
      if (method === 'GET') await ask(method, `${address}?${FIELDS.map((name) => `${name}=a&${name}=%00`).join('&')}`)
    }
    // Ending the visit would end the questions.
    if (method === 'POST' && url.endsWith(paths.counterVisitAt('', 'end'))) continue
    const known = own.replace(/:\w+/g, newId())
    for (const odd of ODD) {
      if (method === 'GET') await ask(method, `${known}?${new URLSearchParams(FIELDS.map((name) => [name, odd])).toString()}`)
      else await ask(method, known, Object.fromEntries(FIELDS.map((name) => [name, odd])))
    }
  }
  for (const [url, sound] of Object.entries(SOUND)) {
    const [book] = await platform.asOwner<{ id: string }>('select id from payments.cash_book where closed_at is null')
    for (const name of Object.keys(sound)) for (const odd of ODD) await ask('POST', url.replace('own', book?.id ?? ''), { ...sound, [name]: odd })
    await ask('POST', url, sound)
  }
  await app.close()
  expect(broken).toEqual([])
})
