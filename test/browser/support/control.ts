/** The simulation's control page, its buttons pressed as a person would. */
import type { Browser } from 'playwright-core'
import type { SharedSystem } from './system-host.ts'

export interface Control {
  workingDayPasses(): Promise<void>
  /** Opens an action of a system's card, fills what is given (by field name) and presses its button. */
  does(system: string, action: string, fields?: Readonly<Record<string, string>>): Promise<void>
}

export async function openControl(system: SharedSystem, browser: Browser): Promise<Control> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  return {
    async workingDayPasses() {
      await page.goto(`${system.sandboxUrl}/`)
      await page.getByRole('button', { name: /\+1 ngày làm việc/ }).click()
      await page.waitForLoadState()
    },
    async does(name, action, fields = {}) {
      await page.goto(`${system.sandboxUrl}/`)
      const form = page.locator(`form[action="/control/systems/${name}/actions/${action}"]`)
      await page.locator('details', { has: form }).locator('summary').click()
      for (const [field, value] of Object.entries(fields)) {
        const one = form.locator(`[name=${field}]`)
        await (await one.evaluate((element) => element.tagName === 'SELECT') ? one.selectOption(value) : one.fill(value))
      }
      await form.getByRole('button').click()
      await page.waitForLoadState()
    },
  }
}
