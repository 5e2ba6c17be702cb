import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { findStaff } from '../../../capabilities/identity/index.ts'
import { readingLimits } from '../../../catalogue/index.ts'
import { noteListed } from '../../../dossiers/index.ts'
import { raiseOnce } from '../../../platform/outside/alarms.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import { paths } from '../../paths.ts'
import { operationsText } from './text.ts'

let world: CaseWorld
let operator: Desk
let operatorId: string
let supervisor: Desk
let others: Desk[]
let desks: Awaited<ReturnType<typeof openDesks>>

beforeAll(async () => {
  world = await openCaseWorld()
  desks = await openDesks(world)
  const xuan = await world.staff('operator')
  operatorId = xuan.staffId
  operator = await desks.desk(xuan)
  supervisor = await desks.desk(await world.staff('supervisor'))
  others = [await desks.desk((await world.signIn('cuc')).actor), await desks.desk(await world.staff('appraiser')), await desks.desk(await world.staff('signer')), supervisor]
})
afterAll(() => world[Symbol.asyncDispose]())

/** The row of a table that begins with these words. */
const rowOf = (page: Awaited<ReturnType<Desk['opens']>>['page'], words: string) => page.querySelectorAll('tr').find((row) => row.querySelector('th')?.text.includes(words))?.text ?? ''

async function stick(task = 'dossiers.reassess'): Promise<string> {
  const id = newId()
  await world.platform.asOwner(`insert into platform.stuck_job (id, task, payload, attempts, error, stuck_at) values ($1, $2, $3, 5, 'a bug', platform.clock_now())`, [id, task, JSON.stringify({ dossierId: newId(), attempt_: 4 })])
  return id
}

const actsOf = () => world.platform.asOwner<{ kind: string; actor_id: string }>(`select kind, actor_id from platform.fact where kind like 'operations.%' order by sequence`)

test('an operator begins on the operator’s page, and it says that all is well', async () => {
  expect((await operator.opens(paths.desk())).location).toBe(paths.operations())
  const { status, html } = await operator.opens(paths.operations())
  expect(status).toBe(200)
  expect(html).toContain('Không có việc nào bị kẹt')
  expect(html).toContain('Không có cảnh báo nào')
  expect(html).not.toContain('undefined')
})

test('a silent source is seen with its queue, the oldest wait and the last error; retried, parked and asked again by hand', async () => {
  await world.fault('violations', { mode: 'error503' })
  await world.file('an')
  for (let tries = 0; tries < 4; tries++) await world.hoursPass(1)
  const { page } = await operator.opens(paths.operations())
  const row = rowOf(page, 'vi phạm')
  expect(row).toContain('Gián đoạn')
  expect(row).toContain('báo lỗi')
  const [one] = await world.platform.asOwner<{ n: number }>(`select count(*)::int as n from platform.due where system = 'violations'`)
  expect(one?.n).toBeGreaterThan(0)

  // A success is told of what this operator did last, never of an address.
  const told = (done: string, at: string = paths.operations()) => operator.opens(`${at}?xong=${done}`).then(({ html }) => html.includes('govuk-notification-banner--success'))
  expect([await told('hoi-mot'), await told('hoi-mot', paths.operationsSource('violations'))]).toEqual([false, false])
  await operator.opens(paths.operationsSource('violations'))
  expect((await operator.sends(paths.operationsAct('violations', 'hoi-mot'))).location).toBe(`${paths.operationsSource('violations')}?xong=hoi-mot`)
  expect([await told('hoi-mot', paths.operationsSource('violations')), await told('tam-ngung')]).toEqual([true, false])
  await operator.opens(paths.operations())
  expect((await operator.sends(paths.operationsAct('violations', 'tam-ngung'))).location).toBe(`${paths.operations()}?xong=tam-ngung`)
  expect(rowOf((await operator.opens(paths.operations())).page, 'vi phạm')).toContain('Đang tạm ngừng hỏi')

  await world.fault('violations', { mode: 'ok' })
  await world.hoursPass(2)
  expect(await world.platform.asOwner(`select 1 from platform.due where system = 'violations'`)).not.toEqual([]) // parked: nobody asked
  await operator.opens(paths.operations())
  expect((await operator.sends(paths.operationsAct('violations', 'hoi-lai'))).status).toBe(303)
  await world.workerSettles()
  await world.hoursPass(1)
  expect(await world.platform.asOwner(`select 1 from platform.due where system = 'violations'`)).toEqual([])
  expect(rowOf((await operator.opens(paths.operations())).page, 'vi phạm')).not.toMatch(/Gián đoạn|tạm ngừng/)
  expect(await actsOf()).toEqual(['one-retried', 'parked', 'unparked'].map((verb) => ({ kind: `operations.${verb}`, actor_id: operatorId })))
})

