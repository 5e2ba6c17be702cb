/** Sign-in guides instead of refusing dumbly, and nobody learns whether somebody else's dossier exists (A3, TH4). */
import { expect, test } from 'vitest'
import { answers, files } from './support/exchange.ts'
import { openBrowserWorld } from './support/world.ts'

const NOBODYS = '00000000-0000-7000-8000-000000000000'

test('Minh, whose eID is of level 1, is told what to do, where, and that it costs nothing', async () => {
  await using world = await openBrowserWorld()
  const minh = await world.comes('minh')
  await minh.signsIn()
  const told = await minh.reads()
  expect(told).toContain('Tài khoản định danh của bạn mới ở mức 1')
  expect(told).toMatch(/Mang căn cước đến công an xã .* không mất phí/)
  await minh.looks('minh-01-level')
  expect(minh.complaints).toEqual([])
})

test('a dossier of somebody else is answered as one that never was, to citizens and to officers of other provinces', async () => {
  await using world = await openBrowserWorld()
  const [hien, lan, thao] = [await world.comes('g-000001'), await world.comes('lan'), await world.comes('thao')]
  await hien.signsIn()
  await hien.waitsFor('Đổi giấy phép này')
  await answers(hien, { portrait: await hien.portrait(), reason: 'Giấy phép bị hỏng', classChoice: 'Hạng B' })
  const path = await files(hien)
  const id = path.split('/').at(-1) ?? ''

  await lan.signsIn()
  await lan.looks('lan-01-mine')
  const pages = ['', '/anh.jpg', '/bo-sung', '/rut', '/cach-tinh'].map((rest) => [`/ho-so/${id}${rest}`, `/ho-so/${NOBODYS}${rest}`] as const)
  await thao.signsIn('/can-bo')
  for (const [visitor, addresses] of [[lan, pages], [thao, [[`/can-bo/ho-so/${id}`, `/can-bo/ho-so/${NOBODYS}`], [`/can-bo/ho-so/${id}/anh.jpg`, `/can-bo/ho-so/${NOBODYS}/anh.jpg`]]]] as const) {
    for (const [real, absent] of addresses) {
      const answers = await Promise.all([real, absent].map((address) => visitor.context.request.get(new URL(address, world.system.webUrl).href)))
      expect(answers.map((answer) => answer.status()), real).toEqual([404, 404])
      const [one, other] = await Promise.all(answers.map((answer) => answer.text()))
      expect(one?.replaceAll(id, NOBODYS)).toBe(other)
    }
  }
  await lan.goes(path)
  expect(await lan.reads()).toContain('Không tìm thấy trang')
})
