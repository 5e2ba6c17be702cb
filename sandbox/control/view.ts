/** What the control page shows, gathered before it is rendered. */
import type { ControlAction, SandboxSystem, Words } from '../kit/index.ts'
import type { FaultMode, FaultSetting } from '../kit/faults.ts'
import type { LoggedRequest } from '../kit/request-log.ts'
import type { Person } from '../people/person.ts'
import type { World } from '../kit/world.ts'
import { nextDue } from './commands.ts'

export interface SystemView {
  name: string
  prefix: string
  title: Words
  faults: FaultSetting
  fired: number
  actions: ControlAction[]
  /** Made by the system itself, which escapes it. */
  panel: string | undefined
}

export interface ControlView {
  now: Date
  rate: number
  /** Earliest due date of an open dossier, if the service tells one that is still ahead. */
  dueAt: Date | undefined
  webUrl: string
  chaos: number
  cast: Person[]
  generated: number
  staff: Person[]
  systems: SystemView[]
  requests: LoggedRequest[]
  requestTotal: number
  message: string | undefined
}

export async function gather(world: World, message: string | undefined): Promise<ControlView> {
  const now = await world.clock.now()
  const [due, citizens, staff, total] = await Promise.all([
    nextDue(world), world.people.list({ staff: false, limit: 12 }), world.people.list({ staff: true }), world.people.count({ staff: false }),
  ])
  const dueAt = due === undefined ? undefined : new Date(due)
  return {
    now, rate: await world.clock.rate(), dueAt: dueAt && dueAt > now ? dueAt : undefined,
    webUrl: world.webUrl, chaos: world.faults.chaos(), cast: citizens, generated: Math.max(0, total - citizens.length), staff,
    systems: await Promise.all(world.systems.map((system) => viewOf(world, system))),
    requests: world.log.list(40), requestTotal: world.log.total(), message,
  }
}

async function viewOf(world: World, system: SandboxSystem): Promise<SystemView> {
  const fired: Partial<Record<FaultMode, number>> = world.faults.fired()[system.name] ?? {}
  const box = world.boxOf(system.name)
  const panel = await system.control?.panel?.(box).catch((problem: unknown) => {
    box.log.warn({ system: system.name, problem: String(problem) }, 'panel failed')
    return undefined
  })
  return {
    name: system.name, prefix: system.prefix, title: system.title, faults: world.faults.get(system.name),
    fired: Object.values(fired).reduce((sum, count) => sum + count, 0), actions: system.control?.actions ?? [], panel,
  }
}
