/** Khánh has lost his licence: he reports it, files, two officers decide, the register no longer knows the old card, and a new one that came back is fetched (B8, P8, D1, C6). */
import { expect, test } from 'vitest'
import { answers, files } from '../support/exchange.ts'
import { appraises, handsToPost, opens, signs } from '../support/office.ts'
import { openBrowserWorld } from '../support/world.ts'

const loss = { how: 'Bị lấy cắp', on: ['15', '11', '2026'], declares: 'Tôi cam đoan giấy phép không bị cơ quan nào tạm giữ hoặc tước quyền sử dụng' } as const

/** Questions that an exchange does not have, or asks in other words; the others are looked at where An goes. */
const OWN = ['ly-do', 'mat-giay-phep', 'kiem-tra']

test('a lost licence is reissued online: the loss is reported, the number stays, the old card is void, and the new one is fetched where the post brought it back', async () => {
  await using world = await openBrowserWorld()
  const control = await world.control()
  const [khanh, oanh, quang, loc] = [await world.comes('khanh'), await world.comes('oanh'), await world.comes('quang'), await world.comes('loc')]

  await khanh.signsIn()
  await khanh.waitsFor('Tôi bị mất giấy phép này')
  const [number = ''] = /\d{12}/.exec(await khanh.reads()) ?? []
  await khanh.page.getByText('Tôi bị mất giấy phép này').click()
  expect(await khanh.reads()).toContain('Không cần xác nhận của công an nơi mất')
  await khanh.looks('khanh-01-mine')
  await answers(khanh, { begin: 'Cấp lại giấy phép bị mất', reason: null, classChoice: 'Hạng B', loss, portrait: await khanh.portrait(), at: async (step) => (OWN.includes(step) ? khanh.looks(`khanh-02-${step}`) : undefined) })
  expect(await khanh.reads()).toMatch(/Thủ tục\s+Cấp lại giấy phép lái xe bị mất/)
  expect(await khanh.reads()).toMatch(/Khai báo mất\s+Bị lấy cắp, 15\/11\/2026/)
  const dossier = await files(khanh)
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await khanh.reads()) ?? []
  await khanh.presses('Trả lệ phí')
  await khanh.page.getByRole('button', { name: /^Thanh toán 135.000/ }).click()
  await khanh.waitsFor('Cơ quan đang xem hồ sơ, bạn không cần làm gì')

  await oanh.signsIn('/can-bo')
  await opens(oanh, code)
  expect(await oanh.reads()).toContain('Bị lấy cắp, ngày 15/11/2026')
  await oanh.looks('khanh-04-desk')
  await appraises(oanh)
  const [official = ''] = /G01\.024-[\d-]+\d/.exec(await oanh.reads()) ?? []
  await quang.signsIn('/can-bo')
  await opens(quang, official)
  await signs(quang)

  await khanh.goes(dossier)
  await khanh.waitsFor('Giấy phép lái xe điện tử')
  expect(await khanh.reads()).toContain(number)
  await khanh.looks('khanh-05-signed')
  // The register as the officer sees it: the row of the lost card has given way to the new one.
  await oanh.waitsFor('Đã thay bằng giấy phép mới')
  await oanh.looks('khanh-06-register')
  await oanh.goes('/can-bo/the')
  expect(await oanh.reads()).toMatch(/[A-Z]{2}\d{6}/)
  await oanh.presses(/^In một đợt/)
  await handsToPost(oanh, loc)
  await khanh.waitsFor(/Số bưu gửi: ZZ/)
  await control.does('post', 'move', { orderNumber: official, to: 'RETURNED' })
  await khanh.waitsFor('Thẻ đã được chuyển về cơ quan cấp')
  await khanh.looks('khanh-07-sent-back')
  await khanh.presses('Chọn cách nhận thẻ')
  await khanh.page.getByLabel(/^Tôi đến cơ quan cấp/).check()
  await khanh.presses('Chọn cách này')
  await oanh.goes('/can-bo/the')
  await oanh.presses(`Đã nhận lại thẻ cho ${khanh.fullName}`)
  await khanh.waitsFor('Đến lượt bạn: đến nhận thẻ')
  // He has no old card to bring.
  expect(await khanh.reads()).not.toContain('thẻ cũ')
  await oanh.goes('/can-bo/the')
  await oanh.presses(`Giao cho công dân thẻ của ${khanh.fullName}`)
  await khanh.waitsFor('Đã xong: bạn đã nhận giấy phép mới')
  for (const visitor of [khanh, oanh, quang, loc]) expect(visitor.complaints).toEqual([])
})
