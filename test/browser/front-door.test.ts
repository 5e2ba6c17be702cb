import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openRunningSystem } from '../support/running-system.ts'

test('the front door says that it is a simulation, is free of known barriers, and asks nobody but itself', async () => {
  await using system = await openRunningSystem()
  await using browser = await openBrowser()
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN' })
    const page = await context.newPage()
    const asked = new Set<string>()
    page.on('request', (request) => asked.add(new URL(request.url()).origin))
    await page.goto(system.webUrl)
    expect(await page.locator('body').innerText()).toContain('Bản mô phỏng · dữ liệu giả · không phải cổng của Nhà nước')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
    expect([...asked]).toEqual([system.webUrl])
    await context.close()
  }
})
