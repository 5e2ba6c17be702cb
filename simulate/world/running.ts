/** The system under simulation: one of our own on free ports and a fresh folder, or one that runs already. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSystem, type System } from '../../scripts/launcher/system.ts'
import type { Options } from '../options.ts'

export interface Running {
  readonly webUrl: string
  readonly sandboxUrl: string
  readonly databaseUrl: string
  readonly sandboxDatabaseUrl: string
  /** Only of a system started here: its processes may be killed. */
  readonly system: System | undefined
  /** Where a system started here keeps everything. */
  readonly data: string
  /** Stops what was started here, and throws its data away unless it is to be kept. */
  close(): Promise<void>
  /** Throws kept data away after all. */
  forget(): void
}

/** @param tell hears what is being done, one line at a time @param env more settings for the processes */
export async function startOrJoin(options: Pick<Options, 'running' | 'keep'>, tell: (line: string) => void, env: Readonly<Record<string, string>>, abort: AbortSignal): Promise<Running> {
  if (options.running) {
    const { url, ...rest } = options.running
    return { webUrl: url, ...rest, system: undefined, data: '', close: async () => {}, forget: () => {} }
  }
  const data = mkdtempSync(join(tmpdir(), 'toan-trinh-simulate-'))
  const forget = () => rmSync(data, { recursive: true, force: true, maxRetries: 3 })
  const end = () => (options.keep ? tell(`kept: ${data}`) : forget())
  try {
    const [web, sandbox] = [await freePort(), await freePort()]
    const system = await openSystem({
      data, ports: { web, sandbox }, abort,
      env: { ...process.env, MODE: 'simulation', DATABASE_URL: '', PUBLIC_URL: '', LOG_LEVEL: 'warn', ...env },
      tell: (_vi, en) => tell(en),
    })
    if (!system.sandboxUrl) throw new Error('a simulation needs the simulated outside world')
    const beside = new URL(system.databaseUrl)
    beside.pathname = '/sandbox'
    return {
      webUrl: system.webUrl, sandboxUrl: system.sandboxUrl, databaseUrl: system.databaseUrl, sandboxDatabaseUrl: beside.href, system, data, forget,
      async close() {
        await system.stop()
        end()
      },
    }
  } catch (error) {
    end()
    throw error
  }
}

/** A port that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no free port'))))
    })
  })
}
