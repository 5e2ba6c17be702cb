/** People at their pages, brought there by the simulation's own visitors: nothing is made ready that pages did not make. */
import type { Agent } from 'undici'
import { openMemory } from '../../simulate/citizen/memory.ts'
import { sit, type Sitting } from '../../simulate/citizen/session.ts'
import { inTurn } from '../../simulate/run/conductor.ts'
import { openShownClock } from '../../simulate/world/clock.ts'
import type { CastPerson, Outside } from '../../simulate/world/outside.ts'
import { seededRandom } from '../../simulate/world/random.ts'
import { openBrowser, type Traffic } from '../../simulate/visitor/browser.ts'
import type { Page } from '../../simulate/visitor/page.ts'

export interface Bench {
  readonly home: string
  readonly outside: Outside
  readonly agent: Agent
  readonly traffic: Traffic
  readonly abort: AbortSignal
}

/** A page is loaded again after its own seconds, not later. */
const REAL_RATE = 1

export function seat(bench: Bench, person: CastPerson, until?: (page: Page) => boolean): Sitting {
  return {
    memory: openMemory(person), browser: openBrowser(bench.traffic, bench.agent, bench.home), outside: bench.outside, clock: openShownClock(bench.outside, REAL_RATE),
    random: seededRandom(1), home: bench.home, thinks: false, ...(until ? { until } : {}),
  }
}

/** Whether everything is answered and only the declaration is left. */
export const atDeclaration = (page: Page) => page.url.pathname.endsWith('/kiem-tra')
export const atMine = (page: Page) => page.url.pathname === '/cua-toi' && page.refreshSeconds === undefined

/** Brings people to a page. @throws when one of them does not get there */
export async function bring(bench: Bench, people: readonly CastPerson[], until: (page: Page) => boolean, atOnce: number): Promise<Sitting[]> {
  const sittings = people.map((person) => seat(bench, person, until))
  await inTurn(sittings.map((sitting) => () => sit(sitting)), atOnce, bench.abort)
  for (const { memory, browser } of sittings) {
    if (!until(browser.page)) throw new Error(`${memory.person.story.kind} ended at ${browser.page.heading}: ${memory.quit?.reason ?? memory.refused ?? ''}`)
  }
  return sittings
}
