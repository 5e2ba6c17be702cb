import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Comer, openPicturePages, type PicturePages } from '../../../../../test/journeys/support/picture-pages.ts'
import { drawnFaceJpeg } from '../../../../../test/support/drawn-face.ts'
import { paths } from '../../../paths.ts'

let pages: PicturePages
beforeAll(async () => {
  pages = await openPicturePages()
})
afterAll(async () => {
  expect(await pages.world.broken()).toEqual({})
  await pages[Symbol.asyncDispose]()
})

const seen = async (who: Comer) => (await who.get(paths.draft(who.draftId, 'portrait'))).text()
const rowsOf = (who: Comer) => pages.world.platform.asOwner<{ source: string; state: string; reason: string | null; asked: string }>(`select p.source, p.state, p.reason, l.source as asked
  from portraits.portrait p left join platform.lookup l on l.id = p.lookup_id where p.draft_id = $1`, [who.draftId])
const OFFER = 'Dùng ảnh căn cước của tôi'

test('An is asked for no picture: a job has fetched the one of his identity card, it is offered first, looked at, and its source stays with it (B2)', async () => {
  const an = await pages.comes('an')
  expect(await seen(an)).toContain('Bạn không phải đợi')
  await pages.world.workerSettles()
  const page = await seen(an)
  expect(page.indexOf(OFFER)).toBeGreaterThan(0)
  expect(page.indexOf(OFFER)).toBeLessThan(page.indexOf('name="picture"'))
  const answer = await an.post({ registered: '1' })
  expect(answer.status).toBe(303)
  const shown = await an.get(answer.headers.get('location') ?? '')
  expect(await shown.text()).toContain('do cơ sở dữ liệu dân cư cung cấp')
  expect(await rowsOf(an)).toEqual([{ source: 'population-register', state: 'accepted', reason: null, asked: 'population-portrait' }])
  const [id = ''] = /xem=([\w-]+)/.exec(answer.headers.get('location') ?? '')?.slice(1) ?? []
  expect((await an.post({ use: id })).headers.get('location')).toBe(paths.draft(an.draftId, 'reason'))
})

test('Cúc’s picture in the register is old and small: she is told why it will not do and sends another (B2)', async () => {
  const cuc = await pages.comes('cuc')
  await seen(cuc)
  await pages.world.workerSettles()
  const answer = await cuc.post({ registered: '1' })
  expect(answer.headers.get('location')).toBe(`${paths.draft(cuc.draftId, 'portrait')}?khac`)
  const page = await seen(cuc)
  expect(page).toContain('Ảnh trên căn cước của bạn không dùng được')
  expect(page).toContain('quá nhỏ')
  expect(page).not.toContain(OFFER)
  expect((await cuc.post({}, await drawnFaceJpeg())).status).toBe(303)
  expect((await rowsOf(cuc)).map((row) => `${row.source} ${row.state}`).sort()).toEqual(['population-register refused', 'upload accepted'])
})

test('nobody waits for a register that is silent: the page takes a picture as ever, and offers the other one once it is there (B2, P5)', async () => {
  const dung = await pages.comes('dung')
  await pages.world.fault('population-register', { mode: 'error503' })
  await seen(dung)
  await pages.world.workerSettles()
  const silent = await seen(dung)
  expect(silent).toContain('name="picture"')
  expect(silent).not.toContain(OFFER)
  await pages.world.fault('population-register', { mode: 'ok' })
  await pages.world.hoursPass(1)
  expect(await seen(dung)).toContain(OFFER)
})

test('Hạnh has no picture in the register: nothing is offered and nothing is said (B2)', async () => {
  const hanh = await pages.comes('hanh')
  await seen(hanh)
  await pages.world.workerSettles()
  const page = await seen(hanh)
  expect(page).not.toContain(OFFER)
  expect(page).not.toContain('căn cước')
  expect((await hanh.post({ registered: '1' })).headers.get('location')).toContain('?khac')
})
