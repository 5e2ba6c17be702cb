/** Mrs Hạnh pays, is asked for a better picture once, sends it, then changes her mind: each told plainly, the fee on its way back (B5, B7, P4). */
import { expect, test } from 'vitest'
import { answers, choosesPicture, files } from './support/exchange.ts'
import { opens } from './support/office.ts'
import { openBrowserWorld } from './support/world.ts'

const NOTE = 'Ảnh hơi mờ, bác chụp lại gần cửa sổ giúp chúng tôi.'

test('Mrs Hạnh answers the one thing the officer asks for, and gets her fee back when she withdraws', async () => {
  await using world = await openBrowserWorld()
  const [hanh, oanh] = [await world.comes('hanh'), await world.comes('oanh')]
  await hanh.signsIn()
  await hanh.waitsFor('Đổi giấy phép này')
  await answers(hanh, { portrait: await hanh.portrait(), reason: 'Giấy phép bị hỏng' })
  const dossier = await files(hanh)
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await hanh.reads()) ?? []
  await hanh.presses('Trả lệ phí')
  await hanh.page.getByRole('button', { name: 'Huỷ, quay lại' }).click()
  await hanh.waitsFor('Lần trả trước không thành công và không có tiền nào được ghi nhận')
  await hanh.looks('hanh-01-not-paid')
  await hanh.presses('Trả lại')
  await hanh.page.getByRole('button', { name: /^Thanh toán 135.000/ }).click()
  await hanh.waitsFor('Cơ quan đang xem hồ sơ')

  await oanh.signsIn('/can-bo')
  await opens(oanh, code)
  await oanh.presses('Nhận xử lý')
  await oanh.page.getByRole('main').getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await oanh.page.getByLabel('Lý do: Ảnh chân dung', { exact: true }).selectOption('unreadable')
  await oanh.presses('Soạn lời')
  await oanh.page.getByLabel('Lời gửi công dân: Ảnh chân dung', { exact: true }).fill(NOTE)
  await oanh.presses('Gửi yêu cầu')
  expect(await oanh.reads()).toContain('Đã yêu cầu bổ sung. Công dân được báo ngay')

  await hanh.goes(dossier)
  expect(await hanh.turn()).toBe('Đến lượt bạn: bổ sung hồ sơ')
  expect(await hanh.reads()).toContain(NOTE)
  await hanh.looks('hanh-02-asked')
  await hanh.page.getByRole('button', { name: 'Bổ sung ngay' }).click()
  await hanh.looks('hanh-03-answer')
  await choosesPicture(hanh, await hanh.portrait())
  await hanh.looks('hanh-04-new-picture')
  await hanh.presses(/Dùng ảnh này/)
  await hanh.presses('Gửi bổ sung')
  await hanh.waitsFor('Cơ quan đang xem hồ sơ')

  await hanh.follows('Rút hồ sơ')
  await hanh.looks('hanh-05-withdraw')
  await hanh.presses(/rút hồ sơ/i)
  await hanh.waitsFor('Bạn đã rút hồ sơ')
  await hanh.waitsFor(/Hoàn tiền 135\.000 đ vì bạn rút hồ sơ/)
  expect(await hanh.reads()).not.toMatch(/Khi nào có kết quả|Bưu điện giao cho/)
  await hanh.looks('hanh-06-withdrawn')
  for (const visitor of [hanh, oanh]) expect(visitor.complaints).toEqual([])
})
