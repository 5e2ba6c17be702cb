import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../../test/support/database.ts'
import { provincesOn } from '../../../catalogue/index.ts'
import { type EarlierDossier, figures, takeOverEarlier } from '../../../observers/statistics/index.ts'
import { createServer } from '../../../platform/http/server.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { paths } from '../../paths.ts'
import { registerEndings } from '../endings/endings.tsx'
import { registerPublic } from '../index.ts'
import { hasTile } from './map.tsx'

let platform: TestPlatform
let app: FastifyInstance

beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T05:00:00Z' })
  await platform.work(systemActor('test'), (work) => takeOverEarlier(work, [...bacNinh(), ...elsewhere(), ...beforeTheMerger()]))
  app = await createServer(platform)
  const assets = { stylesheet: '/tai-san/test.css' }
  const web = { platform, assets: { citizen: assets, staff: assets } }
  registerEndings(app, web)
  registerPublic(app, web)
})
afterAll(async () => {
  await app.close()
  await platform[Symbol.asyncDispose]()
})

async function read(choice: Record<string, string>, lang = 'vi') {
  const { statusCode, body, headers } = await app.inject({ url: paths.figures(choice), cookies: { 'ngon-ngu': lang } })
  return { status: statusCode, body, headers, text: body.replace(/<[^>]+>/g, ' ').replaceAll('&nbsp;', ' ').replace(/[\s\u00a0]+/g, ' ') }
}

const october = { ky: 'thang', ngay: '2023-10-15', tinh: 'bac-ninh' }

