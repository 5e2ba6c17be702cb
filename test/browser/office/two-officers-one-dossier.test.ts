/** Two officers have one dossier open: both see who holds it; a press on the page that is out of date loses nothing and overwrites nothing (C1). */
import { expect, test } from 'vitest'
import { answers, files } from '../support/exchange.ts'
import { barriersOn, screens } from '../support/look.ts'
import { openBrowserWorld, type Visitor } from '../support/world.ts'

const faults: string[] = []

/** As people in an office see it: on a desk's screen and on a wide one. */
async function looks(at: Visitor, name: string): Promise<void> {
  for (const width of [1280, 1920]) {
    await at.page.setViewportSize({ width, height: 1000 })
    if (process.env.SCREENS === '1') await at.page.screenshot({ path: `${screens}/${name}-${width}.png`, fullPage: true })
    if (await at.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) faults.push(`${name} at ${width}: too wide`)
    faults.push(...(await barriersOn(at.page, `${name} at ${width}`, width === 1920)))
  }
}

test('two officers open one dossier: it is given with a note, a form opened before is refused with what was typed, and who is away is covered', async () => {
  await using world = await openBrowserWorld()
  const [oanh, phuc, vinh, mo] = [await world.comes('oanh'), await world.comes('phuc'), await world.comes('vinh'), await world.comes('mo')]
  const citizen = await world.comes('g-000005')
  await citizen.signsIn()
  await citizen.waitsFor('Đổi giấy phép này')
  await answers(citizen, { portrait: await citizen.portrait(), reason: 'Giấy phép bị hỏng' })
  const id = `/can-bo${await files(citizen)}`
  await oanh.signsIn('/can-bo')
  await phuc.signsIn('/can-bo')
  await oanh.goes(id)
  await oanh.presses('Nhận xử lý')
  await phuc.goes(id)
  expect(await phuc.reads()).toContain(`${oanh.fullName} đang giữ hồ sơ này`)
  await oanh.page.getByText('Bàn giao cho đồng nghiệp').click()
  await oanh.page.getByLabel('Giao cho', { exact: true }).selectOption({ label: phuc.fullName })
  await oanh.page.getByLabel('Lời nhắn', { exact: true }).fill('Nhờ bạn xem giúp phần đối chiếu')
  await looks(oanh, 'holding-01-hand-over')
  await oanh.presses('Bàn giao')
  expect(await oanh.reads()).toContain(`Đã giao hồ sơ cho ${phuc.fullName}`)
  await phuc.goes('/can-bo/ho-so?xem=mine')
  expect(await phuc.reads()).toContain('Nhờ bạn xem giúp phần đối chiếu')
  await looks(phuc, 'holding-02-told')
  await phuc.presses('Đã biết')

  // A form to refuse stands open while the supervisor moves the dossier away and back.
  await phuc.goes(`${id}?lam=tu-choi`)
  await phuc.page.getByRole('radio').first().check()
  await vinh.signsIn('/can-bo')
  await vinh.goes(id)
  await vinh.page.getByText('Phân công lại').first().click()
  await vinh.page.getByLabel('Giao cho', { exact: true }).selectOption({ label: oanh.fullName })
  await vinh.page.getByLabel('Lý do', { exact: true }).fill('Phúc đi công tác')
  await vinh.presses('Phân công lại')
  await phuc.presses('Từ chối hồ sơ')
  expect(await phuc.reads()).toContain('Hồ sơ không thay đổi')
  expect(await phuc.page.getByRole('radio').first().isChecked()).toBe(true)
  await looks(phuc, 'holding-03-out-of-date')

  await vinh.goes('/can-bo/vang-mat')
  await vinh.page.getByLabel('Cán bộ vắng', { exact: true }).selectOption({ label: `${phuc.fullName} (Cán bộ thụ lý)` })
  await vinh.page.getByLabel('Người thay', { exact: true }).selectOption({ label: `${oanh.fullName} (Cán bộ thụ lý)` })
  await vinh.page.getByLabel('Từ ngày', { exact: true }).fill('01/02/2027')
  await vinh.page.getByLabel('Đến hết ngày', { exact: true }).fill('05/02/2027')
  await vinh.presses('Ghi')
  expect(await vinh.reads()).toContain('Đã ghi.')
  await looks(vinh, 'holding-04-absences')
  await vinh.presses(/^Bỏ lượt vắng/)
  await oanh.goes(id)
  await oanh.presses('Trả lại danh sách')

  await mo.signsIn('/can-bo')
  await mo.goes('/quan-tri/tham-quyen')
  await mo.page.getByRole('button', { name: 'Nhập' }).last().click()
  await mo.waitsFor('Thẩm quyền ký')
  await looks(mo, 'powers-01-list')
  await mo.page.locator('table a[href^="/quan-tri/tham-quyen/"]').first().click()
  await looks(mo, 'powers-02-row')
  await mo.goes('/quan-tri/don-vi')
  await looks(mo, 'powers-03-units')
  for (const visitor of [oanh, phuc, vinh, mo]) expect(visitor.complaints).toEqual([])
  expect(faults).toEqual([])
})
