/** The violation database falls silent: the provincial leader reads who is waited for, who was late and by how much, in numbers only (C7, A1). */
import { expect, test } from 'vitest'
import { answers, files } from '../support/exchange.ts'
import { vietnameseOn } from '../support/vietnamese.ts'
import { openBrowserWorld } from '../support/world.ts'

test('five hours after the violation database fell silent the leader reads that it is late, since when, for which dossier, and nobody’s name', async () => {
  await using world = await openBrowserWorld()
  const post = (path: string, body: object) => fetch(`${world.system.sandboxUrl}/control/api/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const [elder, leader, english] = [await world.comes('g-000007'), await world.comes('khoi'), await world.comes('khoi', { lang: 'en' })]
  let code = ''
  await post('systems/violations/faults', { mode: 'error503' })
  try {
    await elder.signsIn()
    await elder.waitsFor('Đổi giấy phép này')
    await answers(elder, { portrait: await elder.portrait(), reason: 'Giấy phép bị hỏng' })
    await files(elder)
    code = /TT-\w{4}-\w{4}/.exec(await elder.reads())?.[0] ?? ''
    await elder.presses('Trả lệ phí')
    await elder.page.getByRole('button', { name: /^Thanh toán 135.000/ }).click()
    await elder.waitsFor(/vi phạm/)
    await leader.signsIn('/can-bo')
    expect(new URL(leader.page.url()).pathname).toBe('/lanh-dao')
    await leader.waitsFor('Cơ sở dữ liệu vi phạm giao thông')
    await post('clock/pass', { hours: 5 })
    await leader.waitsFor('Xem mọi hồ sơ chậm của tháng')
  } finally {
    await post('systems/violations/faults', { mode: 'ok' })
  }
  const told = await leader.reads()
  expect(told).toContain(code)
  expect(told).not.toContain(elder.fullName)
  expect(told).toMatch(/Cơ sở dữ liệu vi phạm giao thông\s+Trả lời tra cứu vi phạm\s+4 giờ/)
  await leader.looks('leader-01-who-is-waited-for')
  await leader.follows('Xem mọi hồ sơ chậm của tháng')
  expect(await leader.reads()).toContain(code)
  await leader.page.getByLabel('Bên', { exact: true }).selectOption({ label: 'Cơ sở dữ liệu vi phạm giao thông' })
  await leader.presses('Xem')
  expect(await leader.reads()).toContain(code)
  await leader.looks('leader-02-late')

  await leader.follows('Quy chế phối hợp')
  expect(await leader.reads()).toMatch(/Sở Y tế Bắc Ninh\s+Giấy khám sức khỏe tra cứu được ngay sau khi khám\s+4 giờ làm việc/)
  await leader.looks('leader-03-agreement')
  await leader.follows('Nộp hồ sơ ở Bắc Ninh')
  await leader.looks('leader-04-province')
  await leader.follows('Mọi tỉnh, thành phố')
  await leader.looks('leader-05-provinces')

  await english.signsIn('/lanh-dao')
  expect(await vietnameseOn(english.page, ['Toàn Trình', leader.fullName, 'Bắc Ninh'])).toEqual([])
  expect([elder, leader, english].flatMap(({ complaints }) => complaints)).toEqual([])
})
