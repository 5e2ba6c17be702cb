/** The running system that all browser tests share: started once a run, in vitest's main process, with data of its own. */
import type { TestProject } from 'vitest/node'
import { scratchFolder } from '../../../scripts/testing/scratch.ts'
import { openRunningSystem } from '../../support/running-system.ts'

/** Where the tests find it. */
export interface SharedSystem {
  readonly webUrl: string
  readonly sandboxUrl: string
  /** The owner's address of the main database. */
  readonly databaseUrl: string
  /** Absolute folder of everything it keeps. */
  readonly data: string
}

declare module 'vitest' {
  interface ProvidedContext {
    system: SharedSystem
  }
}

/** Vitest's global set-up. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const system = await openRunningSystem({ SANDBOX_CAST: 'demo+18' }, { below: scratchFolder() })
  const { webUrl, sandboxUrl, databaseUrl, data } = system
  if (!sandboxUrl) throw new Error('a test needs the simulated outside')
  project.provide('system', { webUrl, sandboxUrl, databaseUrl, data })
  return () => system[Symbol.asyncDispose]()
}
