import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import { paths } from '../../paths.ts'
import { operationsText } from './text.ts'

let world: CaseWorld
let operator: Desk
let operatorId: string
let others: Desk[]

beforeAll(async () => {
  world = await openCaseWorld()
  const desks = await openDesks(world)
  const xuan = await world.staff('operator')
  operatorId = xuan.staffId
  operator = await desks.desk(xuan)
  others = [await desks.desk((await world.signIn('cuc')).actor), await desks.desk(await world.staff('appraiser')), await desks.desk(await world.staff('signer')), await desks.desk(await world.staff('supervisor'))]
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

  await operator.opens(paths.operationsSource('violations'))
  expect((await operator.sends(paths.operationsAct('violations', 'hoi-mot'))).location).toBe(`${paths.operationsSource('violations')}?xong=hoi-mot`)
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