test('a stuck job is put back, or discarded for a reason that is one of a list; who did it stays on record (AUD1)', async () => {
  const [again, away] = [await stick(), await stick('dossiers.on-card')]
  await operator.opens(paths.operations())
  expect((await operator.sends(paths.stuckJob(again, 'chay-lai'))).location).toBe(`${paths.operations()}?xong=chay-lai`)
  await operator.opens(paths.operations())
  const unsaid = await operator.sends(paths.stuckJob(away, 'bo'), { 'ly-do': '' })
  expect([unsaid.status, unsaid.html.includes('Chọn một lý do')]).toEqual([422, true])
  expect((await operator.sends(paths.stuckJob(away, 'bo'), { 'ly-do': 'An’s phone is 0912345678' })).status).toBe(422)
  expect((await operator.sends(paths.stuckJob(away, 'bo'), { 'ly-do': 'twice' })).status).toBe(303)
  expect(await world.platform.asOwner('select resolution, reason, resolved_by from platform.stuck_job order by resolved_at, resolution desc')).toEqual([
    { resolution: 'retried', reason: null, resolved_by: operatorId }, { resolution: 'discarded', reason: 'twice', resolved_by: operatorId },
  ])
  const [queued] = await world.platform.asOwner<{ payload: Record<string, unknown> }>(`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'dossiers.reassess'`)
  expect(queued?.payload).not.toHaveProperty('attempt_')
  await world.platform.asOwner(`delete from graphile_worker._private_jobs`)
})

test('work that somebody waits for is never thrown away (DOS8)', async () => {
  const id = await stick('lookup.ask')
  const { html, page } = await operator.opens(paths.operations())
  expect(html).toContain('chỉ chạy lại được')
  expect(page.querySelectorAll('form').some((form) => form.getAttribute('action') === paths.stuckJob(id, 'bo'))).toBe(false)
  await stick('dossiers.on-card')
  const { page: both } = await operator.opens(paths.operations())
  const token = both.querySelector('input[name=_csrf]')?.getAttribute('value') ?? ''
  expect((await operator.posts(paths.stuckJob(id, 'bo'), { _csrf: token, 'ly-do': 'twice' })).status).toBe(409)
  expect(await world.platform.asOwner('select 1 from platform.stuck_job where id = $1 and resolved_at is null', [id])).toHaveLength(1)
})

test('an alarm stays until somebody has looked into it, and the second to press is told', async () => {
  const id = newId()
  await world.platform.asOwner(`insert into platform.alarm (id, kind, system, subject_id, details, raised_at) values ($1, 'wrong-person', 'violations', $2, '{}', platform.clock_now())`, [id, newId()])
  const { html } = await operator.opens(paths.operations())
  expect(html).toContain('Trả lời về người khác')
  expect((await operator.sends(paths.alarm(id))).location).toBe(`${paths.operations()}?xong=da-xem`)
  expect((await operator.sends(paths.alarm(id)).catch(() => undefined))?.status).not.toBe(303)
  expect((await operator.opens(paths.operations())).html).toContain('Không có cảnh báo nào')
})

test('an alarm about a revoked certificate is settled by a new key for its holder, once (C3)', async () => {
  const id = newId()
  await world.platform.asOwner(`insert into documents.signing_key (holder_id, generation, name, profile, asked_at, chain, fingerprint, expires_at, issued_at)
    values ('PC08-revoked', 1, 'Phòng Bị Thu Hồi', 'authority', now(), '{}', repeat('a', 64), now(), now())`)
  await world.platform.asOwner(`insert into platform.alarm (id, kind, system, subject_id, details, raised_at) values ($1, 'key-revoked', 'certificate-authority', $2, '{"holder":"PC08-revoked"}', platform.clock_now())`, [id, newId()])
  const { page } = await operator.opens(paths.operations())
  expect(page.querySelectorAll('form').find((form) => form.getAttribute('action') === paths.alarm(id))?.text).toContain('Cấp khóa mới')
  expect((await operator.sends(paths.alarm(id))).location).toBe(`${paths.operations()}?xong=da-xem`)
  const keys = async () => (await world.platform.asOwner<{ generation: number }>(`select generation from documents.signing_key where holder_id = 'PC08-revoked' order by 1`)).map(({ generation }) => generation)
  expect(await keys()).toEqual([1, 2])
})

