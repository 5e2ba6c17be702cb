/** A real worker process upon the database of a test's world: it is killed with SIGKILL, and started again as the launcher does. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { keepAlive } from '../../../scripts/launcher/children.ts'
import type { CaseWorld } from '../../support/case-world.ts'
import { plainEnvironment } from '../../support/running-system.ts'
import { bundleDriven, type Planting } from './bundles.ts'

export interface HiredWorker extends AsyncDisposable {
  /** kill -9; settles once another one has taken its place. */
  kill(): Promise<void>
}

const MOST_MS = 30_000

/** While it is hired the world's own worker must rest: two would take each other's jobs. */
export async function hireWorker({ platform }: CaseWorld, planting?: Planting): Promise<HiredWorker> {
  const { worker } = await bundleDriven(planting)
  const logs = mkdtempSync(join(tmpdir(), 'toan-trinh-worker-'))
  const { dataDir, sandboxUrl, publicUrl } = platform.config
  const env = { ...plainEnvironment(), DATABASE_URL: platform.url, DATA_DIR: dataDir, SANDBOX_URL: sandboxUrl, SANDBOX_PORT: new URL(sandboxUrl).port, PUBLIC_URL: publicUrl, LOG_LEVEL: 'warn', PROVE_FOLDER: '' }
  const child = keepAlive({ name: 'worker', script: worker, env, logs, backOffMs: [50] }, () => {}, () => {})
  await child.ready()
  return {
    async kill() {
      const [{ pid }, before, since] = [child, child.restarts, performance.now()]
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
      while (child.restarts === before || child.pid === undefined) {
        if (performance.now() - since > MOST_MS) throw new Error('the killed worker never came back')
        await pause(20)
      }
    },
    async [Symbol.asyncDispose]() {
      await child.stop()
      rmSync(logs, { recursive: true, force: true })
    },
  }
}
