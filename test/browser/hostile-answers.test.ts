/** What somebody types is text, on every page and for everybody who reads it (TH1, S9). */
import { expect, test } from 'vitest'
import { answers, files } from './support/exchange.ts'
import { opens } from './support/office.ts'
import { openBrowserWorld } from './support/world.ts'

const HOSTILE = '<img src=/danh-cap onerror=alert(1)>"\'><script>alert(2)</script>'

test('an address that is a program is read as text by citizen and officer, and nothing of it runs', async () => {
  await using world = await openBrowserWorld()
  const [nam, oanh] = [await world.comes('nam'), await world.comes('oanh')]
  const ran: string[] = []
  for (const { page } of [nam, oanh]) {
    page.on('dialog', async (dialog) => {
      ran.push(dialog.message())
      await dialog.dismiss()
    })
    page.on('request', (request) => {
      if (request.url().includes('danh-cap')) ran.push(request.url())
    })
  }
  await nam.signsIn()
  await nam.waitsFor('Đổi giấy phép này')
  await answers(nam, { portrait: await nam.portrait(), classChoice: 'Hạng C1E', street: HOSTILE })
  expect(await nam.reads()).toContain(HOSTILE)
  await files(nam)
  expect(await nam.reads()).toContain(HOSTILE)
  const [code = ''] = /TT-\w{4}-\w{4}/.exec(await nam.reads()) ?? []
  await nam.looks('nam-01-hostile')

  await oanh.signsIn('/can-bo')
  await opens(oanh, code)
  expect(await oanh.reads()).toContain(HOSTILE)
  await oanh.looks('oanh-05-hostile')
  await oanh.goes('/can-bo')
  await oanh.page.getByRole('searchbox').fill(HOSTILE)
  await oanh.page.keyboard.press('Enter')
  expect(await oanh.page.getByRole('searchbox').inputValue()).toBe(HOSTILE)
  expect(ran).toEqual([])
  for (const visitor of [nam, oanh]) expect(visitor.complaints).toEqual([])
})
