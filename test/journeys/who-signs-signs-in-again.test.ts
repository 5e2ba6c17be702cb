/** TH4, IDN2, IDN3: who signs a decision has just proved who they are; being asked for it loses nothing and signs nothing. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Browser } from '../../simulate/visitor/browser.ts'
import { doRound } from '../../simulate/office/officer.ts'
import { begin } from '../../simulate/visitor/filling.ts'
import { chooseIdentity, isIdentityPage } from '../../simulate/visitor/sign-in.ts'
import { getDocument } from '../../src/capabilities/documents/index.ts'
import { jobs } from '../../src/app.ts'
import { freshSignInMinutes, logStampTerms } from '../../src/catalogue/index.ts'
import { accept, approve, claimDossier, findDecision, sign } from '../../src/dossiers/index.ts'
import { openLog, sealLog } from '../../src/observers/audit/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { openStraightFilings } from '../office/straight.ts'
import type { CaseWorld } from '../support/case-world.ts'
import { openPages } from './support/pages.ts'

const AGAIN = 'Đăng nhập lại để ký'
const machine = systemActor('test')
let open: Awaited<ReturnType<typeof openPages>>
let world: CaseWorld
let browser: Browser
let quang: { readonly identityNumber: string }
let files: Awaited<ReturnType<typeof openStraightFilings>>
beforeAll(async () => {
  open = await openPages()
  ;({ world, browser } = open)
  const found = (await world.sandbox.people.list({ staff: true })).find((person) => person.story.slug === 'quang')
  if (!found) throw new Error('Quang is not in the cast')
  quang = found
  files = await openStraightFilings(world)
})
beforeEach(async () => {
  await browser.open(`${open.home}/can-bo/hang-loat/ky`)
  if (isIdentityPage(browser.page)) await chooseIdentity(browser, quang.identityNumber)
})
afterAll(async () => {
  const broken = await world.broken()
  await open.close()
  expect(broken).toEqual({})
})

/** Dossiers whose decisions wait for a signature. */
async function approved(count: number): Promise<string[]> {
  const ids = await files(count)
  const oanh = await world.staff('appraiser')
  for (const id of ids) for (const does of [claimDossier, accept, approve]) await world.platform.work(oanh, (work) => does(work, id))
  await world.workerSettles()
  return ids
}

/** Time goes by at the desk; the session is used all the while. */
async function minutesPass(minutes: number): Promise<void> {
  await world.platform.asOwner(`update identity.session set authenticated_at = authenticated_at - make_interval(mins => $1), last_seen_at = clock_timestamp() where ended_at is null`, [minutes])
}

/** Sends the form of the page with this button. @throws when there is none */
async function press(words: RegExp): Promise<void> {
  const found = browser.page.forms.flatMap((form) => form.buttons.map((button) => ({ form, button }))).find(({ button }) => words.test(button.text))
  if (!found) throw new Error(`no such button: ${browser.page.text.slice(0, 300)}`)
  await browser.send(begin(found.form), found.button)
}

function linkAgain(): string | undefined {
  return browser.page.links.find(({ text }) => text.startsWith(AGAIN))?.href
}

const orders = () => world.platform.asOwner<{ at: string; session: string }>(`select details->>'signedInAt' as at, dossier_id as session from dossiers.event where kind = 'signature-asked'`)
const sessions = () => world.platform.asOwner<{ id: string; over: boolean; at: Date }>('select s.id, s.ended_at is not null as over, s.authenticated_at as at from identity.session s where id_token is not null order by started_at')

