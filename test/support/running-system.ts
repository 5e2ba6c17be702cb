/** The whole system as a person meets it: every process, on free ports and data of its own. For browser tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { settleOrphan } from '../../scripts/first/orphan.mjs'
import { openSystem, type System, type SystemOptions } from '../../scripts/launcher/system.ts'

/** What vitest puts into the environment, some of it under the names of our own settings. */
const VITEST = /^(MODE|DEV|PROD|SSR|BASE_URL|NODE_ENV|TEST|VITEST.*|npm_.*)$/

/** The environment as a person's terminal has it. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !VITEST.test(name)))
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))))
    })
  })
}

export type RunningSystem = System & { readonly data: string; [Symbol.asyncDispose](): Promise<void> }

/**
 * Starts everything; `await using` stops it and forgets its data.
 * @param env further settings, as SANDBOX_CAST @param more what only fault proofs ask for; `below`: the folder that its data is put into
 */
export async function openRunningSystem(env: Readonly<Record<string, string>> = {}, { below = tmpdir(), ...more }: Pick<SystemOptions, 'bundles' | 'backOffMs'> & { below?: string } = {}): Promise<RunningSystem> {
  const data = mkdtempSync(join(below, 'toan-trinh-system-'))
  const ports = { web: await freePort(), sandbox: await freePort() }
  const forget = async () => {
    for (const path of [...(await settleOrphan(data)), data]) rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  }
  const system = await openSystem({ data, ports, env: { ...plainEnvironment(), LOG_LEVEL: 'warn', ...env }, tell: () => {}, ...more }).catch(async (error: unknown) => {
    await forget()
    throw error
  })
  return {
    ...system, data,
    async [Symbol.asyncDispose]() {
      await system.stop()
      await forget()
    },
  }
}
