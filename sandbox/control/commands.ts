/** What the control page and its JSON API can do; both call these, so that a demonstration and a test do the same. */
import { z } from 'zod'
import type { ControlAction, SandboxSystem } from '../kit/box.ts'
import { workingDaysLater } from '../kit/clock.ts'
import { faultModes, type FaultSetting } from '../kit/faults.ts'
import type { World } from '../kit/world.ts'

/** Something the caller asked for that cannot be done; `status` is the HTTP answer. */
export class CommandError extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const share = z.coerce.number().min(0).max(1)
const faultInput = z.object({
  mode: z.enum(faultModes).optional(),
  share: share.optional(),
  latencyMs: z.coerce.number().int().min(0).max(120_000).optional(),
})
const passInput = z.object({
  hours: z.coerce.number().positive().max(24 * 366).optional(),
  workingDays: z.coerce.number().int().positive().max(400).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
})
const actionInput = z.record(z.string(), z.coerce.string())

function parse<T>(shape: z.ZodType<T>, input: unknown): T {
  const result = shape.safeParse(input ?? {})
  if (!result.success) throw new CommandError(422, z.prettifyError(result.error))
  return result.data
}

function findSystem(world: World, name: string): SandboxSystem {
  const system = world.systems.find((candidate) => candidate.name === name)
  if (!system) throw new CommandError(404, `no system is called ${name}`)
  return system
}

export async function setFaults(world: World, name: string, input: unknown): Promise<FaultSetting> {
  const system = findSystem(world, name)
  return world.faults.set(system.name, parse(faultInput, input))
}

export async function setChaos(world: World, input: unknown): Promise<number> {
  const wanted = parse(z.object({ share }), input)
  await world.faults.setChaos(wanted.share)
  return wanted.share
}

export async function runAction(world: World, name: string, id: string, input: unknown): Promise<string> {
  const system = findSystem(world, name)
  const action: ControlAction | undefined = system.control?.actions.find((candidate) => candidate.id === id)
  if (!action) throw new CommandError(404, `${name} has no action ${id}`)
  try {
    return await action.run(world.boxOf(name), parse(actionInput, input))
  } catch (problem) {
    throw new CommandError(409, problem instanceof Error ? problem.message : String(problem))
  }
}

export interface ClockState {
  now: string
  rate: number
}

export async function readClock(world: World): Promise<ClockState> {
  return { now: (await world.clock.now()).toISOString(), rate: await world.clock.rate() }
}

/** Moves the clock by hours, working days, or to an instant; then lets every system do what has become due. */
export async function passTime(world: World, input: unknown): Promise<ClockState> {
  const wish = parse(passInput, input)
  const now = await world.clock.now()
  const target = wish.until !== undefined ? new Date(wish.until)
    : wish.workingDays !== undefined ? workingDaysLater(now, wish.workingDays)
    : wish.hours !== undefined ? new Date(now.getTime() + wish.hours * 3_600_000)
    : undefined
  if (!target) throw new CommandError(422, 'say hours, workingDays or until')
  if (target <= now) throw new CommandError(409, 'the clock moves forward only')
  await world.clock.moveTo(target)
  await world.tick()
  return readClock(world)
}

export async function setRate(world: World, input: unknown): Promise<ClockState> {
  const { rate } = parse(z.object({ rate: z.coerce.number().positive().max(100_000) }), input)
  await world.clock.setRate(rate)
  return readClock(world)
}

/** The earliest due date of any open dossier, asked of the service under test; undefined where it does not tell. */
export async function nextDue(world: World): Promise<string | undefined> {
  try {
    const answer = await fetch(`${world.webUrl}/may/so-lieu/next-due`, { signal: AbortSignal.timeout(700) })
    if (!answer.ok) return undefined
    const body = z.object({ nextDue: z.iso.datetime({ offset: true }).nullish() }).safeParse(await answer.json())
    return body.data?.nextDue ?? undefined
  } catch {
    return undefined
  }
}
