/** The web process. */
import fastifyStatic from '@fastify/static'
import { openApp } from './app.ts'
import { closePortraitEngine, portraitEngine } from './capabilities/portraits/index.ts'
import { registerCompression } from './platform/http/compress.ts'
import { createServer } from './platform/http/server.ts'
import { ConfigError } from './platform/config.ts'
import { every } from './platform/background/every.ts'
import { endWithParent, sayReady } from './platform/background/process.ts'
import { showMetrics } from './platform/observability/shown-metrics.ts'
import { registerPages } from './web/pages.ts'
import { ASSETS_PREFIX, readAssets } from './web/kit/index.ts'

const FIGURES_MS = 15_000

async function main(): Promise<void> {
  const platform = openApp('web')
  const app = await createServer(platform)
  await registerCompression(app)
  await app.register(fastifyStatic, { root: platform.config.assetsDir, prefix: ASSETS_PREFIX, immutable: true, maxAge: '365d', index: false })
  await registerPages(app, { platform, assets: readAssets(platform.config.assetsDir) })
  platform.metrics.watchProcess()
  const stopShowing = every(FIGURES_MS, () => showMetrics(platform, platform.process), platform.log, 'figures')
  await app.listen({ port: platform.config.port, host: platform.config.host })
  // Only now: processes that warm up take the cores that its first answer needs.
  portraitEngine(platform)
  endWithParent(async () => {
    stopShowing()
    await app.close()
    await closePortraitEngine(platform)
    await platform.close()
  })
  sayReady()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
