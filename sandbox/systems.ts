/** All simulated systems, in the order of the control page. A new one is one import and one line. */
import type { SandboxSystem } from './kit/index.ts'

export const systems: readonly SandboxSystem[] = [
]
