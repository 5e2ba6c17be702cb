/** The days of a simulation: people come and look in, officers work, the night passes; until everybody is settled. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Agent } from 'undici'
import type { Books } from '../books/read.ts'
import { isSettled, type Memory } from '../citizen/memory.ts'
import { sit, type Sitting } from '../citizen/session.ts'
import { isHelped } from '../plan/doors.ts'
import type { ShownClock } from '../world/clock.ts'
import { type Counter, fileAt } from '../office/clerk.ts'
import { examineAt, type Surgery } from '../office/doctor.ts'
import { doRound, type Desk, type Round } from '../office/officer.ts'
import { papersOf } from '../office/paper.ts'
import type { CastOfficer, Outside } from '../world/outside.ts'
import { seededRandom } from '../world/random.ts'
import { openBrowser, type Traffic } from '../visitor/browser.ts'

export interface Stage {
  readonly home: string
  readonly seed: number
  readonly atOnce: number
  /** Beyond these something hangs, or a source never answers. */
  readonly mostDays: number
  readonly memories: readonly Memory[]
  readonly officers: readonly CastOfficer[]
  readonly outside: Outside
  /** The counter at which somebody asks for help. */
  readonly counterFor: (memory: Memory) => Counter
  readonly surgery: Surgery
  readonly clock: ShownClock
  /** Shown seconds to a real one: while people sit at keyboards, and in the rest of the working day. */
  readonly pace: { readonly keyboard: number; readonly between: number }
  readonly books: Books
  readonly agent: Agent
  readonly traffic: Traffic
  readonly tell: (line: string) => void
  readonly abort: AbortSignal
}

/** People first come on one of these days. */
const ARRIVAL_DAYS = 3
/** Who heard nothing looks in after so many days; who is told something looks in at once. */
const LOOK_IN_DAYS = 2
/** As wide as the register's picture, so that each face is drawn once: drawing costs more than anything else outside. */
const PICTURE_WIDTH = 900
const CLOSING_HOUR = 17
const HOUR_SECONDS = 3_600
const ROUND_PAUSE_MS = 250
/** While people wait for an evening or a morning to be quiet, the clock all but stands: nothing new becomes due. */
const STILL = 1
/** After a page that did not come, or one whose paper is still being drawn up. */
const WAITING_PAUSE_MS = 1_000
/** How long an evening may take until nothing is left to do, in real time. */
const EVENING_MS = 180_000

/** The rest of the working day, as long as somebody waits for an hour of it. */
async function passHours({ clock, pace, books, abort }: Stage): Promise<void> {
  if (pace.between <= pace.keyboard) return
  await clock.run(pace.between)
  while ((await clock.secondsUntil(CLOSING_HOUR)) > 0 && (await books.countWaiting()) > 0) {
    abort.throwIfAborted()
    await clock.pass(HOUR_SECONDS)
  }
}

interface Sitter {
  readonly sitting: Sitting
  /** The first day this person comes on. */
  readonly arrives: number
  /** When they last looked in, and how their dossier stood then. */
  lookedInOn: number | undefined
  knows: string | undefined
  /** At the clinic, by whoever comes through that door. */
  isExamined: boolean
}

/** Runs all days. @returns how many passed */
export async function runDays(stage: Stage): Promise<number> {
  const { clock } = stage
  const sitters = stage.memories.map((memory, index): Sitter => ({
    arrives: index % ARRIVAL_DAYS, lookedInOn: undefined, knows: undefined, isExamined: false,
    sitting: {
      memory, outside: stage.outside, clock, home: stage.home, thinks: true, pictureWidth: PICTURE_WIDTH, random: seededRandom(stage.seed * 31_337 + index),
      browser: openBrowser(stage.traffic, stage.agent, stage.home),
    },
  }))
  const desks: Desk[] = stage.officers.filter(({ role }) => role === 'appraiser' || role === 'signer' || role === 'printer' || role === 'postal').map((officer, index) => ({
    officer, home: stage.home, random: seededRandom(stage.seed * 7_331 + index), papers: papersOf(stage.outside), browser: openBrowser(stage.traffic, stage.agent, stage.home),
  }))
  for (let day = 0; day < stage.mostDays; day += 1) {
    await clock.run(STILL)
    const morning = await clock.nextMorning()
    await quiet(stage)
    const standings = await stage.books.readStandings()
    const today = sitters.filter((sitter) => comes(sitter, day, standings))
    await clock.run(stage.pace.keyboard)
    let open = true
    const office = Promise.all(desks.map((desk) => workUntil(stage, desk, () => !open)))
    // Waited for below; when the citizens' part fails first, this one's failure is not news.
    office.catch(() => undefined)
    try {
      await inTurn(today.map((sitter) => () => lookIn(stage, sitter, day)), stage.atOnce, stage.abort)
      await passHours(stage)
      await clock.run(STILL)
      await quiet(stage)
    } finally {
      open = false
    }
    await office
    await quiet(stage)
    tellDay(stage, day, morning)
    if (stage.memories.every(isSettled)) return day + 1
  }
  return stage.mostDays
}

