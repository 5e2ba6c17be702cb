/** Oanh asks Hiền for two things at once; Hiền, whose phone runs no script, answers just these; Oanh sees before beside after and goes on (B7, C2, P7). */
import { expect, test } from 'vitest'
import { barriersOn, screens } from '../support/look.ts'
import { answers, choosesPicture, files, stepOf } from '../support/exchange.ts'
import { opens } from '../support/office.ts'
import { openBrowserWorld, type Visitor } from '../support/world.ts'

/** As officers see it: on a desk's screen and on a wide one. */
async function looksAtDesk(officer: Visitor, name: string): Promise<string[]> {
  const faults: string[] = []
  for (const width of [1280, 1920]) {
    await officer.page.setViewportSize({ width, height: 1000 })
    await officer.page.evaluate(() => scrollTo(0, 0))
    if (process.env.SCREENS === '1') await officer.page.screenshot({ path: `${screens}/${name}-${width}.png`, fullPage: true })
    const wide = await officer.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 0) faults.push(`${name} at ${width}: wider than the screen by ${wide} px`)
    faults.push(...(await barriersOn(officer.page, `${name} at ${width}`, width === 1920)))
  }
  return faults
}

test('two things asked, two pages answered without a script, before and after side by side, and the dossier is accepted', async () => {
  await using world = await openBrowserWorld()
  // Nothing can be asked of a page that runs no script: the same pages are looked at through a second window.
  const [hien, window, oanh] = [await world.comes('g-000010', { javaScript: false }), await world.comes('g-000010'), await world.comes('oanh')]
  const faults: string[] = []
  const looks = async (name: string) => {
    await window.goes(new URL(hien.page.url()).pathname)
    await window.looks(name)
  }
  await hien.signsIn()
  await hien.waitsFor('Đổi giấy phép này')
  await answers(hien, { portrait: await hien.portrait(), reason: 'Giấy phép bị hỏng', classChoice: 'Hạng BE' })
  const dossier = await files(hien)
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await hien.reads()) ?? []
  await hien.presses('Trả lệ phí')
  await hien.page.getByRole('button', { name: /^Thanh toán 135.000/ }).click()
  await hien.waitsFor('Cơ quan đang xem hồ sơ')

  await oanh.signsIn('/can-bo')
  await opens(oanh, code)
  await oanh.presses('Nhận xử lý')
  await oanh.page.getByRole('main').getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  faults.push(...(await looksAtDesk(oanh, 'supplement-01-points')))
  await oanh.page.getByLabel('Lý do: Ảnh chân dung', { exact: true }).selectOption('unreadable')
  await oanh.page.getByLabel('Lý do: Số điện thoại', { exact: true }).selectOption('wrong')
  await oanh.page.getByLabel('Lý do: Thư điện tử', { exact: true }).selectOption('wrong')
  await oanh.presses('Soạn lời')
  await oanh.presses('Bỏ Thư điện tử')
  expect(await oanh.page.getByLabel('Lời gửi công dân: Ảnh chân dung', { exact: true }).inputValue()).toContain('gần cửa sổ')
  faults.push(...(await looksAtDesk(oanh, 'supplement-02-words')))
  await oanh.presses('Gửi yêu cầu (2 nội dung)')
  expect(await oanh.reads()).toContain('Đã yêu cầu bổ sung. Công dân được báo ngay')
  faults.push(...(await looksAtDesk(oanh, 'supplement-03-waiting')))

  await window.signsIn()
  await hien.goes(dossier)
  expect(await hien.turn()).toBe('Đến lượt bạn: bổ sung hồ sơ')
  await looks('supplement-04-asked')
  await hien.page.getByRole('button', { name: 'Bổ sung ngay' }).click()
  expect(stepOf(hien)).toBe('anh')
  await looks('supplement-05-portrait')
  const picture = await fetch(`${world.system.sandboxUrl}/control/api/people/${hien.identityNumber}/portrait.jpg?width=900`)
  await choosesPicture(hien, Buffer.from(await picture.arrayBuffer()))
  await hien.presses(/Dùng ảnh này/)
  expect(stepOf(hien)).toBe('dien-thoai')
  await hien.page.getByLabel('Số điện thoại', { exact: true }).fill('0000 98')
  await hien.presses('Tiếp tục')
  expect(await hien.page.getByLabel('Số điện thoại', { exact: true }).inputValue()).toBe('0000 98')
  await looks('supplement-06-phone')
  await hien.page.getByLabel('Số điện thoại', { exact: true }).fill('0000 987 654')
  await hien.presses('Tiếp tục')
  expect(await hien.reads()).toMatch(/0000123456\s+Sau khi bổ sung\s+0000987654/)
  await looks('supplement-07-check')
  await hien.presses('Gửi bổ sung')
  await hien.waitsFor('Cơ quan đang xem hồ sơ')

  await oanh.waitsFor(/Công dân bổ sung/)
  expect(await oanh.page.locator('#bo-sung-ho-so .tt-compare__differs').count()).toBe(2)
  expect(await oanh.page.locator('#bo-sung-ho-so img').evaluateAll((all) => all.map((one) => one instanceof HTMLImageElement && one.naturalWidth > 0))).toEqual([true, true])
  await oanh.page.getByText('Viết ghi chú', { exact: true }).click()
  await oanh.page.getByLabel('Ghi chú', { exact: true }).fill('Ảnh mới rõ, số điện thoại đã gọi được.')
  await oanh.presses('Lưu ghi chú')
  expect(await oanh.reads()).toContain('Ảnh mới rõ, số điện thoại đã gọi được.')
  faults.push(...(await looksAtDesk(oanh, 'supplement-08-changes')))
  await oanh.presses('Tiếp nhận hồ sơ')
  expect(await oanh.reads()).toContain('Đã tiếp nhận. Số hồ sơ và ngày hẹn trả đã báo cho công dân')
  expect([...faults, ...hien.complaints, ...window.complaints, ...oanh.complaints]).toEqual([])
})
