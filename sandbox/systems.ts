/** All simulated systems, in the order of the control page. A new one is one import and one line. */
import type { SandboxSystem } from './kit/index.ts'
import { system as paymentPlatform } from './payment-platform/system.ts'
import { system as healthRecords } from './health-records/system.ts'
import { system as violations } from './traffic-police/system.ts'

export const systems: readonly SandboxSystem[] = [
  healthRecords,
  violations,
]
