import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../../test/support/database.ts'
import { createServer } from '../../../platform/http/server.ts'
import { paths } from '../../paths.ts'
import { registerEndings } from '../endings/endings.tsx'
import { registerPublic } from '../index.ts'
import { provincesText } from './text.ts'

const worlds: { platform: TestPlatform; app: FastifyInstance }[] = []
afterAll(async () => {
  for (const { app, platform } of worlds) {
    await app.close()
    await platform[Symbol.asyncDispose]()
  }
})

/** The public pages as they were on a day. */
async function on(day: string) {
  const platform = await openTestPlatform({ at: `${day}T03:00:00Z` })
  const app = await createServer(platform)
  const assets = { stylesheet: '/tai-san/test.css' }
  const web = { platform, assets: { citizen: assets, staff: assets } }
  registerEndings(app, web)
  registerPublic(app, web)
  worlds.push({ platform, app })
  return async (url: string, lang = 'vi') => {
    const { statusCode, body } = await app.inject({ url, cookies: { 'ngon-ngu': lang } })
    return { status: statusCode, body, text: body.replace(/<style.*?<\/style>|<[^>]+>/gs, ' ').replace(/\s+/g, ' ') }
  }
}
const t = provincesText.vi

describe('in October 2021, while the service is open in twelve provinces (A1)', () => {
  let read: Awaited<ReturnType<typeof on>>
  beforeAll(async () => { read = await on('2021-10-15') })

  test('the list says where it is open since when, and where it will be', async () => {
    const { text } = await read(paths.provinces())
    expect(text).toContain('Bắc Ninh từ 30/09/2021')
    expect(text).toContain('Hà Nam từ 01/07/2020')
    expect(text).toContain('Thái Nguyên chưa, sẽ mở 15/11/2022')
  })

  test('whoever lives where it is not open reads from when, and where to go until then', async () => {
    const { text } = await read(paths.province('thai-nguyen'))
    expect(text).toContain('Thái Nguyên chưa nhận hồ sơ trực tuyến. Từ 15/11/2022 bạn nộp được ở đây.')
    expect(text).toContain('nộp trực tiếp: tại Sở Giao thông vận tải Thái Nguyên.')
    expect(text).toContain(t.noPointsHere)
    expect((await read(paths.province('bac-ninh'))).text).not.toContain('chưa nhận hồ sơ trực tuyến')
  })

  test('nothing was agreed yet, and the page does not pretend so', async () => {
    expect((await read(paths.agreement('hai-phong'))).text).toContain(t.duties.none)
  })
})

describe('today', () => {
  let read: Awaited<ReturnType<typeof on>>
  beforeEach(async () => { read ??= await on('2026-11-20') })

  test('all 34 provinces are open; Bắc Ninh names its eleven points and both its parts (A1, A4)', async () => {
    const list = await read(paths.provinces())
    expect(list.body.match(/<th[^>]*tt-list__name/g)).toHaveLength(34)
    expect(list.text).not.toContain('sẽ mở')
    const { text } = await read(paths.province('bac-ninh'))
    for (const words of ['Nộp trực tuyến ở Bắc Giang từ 15/11/2022', 'Quầy bưu điện tại Trung tâm Hành chính công tỉnh Bắc Ninh', 'Điểm Bưu điện Văn hóa xã Nguyệt Đức']) expect(text).toContain(words)
  })

  test('everybody may read who owes what, within which time, on what ground (C7)', async () => {
    const { text, body } = await read(paths.agreement('bac-ninh'))
    expect(text).toContain('Sở Y tế Bắc Ninh Giấy khám sức khỏe tra cứu được ngay sau khi khám 4 giờ làm việc giả định:')
    expect(text).toMatch(/Phòng CSGT Bắc Ninh Tiếp nhận, hoặc báo phải bổ sung hay từ chối 2 ngày làm việc/)
    expect(body).not.toContain('undefined')
    expect((await read(paths.agreement('ha-noi'), 'en')).text).toContain(provincesText.en.duties.none)
  })

  test('a province that is not there today is not found', async () => {
    for (const path of [paths.province('ha-nam'), paths.province('24'), paths.agreement('ha-nam')]) expect((await read(path)).status).toBe(404)
  })

  test('both languages say the same things', () => {
    const keys = (value: unknown): unknown => (value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, keys(one)])) : '')
    expect(keys(provincesText.en)).toEqual(keys(provincesText.vi))
  })
})
