/** The whole way in English, for the citizen and for both officers: nothing Vietnamese but names and official terms (P7). */
import { expect, test } from 'vitest'
import { provincesOn } from '../../src/catalogue/index.ts'
import { answers, files } from './support/exchange.ts'
import { vietnameseOn } from './support/vietnamese.ts'
import { openBrowserWorld, type Visitor } from './support/world.ts'

/** Names of people, places, offices (as in the register and in certificates) and clinics of the cast, a holiday, numbers of papers, the currency. */
const NAMES = [
  /Sở Giao thông vận tải [\p{L} ]+ \(mô phỏng\)/u, /\d+\/QĐ-GPLX/u, /[\d.]+ đ(?!\p{L})/u, /(?:Bệnh viện|Phòng khám|Trung tâm) [\p{L} ]+ \(mô phỏng\)/u, 'Toàn Trình', 'Ngày Văn hóa Việt Nam', 'Việt Nam',
  'Phòng Cảnh sát giao thông, Công an thành phố Hà Nội', 'Phạm Văn Dũng', 'PHẠM VĂN DŨNG', 'Dương Thị Thảo', 'Tạ Quốc Uy', 'số 14, Đường Mẫu', 'xã Ví Dụ', ...provincesOn('2026-11-20').map(({ name }) => name.vi),
]

test('Dũng files in English and two officers decide in English, and nothing on their pages is left in Vietnamese', async () => {
  await using world = await openBrowserWorld()
  const [dung, thao, uy] = [await world.comes('dung', { lang: 'en' }), await world.comes('thao', { lang: 'en' }), await world.comes('uy', { lang: 'en' })]
  const left: string[] = []
  const reads = async (visitor: Visitor, name: string) => {
    left.push(...(await vietnameseOn(visitor.page, NAMES)).map((line) => `${name}: ${line}`))
    await visitor.looks(`en-${name}`)
  }
  for (const [name, path] of [['start', '/'], ['help', '/tro-giup'], ['privacy', '/quyen-rieng-tu'], ['not-there', '/khong-co']] as const) {
    await dung.goes(path)
    await reads(dung, name)
  }
  await dung.signsIn()
  await dung.waitsFor('Exchange this licence')
  await reads(dung, 'mine')
  await answers(dung, { lang: 'en', portrait: await dung.portrait(), at: (step) => reads(dung, step) })
  const dossier = await files(dung, 'en')
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await dung.reads()) ?? []
  await reads(dung, 'filed')
  await dung.presses('Pay the fee')
  await dung.page.getByRole('button', { name: /^Thanh toán 135.000/ }).click()
  await dung.waitsFor(/nothing for you to do/)

  await thao.signsIn('/can-bo')
  await reads(thao, 'worklist')
  await thao.page.getByRole('searchbox').fill(code)
  await thao.page.keyboard.press('Enter')
  await thao.page.getByRole('link', { name: code }).click()
  await thao.presses(/^Take the dossier/)
  await reads(thao, 'taken')
  await thao.goes(`${new URL(thao.page.url()).pathname}?lam=tu-choi`)
  await reads(thao, 'refusal-form')
  await thao.goes(`${new URL(thao.page.url()).pathname}/bo-sung`)
  await reads(thao, 'supplement-form')
  await thao.follows('Back to the dossier')
  await thao.presses(/^Accept the dossier/)
  await thao.presses(/^Approve and pass on/)
  await dung.goes(dossier)
  await reads(dung, 'approved')
  await dung.follows('How')
  await reads(dung, 'how-counted')

  await uy.signsIn('/can-bo')
  await reads(uy, 'to-sign')
  await uy.page.getByRole('link', { name: /^G01\.001-/ }).first().click()
  await uy.waitsFor('Open the decision')
  await reads(uy, 'signing')
  await uy.presses('Sign this decision')
  await uy.waitsFor(/Signed by: .*time stamp/)
  await reads(uy, 'signed')
  await dung.goes(dossier)
  await dung.waitsFor('Electronic')
  await reads(dung, 'result')
  await thao.goes('/can-bo/the')
  await reads(thao, 'cards')
  expect(left).toEqual([])
  for (const visitor of [dung, thao, uy]) expect(visitor.complaints).toEqual([])
})
