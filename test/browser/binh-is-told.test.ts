/** Bình has an unpaid fine: told before paying what blocks, by which article, where to settle; she may file and let it wait (B4, P1). */
import { expect, test } from 'vitest'
import { answers, files } from './support/exchange.ts'
import { openBrowserWorld } from './support/world.ts'

test('Bình is told before any question what blocks her, files all the same, and it goes on by itself once she has settled', async () => {
  await using world = await openBrowserWorld()
  const control = await world.control()
  const binh = await world.comes('binh')
  await binh.signsIn()
  await binh.waitsFor('Có một việc cần giải quyết trước khi được tiếp nhận')
  const told = await binh.reads()
  expect(told).toMatch(/Căn cứ: .*Điều \d+/)
  expect(told).toMatch(/Nơi giải quyết\s+\S/)
  expect(told).toMatch(/Tiền phạt\s+[\d.]+ đ/)
  expect(told).toMatch(/Biên bản số \S+/)
  expect(told).toContain('Bạn vẫn nộp hồ sơ được ngay bây giờ')
  await binh.looks('binh-01-mine')

  await answers(binh, { portrait: await binh.portrait(), classChoice: 'Hạng B' })
  const dossier = await files(binh)
  await binh.looks('binh-02-filed')
  expect(await binh.reads()).toMatch(/Nơi giải quyết\s+\S/)

  await control.does('violations', 'settle', { person: binh.identityNumber })
  await binh.goes(dossier)
  await binh.presses('Tôi đã giải quyết xong, kiểm tra lại')
  await binh.waitsFor('Đến lượt bạn: trả lệ phí')
  await binh.looks('binh-03-settled')
  expect(binh.complaints).toEqual([])
})
