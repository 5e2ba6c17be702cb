/** A card between the office and the door: one difference on the list, an attempt in vain, another address, lost, printed anew, delivered (B6, C6, D6). */
import { expect, test } from 'vitest'
import { readCode128 } from '../support/barcode-reader.ts'
import { answers, files } from '../support/exchange.ts'
import { appraises, handsToPost, opens, opensList, scans, signs } from '../support/office.ts'
import { openBrowserWorld } from '../support/world.ts'

test('the post counts a list and finds one card less; a delivery fails and Xuyến chooses again; the card is lost, printed anew at no cost and delivered', async () => {
  await using world = await openBrowserWorld()
  const control = await world.control()
  const [xuyen, oanh, phuc, quang, loc] = [await world.comes('g-000004'), await world.comes('oanh'), await world.comes('phuc'), await world.comes('quang'), await world.comes('loc')]
  await xuyen.signsIn()
  await xuyen.waitsFor('Đổi giấy phép này')
  await answers(xuyen, { portrait: await xuyen.portrait(), reason: 'Giấy phép bị hỏng', classChoice: 'Hạng B' })
  const dossier = await files(xuyen)
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await xuyen.reads()) ?? []
  await xuyen.presses('Trả lệ phí')
  await xuyen.page.getByRole('button', { name: /^Thanh toán 135.000/ }).click()
  await xuyen.waitsFor('Cơ quan đang xem hồ sơ, bạn không cần làm gì')
  await oanh.signsIn('/can-bo')
  await opens(oanh, code)
  await appraises(oanh)
  const [official = ''] = /G01\.024-[\d-]+\d/.exec(await oanh.reads()) ?? []
  await quang.signsIn('/can-bo')
  await opens(quang, official)
  await signs(quang)

  // The office lists the card; the postal worker does not find it in the bag, but something that is on no list.
  await oanh.goes('/can-bo/the')
  await oanh.presses(/^In một đợt/)
  await oanh.looks('xuyen-01-to-post')
  await oanh.presses('Chốt danh sách bàn giao')
  const [number = ''] = /BG-\d{6}/.exec(await oanh.reads()) ?? []
  const hers = /ZZ\d{9}XX/.exec((await oanh.page.getByRole('row').filter({ hasText: official }).innerText()))?.[0] ?? ''
  await oanh.looks('xuyen-02-list')
  await oanh.presses('In nhãn bưu gửi')
  await oanh.looks('xuyen-03-labels')
  const picture = await oanh.page.request.get(`${oanh.page.url()}/${hers}.png`)
  expect(await readCode128(new Uint8Array(await picture.body()))).toEqual([hers])

  await opensList(loc, number)
  for (const item of new Set((await loc.reads()).match(/\bZZ\d{9}XX\b/g))) if (item !== hers) await scans(loc, item)
  await scans(loc, `${hers.slice(0, 10)}${(Number(hers[10]) + 1) % 10}XX`)
  expect(await loc.reads()).toContain('Số này sai')
  await loc.looks('xuyen-04-wrong-number')
  await scans(loc, 'zz 480 000 008 xx')
  await loc.presses('Tôi đã kiểm đếm và ký nhận')
  expect(await loc.reads()).toContain(`Chọn lý do cho ${hers}`)
  await loc.page.getByLabel(`Lý do cho ${hers}`, { exact: true }).selectOption({ label: 'Không có trong túi' })
  await loc.page.getByLabel('Lý do cho ZZ480000008XX', { exact: true }).selectOption({ label: 'Không phải bưu gửi của cơ quan' })
  await loc.looks('xuyen-05-reasons')
  await loc.presses('Tôi đã kiểm đếm và ký nhận')
  expect(await loc.turn()).toContain('Chờ cơ quan xác nhận chênh lệch')
  await loc.looks('xuyen-06-counted')
  await xuyen.goes(dossier)
  expect(await xuyen.turn()).toBe('Thẻ đang được bàn giao cho bưu điện')
  await oanh.goes('/can-bo/the')
  await oanh.follows(number)
  await oanh.looks('xuyen-07-differences')
  await oanh.presses('Xác nhận chênh lệch và ký')
  await xuyen.waitsFor('Thẻ đã in, sắp bàn giao cho bưu điện')
  await handsToPost(oanh, loc)
  await xuyen.waitsFor('Thẻ đang trên đường đến bạn')
  await xuyen.waitsFor(hers)

  // Nobody is there: Xuyến says where to, and has her own word kept.
  await control.does('post', 'move', { orderNumber: official, to: 'FAILED', reason: 'ABSENT' })
  await xuyen.waitsFor('Đến lượt bạn: chọn cách nhận thẻ')
  await xuyen.looks('xuyen-08-failed')
  await xuyen.presses('Chọn cách nhận thẻ')
  await xuyen.presses('Chọn cách này')
  expect(await xuyen.reads()).toContain('Hãy chọn một cách nhận thẻ')
  await xuyen.page.getByLabel('Gửi đến địa chỉ khác', { exact: true }).check()
  await xuyen.page.getByLabel('Số nhà, đường, thôn', { exact: true }).fill('số 9 Phố Nhà Bạn')
  await xuyen.looks('xuyen-09-choose')
  await xuyen.presses('Chọn cách này')
  expect(await xuyen.reads()).toContain('số 9 Phố Nhà Bạn')
  await xuyen.waitsFor('Thẻ đang trên đường đến bạn')
  await xuyen.waitsFor('Phát chưa được (không có người nhận)')

  // The post loses it; two officers print it anew, and nobody asks Xuyến for anything.
  await expect.poll(async () => {
    await control.does('post', 'move', { orderNumber: official, to: 'LOST' })
    await xuyen.page.reload()
    return xuyen.turn()
  }, { timeout: 20_000 }).toBe('Thẻ bị thất lạc, cơ quan in lại')
  await oanh.goes('/can-bo/the')
  await oanh.looks('xuyen-10-lost')
  await oanh.presses(`Đề nghị in lại cho ${xuyen.fullName}`)
  await quang.goes('/can-bo/the')
  await quang.looks('xuyen-11-proposed')
  await quang.presses(`Đồng ý in lại cho ${xuyen.fullName}`)
  await oanh.goes('/can-bo/the')
  await oanh.presses(/^In một đợt/)
  await handsToPost(oanh, loc)
  await xuyen.waitsFor('Thẻ đang trên đường đến bạn')
  await xuyen.waitsFor(/Số bưu gửi: ZZ/)
  await control.does('post', 'move', { orderNumber: `${official}/2`, to: 'DELIVERED', relation: 'FAMILY' })
  await xuyen.waitsFor('Đã xong: bạn đã nhận giấy phép mới')
  expect(await xuyen.reads()).toContain('Đã phát (người nhà nhận)')
  expect(await xuyen.reads()).toContain('Cơ quan chưa nhận được thẻ cũ')
  await xuyen.looks('xuyen-12-delivered')
  await oanh.goes('/can-bo/the-cu')
  await oanh.page.getByRole('row').filter({ hasText: official }).getByRole('button').click()
  await xuyen.waitsFor('Cơ quan đã nhận thẻ cũ')
  // Who took it in is not who sees it destroyed.
  const destroyed = { name: /^Đã hủy trước mặt tôi/ }
  await oanh.page.getByRole('row').filter({ hasText: official }).getByRole('button', destroyed).click()
  expect(await oanh.reads()).toContain('Bạn là người ghi nhận thẻ')
  await phuc.signsIn('/can-bo/the-cu')
  await phuc.looks('xuyen-13-old-cards')
  await phuc.page.getByRole('row').filter({ hasText: official }).getByRole('button', destroyed).click()
  expect(await phuc.reads()).toContain('Đã ghi nhận việc hủy')
  expect(await phuc.page.getByRole('row').filter({ hasText: official }).count()).toBe(0)
  for (const visitor of [xuyen, oanh, phuc, quang, loc]) expect(visitor.complaints).toEqual([])
})
