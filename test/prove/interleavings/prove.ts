/** R8: every pair of commands that may meet on one dossier, each interrupted at each boundary by the other. */
import pg from 'pg'
import type { CaseWorld } from '../../support/case-world.ts'
import { openGround } from './ground.ts'
import { explore, watch, type Wrong } from './schedule.ts'
import { leadAlong } from './stations.ts'

export interface InterleavingFigures {
  readonly stations: number
  readonly pairs: number
  readonly schedules: number
  readonly boundaries: number
  readonly wrongs: readonly Wrong[]
}

/** @param wanted the pairs led through all orders, by their names; all when it is left out @param most orders of one pair */
export async function proveInterleavings(world: CaseWorld, wanted?: readonly string[], most?: number): Promise<InterleavingFigures> {
  const ground = await openGround(world)
  const figures = { stations: 0, pairs: 0, schedules: 0 }
  const wrongs: Wrong[] = []
  const boundaries = new Set<string>()
  await leadAlong(world, async (station) => {
    const pairs = station.pairs.filter(([one, other]) => wanted?.includes(`${one.name} / ${other.name}`) ?? true)
    if (pairs.length === 0) return 'on'
    await ground.remember()
    const unwatch = watch()
    try {
      for (const pair of pairs) {
        const found = await explore(pair, ground, { most, thrifty: wanted !== undefined })
        figures.schedules += found.schedules
        wrongs.push(...found.wrongs)
        for (const name of found.boundaries) boundaries.add(name)
      }
    } finally {
      unwatch()
    }
    figures.stations += 1
    figures.pairs += pairs.length
    return figures.pairs === wanted?.length ? 'enough' : 'on'
  })
  return { ...figures, boundaries: boundaries.size, wrongs }
}

/** The planted fault: no statement locks a row any more. @returns how to take it away */
export function withoutRowLocks(): () => void {
  const { query } = pg.Client.prototype
  const unlocked = (text: string) => text.replace(/\bfor update\b/g, '')
  Object.defineProperty(pg.Client.prototype, 'query', {
    configurable: true, writable: true,
    value(this: pg.Client, config: unknown, ...more: unknown[]) {
      if (config !== null && typeof config === 'object' && 'text' in config && typeof config.text === 'string' && /for update\b(?! skip)/.test(config.text)) {
        return Reflect.apply(query, this, [{ ...config, name: undefined, text: unlocked(config.text) }, ...more])
      }
      return Reflect.apply(query, this, [config, ...more])
    },
  })
  return () => {
    Object.defineProperty(pg.Client.prototype, 'query', { configurable: true, writable: true, value: query })
  }
}
