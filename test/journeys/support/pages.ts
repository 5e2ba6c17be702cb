/** All pages of the service upon a world, listening, for browsers that sign in with the simulated eID. */
import { Agent } from 'undici'
import { type Browser, openBrowser } from '../../../simulate/visitor/browser.ts'
import { closePortraitEngine } from '../../../src/capabilities/portraits/index.ts'
import { createServer } from '../../../src/platform/http/server.ts'
import { registerPages } from '../../../src/web/pages.ts'
import { type CaseWorld, openCaseWorld } from '../../support/case-world.ts'
import { freePort } from '../../support/running-system.ts'

/** With a browser that has never been here. */
export async function openPages(): Promise<{ world: CaseWorld; browser: Browser; home: string; close(): Promise<void> }> {
  const port = await freePort()
  const home = `http://127.0.0.1:${port}`
  const world = await openCaseWorld(undefined, home)
  const assets = { stylesheet: '/tai-san/test.css' }
  const app = await createServer(world.platform)
  await registerPages(app, { platform: world.platform, assets: { citizen: assets, staff: assets } })
  await app.listen({ port, host: '127.0.0.1' })
  const agent = new Agent()
  return {
    world, home, browser: openBrowser({ requests: 0, errors: {}, pageMs: [] }, agent, home),
    async close() {
      await agent.close()
      await app.close()
      await closePortraitEngine(world.platform)
      await world[Symbol.asyncDispose]()
    },
  }
}
