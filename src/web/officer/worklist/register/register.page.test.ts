/** Mẫu 06: the office reads its register month by month and takes a sealed extract; who is on it can see that (C3, AUD4). */
import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesks } from '../../../../../test/office/desk.ts'
import { decide, dossierOf, pay } from '../../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../../test/support/case-world.ts'
import { listDocuments, readBytes } from '../../../../capabilities/documents/index.ts'
import { accept } from '../../../../dossiers/index.ts'
import { systemActor } from '../../../../platform/values/actor.ts'
import { newId } from '../../../../platform/values/ids.ts'
import { paths } from '../../../paths.ts'

const tester = systemActor('test')
let world: CaseWorld
let desk: Desk
let stranger: Desk
let signer: Desk
let an: string

beforeAll(async () => {
  world = await openCaseWorld()
  const desks = await openDesks(world)
  desk = await desks.desk(await world.staff('appraiser'))
  signer = await desks.desk(await world.staff('signer'))
  const other = await world.staff('appraiser', 1)
  await world.platform.asOwner("update identity.staff set province_code = 'ha-noi' where id = $1", [other.staffId])
  stranger = await desks.desk({ ...other, provinceCode: 'ha-noi' })
  an = await world.file('an')
  await pay(world, an)
  await decide(world, an)
})
afterAll(() => world[Symbol.asyncDispose]())

test('what was accepted stands in the register of its month, and of its province only', async () => {
  const { officialNumber } = await dossierOf(world, an)
  const now = await desk.opens(paths.register())
  for (const part of ['Sổ theo dõi hồ sơ', '1 hồ sơ đã tiếp nhận', officialNumber ?? '?', 'Nguyễn Văn An']) expect(now.html).toContain(part)
  expect((await desk.opens(paths.register('2026-10'))).html).toContain('chưa tiếp nhận hồ sơ nào')
  expect((await desk.opens('/can-bo/so-theo-doi?thang=2999-01&trang=99')).html).toContain(officialNumber)
  expect((await stranger.opens(paths.register())).html).not.toContain(officialNumber)
})

test('an extract is one sealed, numbered paper however often it is asked for; everybody on it sees who read their line', async () => {
  await desk.opens(paths.register())
  const asked = { ma: newId(), phan: '1' }
  const sent = await desk.sends(paths.register(), asked)
  expect(sent.location).toContain(`xong=${asked.ma}`)
  // Told to whoever asked for it, and to nobody whose address claims it.
  for (const [who, address, told] of [[desk, sent.location, true], [signer, sent.location, false], [desk, `${paths.register()}?xong=1`, false]] as const) expect((await who.opens(address ?? '')).html.includes('Đang lập bản trích')).toBe(told)
  await desk.opens(paths.register())
  await desk.sends(paths.register(), asked)
  await world.workerSettles()
  const [paper, ...more] = await world.platform.read(tester, (work) => listDocuments(work, asked.ma))
  expect(more).toEqual([])
  expect(paper).toMatchObject({ kind: 'register', state: 'signed', numberText: '1/STD' })
  const bytes = paper && (await readBytes(world.platform, paper))
  const text = (await PDF.load(bytes ?? new Uint8Array())).getPages().map((page) => page.extractText().text).join(' ').normalize('NFC')
  for (const part of ['SỔ THEO DÕI HỒ SƠ', 'Nguyễn Văn An', '0000']) expect(text).toContain(part)
  const { html } = await desk.opens(paths.register())
  expect(html).toContain(paths.registerFile(asked.ma))
  expect((await desk.opens(paths.registerFile(asked.ma))).status).toBe(200)
  expect((await stranger.opens(paths.registerFile(asked.ma))).status).toBe(404)
  const rows = await world.platform.asOwner<{ n: number }>("select count(*)::int as n from dossiers.event where dossier_id = $1 and kind = 'read' and details->>'purpose' = 'register' and actor_kind = 'staff'", [an])
  expect(rows).toEqual([{ n: 1 }])
})

test('who is accepted between the asking and the drawing is not on the paper: nobody would have told them (AUD4)', async () => {
  const late = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, late)
  const appraiser = await world.claim(late)
  await desk.opens(paths.register())
  const asked = { ma: newId(), phan: '1' }
  await desk.sends(paths.register(), asked)
  await world.platform.work(appraiser, (work) => accept(work, late))
  await world.workerSettles()
  expect((await desk.opens(paths.register())).html).toContain('2 hồ sơ đã tiếp nhận')
  const [paper] = await world.platform.read(tester, (work) => listDocuments(work, asked.ma))
  const text = (await PDF.load((paper && (await readBytes(world.platform, paper))) ?? new Uint8Array())).getPages().map((page) => page.extractText().text).join(' ').normalize('NFC')
  // In its narrow column a number stands on two lines.
  const ends = (await Promise.all([an, late].map((id) => dossierOf(world, id)))).map(({ officialNumber }) => officialNumber?.split('-').at(-1) ?? '?')
  expect(ends.filter((end) => text.includes(end))).toEqual(ends.slice(0, 1))
  expect(await world.platform.asOwner("select 1 from dossiers.event where dossier_id = $1 and kind = 'read' and details->>'purpose' = 'register'", [late])).toEqual([])
})

test('while the time-stamp authority is silent nothing is signed, and the page says what is waited for; then it goes on by itself (C3)', async () => {
  await world.sandbox.faults.set('timestamp-authority', { mode: 'error503' })
  await world.platform.asOwner(`insert into platform.source_health (system, state, opened_at, failures_in_row, failing_since, first_asked_at) select 'timestamp-authority', 'open', at, 9, at, at from (select platform.clock_now() as at) now
    on conflict (system) do update set state = 'open', opened_at = excluded.opened_at, failures_in_row = 9, failing_since = excluded.failing_since`)
  await signer.opens(paths.officerDossier(an))
  expect((await signer.sends('/ky')).location).toContain('xong=ky')
  await world.workerSettles()
  const waiting = await signer.opens(paths.officerDossier(an))
  for (const part of ['Chưa có dấu thời gian thì chưa ký xong', 'Chờ dấu thời gian']) expect(waiting.html).toContain(part)
  expect((await dossierOf(world, an)).status).toBe('approved')
  await world.sandbox.faults.set('timestamp-authority', { mode: 'ok' })
  await world.hoursPass(1)
  expect((await dossierOf(world, an)).status).toBe('signed')
})

test('a part that the register does not have is refused in words', async () => {
  await desk.opens(paths.register())
  const refused = await desk.sends(paths.register(), { ma: newId(), phan: '9' })
  expect([refused.status, refused.html.includes('Sổ không còn phần này')]).toEqual([409, true])
})