test('a damaged picture and an answer about another person reach the page as alarms, one for each however often they are told (OUT3, POR2)', async () => {
  const [portraitId, personId] = [newId(), newId()]
  for (let times = 0; times < 2; times++) {
    await world.platform.work(systemActor('test'), async (work) => {
      work.announce('portrait.damaged', { portraitId, lost: 'picture' })
      work.announce('health-certificates.wrong-person', { personId }, personId)
    })
    await world.workerSettles()
  }
  const { page, html } = await operator.opens(paths.operations())
  expect(rowOf(page, 'Ảnh chân dung lưu bị hỏng')).toContain(portraitId.slice(-12))
  expect(rowOf(page, 'Trả lời về người khác')).toContain('Cổng giấy khám')
  expect(html.split(portraitId.slice(-12))).toHaveLength(2)
})

test('an alarm about what somebody read is for supervisor and inspector of their province: they are told who and how much, answer once for all, and operators are told no name (S14, TH2)', async () => {
  const { platform } = world
  const [phuc, inspector] = [await world.staff('appraiser', 1), await world.staff('inspector')]
  const [asks, inspects] = [supervisor, await desks.desk(inspector)]
  const { fullName } = (await platform.read(phuc, (work) => findStaff(work, phuc.staffId))) ?? { fullName: '?' }
  expect((await asks.opens(paths.conduct())).html).toContain('Không có cảnh báo nào đang chờ trả lời')
  await platform.work(phuc, (work) => noteListed(work, 'worklist', { dossierIds: Array.from({ length: readingLimits.listedPerHour + 1 }, () => newId()) }))
  const [alarm] = await platform.asOwner<{ id: string }>(`select id from platform.alarm where kind = 'bulk-listing'`)
  const id = alarm?.id ?? ''
  // The operator: that there is one, and no way to close it.
  const { html, page } = await operator.opens(paths.operations())
  expect([html.includes('1 cảnh báo về việc cán bộ'), html.includes(fullName), html.includes(phuc.staffId.slice(-12))]).toEqual([true, false, false])
  const token = page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? ''
  expect((await operator.posts(paths.alarm(id), { _csrf: token })).status).toBe(409)
  for (const who of [operator, ...others.slice(0, 3)]) expect((await who.opens(paths.conduct())).status).toBe(403)
  // Who supervises there.
  const shown = await asks.opens(paths.conduct())
  for (const part of [fullName, '1.001 hồ sơ', 'hồ sơ một giờ', 'Quy định nội bộ', 'Lật qua danh sách']) expect(shown.html).toContain(part)
  const unsaid = await asks.sends(paths.conductAnswer(id), { loi: 'ngắn' })
  expect([unsaid.status, unsaid.html.includes('Chọn một kết quả'), unsaid.html.includes('ít nhất 10 ký tự'), unsaid.html.includes('>ngắn<')]).toEqual([422, true, true, true])
  const answer = { 'ly-do': 'own-work', loi: 'Rà soát hồ sơ quá hạn theo phân công' }
  const tokenOf = (page: Awaited<ReturnType<Desk['opens']>>['page']) => ({ _csrf: page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '' })
  const inspected = tokenOf((await inspects.opens(paths.conduct())).page)
  for (let twice = 0; twice < 2; twice++) expect((await inspects.posts(paths.conductAnswer(id), { ...inspected, ...answer })).location).toBe(paths.conductAnswered(id))
  for (const [who, told] of [[inspects, true], [asks, false]] as const) expect((await who.opens(paths.conductAnswered(id))).html.includes('Đã ghi câu trả lời')).toBe(told)
  const late = await asks.posts(paths.conductAnswer(id), { ...tokenOf(shown.page), ...answer })
  expect([late.status, late.html.includes('Người khác đã trả lời cảnh báo này trước bạn'), late.html.includes(answer.loi)]).toEqual([409, true, true])
  expect(await platform.asOwner('select reason, words, answered_by from platform.alarm_answer')).toEqual([{ reason: 'own-work', words: answer.loi, answered_by: inspector.staffId }])
  expect(await platform.asOwner(`select 1 from platform.fact where kind = 'conduct.answered'`)).toHaveLength(1)
  // The same hour is not asked about twice.
  await platform.work(phuc, (work) => noteListed(work, 'worklist', { dossierIds: [newId()] }))
  expect((await asks.opens(paths.conduct())).html).toContain('Không có cảnh báo nào đang chờ trả lời')
})

