import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesks } from '../../../test/office/desk.ts'
import { pay } from '../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../test/support/case-world.ts'
import { proposedHolidays } from '../../catalogue/index.ts'
import { registerOfficer } from '../officer/index.ts'
import { paths } from '../paths.ts'
import { registerAdministrator } from './index.ts'
import { calendarText } from './text.ts'

const typed = { date: '26/12/2026', kind: 'leave', name: 'Nghỉ', where: 'province', decree: '1/QĐ-THU', source: '', confidence: 'told' }
let world: CaseWorld
let [mo, nghi, officer]: Desk[] = []
beforeAll(async () => {
  // The last Tuesday of the year.
  world = await openCaseWorld('2026-12-29T02:00:00Z')
  const { desk } = await openDesks(world, (app, web) => {
    registerOfficer(app, web)
    registerAdministrator(app, web)
  })
  mo = await desk(await world.staff('administrator'))
  nghi = await desk(await world.staff('administrator', 1))
  officer = await desk(await world.staff('appraiser'))
})
afterAll(() => world[Symbol.asyncDispose]())

test('a year is read by province: each day with its document, what it rests on, how sure it is; and where counting ends', async () => {
  const page = await mo?.opens(paths.calendar())
  for (const said of ['Lịch làm việc năm 2026, Bắc Ninh', 'Thứ Ba, 24/11/2026', '28/2026/QH16', '90 %', 'Quá năm 2027 không hạn nào được tính']) expect(page?.html).toContain(said)
  expect((await mo?.opens(paths.calendar({ nam: '2027', tinh: 'ha-noi' })))?.html).toContain('Lịch làm việc năm 2027, Hà Nội')
})

test('what is wrong stands beside its field, and what was typed stays', async () => {
  await mo?.opens(paths.calendar())
  const bare = await mo?.sends('tinh=bac-ninh', { date: '31/02/2026', kind: 'leave', name: '', decree: '' })
  expect([bare?.status, ...['#date', '#name', '#decree'].map((field) => bare?.page.querySelector(`.govuk-error-summary a[href="${field}"]`) !== null)]).toEqual([422, true, true, true])
  expect(bare?.page.querySelector('[name=date]')?.getAttribute('value')).toBe('31/02/2026')
  const weekday = await mo?.sends('tinh=bac-ninh', { ...typed, date: '28/12/2026', kind: 'make-up' })
  expect([weekday?.status, weekday?.html.includes('Ngày làm bù phải là thứ Bảy hoặc Chủ Nhật')]).toEqual([422, true])
})

test('a day of the province is entered, seen by the other administrator as moving nobody, and dropped; pressing twice does it once', async () => {
  await mo?.opens(paths.calendar())
  for (let presses = 0; presses < 2; presses++) {
    expect((await mo?.sends('tinh=bac-ninh', typed))?.status).toBe(303)
    await mo?.opens(paths.calendar())
  }
  const [row] = await world.platform.asOwner<{ id: string }>("select id, province, confidence::float8 as confidence, source from calendars.day where decree_no = '1/QĐ-THU'")
  expect(row).toMatchObject({ province: 'bac-ninh', confidence: 0.85, source: '1/QĐ-THU' })
  const id = row?.id ?? ''
  expect((await nghi?.opens(paths.calendarDay(id)))?.html).toContain('Không hồ sơ nào đang mở thay đổi ngày hẹn.')
  expect((await nghi?.sends(`${id}/bo`))?.status).toBe(303)
  expect((await nghi?.opens(`${paths.calendarDay(id)}?xong`))?.html).toContain('Đã bỏ đề nghị.')
  expect((await mo?.opens(paths.calendarDay('0199a000-0000-7000-8000-000000000001')))?.status).toBe(404)
})

test('the next year: the code’s days are proposed with the lunar ones, entered by a document, and opened whole by somebody else', async () => {
  const page = await mo?.opens(paths.calendar({ nam: '2028' }))
  expect([page?.html.includes('26/01/2028'), page?.html.includes('múi giờ UTC+7')]).toEqual([true, true])
  const none = await mo?.sends('/2028/de-xuat', { 'next-decree': '' })
  expect([none?.status, none?.html.includes('Chọn ít nhất một ngày'), none?.html.includes('Nhập số văn bản')]).toEqual([422, true, true])
  const days = (proposedHolidays(2028) ?? []).map(({ date }) => date)
  const entered = await mo?.sends('/2028/de-xuat', { 'next-days': days, 'next-decree': '7/TB-THU' })
  expect(entered?.location).toBe(`/lich-lam-viec?nam=2028&xong=${days.length}`)
  // A success is told of what is there, to whoever did it: an address alone can claim anything.
  const told = async (desk: Desk | undefined, done: string) => (await desk?.opens(paths.calendar({ nam: '2028', xong: done })))?.html.includes('govuk-notification-banner--success')
  expect([await told(mo, String(days.length)), await told(mo, '99'), await told(mo, 'mo'), await told(nghi, String(days.length)), await told(nghi, 'nhap')]).toEqual([true, false, false, false, false])
  await mo?.opens(paths.calendar({ nam: '2028' }))
  const own = await mo?.sends('/2028/mo')
  expect([own?.status, own?.html.includes('Người nhập không tự xác nhận')]).toEqual([409, true])
  await nghi?.opens(paths.calendar({ nam: '2028' }))
  expect((await nghi?.sends('/2028/mo'))?.location).toBe('/lich-lam-viec?nam=2028&xong=mo')
  const opened = await nghi?.opens('/lich-lam-viec?nam=2028&xong=mo')
  expect([opened?.html.includes('Đã mở năm 2028.'), opened?.html.includes('đến hết năm 2028'), opened?.html.includes('7/TB-THU')]).toEqual([true, true, true])
  await world.workerSettles()
  expect(await world.broken()).toEqual({})
})

test('a citizen and an officer find no calendar to change; both languages have the same words', async () => {
  expect((await officer?.opens(paths.calendar()))?.status).toBe(403)
  const keys = (value: unknown): unknown => (value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, keys(one)])) : '')
  expect(keys(calendarText.en)).toEqual(keys(calendarText.vi))
})

test('past the last open year no date is counted: acceptance is refused in words, and works once the year is there; lists say that nobody can tell (C2)', async () => {
  const id = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, id)
  await world.claim(id)
  world.platform.breaksPromises()
  const years = await world.platform.asOwner<{ year: number }>('delete from calendars.loaded_year where year > 2026 returning year, entered_by, confirmed_by, loaded_at')
  expect(years).toHaveLength(2)
  await officer?.opens(paths.officerDossier(id))
  const refused = await officer?.sends(`${id}/tiep-nhan`)
  expect([refused?.status, refused?.html.includes('Lịch làm việc của năm sau chưa được nhập')]).toEqual([409, true])
  expect(await world.platform.asOwner('select status, due_at from dossiers.dossier where id = $1', [id])).toEqual([{ status: 'filed', due_at: null }])
  expect((await mo?.opens(paths.calendar()))?.html).toContain('Năm 2027 sắp đến mà chưa mở')
  await world.platform.asOwner("insert into calendars.loaded_year select y, 'a', 'b', '2026-12-01' from generate_series(2027, 2028) y")
  await officer?.opens(paths.officerDossier(id))
  expect((await officer?.sends(`${id}/tiep-nhan`))?.status).toBe(303)
  await world.platform.asOwner('delete from calendars.loaded_year where year > 2026')
  expect((await officer?.opens(paths.worklist('mine')))?.html).toContain('Chưa có lịch năm 2027')
})
