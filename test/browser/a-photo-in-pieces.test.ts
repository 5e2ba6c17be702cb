/** A photo on a line that breaks: the page goes on by itself, and when it can't, with one press (P5). */
import { expect, test } from 'vitest'
import { openBrowserWorld, type Visitor } from './support/world.ts'

/** At the portrait's page of a draft of one's own. */
async function atPortrait(visitor: Visitor): Promise<void> {
  await visitor.signsIn()
  await visitor.waitsFor('Đổi giấy phép này')
  await visitor.presses('Đổi giấy phép này')
  await visitor.page.waitForURL(/\/ho-so-nhap\//)
  const [, draft = ''] = /(\/ho-so-nhap\/[^/]+)/.exec(visitor.page.url()) ?? []
  await visitor.goes(`${draft}/anh`)
}

test('Em’s photo goes on after two breaks by itself, waits for her when the line is gone, and is never sent twice', async () => {
  await using world = await openBrowserWorld()
  const em = await world.comes('em')
  await atPortrait(em)
  await em.looks('em-anh-01')
  const photo = await em.portrait('large')
  let [pieces, broken, gone] = [0, 0, false]
  const sizes: number[] = []
  await em.page.route('**/anh/gui/**', async (route) => {
    if (route.request().method() === 'PATCH') pieces += 1
    const isBreak = gone || (route.request().method() === 'PATCH' && (pieces === 2 || pieces === 4))
    if (!isBreak) return route.continue()
    broken += 1
    return route.abort('connectionreset')
  })
  em.page.on('request', (request) => {
    if (request.isNavigationRequest() && request.method() === 'POST') sizes.push(Number(request.headers()['content-length'] ?? request.postDataBuffer()?.length ?? 0))
  })
  await em.page.locator('#picture').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo })
  await em.page.waitForFunction(() => document.querySelector('script[src*="send-pieces"]') !== null)
  await em.page.waitForLoadState('networkidle')
  await em.presses('Gửi ảnh này')
  await em.page.waitForURL(/xem=/, { timeout: 60_000 })
  expect(broken).toBe(2)
  expect(await em.reads()).toContain('Ảnh 3×4 sẽ in trên giấy phép')
  // The form that follows names the picture and does not carry it again.
  expect(Math.max(...sizes)).toBeLessThan(10_000)

  await em.goes(`${new URL(em.page.url()).pathname}?khac`)
  gone = true
  await em.page.locator('#picture').setInputFiles({ name: 'IMG_0002.jpg', mimeType: 'image/jpeg', buffer: photo })
  await em.page.waitForFunction(() => document.querySelector('script[src*="send-pieces"]') !== null)
  await em.page.waitForLoadState('networkidle')
  await em.presses('Gửi ảnh này')
  await em.page.getByText(/Ảnh không mất/).waitFor()
  await em.looks('em-anh-02-waiting')
  gone = false
  await em.page.waitForURL(/xem=/, { timeout: 60_000 })
  expect(em.complaints).toEqual([])
})
