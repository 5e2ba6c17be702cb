/** The places outside the authority: counters with a clerk each, and a clinic. */
import type { Memory } from '../citizen/memory.ts'
import type { Browser } from '../visitor/browser.ts'
import type { CastOfficer, Outside } from '../world/outside.ts'
import type { Counter } from './clerk.ts'
import type { Surgery } from './doctor.ts'

export interface Places {
  /** The counter at which somebody asks for help: always the same one. */
  readonly counterFor: (memory: Memory) => Counter
  readonly surgery: Surgery
}

/** @throws when the cast has no clerk or no doctor */
export function openPlaces(officers: readonly CastOfficer[], open: (officer: CastOfficer) => { officer: CastOfficer; browser: Browser; home: string }, outside: Outside): Places {
  const withRole = (role: CastOfficer['role']) => officers.filter((one) => one.role === role).map(open)
  const counters = withRole('clerk').map(({ officer, browser, home }): Counter => ({ clerk: officer, browser, home, outside, queue: Promise.resolve() }))
  const surgery = withRole('doctor').map(({ officer, browser, home }): Surgery => ({ doctor: officer, browser, home, queue: Promise.resolve() }))[0]
  if (!surgery || counters.length === 0) throw new Error('the cast has no clerk or no doctor')
  return {
    surgery,
    counterFor({ person: { identityNumber } }) {
      const counter = counters[Number(identityNumber.slice(-3)) % counters.length]
      if (!counter) throw new Error('no counter')
      return counter
    },
  }
}