describe('Bac Ninh in October 2023 (E1)', () => {
  test('the page shows 2,490 received, 1,115 online and 44.78 %, with the definition beside', async () => {
    const { status, text, headers } = await read(october)
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=60'])
    expect(text).toContain('Tháng 10/2023 · Bắc Ninh')
    expect(text).toContain('44,78 %')
    expect(text).toContain('1.115 trên 2.490 hồ sơ')
    expect(text).toContain('không phải ngày nộp')
    expect(text).toContain('Chỉ số 3.3')
    expect((await read(october, 'en')).text).toContain('44.78 %')
    expect((await read(october, 'en')).text).toContain('1,115 of 2,490 dossiers')
  })

  test('by channel there are 1,375 in person', async () => {
    const { text } = await read({ ...october, theo: 'kenh' })
    expect(text).toContain('Trực tiếp 1.375 0 0,00 %')
    expect(text).toContain('Trực tuyến 1.115 1.115 100,00 %')
    expect((await read({ ...october, kenh: 'in-person' })).text).toContain('0 trên 1.375 hồ sơ')
  })

  test.each([['thang', 'ngay', '31/10/2023'], ['quy', 'thang', 'Quý 4 năm 2023'], ['nam', 'quy', 'Năm 2023'], ['nam', 'tinh', 'Bắc Ninh']])('the same numbers stand in the period %s by %s', async (ky, theo, says) => {
    const { text } = await read({ ...october, ky, theo })
    expect(text).toContain(says)
    expect(text).toContain('1.115 trên 2.490 hồ sơ')
  })

  test('the day before and the day after the month are other periods', async () => {
    expect((await read({ ...october, ngay: '2023-09-30' })).text).toContain('Không có hồ sơ nào')
    expect((await read({ ...october, ngay: '2023-11-01' })).text).toContain('Không có hồ sơ nào')
    const { body } = await read(october)
    expect(body).toContain(paths.figures({ ky: 'thang', ngay: '2023-09-01', theo: 'ngay', tinh: 'bac-ninh' }).replaceAll('&', '&amp;'))
    expect(body).toContain(paths.figures({ ky: 'thang', ngay: '2023-11-01', theo: 'ngay', tinh: 'bac-ninh' }).replaceAll('&', '&amp;'))
  })

  test('the file opens in a spreadsheet, says first that its numbers are made up, and has the same numbers', async () => {
    const { statusCode, body, headers, rawPayload } = await app.inject({ url: paths.figureFile('nop-truc-tuyen', { ...october, theo: 'kenh' }) })
    expect(statusCode).toBe(200)
    expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toBe('attachment; filename="so-lieu-gia-nop-truc-tuyen-thang-2023-10-01-bac-ninh.csv"')
    const lines = body.slice(1).split('\r\n')
    expect(lines[0]).toMatch(/^"SỐ LIỆU GIẢ/)
    expect(lines).toContain('"Trực tiếp",1375,0,"0.00"')
    expect(lines).toContain('"Cả kỳ",2490,1115,"44.78"')
    expect((await app.inject({ url: paths.figureFile('khong-co') })).statusCode).toBe(404)
  })
})

describe('a province that was merged (E1)', () => {
  test('in a period that reaches past the merger it has the dossiers of those it was merged from', async () => {
    const { text } = await read({ ky: 'nam', ngay: '2025-03-10', tinh: 'bac-ninh' })
    expect(text).toContain('Năm 2025 · Bắc Ninh')
    expect(text).toContain('1 trên 3 hồ sơ')
    expect((await read({ ky: 'thang', ngay: '2025-03-10', tinh: 'bac-ninh' })).text).toContain('1 trên 1 hồ sơ')
  })

  test('an address that names the old province shows the one it lies in, and not the whole country', async () => {
    expect((await read({ ky: 'nam', ngay: '2025-03-10', tinh: 'bac-giang' })).text).toContain('Năm 2025 · Bắc Ninh')
    expect((await read({ ky: 'thang', ngay: '2025-03-10', tinh: 'bac-giang' })).text).toMatch(/Tháng 03\/2025 · Bắc Giang.*0 trên 2 hồ sơ/)
    expect((await read({ ky: 'thang', ngay: '2023-10-10', tinh: 'hue' })).text).toContain('Tháng 10/2023 · Thừa Thiên Huế')
    expect((await read({ ky: 'thang', ngay: '2023-10-10', tinh: 'atlantis' })).text).toContain('Tháng 10/2023 · Cả nước')
  })
})

describe('the page itself', () => {
  test('has every figure with its definition in both languages, also where there is nothing to show', async () => {
    for (const lang of ['vi', 'en'] as const) {
      const { text } = await read({ ngay: '2022-01-01' }, lang)
      for (const figure of figures) {
        expect(text).toContain(figure.title[lang])
        for (const sentence of figure.definition) expect(text).toContain(sentence[lang])
      }
      expect(text).not.toMatch(/undefined|NaN/)
    }
  })

  test('the map has every province and both archipelagos, with the number of the province they belong to', async () => {
    expect(provincesOn('2026-11-20').filter(({ id }) => !hasTile(id))).toEqual([])
    const { body } = await read({ ...october, tinh: '' })
    const map = /<svg[^>]*aria-labelledby="ban-do-title ban-do-desc"[\s\S]*?<\/svg>/.exec(body)?.[0] ?? ''
    expect(map).toContain('Hoàng Sa (Đà Nẵng)')
    expect(map).toContain('Trường Sa (Khánh Hòa)')
    expect(map).toMatch(/>Hoàng Sa<[\s\S]*>25,00\u00a0%</)
    expect(map).toContain('SỐ LIỆU GIẢ')
    expect(map.match(/<rect [^>]*rx=/g)).toHaveLength(36)
  })

  test('every picture bears the stamp and has words for who does not see it', async () => {
    const { body } = await read(october)
    const pictures = body.match(/<svg [^>]*role="img"[\s\S]*?<\/svg>/g) ?? []
    expect(pictures).toHaveLength(2)
    for (const picture of pictures) {
      expect(picture).toContain('SỐ LIỆU GIẢ')
      expect(picture).toMatch(/<title id="[\w-]+">.+<\/title><desc id="[\w-]+">.+<\/desc>/)
    }
    expect(body).not.toContain('<script')
    expect(body).not.toContain('style=')
  })

  test.each(['hôm qua', '2031-01-01', '1999-01-01', '2023-02-30', "'; drop table x"])('a day that is none (%s) is said beside its field, and this month is shown', async (ngay) => {
    const { status, text, body } = await read({ ...october, ngay })
    expect(status).toBe(200)
    expect(text).toContain('Chọn một ngày từ 01/01/2018 đến 20/11/2026')
    expect(text).toContain('Tháng 11/2026')
    expect(body).toContain('href="#ngay"')
  })
})

function made(seed: string, province: string, online: boolean, acceptedOn: string): EarlierDossier {
  const hash = createHash('sha256').update(seed).digest('hex')
  return { id: `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`, province, channel: online ? 'online' : 'in-person', acceptedOn }
}

/** The dossiers of one month, made up one by one: the first and the last day of it among them. */
function bacNinh(): EarlierDossier[] {
  return Array.from({ length: 2490 }, (_, index) => made(`bac-ninh ${index}`, 'bac-ninh', (index * 1115) % 2490 < 1115, `2023-10-${String((index % 31) + 1).padStart(2, '0')}`))
}

/** Provinces that lie in Da Nang now: one of four online. */
function elsewhere(): EarlierDossier[] {
  return ['da-nang', 'quang-nam', 'quang-nam', 'quang-nam'].map((province, index) => made(`${province} ${index}`, province, index === 0, '2023-10-10'))
}

/** Of 2025: two provinces that are one since July. */
function beforeTheMerger(): EarlierDossier[] {
  return [made('2025 a', 'bac-ninh', true, '2025-03-10'), made('2025 b', 'bac-giang', false, '2025-03-10'), made('2025 c', 'bac-giang', false, '2025-03-11')]
}
