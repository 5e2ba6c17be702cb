/**
 * Yesterday's process as a small model: the same people, faults and patience, and what the articles complain of. Pure: what it
 * takes for granted is listed in assumptions.ts.
 */
import type { QuitReason } from '../citizen/memory.ts'
import { GoneAway, openPatience, type Patience } from '../citizen/patience.ts'
import type { Fate } from '../plan/fates.ts'
import type { Random } from '../world/random.ts'

export interface Yesterday {
  /** Whether the violation source is down. */
  readonly isDown: (at: Date) => boolean
  /** How often a second picture is as bad as the first. */
  readonly badAgain: number
  readonly random: Random
}

export interface Outcome {
  readonly completed: boolean
  readonly quit: { readonly reason: QuitReason; readonly step: string } | undefined
  /** Fees taken for which there is no service. */
  readonly feesLost: number
  readonly askedAgain: number
  readonly hoursToFile: number
}

const HOUR_MS = 3_600_000
const APPROVAL_HOURS = { least: 4, more: 44 }
/** Reading, typing and a picture, in seconds: as people take with the service. */
const SECONDS = { form: 300, beforeAnotherTry: 60, look: 30, slowPayment: 600, evermore: 3_600 }

/** One person on their way. */
interface Walk {
  at: Date
  /** Seconds at the keyboard. */
  spent: number
  feesLost: number
  askedAgain: number
  readonly fate: Fate
  readonly world: Yesterday
  readonly patience: Patience
}

function pass(walk: Walk, seconds: number): void {
  walk.at = new Date(walk.at.getTime() + seconds * 1000)
  walk.spent += seconds
}

/** A step that does not work is tried once more after a minute. @throws GoneAway at the second failure */
function tryTwice(walk: Walk, step: string, works: () => boolean): void {
  while (!works()) {
    walk.patience.failed(step)
    pass(walk, SECONDS.beforeAnotherTry)
  }
  walk.patience.knows(walk.spent)
}

function register(walk: Walk): void {
  const { random } = walk.world
  walk.at = new Date(walk.at.getTime() + (APPROVAL_HOURS.least + random() * APPROVAL_HOURS.more) * HOUR_MS)
}

function fillIn(walk: Walk): void {
  const { fate, world } = walk
  pass(walk, SECONDS.form)
  walk.patience.knows(walk.spent)
  if (fate.certificate === 'on-paper') throw new GoneAway('required-trip', 'certificate')
  const knownAt = fate.certificate ? walk.at.getTime() + fate.certificate.lateHours * HOUR_MS : 0
  tryTwice(walk, 'certificate', () => walk.at.getTime() >= knownAt)
  tryTwice(walk, 'violations', () => !world.isDown(walk.at))
}

function pay(walk: Walk): void {
  const { payment } = walk.fate
  if (payment === 'plain') return
  if (payment === 'double') {
    walk.feesLost += 1
    return
  }
  if (payment === 'failAfterCharge') {
    walk.feesLost += 1
    throw new GoneAway('money-gone', 'payment')
  }
  const toldAfter = payment === 'slow' ? SECONDS.slowPayment : SECONDS.evermore
  for (let waited = 0; waited < toldAfter; waited += SECONDS.look) {
    pass(walk, SECONDS.look)
    try {
      walk.patience.stillWaiting('payment', walk.spent)
    } catch (gone) {
      walk.feesLost += 1
      throw gone
    }
  }
  walk.patience.knows(walk.spent)
}

/** The officer opens the picture. */
function appraise(walk: Walk): void {
  let isBad = walk.fate.picture !== undefined
  tryTwice(walk, 'portrait', () => {
    if (!isBad) return true
    walk.askedAgain += 1
    isBad = walk.world.random() < walk.world.badAgain
    return false
  })
}

/** Walks one eligible person through yesterday's process from the instant they sit down. */
export function walkAsWas(fate: Fate, startsAt: Date, world: Yesterday): Outcome {
  const walk: Walk = { at: startsAt, spent: 0, feesLost: 0, askedAgain: 0, fate, world, patience: openPatience(0) }
  let filedAt = startsAt
  const outcome = (quit: Outcome['quit']): Outcome => ({
    completed: quit === undefined, quit, feesLost: walk.feesLost, askedAgain: walk.askedAgain, hoursToFile: (filedAt.getTime() - startsAt.getTime()) / HOUR_MS,
  })
  try {
    register(walk)
    fillIn(walk)
    filedAt = walk.at
    pay(walk)
    appraise(walk)
    return outcome(undefined)
  } catch (gone) {
    if (!(gone instanceof GoneAway)) throw gone
    return outcome({ reason: gone.reason, step: gone.step })
  }
}
