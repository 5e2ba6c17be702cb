/** A photo on a line that breaks: the page goes on by itself, and when it can't, with one press (P5). */
import { expect, test } from 'vitest'
import { openBrowserWorld, type Visitor } from './support/world.ts'

/** At the portrait's page of a draft of one's own. */
async function atPortrait(visitor: Visitor): Promise<void> {
  await visitor.signsIn()
  // Begun by pressing on, also where nothing has to be done yet.
  const start = visitor.page.locator('form[action="/cua-toi/bat-dau"]').first()
  await start.waitFor({ state: 'attached' })
  await start.evaluate((form) => form instanceof HTMLFormElement && form.requestSubmit())
  await visitor.page.waitForURL(/\/ho-so-nhap\//)
  const [, draft = ''] = /(\/ho-so-nhap\/[^/]+)/.exec(visitor.page.url()) ?? []
  await visitor.goes(`${draft}/anh`)
}

test('a photo goes on after two breaks by itself, waits for its person when the line is gone, and is never sent twice', async () => {
  await using world = await openBrowserWorld()
  const sender = await world.comes('g-000000')
  await atPortrait(sender)
  await sender.looks('photo-01')
  const photo = await sender.portrait('large')
  let [pieces, broken, gone] = [0, 0, false]
  const sizes: number[] = []
  await sender.page.route('**/anh/gui/**', async (route) => {
    if (route.request().method() === 'PATCH') pieces += 1
    const isBreak = gone || (route.request().method() === 'PATCH' && (pieces === 1 || pieces === 3))
    if (!isBreak) return route.continue()
    broken += 1
    return route.abort('connectionreset')
  })
  sender.page.on('request', (request) => {
    if (request.isNavigationRequest() && request.method() === 'POST') sizes.push(Number(request.headers()['content-length'] ?? request.postDataBuffer()?.length ?? 0))
  })
  await sender.page.locator('#picture').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo })
  await sender.page.waitForFunction(() => document.querySelector('script[src*="send-pieces"]') !== null)
  await sender.page.waitForLoadState('networkidle')
  await sender.presses('Gửi ảnh này')
  await sender.page.waitForURL(/xem=/, { timeout: 60_000 })
  expect(broken).toBe(2)
  expect(await sender.reads()).toContain('Ảnh 3×4 sẽ in trên giấy phép')
  // The form that follows names the picture and does not carry it again.
  expect(Math.max(...sizes)).toBeLessThan(10_000)

  await sender.goes(`${new URL(sender.page.url()).pathname}?khac`)
  gone = true
  await sender.page.locator('#picture').setInputFiles({ name: 'IMG_0002.jpg', mimeType: 'image/jpeg', buffer: photo })
  await sender.page.waitForFunction(() => document.querySelector('script[src*="send-pieces"]') !== null)
  await sender.page.waitForLoadState('networkidle')
  await sender.presses('Gửi ảnh này')
  await sender.page.getByText(/Ảnh không mất/).waitFor()
  await sender.looks('photo-02-waiting')
  gone = false
  await sender.page.waitForURL(/xem=/, { timeout: 60_000 })
  expect(sender.complaints).toEqual([])
})
