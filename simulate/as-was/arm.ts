/** Everybody through yesterday's process: the people, faults and hours of a run, without a system. */
import { type Befallen, type Fate, fateOf } from '../plan/fates.ts'
import { type Burst, isDown } from '../plan/bursts.ts'
import { morningAfter } from '../world/clock.ts'
import { seededRandom } from '../world/random.ts'
import { type Outcome, walkAsWas } from './model.ts'

export interface AsWas {
  readonly eligible: number
  readonly completed: number
  /** Of those who may exchange. */
  readonly completedShare: number
  readonly quit: Readonly<Record<string, number>>
  /** Fees taken without a service, or a second time, and never given back. */
  readonly feesLost: number
  readonly askedAgain: number
}

export interface Hours {
  readonly bursts: readonly Burst[]
  /** When the run begins. */
  readonly from: Date
  readonly seed: number
}

const DAY_MS = 86_400_000
const OFFICE_MS = 8 * 3_600_000
/** As in the run with the service. */
const ARRIVAL_DAYS = 3

/** @param badAgain how often a second picture is as bad as the first */
export function runAsWas(people: readonly Befallen[], fates: ReadonlyMap<string, Fate>, { bursts, from, seed }: Hours, badAgain: number): AsWas {
  const morning = morningAfter(from)
  const outcomes = people.flatMap((person, index): Outcome[] => {
    if (!person.story.eligible) return []
    const random = seededRandom(seed * 49_979 + index)
    const startsAt = new Date(morning.getTime() + (index % ARRIVAL_DAYS) * DAY_MS + random() * OFFICE_MS)
    return [walkAsWas(fates.get(person.identityNumber) ?? fateOf(person), startsAt, { isDown: (at) => isDown(bursts, at), badAgain, random })]
  })
  const completed = outcomes.filter((outcome) => outcome.completed).length
  const quit: Record<string, number> = {}
  for (const { quit: why } of outcomes) if (why) quit[`${why.reason}: ${why.step}`] = (quit[`${why.reason}: ${why.step}`] ?? 0) + 1
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0)
  return {
    eligible: outcomes.length, completed, completedShare: outcomes.length === 0 ? 0 : completed / outcomes.length,
    quit, feesLost: sum(({ feesLost }) => feesLost), askedAgain: sum(({ askedAgain }) => askedAgain),
  }
}
