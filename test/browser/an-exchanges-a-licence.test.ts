/** An, all well: sign-in to delivered, in real browsers, with the officers in theirs (A2, A3, B1 to B7, B11, C1 to C3, P7). */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answers, files } from './support/exchange.ts'
import { screens } from './support/look.ts'
import { appraises, handsToPost, opens, signs } from './support/office.ts'
import { judgePdf } from './support/signed-pdf.ts'
import { openBrowserWorld, type Visitor } from './support/world.ts'

test('An exchanges his licence from sign-in to the card at his door, told at each step whose turn it is', async () => {
  await using world = await openBrowserWorld()
  const control = await world.control()
  const [an, oanh, quang, loc] = [await world.comes('an'), await world.comes('oanh'), await world.comes('quang'), await world.comes('loc')]

  await an.goes('/')
  await an.page.getByRole('button', { name: 'Bắt đầu bằng định danh điện tử' }).click()
  await an.looks('an-01-eid')
  await an.choosesOneself()
  await an.waitsFor('Đổi giấy phép này')
  await an.looks('an-02-mine')
  await answers(an, { portrait: await an.portrait(), classChoice: 'Hạng B', email: 'an@vidu.invalid', at: (step) => an.looks(`an-03-${step}`) })
  const dossier = await files(an)
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await an.reads()) ?? []
  expect(await an.turn()).toBe('Đến lượt bạn: trả lệ phí 135.000 đ')
  await an.looks('an-04-filed')

  await an.presses('Trả lệ phí')
  await an.looks('an-05-checkout')
  await an.page.getByRole('button', { name: /^Thanh toán 135.000/ }).click()
  await an.waitsFor('Cơ quan đang xem hồ sơ, bạn không cần làm gì')
  await an.looks('an-06-paid')

  await oanh.signsIn('/can-bo')
  await oanh.looks('oanh-01-worklist')
  await opens(oanh, code)
  await appraises(oanh, (name) => oanh.looks(`oanh-02-${name}`))
  await an.waitsFor('Đang trình lãnh đạo ký')
  expect(await an.reads()).toMatch(/Mã hồ sơ chính thức\s+G01\.024-/)
  await an.looks('an-07-approved')
  await an.follows('Cách tính')
  await an.looks('an-08-how-counted')

  await quang.signsIn('/can-bo')
  await quang.looks('quang-01-worklist')
  await quang.page.getByRole('link', { name: /^G01\.024-/ }).first().click()
  await signs(quang, (name) => quang.looks(`quang-02-${name}`))
  await quang.looks('quang-03-signed')

  await an.goes(dossier)
  await an.waitsFor('Giấy phép lái xe điện tử')
  expect(await an.turn()).toBe('Đã ký, thẻ đang được in')
  await an.looks('an-09-signed')
  await licenceHolds(an, world.system.sandboxUrl)

  await oanh.goes('/can-bo/the')
  await oanh.looks('oanh-03-cards')
  await oanh.presses(/^In một đợt/)
  await handsToPost(oanh, loc)
  await an.waitsFor('Thẻ đang trên đường đến bạn')
  await an.waitsFor(/Số bưu gửi: \w/)
  await control.workingDayPasses()
  await control.does('post', 'move', { to: 'DELIVERED' })
  await an.waitsFor('Đã xong: bạn đã nhận giấy phép mới')
  await an.looks('an-10-delivered')
  // Whatever he was told, and where, stands in his dossier.
  const told = an.page.locator('#tin')
  for (const subject of ['Đã nhận hồ sơ nộp', 'Đã nhận phí', 'đã được tiếp nhận', 'đã có kết quả', 'đang được gửi bưu điện']) expect(await told.innerText()).toMatch(new RegExp(`Tin nhắn đến[\\s\\S]*${subject}`))
  await told.locator('summary').last().click()
  expect(await told.locator('details[open]').innerText()).toContain('TT-')
  await an.goes('/cua-toi')
  await an.looks('an-11-mine-after')
  for (const visitor of [an, oanh, quang, loc]) expect(visitor.complaints).toEqual([])
})

/** Downloads the electronic licence as An does and has it judged by others than those who signed it. */
async function licenceHolds(an: Visitor, sandboxUrl: string): Promise<void> {
  const [download] = await Promise.all([an.page.waitForEvent('download'), an.page.getByRole('link', { name: 'Tải PDF' }).click()])
  if (process.env.SCREENS === '1') await download.saveAs(join(screens, 'an-licence.pdf'))
  const pdf = await readFile(await download.path())
  const root = await (await fetch(`${sandboxUrl}/ca/root.pem`)).text()
  const { now }: { now: string } = await (await fetch(`${sandboxUrl}/control/api/clock`)).json()
  const verdict = await judgePdf(pdf, root, new Date(now))
  expect(verdict).toMatchObject({ holds: true })
  expect(verdict.signers.length).toBeGreaterThan(0)
  const altered = Buffer.from(pdf)
  altered[1_000] = (altered[1_000] ?? 0) ^ 1
  expect(await judgePdf(altered, root, new Date(now))).toMatchObject({ holds: false })
}
