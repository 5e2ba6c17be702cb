/**
 * Two commands on one dossier, on two real connections, one runnable at a time: the first is stopped at a boundary, the second
 * goes on until it has ended or waits for a lock, then the first goes on. Whatever comes of it must be what one of the two
 * orders, one after the other, would have given.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { driveBoundaries } from '../../../src/platform/db/boundary.ts'
import { Refusal } from '../../../src/platform/values/refusal.ts'

export interface Command {
  readonly name: string
  run(): Promise<unknown>
}

/** What is asked of the world between two runs. */
export interface Ground {
  goBack(): Promise<void>
  /** Everything that a command may change, in words that two runs can share: no ids, no instants. */
  look(): Promise<Readonly<Record<string, unknown>>>
  /** Whether somebody waits for a lock. */
  isBlocked(): Promise<boolean>
  /** The promises broken now, by name. */
  broken(): Promise<string[]>
}

/** One order that gave what no order one after the other gives, or that broke a promise. */
export interface Wrong {
  readonly pair: string
  readonly at: string
  /** What was seen and not expected, beside each of the two orders. */
  readonly differs: readonly string[]
  readonly broken: readonly string[]
}

export interface Explored {
  readonly schedules: number
  readonly wrongs: readonly Wrong[]
  /** Places at which a command was stopped. */
  readonly boundaries: ReadonlySet<string>
}

interface Gate {
  pass(place: string): Promise<void>
  readonly held: Promise<void>
  readonly places: readonly string[]
  release(): void
}

const acting = new AsyncLocalStorage<Gate>()

/** @param stopAt the boundary at which whoever acts behind this gate is held; -1: none */
function openGate(stopAt: number): Gate {
  const places: string[] = []
  const [released, release] = signal()
  const [held, arrive] = signal()
  return {
    places, held, release,
    async pass(place) {
      places.push(place)
      if (places.length - 1 !== stopAt) return
      arrive()
      await released
    },
  }
}

function signal(): [Promise<void>, () => void] {
  let done = () => {}
  const promise = new Promise<void>((resolve) => {
    done = resolve
  })
  return [promise, done]
}

async function endingOf(command: Command): Promise<string> {
  try {
    await command.run()
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    return error instanceof Error ? `error: ${error.message}` : 'error'
  }
}

/** Watches boundaries from here on. @returns how to stop */
export function watch(): () => void {
  driveBoundaries(async (name, about) => acting.getStore()?.pass(`${name} ${about}`))
  return () => driveBoundaries(undefined)
}

export interface Effort {
  /** The most interruptions of one pair. */
  readonly most?: number | undefined
  /** Promises are asked once for each outcome that looks alike, not after every order. */
  readonly thrifty?: boolean
}

/** Leads a pair through both orders and every interruption of the one by the other. */
export async function explore(pair: readonly [Command, Command], ground: Ground, { most = Number.POSITIVE_INFINITY, thrifty = false }: Effort = {}): Promise<Explored> {
  const [one, other] = pair
  const sound = new Set<string>()
  const allowed = new Set<string>()
  for (const isTurned of [false, true]) {
    const first = await endingOf(isTurned ? other : one)
    const second = await endingOf(isTurned ? one : other)
    allowed.add(told(isTurned ? [second, first] : [first, second], await ground.look()))
    await ground.goBack()
  }
  const wrongs: Wrong[] = []
  const boundaries = new Set<string>()
  let schedules = 0
  for (const isTurned of [false, true]) {
    const [first, second] = isTurned ? [other, one] : [one, other]
    for (let stopAt = 0; schedules < most; stopAt += 1) {
      const met = await interrupt(first, second, stopAt, ground)
      if (!met) break
      schedules += 1
      boundaries.add(met.at)
      const [a, b] = met.endings
      const saw = told(isTurned ? [b, a] : [a, b], await ground.look())
      const broken = thrifty && sound.has(saw) ? [] : await ground.broken()
      if (broken.length === 0) sound.add(saw)
      if (!allowed.has(saw) || broken.length > 0) {
        wrongs.push({ pair: `${one.name} / ${other.name}`, at: `${first.name} stopped at ${met.at}`, differs: [...allowed].map((other) => difference(saw, other)), broken })
      }
      await ground.goBack()
    }
  }
  return { schedules, wrongs, boundaries }
}

function told([one, other]: readonly [string, string], looks: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ endings: `${one} / ${other}`, ...looks })
}

/** Only what differs, as `name: seen ≠ expected`. */
function difference(seen: string, expected: string): string {
  const [here, there]: [Record<string, unknown>, Record<string, unknown>] = [JSON.parse(seen), JSON.parse(expected)]
  const names = Object.keys({ ...here, ...there }).filter((name) => JSON.stringify(here[name]) !== JSON.stringify(there[name]))
  return names.map((name) => `${name}: ${JSON.stringify(here[name])} ≠ ${JSON.stringify(there[name])}`).join('; ')
}

async function interrupt(first: Command, second: Command, stopAt: number, ground: Ground): Promise<{ at: string; endings: readonly [string, string] } | undefined> {
  const gate = openGate(stopAt)
  const a = acting.run(gate, () => endingOf(first))
  const wasHeld = await Promise.race([gate.held.then(() => true), a.then(() => false)])
  if (!wasHeld) {
    await ground.goBack()
    return undefined
  }
  let ended = false
  const b = acting.run(openGate(-1), () => endingOf(second)).finally(() => {
    ended = true
  })
  while (!ended && !(await ground.isBlocked())) await Promise.race([b, pause(3)])
  gate.release()
  return { at: gate.places[stopAt] ?? '', endings: await Promise.all([a, b]) }
}