test('many decisions: the press of a stale sign-in leads to the eID and back to the same look, and only the next press signs', async () => {
  const ids = await approved(2)
  await browser.open('/can-bo/hang-loat/ky?chon=tat-ca')
  expect(browser.page.text).not.toContain('đăng nhập lại')
  await press(/^xem trước rồi ký/i)
  const look = browser.page.url.pathname
  expect([browser.page.text.includes('Sẽ làm: 2'), linkAgain()]).toEqual([true, undefined])

  // The page was drawn while the sign-in was fresh; it is pressed later.
  await minutesPass(freshSignInMinutes('sign-decision', '2026-11-20').value + 1)
  await press(/^ký quyết định/i)
  expect([isIdentityPage(browser.page), browser.page.text.includes('xác nhận lại bạn là ai')]).toEqual([true, true])
  expect(await orders()).toEqual([])

  // Whoever looks again instead is told before the press, also in English and on the list.
  await browser.open(open.home + look)
  expect([browser.page.text.includes('những gì bạn đã chọn được giữ nguyên'), browser.page.forms.some(({ action }) => action.endsWith('/xac-nhan'))]).toEqual([true, false])
  expect((await browser.open('/can-bo/hang-loat/ky')).text).toContain('Trước khi xác nhận, bạn sẽ đăng nhập lại')
  expect((await browser.open(`/ngon-ngu/en?ve=${look}`)).text).toContain('Sign in again to sign')
  await browser.open(`/ngon-ngu/vi?ve=${look}`)

  await browser.open(linkAgain() ?? '')
  await chooseIdentity(browser, quang.identityNumber)
  expect([browser.page.url.pathname, browser.page.text.includes('Sẽ làm: 2'), linkAgain()]).toEqual([look, true, undefined])
  const [before, now, ...others] = await sessions()
  expect([before?.over, now?.over, others, before?.id === now?.id]).toEqual([true, false, [], false])
  // Coming back has signed nothing; the row says so too.
  const bulk = () => world.platform.asOwner<{ by: string | null; at: Date | null }>('select case when confirmed_at is not null then session_id end as by, signed_in_at as at from dossiers.bulk where id = $1', [look.split('/').at(-1)])
  expect([await orders(), await bulk()]).toEqual([[], [{ by: null, at: null }]])

  await press(/^ký quyết định/i)
  expect(browser.page.url.pathname).toBe(look)
  expect(await bulk()).toEqual([{ by: now?.id, at: now?.at }])
  // Their turn may come long after the press: it was the press that had to be fresh.
  await minutesPass(60)
  await world.workerSettles()
  expect((await browser.open(look)).text).toContain('Xong: 2')
  expect((await orders()).map(({ at }) => at)).toEqual(ids.map(() => now?.at.toISOString()))
})

test('one decision: told before the press, led to the eID and back to the dossier, signed by the press after it', async () => {
  const [id = ''] = await approved(1)
  const address = `/can-bo/ho-so/${id}`
  await minutesPass(60)
  await browser.open(address)
  expect(browser.page.forms.some(({ action }) => action.endsWith('/ky'))).toBe(false)
  await browser.open(linkAgain() ?? '')
  await chooseIdentity(browser, quang.identityNumber)
  expect([browser.page.url.pathname, linkAgain()]).toEqual([address, undefined])
  // It grows too old once more before the press, which leads there and back by itself.
  await minutesPass(60)
  await press(/^ký quyết định này/i)
  expect(isIdentityPage(browser.page)).toBe(true)
  await chooseIdentity(browser, quang.identityNumber)
  expect([browser.page.url.pathname, (await orders()).length]).toEqual([address, 2])
  await press(/^ký quyết định này/i)
  await world.workerSettles()
  const { text } = await browser.open(address)
  expect(text).toContain('Chờ in thẻ')
  expect([text.includes('Người ký: Bùi Đình Quang'), /Con dấu: Phòng Cảnh sát giao thông, [^:]*Bắc Ninh/.test(text), text.includes('Người ký: ,')]).toEqual([true, true, false])
  expect((await orders()).length).toBe(3)
})

