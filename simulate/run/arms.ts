/** Both arms beside each other, for people to read. */
import { generatePeople } from '../../sandbox/people/generate.ts'
import { type AsWas, runAsWas } from '../as-was/arm.ts'
import { asWasAssumptions } from '../as-was/assumptions.ts'
import type { Options } from '../options.ts'
import { drawBursts } from '../plan/bursts.ts'
import { type Befallen, drawFates } from '../plan/fates.ts'
import { assumptions, type Rates } from '../plan/rates.ts'

const PLANNED_DAYS = 60

/** The people that a sandbox with this seed makes up. */
export function makeUp(count: number, seed: number, now: Date): Befallen[] {
  return [...generatePeople({ count, seed, now })]
}

export function asWasOf(people: readonly Befallen[], rates: Rates, seed: number, from: Date): AsWas {
  return runAsWas(people, drawFates(people, rates, seed), { bursts: drawBursts(seed, rates.violationsDown, from, PLANNED_DAYS), from, seed }, rates.portraitBad)
}

/** Yesterday's process alone. */
export function asWasOnly({ citizens, seed, rates, profile }: Options, tell: (line: string) => void): object {
  const now = new Date()
  const figures = asWasOf(makeUp(citizens, seed, now), rates, seed, now)
  for (const { about, taken, restsOn } of asWasAssumptions) tell(`assumed, ${about}: ${taken}. ${restsOn}`)
  return { arm: 'as-was', profile, seed, citizens, ...figures, rates, assumed: [...assumptions.map(({ kind, said }) => `${kind}: ${said}`), ...asWasAssumptions.map(({ about, taken }) => `${about}: ${taken}`)] }
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

interface Compared {
  readonly eligible: number
  readonly eligibleCompleted: number
  readonly askedTwice: number
  readonly chargedTwice: number
  readonly chargedWithoutService: number
  readonly asWas?: AsWas
}

/** A small table; nothing where yesterday's process was not asked. */
export function tableOf({ eligible, eligibleCompleted, askedTwice, chargedTwice, chargedWithoutService, asWas }: Compared): string[] {
  if (!asWas) return []
  const rows: [string, string, string][] = [
    ['', 'service', 'as it was'],
    ['may exchange', String(eligible), String(asWas.eligible)],
    ['completed', `${eligibleCompleted} (${percent(eligible === 0 ? 0 : eligibleCompleted / eligible)})`, `${asWas.completed} (${percent(asWas.completedShare)})`],
    ['fees kept for nothing', String(chargedTwice + chargedWithoutService), String(asWas.feesLost)],
    ['asked again', String(askedTwice), String(asWas.askedAgain)],
    ...Object.entries(asWas.quit).map(([why, count]): [string, string, string] => [`  gone, ${why}`, '', String(count)]),
  ]
  return rows.map(([name, service, was]) => `${name.padEnd(36)}${service.padStart(14)}${was.padStart(14)}`)
}