test('nobody answers an alarm about themselves, in whatever post, nor one of another province; the answered ones are read page by page (S14, TH2)', async () => {
  const { platform } = world
  const su = await world.staff('supervisor')
  const raise = (subjectId: string, provinceCode: string) => platform.work(su, (work) => raiseOnce(work, { kind: 'bulk-reading', system: 'own', subjectId, provinceCode, details: { limit: '60', read: '61' } }))
  const otherPost = newId()
  await platform.asOwner(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from) select $1, identity_index, full_name, 'appraiser', 'ha-noi', active_from from identity.staff where id = $2`, [otherPost, su.staffId])
  for (const subject of [su.staffId, otherPost]) await raise(subject, 'bac-ninh')
  await raise(newId(), 'ha-noi')
  const open = await platform.asOwner<{ id: string; own: boolean }>(`select id, province_code = 'bac-ninh' as own from platform.alarm where kind = 'bulk-reading'`)
  const { html, page } = await supervisor.opens(paths.conduct())
  expect(html.split('Cảnh báo này về chính bạn')).toHaveLength(3)
  expect(page.querySelectorAll('form').filter((form) => form.getAttribute('action')?.startsWith('/can-bo/canh-bao/'))).toEqual([])
  const answer = { _csrf: page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '', 'ly-do': 'own-work', loi: 'Tôi làm đúng việc của tôi' }
  for (const { id, own } of open) {
    const refused = await supervisor.posts(paths.conductAnswer(id), answer)
    expect([refused.status, refused.html.includes('Cảnh báo này về chính bạn')]).toEqual(own ? [409, true] : [404, false])
  }
  await expect(platform.asOwner(`insert into platform.alarm_answer (alarm_id, subject_id, reason, words, answered_by, answered_at) select id, subject_id, 'own-work', 'x', subject_id, raised_at from platform.alarm where kind = 'bulk-reading'`)).rejects.toThrow('check')
  expect(await platform.asOwner(`select 1 from platform.alarm where kind = 'bulk-reading' and settled_at is not null`)).toEqual([])
  // Some of one instant, as when a clock is coarse; one that is older than what is shown.
  await platform.asOwner(`with planted as (insert into platform.alarm (id, kind, system, subject_id, province_code, details, raised_at, settled_at, settled_by)
      select gen_random_uuid(), 'bulk-reading', 'own', gen_random_uuid(), 'bac-ninh', jsonb_build_object('limit', '60', 'read', (2000 + n)::text), at, at, $1 from generate_series(1, 44) n,
        lateral (select date_trunc('second', platform.clock_now()) - case when n = 44 then interval '91 days' else (n / 10) * interval '1 hour' end as at) t returning id, subject_id, settled_at)
    insert into platform.alarm_answer select id, subject_id, 'reminded', 'planted', $1::uuid, settled_at from planted`, [su.staffId])
  const seen: string[] = []
  for (let href: string | undefined = paths.conduct(); href !== undefined;) {
    const { page: one } = await supervisor.opens(href)
    seen.push(...[...one.text.matchAll(/(2\.0\d\d) hồ sơ/g)].map(([, n]) => n ?? ''))
    href = one.querySelector('a[rel=next]')?.getAttribute('href')?.replace(/#.*/, '')
  }
  expect([seen.length, new Set(seen).size, seen.includes('2.044')]).toEqual([43, 43, false])
})

test('the page tells what was done lately, and by whom (AUD1)', async () => {
  const { page } = await operator.opens(paths.operations())
  expect(rowOf(page, 'Bỏ việc kẹt')).toContain('Hồ Thị Xuân')
  expect(rowOf(page, 'Tạm ngừng hỏi')).toContain('Cơ sở dữ liệu vi phạm giao thông')
})

test('neither a citizen nor another role sees the operator’s page or acts there, and an operator sees no dossier (S1)', async () => {
  const dossier = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  for (const other of others) {
    for (const path of [paths.operations(), paths.operationsSource('violations')]) {
      const { status, html } = await other.opens(path)
      expect(status).toBe(403)
      expect(html).not.toContain('Việc bị kẹt')
    }
    const token = (await other.opens(paths.help())).page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? ''
    expect(token).not.toBe('')
    const { status, html } = await other.posts(paths.operationsAct('violations', 'tam-ngung'), { _csrf: token })
    expect([status, html.includes('vai trò khác') || html.includes('dành cho cán bộ')]).toEqual([403, true])
  }
  for (const path of [paths.worklist('to-do'), paths.officerDossier(dossier), paths.officerPortrait(dossier), paths.cards()]) {
    const { status, html } = await operator.opens(path)
    expect(status, path).toBe(403)
    expect(html).not.toContain('Hạnh')
  }
})

test('both languages say the same things', () => {
  const keys = (value: unknown): unknown => (value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, keys(one)])) : '')
  expect(keys(operationsText.en)).toEqual(keys(operationsText.vi))
})
