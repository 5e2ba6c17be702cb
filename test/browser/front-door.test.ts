import { expect, test } from 'vitest'
import { openBrowserWorld } from './support/world.ts'

const BAND = 'Bản mô phỏng · dữ liệu giả · không phải cổng của Nhà nước'
const LIMIT_BYTES = 60 * 1024

test('whoever opens the service is told that it is a simulation, meets no barrier, and is sent nowhere else', async () => {
  await using world = await openBrowserWorld()
  const an = await world.comes('an')
  const asked = new Set<string>()
  an.page.on('request', (request) => asked.add(new URL(request.url()).origin))
  for (const [name, path] of [['start', '/'], ['help', '/tro-giup'], ['privacy', '/quyen-rieng-tu'], ['not-there', '/khong-co']] as const) {
    await an.goes(path)
    expect(await an.page.locator('body').innerText()).toContain(BAND)
    await an.looks(`public-${name}`)
  }
  expect([...asked]).toEqual([world.system.webUrl])
  expect(an.complaints).toEqual([])
})

test('the first view of the start page weighs at most 60 KB on the wire, fonts apart', async () => {
  await using world = await openBrowserWorld()
  const an = await world.comes('an')
  const session = await an.context.newCDPSession(an.page)
  await session.send('Network.enable')
  const weights = new Map<string, { type: string; bytes: number }>()
  session.on('Network.responseReceived', ({ requestId, type }) => weights.set(requestId, { type, bytes: 0 }))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const weight = weights.get(requestId)
    if (weight) weight.bytes = encodedDataLength
  })
  await an.page.goto(world.system.webUrl, { waitUntil: 'networkidle' })
  const bytes = [...weights.values()].filter(({ type }) => type !== 'Font').reduce((sum, one) => sum + one.bytes, 0)
  expect(weights.size).toBeGreaterThan(2)
  expect(bytes).toBeLessThanOrEqual(LIMIT_BYTES)
})
