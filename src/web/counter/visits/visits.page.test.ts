/** A clerk and a person at a table (A4, A7, P7, IDN4, IDN5). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Counter, lineOf, openCounter } from '../../../../test/office/counter.ts'
import type { CaseWorld } from '../../../../test/support/case-world.ts'
import { claimDossier } from '../../../dossiers/index.ts'
import { newId } from '../../../platform/values/ids.ts'
import { paths } from '../../paths.ts'

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

/** How the filing of a person stands on record. */
const submitted = (personId: string) => world.platform.asOwner<Record<string, unknown>>(`select e.actor_kind, e.helper_id, e.subject_id, e.office_code, e.channel, e.consent_id is not null as proof,
  d.channel as dossier_channel from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id where e.subject_id = $1 and e.kind = 'submit'`, [personId])
const personOf = async (visitId: string) => (await world.platform.asOwner<{ person_id: string }>('select person_id from counters.visit where id = $1', [visitId]))[0]?.person_id ?? ''

describe('filed online with the person, who confirms by a code (A4)', () => {
  test('from the card to the officer’s desk: channel, subject, helper, office and proof stand on the event', async () => {
    const hai = await counter.clerk(1)
    const an = await counter.castMember('an')
    const visitId = await hai.receives(an)
    const check = await hai.get(paths.counterVisit(visitId))
    expect(check.text).toContain('Nguyễn Văn An')
    expect(check.text).toContain('Nộp được ngay')
    expect(check.text).not.toContain(an.identityNumber)
    const filled = await hai.fills(visitId, 'online')
    expect(filled.location).toBe(paths.counterVisitAt(visitId, 'confirm'))
    expect((await hai.get(filled.location)).text).toContain('0000700001')
    await hai.post(paths.counterVisitAt(visitId, 'code'))
    const [job] = await world.platform.asOwner<{ payload: unknown }>(`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'counters.send-code'`)
    expect(Object.keys(Object(job?.payload))).toEqual(['consentId'])
    await world.workerSettles()
    const code = await counter.codeAt('0000700001')
    expect(code).toHaveLength(6)
    const wrong = await hai.post(paths.counterVisitAt(visitId, 'confirm'), { code: code === '000000' ? '111111' : '000000' })
    expect([wrong.status, wrong.text.includes('Mã không đúng')]).toEqual([422, true])
    const filed = await hai.post(paths.counterVisitAt(visitId, 'confirm'), { code })
    expect(filed.location).toBe(paths.counterVisitAt(visitId, 'done'))
    await world.workerSettles()
    expect((await hai.get(filed.location)).text).toMatch(/TT-\w{4}-\w{4}/)
    const personId = await personOf(visitId)
    expect(await submitted(personId)).toEqual([{ actor_kind: 'staff', helper_id: hai.actor.staffId, subject_id: personId, office_code: hai.actor.officeCode, channel: 'online', proof: true, dossier_channel: 'online' }])
    // Under another post the helper is still the helper: others decide (IDN5).
    const [dossier] = await world.platform.asOwner<{ id: string }>('select id from dossiers.dossier where person_id = $1', [personId])
    const [post] = await world.platform.asOwner<{ id: string }>(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from)
      select gen_random_uuid(), identity_index, full_name, 'appraiser', province_code, '2020-01-01' from identity.staff where id = $1 returning id`, [hai.actor.staffId])
    const appraiser = { ...hai.actor, staffId: post?.id ?? '', role: 'appraiser', officeCode: null }
    await expect(world.platform.work(appraiser, (work) => claimDossier(work, dossier?.id ?? ''))).rejects.toThrow('helped-by-you')
    await world.platform.asOwner('delete from identity.staff where id = $1', [post?.id])
    // Nothing that could be typed as the code is kept anywhere.
    expect(await world.platform.asOwner('select letter from counters.consent where letter is not null')).toEqual([])
  })
})

describe('a visit is for filing, and over with it', () => {
  test('once the clerk ends it, once it is idle, and for every other clerk its pages tell nothing', async () => {
    const [hai, yen] = [await counter.clerk(1), await counter.clerk(0)]
    const dung = await counter.castMember('nam')
    const visitId = await hai.receives(dung)
    const pages = (['list', 'answers', 'portrait', 'papers', 'confirm', 'done'] as const).map((page) => paths.counterVisitAt(visitId, page))
    for (const page of [paths.counterVisit(visitId), ...pages]) {
      const seen = await yen.get(page)
      expect([seen.status, seen.text.includes(dung.fullName)]).toEqual([404, false])
    }
    const over = async (clerk: typeof hai) => (await clerk.get(`${paths.counter()}?xong=${visitId}`)).text.includes('Lượt tiếp đã kết thúc')
    expect(await over(hai)).toBe(false)
    await hai.post(paths.counterVisitAt(visitId, 'end'))
    expect([await over(hai), await over(yen)]).toEqual([true, false])
    const after = await hai.get(paths.counterVisit(visitId))
    expect([after.status, after.text.includes('Lượt tiếp này đã kết thúc'), after.text.includes(dung.fullName)]).toEqual([404, true, false])
    const second = await hai.receives(dung)
    await world.hoursPass(0.6)
    expect((await hai.get(paths.counterVisit(second))).status).toBe(404)
    expect(await world.platform.asOwner('select ended_as from counters.visit where id = $1', [second])).toEqual([{ ended_as: 'idle' }])
  })

  test('a number typed under another name shows nobody\'s licence, and no one but the population register is asked (TH4)', async () => {
    const hai = await counter.clerk(1)
    const em = await counter.castMember('em')
    const [year = '', month = '', day = ''] = em.birthDate.split('-')
    const typed = { how: 'typed', number: em.identityNumber, name: 'Trần Văn Khác', 'birth-day': day, 'birth-month': month, 'birth-year': year }
    const opened = await hai.post(paths.counterVisits(), typed)
    await world.workerSettles()
    const shown = await hai.get(opened.location)
    expect(shown.text).toContain('không khớp với số định danh')
    expect(shown.text).not.toContain(em.licences[0]?.licenceNumber ?? 'nothing')
    const personId = await personOf(opened.location.split('/').at(-1) ?? '')
    expect(await world.platform.asOwner('select distinct source from platform.lookup where person_id = $1', [personId])).toEqual([{ source: 'population' }])
    // Typed anew as the card says, the same person is found.
    const again = await hai.post(paths.counterVisits(), { ...typed, name: em.fullName })
    await world.workerSettles()
    expect((await hai.get(again.location)).text).toContain(em.fullName)
  })

  test('a slip of the finger, a real number and the own card open nothing', async () => {
    const hai = await counter.clerk(1)
    const em = await counter.castMember('em')
    const own = (await world.sandbox.people.list({})).find((one) => one.story.slug === 'hai')
    const opens = async (card: string) => {
      const answer = await hai.post(paths.counterVisits(), { card })
      return [answer.status, /govuk-error-summary__list"><li><a[^>]*>([^<]*)/.exec(answer.text)?.[1]?.slice(0, 30)]
    }
    expect(await opens('www.vidu.invalid')).toEqual([422, 'Không đọc được dòng này. Hãy q'])
    expect(await opens(lineOf(em).replace(/\|\d{8}\|/, '|01011950|'))).toEqual([422, 'Ngày sinh không khớp với số đị'])
    expect(await opens(lineOf(em).replace(/^\d{3}/, '024'))).toEqual([422, 'Số này không dùng được ở đây: '])
    expect(own && (await opens(lineOf(own)))).toEqual([422, 'Bạn không tiếp chính mình. Hãy'])
  })
})

describe('saying yes (IDN4)', () => {
  test('a code holds for what was read out: a later change asks anew; five wrong tries end it', async () => {
    const hai = await counter.clerk(1)
    const em = await counter.castMember('em')
    const visitId = await hai.receives(em)
    await hai.fills(visitId, 'online')
    await hai.post(paths.counterVisitAt(visitId, 'portrait'), { registered: '1' })
    await hai.post(paths.counterVisitAt(visitId, 'code'))
    await world.workerSettles()
    const code = await counter.codeAt('0000700001')
    await hai.fills(visitId, 'online', { how: 'collect' })
    expect((await hai.post(paths.counterVisitAt(visitId, 'confirm'), { code })).text).toContain('Hồ sơ đã thay đổi sau khi gửi mã')
    await hai.post(paths.counterVisitAt(visitId, 'code'))
    await world.workerSettles()
    const next = await counter.codeAt('0000700001')
    expect((await hai.post(paths.counterVisitAt(visitId, 'confirm'), { code: next === code ? '999999' : code })).text).toContain('Mã không đúng')
    for (let tries = 0; tries < 4; tries++) await hai.post(paths.counterVisitAt(visitId, 'confirm'), { code: next === '123123' ? '321321' : '123123' })
    expect((await hai.post(paths.counterVisitAt(visitId, 'confirm'), { code: next })).text).toContain('Đã nhập sai quá nhiều lần')
    expect(await submitted(await personOf(visitId))).toEqual([])
  })

  test('a phone that agreed for many people agrees for nobody more', async () => {
    const hai = await counter.clerk(1)
    const em = await counter.castMember('em')
    await hai.post(paths.counterVisitAt(await hai.receives(em), 'end'))
    const visitId = await hai.receives(em)
    await hai.fills(visitId, 'online', { phone: '0000700009' })
    const index = await world.platform.read(hai.actor, async (work) => work.blindIndex('consent-phone', '0000700009'))
    for (let n = 0; n < 4; n++) {
      await world.platform.asOwner(`insert into counters.consent (id, visit_id, person_id, helper_id, office_code, draft_id, content_hash, method, state, asked_at, code_hash, expires_at, phone_index)
        select $1, id, $2, staff_id, 'mau', draft_id, '\\x01', 'code', 'ended', seen_at, '\\x01', seen_at, $3 from counters.visit where id = $4`, [newId(), newId(), index, visitId])
    }
    await hai.post(paths.counterVisitAt(visitId, 'portrait'), { registered: '1' })
    const asked = await hai.post(paths.counterVisitAt(visitId, 'code'))
    expect([asked.status, asked.text.includes('đã xác nhận cho nhiều người khác')]).toEqual([422, true])
    await world.platform.asOwner(`delete from counters.consent where office_code = 'mau'`)
  })

  test('without a phone: the card once more and a signature; somebody else\'s card counts for nothing', async () => {
    const hai = await counter.clerk(1)
    const [em, an] = [await counter.castMember('em'), await counter.castMember('an')]
    const visitId = await hai.receives(em)
    await hai.fills(visitId, 'online')
    await hai.post(paths.counterVisitAt(visitId, 'portrait'), { registered: '1' })
    const strokes = Array.from({ length: 20 }, (_, i) => `${100 + i * 10},${150 + (i % 2) * 40}`).join(' ')
    const url = paths.counterVisitAt(visitId, 'signature')
    expect((await hai.post(url, { card: lineOf(an), strokes })).text).toContain('không phải căn cước của công dân trong lượt tiếp này')
    expect((await hai.post(url, { card: lineOf(em), strokes: '<svg onload=alert(1)>' })).text).toContain('Cần chữ ký trong khung')
    expect((await hai.post(url, { card: lineOf(em), name: 'Người Khác', declare: '1' })).text).toContain('Họ tên không khớp')
    const filed = await hai.post(url, { card: lineOf(em), strokes })
    expect(filed.location).toBe(paths.counterVisitAt(visitId, 'done'))
    // A second press of the same button files nothing twice.
    await hai.post(url, { card: lineOf(em), strokes })
    await world.workerSettles()
    const personId = await personOf(visitId)
    expect(await submitted(personId)).toHaveLength(1)
    expect(await world.platform.asOwner('select method, state, proof is not null as proof from counters.consent where person_id = $1 and state = $2', [personId, 'given'])).toEqual([{ method: 'signature', state: 'given', proof: true }])
  })
})

describe('the carrier of text messages is silent', () => {
  test('nobody waits for a code: the page says so and offers the signature; a code that comes too late is never sent', async () => {
    const hai = await counter.clerk(1)
    const nam = await counter.castMember('nam')
    const visitId = await hai.receives(nam)
    await hai.fills(visitId, 'online', { phone: '0000700011' })
    const picture = await fetch(`${world.sandbox.url}/control/api/people/${nam.identityNumber}/portrait.jpg`)
    await hai.uploads(paths.counterVisitAt(visitId, 'portrait'), 'picture', Buffer.from(await picture.arrayBuffer()))
    await world.fault('sms', { mode: 'error503' })
    await hai.post(paths.counterVisitAt(visitId, 'code'))
    await world.workerSettles()
    const waiting = await hai.get(paths.counterVisitAt(visitId, 'confirm'))
    expect([waiting.text.includes('Đang gửi mã'), waiting.text.includes('Ký xác nhận và nộp')]).toEqual([true, true])
    await world.hoursPass(0.25)
    await world.fault('sms', { mode: 'ok' })
    await world.hoursPass(0.1)
    expect(await counter.codeAt('0000700011')).toBe('')
    expect(await world.platform.asOwner('select state, letter from counters.consent where visit_id = $1', [visitId])).toEqual([{ state: 'ended', letter: null }])
  })
})

describe('on paper, the same engine (A7)', () => {
  test('papers are scanned in, the signed application files; a web page in disguise is not taken', async () => {
    const yen = await counter.clerk(0)
    const cuc = await counter.castMember('cuc')
    const visitId = await yen.receives(cuc)
    await yen.fills(visitId, 'in-person', { certificate: 'not-yet' })
    // A picture taken at the counter takes the place of the register's.
    const picture = await fetch(`${world.sandbox.url}/control/api/people/${cuc.identityNumber}/portrait.jpg`)
    await yen.uploads(paths.counterVisitAt(visitId, 'portrait'), 'picture', Buffer.from(await picture.arrayBuffer()))
    expect((await yen.get(paths.counterVisitAt(visitId, 'portrait'))).text).toContain(paths.counterVisitAt(visitId, 'papers'))
    const papers = paths.counterVisitAt(visitId, 'papers')
    const hostile = await yen.uploads(papers, 'file', Buffer.from('<html><script>alert(1)</script>'), { kind: 'application' })
    expect([hostile.status, hostile.text.includes('không phải PDF, JPEG hay PNG')]).toEqual([422, true])
    for (const [url, name] of [[paths.counterVisitAt(visitId, 'portrait'), 'picture'], [papers, 'file']] as const) {
      const cutOff = await yen.breaksOff(url, name)
      expect([cutOff.status, cutOff.text.includes('đường truyền bị ngắt')]).toEqual([422, true])
    }
    const scan = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n')
    expect((await yen.uploads(papers, 'file', scan, { kind: 'application' })).status).toBe(303)
    await yen.uploads(papers, 'file', scan, { kind: 'application' })
    expect(await world.platform.asOwner('select kind, media_type, bytes from counters.scan')).toEqual([{ kind: 'application', media_type: 'application/pdf', bytes: scan.length }])
    const filed = await yen.post(paths.counterVisitAt(visitId, 'paper'))
    expect(filed.location).toBe(paths.counterVisitAt(visitId, 'done'))
    await world.workerSettles()
    const done = await yen.get(filed.location)
    expect(done.text).toContain('Trực tiếp, hồ sơ giấy')
    const personId = await personOf(visitId)
    expect(await submitted(personId)).toMatchObject([{ channel: 'in-person', dossier_channel: 'in-person', office_code: 'bac-ninh-hanh-chinh-cong', helper_id: yen.actor.staffId, proof: true }])
    // What others hear bears the same; what the service then does by itself is its own act, and the dossier stays one on paper (IDN4).
    expect(await world.platform.asOwner(`select helper_id, consent_id is not null as proof, office_code, channel from platform.fact where kind = 'dossier.submitted' and subject_id = $1`, [personId]))
      .toEqual([{ helper_id: yen.actor.staffId, proof: true, office_code: 'bac-ninh-hanh-chinh-cong', channel: 'in-person' }])
    expect(await world.platform.asOwner(`select distinct channel from platform.fact where kind in ('draft.started', 'draft.answered') and subject_id = $1`, [personId])).toContainEqual({ channel: 'in-person' })
    const [fee] = await world.platform.asOwner<{ amount_vnd: number }>('select amount_vnd from dossiers.dossier where person_id = $1', [personId])
    expect(fee?.amount_vnd).toBe(135_000)
    await yen.post(paths.counterVisitAt(visitId, 'pay'))
    expect((await yen.get(paths.counterVisitAt(visitId, 'done'))).text).toContain('ma-qr.png')
    // The officer who decides sees what was scanned, as a download that nothing opens; nobody else does.
    const [row] = await world.platform.asOwner<{ id: string; dossier_id: string }>('select s.id, d.id as dossier_id from counters.scan s join dossiers.dossier d on d.draft_id = s.draft_id')
    const oanh = await counter.atScreen(await world.staff('appraiser'))
    expect((await oanh.get(paths.officerDossier(row?.dossier_id ?? ''))).text).toContain('bằng đơn đã ký tay')
    const seen = await oanh.get(paths.officerScan(row?.dossier_id ?? '', row?.id ?? ''))
    expect([seen.status, seen.text]).toEqual([200, scan.toString()])
    const [foreign] = await world.platform.asOwner<{ id: string }>('select id from dossiers.dossier where id <> $1 limit 1', [row?.dossier_id])
    expect((await oanh.get(paths.officerScan(foreign?.id ?? newId(), row?.id ?? ''))).status).toBe(404)
    const form = /tep\/giay\/[\w-]+\.pdf/.exec((await yen.get(paths.counterVisitAt(visitId, 'done'))).text)?.[0] ?? ''
    expect((await yen.get(`/quay/luot/${visitId}/${form}`)).text.slice(0, 5)).toBe('%PDF-')
    await yen.post(paths.counterVisitAt(visitId, 'end'))
    expect((await yen.get(`/quay/luot/${visitId}/${form}`)).status).toBe(404)
  })

  test('a signed paper agrees to what it was signed for, and only where it was shown: not to a later change, not at another visit (IDN4)', async () => {
    const yen = await counter.clerk(0)
    const nam = await counter.castMember('nam')
    const visitId = await yen.receives(nam)
    const at = (page: 'papers' | 'confirm' | 'paper' | 'done') => paths.counterVisitAt(visitId, page)
    await yen.fills(visitId, 'in-person', { how: 'post' })
    await yen.uploads(at('papers'), 'file', Buffer.from('%PDF-1.7\nfirst\n'), { kind: 'application' })
    expect((await yen.get(at('confirm'))).text).toContain('Nộp theo đơn đã ký')
    // Saved once more as it was, it is what was signed; changed, it is not.
    expect((await yen.fills(visitId, 'in-person', { how: 'post' })).location).toBe(at('confirm'))
    expect((await yen.fills(visitId, 'in-person', { how: 'collect' })).location).toBe(at('papers'))
    expect((await yen.get(at('papers'))).text).toContain('trước khi hồ sơ được sửa lần cuối')
    expect((await yen.get(at('confirm'))).text).not.toContain('Nộp theo đơn đã ký')
    expect((await yen.post(at('paper'))).location).toBe(at('papers'))
    const scan = Buffer.from('%PDF-1.7\nsecond\n')
    await yen.uploads(at('papers'), 'file', scan, { kind: 'application' })
    expect((await yen.get(at('confirm'))).text).toContain('Nộp theo đơn đã ký')
    await yen.post(paths.counterVisitAt(visitId, 'end'))

    const next = await yen.receives(nam)
    const papers = paths.counterVisitAt(next, 'papers')
    expect((await yen.fills(next, 'in-person')).location).toBe(papers)
    const links = async () => [...(await yen.get(papers)).text.matchAll(/href="([^"]+\/tep\/[^"]+)"/g)].map(([, href = '']) => href)
    expect(await links()).toEqual([])
    expect((await yen.get(papers)).text).toContain('Từ lượt tiếp trước')
    expect((await yen.post(paths.counterVisitAt(next, 'paper'))).location).toBe(papers)
    expect(await submitted(await personOf(next))).toEqual([])
    await yen.uploads(papers, 'file', scan, { kind: 'application' })
    for (const link of await links()) expect((await yen.get(link)).status).toBe(200)
    expect(await links()).toHaveLength(1)
    expect((await yen.post(paths.counterVisitAt(next, 'paper'))).location).toBe(paths.counterVisitAt(next, 'done'))
    await world.workerSettles()
    expect(await submitted(await personOf(next))).toHaveLength(1)
  })
})
