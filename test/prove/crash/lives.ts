/**
 * A process that dies at a boundary, played inside a test: whatever its life does afterwards does not happen. A statement that
 * is on its way arrives, its answer does not; what was not committed is undone, as the database does when a connection breaks.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { driveBoundaries } from '../../../src/platform/db/boundary.ts'

interface Life {
  dead: boolean
}

export interface Lives {
  /** Every place that was passed so far. */
  readonly places: ReadonlySet<string>
  /** Places at which a process has died, once each. */
  readonly deaths: ReadonlySet<string>
  /** Runs something in a life of its own. @returns whether it lived to the end */
  live(fn: () => Promise<unknown>): Promise<boolean>
  /** From here on nobody dies. */
  spare(): void
  end(): void
}

/** @param dies whether a process dies at a place that is reached for the first time */
export function openLives(dies: (place: string) => boolean): Lives {
  const current = new AsyncLocalStorage<Life>()
  const places = new Set<string>()
  const deaths = new Set<string>()
  let sparing = false
  driveBoundaries((name, about) => {
    const life = current.getStore()
    if (!life) return
    const place = `${name} ${about}`
    if (!life.dead) {
      places.add(place)
      if (sparing || deaths.has(place) || !dies(place)) return
      deaths.add(place)
      life.dead = true
    }
    throw new Error(`this process died at ${place}`)
  })
  return {
    places, deaths,
    async live(fn) {
      const life: Life = { dead: false }
      try {
        await current.run(life, fn)
      } catch (error) {
        if (!life.dead) throw error
      }
      return !life.dead
    },
    spare() {
      sparing = true
    },
    end: () => driveBoundaries(undefined),
  }
}