/** A page as the browser's person sees it, also one that says no. */
async function sees(address: string, { cookie, from }: { readonly cookie?: string; readonly from?: string } = {}): Promise<{ status: number; text: string; leadsTo: string[] }> {
  const form = from === undefined ? {} : { method: 'POST', body: 'shownHash=x' }
  const headers = { cookie: [browser.cookieFor(address), cookie].filter(Boolean).join('; '), ...(from !== undefined && { origin: open.home, referer: open.home + from, 'content-type': 'application/x-www-form-urlencoded' }) }
  const answer = await fetch(new URL(address, open.home), { ...form, headers })
  const main = (await answer.text()).split(/<\/?main/)[1] ?? ''
  return { status: answer.status, text: main, leadsTo: [...main.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')) }
}

test('while the eID is silent the leader reads that nothing is signed and nothing lost, with the same sign-in and the own page one press away; who presses cancel there finds both too (P1)', async () => {
  const [id = ''] = await approved(1)
  const address = `/can-bo/ho-so/${id}`
  await minutesPass(60)
  await browser.open(address)
  const again = linkAgain() ?? ''
  await world.fault('national-id', { mode: 'error503' })
  const silent = await sees(again)
  expect(silent).toMatchObject({ status: 503, leadsTo: [again, address, '/tinh-trang'] })
  expect(silent.text).toContain('chưa có gì được ký')
  // The session is the old one: other work goes on.
  expect((await browser.open('/can-bo/ho-so')).status).toBe(200)
  await world.fault('national-id', { mode: 'ok' })

  // The eID's own "no" comes back to the browser that asked.
  const asked = await fetch(new URL(again, open.home), { headers: { cookie: browser.cookieFor(again) }, redirect: 'manual' })
  const [{ state } = { state: '' }] = await world.platform.asOwner<{ state: string }>('select state from identity.sign_in order by started_at desc limit 1')
  const answer = `/dang-nhap/tra-loi?${new URLSearchParams({ error: 'access_denied', state, iss: world.platform.config.eid.issuer })}`
  expect(await sees(answer, { cookie: asked.headers.get('set-cookie')?.split(';')[0] ?? '' })).toMatchObject({ status: 400, leadsTo: [again, address] })

  // A form of before the newer sign-in records nothing, and the page that it stood on is one press away.
  expect(await sees(`${address}/ky`, { from: address })).toMatchObject({ status: 403, leadsTo: [address] })
  await browser.open(again)
  await chooseIdentity(browser, quang.identityNumber)
  await press(/^ký quyết định này/i)
  await world.workerSettles()
})

test('a synthetic officer at a desk of an hour ago signs in again as the page says, and signs', async () => {
  await approved(1)
  await minutesPass(60)
  const officer = { identityNumber: quang.identityNumber, name: 'Quang', role: 'signer', province: '24' } as const
  expect(await doRound({ officer, browser, random: () => 0, home: open.home })).toEqual({ done: 1, waiting: false })
  await world.workerSettles()
  expect((await orders()).length).toBe(5)
})

test('whatever way the order comes, a session that is stale, over or somebody else’s orders no signature', async () => {
  const [id = ''] = await approved(1)
  const [oanh, signer] = [await world.staff('appraiser'), await world.staff('signer', 1)]
  const other = (await sessions()).find(({ over }) => !over)?.id ?? ''
  const shown = await world.platform.read(machine, async (work) => (await getDocument(work, (await findDecision(work, id))?.decisionDocumentId ?? '')).hash ?? '')
  const orderBy = (sessionId: string) => world.platform.work({ ...signer, sessionId }, (work) => sign(work, id, shown))
  for (const sessionId of ['test', '', other, oanh.sessionId]) await expect(orderBy(sessionId), sessionId).rejects.toThrow('sign-in-stale')
  await world.platform.asOwner('update identity.session set ended_at = started_at where id = $1', [signer.sessionId])
  await expect(orderBy(signer.sessionId)).rejects.toThrow('sign-in-stale')
  const fresh = await world.staff('signer', 1)
  await world.platform.asOwner(`update identity.session set authenticated_at = clock_timestamp() - interval '15 minutes 1 second' where id = $1`, [fresh.sessionId])
  await expect(orderBy(fresh.sessionId)).rejects.toThrow('sign-in-stale')
  await world.platform.asOwner(`update identity.session set authenticated_at = clock_timestamp() - interval '14 minutes 30 seconds' where id = $1`, [fresh.sessionId])
  await orderBy(fresh.sessionId)
  await world.workerSettles()
})

test('while nobody stamps the log for longer than is tolerated no decision is signed, in words; all else goes on, and the first stamp lets signing go on by itself (S13)', async () => {
  const [first = '', second = ''] = await approved(2)
  const { everyMinutes, toleratedMinutes } = logStampTerms('2026-11-20').value
  const [address, look] = [`/can-bo/ho-so/${first}`, () => browser.open('/can-bo/hang-loat/ky')]
  // Transactions of other tests on the same server hold up a seal.
  const seals = async () => {
    const before = await world.platform.asOwner('select 1 from audit.seal')
    await vi.waitFor(async () => {
      await sealLog(world.platform, openLog(world.platform))
      expect((await world.platform.asOwner('select 1 from audit.seal')).length).toBeGreaterThan(before.length)
    }, { timeout: 60_000, interval: 20 })
  }
  const stamps = () => world.platform.asOwner<{ n: number }>('select count(*)::int as n from audit.stamp').then(([row]) => row?.n)
  const signs = () => browser.page.forms.some(({ action }) => action.endsWith('/ky'))
  const held = 'Hiện chưa ký được quyết định nào'
  await seals()
  await world.hoursPass(1.1)
  expect(await stamps()).toBe(1)

  // The authority falls silent. For four hours nothing changes.
  await world.fault('timestamp-authority', { mode: 'error503' })
  await approved(1)
  await seals()
  await world.hoursPass(everyMinutes / 60)
  await world.hoursPass(toleratedMinutes / 60 - 0.5)
  expect([(await browser.open(address)).text.includes(held), signs()]).toEqual([false, true])
  const [drawn, button] = [browser.page.forms.find(({ action }) => action.endsWith('/ky')), browser.page.forms.flatMap(({ buttons }) => buttons).find(({ text }) => /^ký quyết định này/i.test(text))]
  await look()
  await browser.open('/can-bo/hang-loat/ky?chon=tat-ca')
  await press(/^xem trước rồi ký/i)
  const batch = browser.page.url.pathname
  await world.hoursPass(1)

  // Then signing stops, told before the press and of the press; nothing is ordered.
  const before = (await orders()).length
  expect([(await browser.open(address)).text.includes(held), browser.page.text.includes('quá 4 giờ'), browser.page.text.includes('mọi việc khác vẫn làm bình thường'), signs()]).toEqual([true, true, true, false])
  expect((await look()).text).toContain(held)
  expect([(await browser.open(open.home + batch)).text.includes(held), browser.page.forms.some(({ action }) => action.endsWith('/xac-nhan'))]).toEqual([true, false])
  if (!drawn || !button) throw new Error('there was no button before')
  await browser.send(begin(drawn), button)
  expect([browser.page.text.includes('Hiện chưa ký được quyết định nào: quá thời gian'), (await orders()).length]).toEqual([true, before])
  expect(await world.platform.asOwner(`select system from platform.alarm where kind = 'log-unstamped' and settled_at is null`)).toEqual([{ system: 'timestamp-authority' }])
  expect((await browser.open('/tinh-trang')).text).toContain('Tạm ngừng ký quyết định')
  // Filing, accepting and approving wait for nothing.
  const [third = ''] = await approved(1)

  // What was confirmed in time and comes to its turn now waits as well.
  await world.platform.asOwner(`update dossiers.bulk set confirmed_at = platform.clock_now(), signed_in_at = clock_timestamp() where id = $1`, [batch.split('/').at(-1)])
  const turn = (dossierId: string) => jobs['dossiers.bulk-item']?.(world.platform, { bulkId: batch.split('/').at(-1) ?? '', dossierId })
  await turn(second)
  expect([await world.platform.asOwner(`select state from dossiers.bulk_item where dossier_id = $1 and bulk_id = $2`, [second, batch.split('/').at(-1)]), (await orders()).length]).toEqual([[{ state: 'waiting' }], before])

  // It answers again: the log is stamped, and signing goes on without anybody's doing.
  await world.fault('timestamp-authority', { mode: 'ok' })
  await world.hoursPass(0.5)
  expect([await stamps(), await world.platform.asOwner('select 1 from platform.hold')]).toEqual([2, []])
  expect([(await browser.open(`/can-bo/ho-so/${third}`)).text.includes(held), signs()]).toEqual([false, true])
  await press(/^ký quyết định này/i)
  await world.workerSettles()
  expect((await browser.open(`/can-bo/ho-so/${third}`)).text).toContain('Chờ in thẻ')
  // Its next try is a few minutes off, whichever of the two jobs came first.
  await world.hoursPass(0.2)
  expect(await world.platform.asOwner('select status from dossiers.dossier where id = $1', [second])).toEqual([{ status: 'signed' }])
})
