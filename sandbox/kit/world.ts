import type { People } from '../people/person.ts'
import type { Box, SandboxSystem } from './box.ts'
import type { Clock } from './clock.ts'
import type { FaultEngine } from './faults.ts'
import type { RequestLog } from './request-log.ts'

/** The running sandbox as its control page sees it. */
export interface World {
  systems: readonly SandboxSystem[]
  boxOf(system: string): Box
  people: People
  faults: FaultEngine
  clock: Clock
  log: RequestLog
  webUrl: string
  url: string
  /** Runs the due work of every system now. */
  tick(): Promise<void>
}
