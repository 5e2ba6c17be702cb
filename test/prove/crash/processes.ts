/** R1 with real processes: web, worker or database die by SIGKILL at each recorded boundary once, while people go on. */
import { isSettled } from '../../../simulate/citizen/memory.ts'
import { openFamily } from '../processes/family.ts'
import { isDeadly } from '../processes/deadly.ts'
import { wrongsIn } from '../processes/books.ts'
import { openLife, openTraveller, quiet, type Traveller } from '../processes/people.ts'
import type { Journey } from './journeys.ts'

const JOURNEYS: readonly Journey[] = ['clean', 'refused', 'supplemented', 'double-paid']
/** Each takes days of the shown clock, and the cast grows older with it. */
const MOST_ROUNDS = 6

export interface SweepFigures {
  readonly rounds: number
  readonly dossiers: number
  readonly recorded: number
  readonly died: number
  readonly victims: Readonly<Record<string, number>>
  /** By kind of boundary: how many were recorded, at how many somebody died. */
  readonly coverage: Readonly<Record<string, string>>
  readonly missed: readonly string[]
  readonly wrongs: readonly string[]
}

/** @param seconds after so long no further round begins @param share of the recorded boundaries that is enough */
export async function sweepProcesses(seconds: number, share = 1): Promise<SweepFigures> {
  const since = performance.now()
  await using family = await openFamily({ citizens: 150, driven: true, rate: 600 })
  const life = openLife(family)
  const people = family.citizens.filter(({ story }) => story.kind === 'all-well')
  const travellers: Traveller[] = []
  const send = async () => {
    const round = JOURNEYS.map((journey) => {
      const person = people[travellers.length]
      if (!person) throw new Error('nobody is left to travel')
      const one = openTraveller(person, journey)
      travellers.push(one)
      return one
    })
    await life.travel(round)
    await life.daysPass(2)
  }
  // The first round is recorded in peace; from the second on, every boundary not died at yet is deadly.
  await send()
  const recorded = new Set(family.places().filter((place) => isDeadly(place.slice(place.indexOf(' ') + 1))))
  let rounds = 1
  family.arm(true)
  // A round does not end while there are boundaries left to die at: when the time is up, whoever is on the way may arrive.
  const over = setTimeout(() => family.arm(false), Math.max(0, seconds * 1000 - (performance.now() - since)))
  // Nowhere in life is one job the last thing of five processes in a row; here it is killed at each of its boundaries, and goes on.
  const forgiving = setInterval(() => void family.asOwner('update graphile_worker._private_jobs set attempts = 1 where attempts > 2').catch(() => {}), 1_000)
  const died = () => family.deaths().map(({ process, place }) => `${process} ${place}`)
  try {
    for (; rounds < MOST_ROUNDS && (performance.now() - since) / 1000 < seconds; rounds += 1) {
      const done = new Set(died())
      if ([...recorded].filter((place) => !done.has(place)).length <= recorded.size * (1 - share)) break
      await send()
    }
  } finally {
    clearTimeout(over)
    clearInterval(forgiving)
    family.arm(false)
  }
  // Whoever was turned away too often during the storm comes once more in peace.
  await life.travel(travellers.filter(({ memory }) => !isSettled(memory)))
  await life.daysPass(8)
  await quiet(family)
  const done = new Set(died())
  const victims: Record<string, number> = {}
  for (const { process, victim } of family.deaths()) {
    const name = victim === 'database' ? victim : (victim === 'self') === (process === 'worker') ? 'worker' : 'web'
    victims[name] = (victims[name] ?? 0) + 1
  }
  return {
    rounds, dossiers: travellers.length, recorded: recorded.size, died: [...recorded].filter((place) => done.has(place)).length, victims,
    coverage: coverageOf([...recorded], done), missed: [...recorded].filter((place) => !done.has(place)), wrongs: await wrongsIn(family, travellers),
  }
}

function coverageOf(recorded: readonly string[], died: ReadonlySet<string>): Record<string, string> {
  const kinds: Record<string, { of: number; died: number }> = {}
  for (const place of recorded) {
    const kind = place.split(' ').slice(0, 2).join(' ')
    const before = kinds[kind] ?? { of: 0, died: 0 }
    kinds[kind] = { of: before.of + 1, died: before.died + (died.has(place) ? 1 : 0) }
  }
  return Object.fromEntries(Object.entries(kinds).sort().map(([kind, { of, died: dead }]) => [kind, `${dead} of ${of}`]))
}
