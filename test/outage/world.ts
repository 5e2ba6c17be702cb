/** All simulated systems with their switches, and a platform whose way outside remembers nothing from row to row. */
import type { FaultMode } from '../../sandbox/kit/faults.ts'
import type { Person } from '../../sandbox/people/person.ts'
import { systems } from '../../sandbox/systems.ts'
import { createOutside, type Outside } from '../../src/platform/outside/call.ts'
import { OutsideFailure } from '../../src/platform/values/outside-failure.ts'
import type { Platform } from '../../src/platform/runtime.ts'
import { openOutsideWorld, type OutsideWorld } from '../support/outside-world.ts'
import { serveClientKeys } from './client-keys.ts'

export interface Asked {
  readonly system: string
  readonly purpose: string
  readonly outcome: 'value' | 'absent' | 'unavailable'
}

export interface FreshPlatform extends Platform, AsyncDisposable {
  /** What was asked on this way outside, in order. */
  readonly asked: readonly Asked[]
}

export interface OutageWorld extends Pick<OutsideWorld, 'platform' | 'sandbox' | 'control'>, AsyncDisposable {
  person(slug: string): Person
  switch(system: string, mode: FaultMode): Promise<void>
  /** A platform with a new way outside. @param deadlineMs instead of every call's own */
  fresh(deadlineMs?: number): Promise<FreshPlatform>
  /** All questions of all platforms so far, as `system purpose`. */
  readonly everAsked: Set<string>
}

/** Opens everything on one database; the eID reads our client keys from a small web server. */
export async function openOutageWorld(at = '2026-11-20T02:00:00Z'): Promise<OutageWorld> {
  const keys = await serveClientKeys()
  const outside = await openOutsideWorld({ at, systems, jobs: {}, webUrl: keys.webUrl })
  const { platform } = outside
  keys.show(platform)
  const people = await outside.sandbox.people.list({})
  const everAsked = new Set<string>()
  return {
    ...outside, everAsked,
    person(slug) {
      const found = people.find((one) => one.story.slug === slug)
      if (!found) throw new Error(`nobody is called ${slug}`)
      return found
    },
    async switch(system, mode) {
      await outside.sandbox.faults.set(system, { mode, share: 1, latencyMs: 0 })
    },
    async fresh(deadlineMs) {
      await platform.asOwner('truncate platform.exchange, platform.source_health, platform.source_hour, platform.source_outage, platform.alarm cascade')
      const way = createOutside(platform.config, platform.pool)
      const asked: Asked[] = []
      const call: Outside['call'] = async (question) => {
        const { system, purpose } = question
        everAsked.add(`${system} ${purpose}`)
        try {
          const answer = await way.call(deadlineMs === undefined ? question : { ...question, deadlineMs })
          asked.push({ system, purpose, outcome: answer.value === undefined ? 'absent' : 'value' })
          return answer
        } catch (error) {
          // A definite no is an answer: the system is there.
          asked.push({ system, purpose, outcome: error instanceof OutsideFailure && error.definite ? 'absent' : 'unavailable' })
          throw error
        }
      }
      return { ...platform, outside: { ...way, call }, asked, [Symbol.asyncDispose]: () => way.close() }
    },
    async [Symbol.asyncDispose]() {
      keys.close()
      await outside[Symbol.asyncDispose]()
    },
  }
}