/** Whether somebody comes today: to begin, because something changed and they were told, or because they heard nothing for long. */
function comes({ sitting: { memory }, arrives, lookedInOn, knows }: Sitter, day: number, standings: ReadonlyMap<string, string>): boolean {
  if (isSettled(memory) || arrives > day) return false
  return lookedInOn === undefined || day - lookedInOn >= LOOK_IN_DAYS || standingOf(memory, standings) !== knows
}

function standingOf(memory: Memory, standings: ReadonlyMap<string, string>): string | undefined {
  return [...memory.codes].map((code) => standings.get(code)).join(', ') || undefined
}

async function lookIn(stage: Stage, sitter: Sitter, day: number): Promise<void> {
  const { memory } = sitter.sitting
  if (isHelped(memory.door) && memory.codes.size === 0) {
    memory.startedAt ??= await stage.clock.now()
    await fileAt(stage.counterFor(memory), memory, memory.door)
  } else await sit(sitter.sitting)
  // Who filed without a certificate is examined the same day, while the dossier waits.
  if (memory.door === 'clinic' && memory.codes.size > 0 && !sitter.isExamined) sitter.isExamined = await examineAt(stage.surgery, memory, await stage.clock.now())
  sitter.lookedInOn = day
  sitter.knows = standingOf(sitter.sitting.memory, await stage.books.readStandings())
}

function tellDay({ memories, traffic, tell }: Stage, day: number, morning: Date): void {
  const count = (is: (memory: Memory) => boolean) => memories.filter(is).length
  tell(`day ${day + 1} (${morning.toISOString().slice(0, 10)}): ${count((m) => m.codes.size > 0)} filed, ${count((m) => m.completedAt !== undefined)} completed, `
    + `${count((m) => m.refused !== undefined)} told why not, ${count((m) => m.quit !== undefined)} quit; ${traffic.requests} requests`)
}

/** An officer goes on until the day is over, and then until the desk is empty. */
async function workUntil(stage: Stage, desk: Desk, isOver: () => boolean): Promise<void> {
  for (let emptyRounds = 0; emptyRounds < 2; ) {
    stage.abort.throwIfAborted()
    const { done, waiting } = (await stage.books.countDesk()) > 0 ? await doRound(desk) : IDLE
    emptyRounds = done === 0 && !waiting && isOver() ? emptyRounds + 1 : 0
    if (done === 0) {
      await pause(waiting ? WAITING_PAUSE_MS : ROUND_PAUSE_MS)
      if (isOver()) await quiet(stage)
    }
  }
}

const IDLE: Round = { done: 0, waiting: false }

/** Until no job is left that could run now; a job that cannot end is told, not waited for. */
async function quiet(stage: Stage): Promise<void> {
  const since = performance.now()
  for (let calm = 0; calm < 3; ) {
    stage.abort.throwIfAborted()
    calm = (await stage.books.countPending()) === 0 ? calm + 1 : 0
    if (performance.now() - since > EVENING_MS) return stage.tell('jobs are still pending after three minutes')
    await pause(150)
  }
}

/** Runs all, so many at once. */
export async function inTurn(tasks: readonly (() => Promise<void>)[], atOnce: number, abort: AbortSignal): Promise<void> {
  let next = 0
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let task = tasks[next++]; task; task = tasks[next++]) {
      abort.throwIfAborted()
      await task()
    }
  }))
}
