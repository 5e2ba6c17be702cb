/** Every outside system in turn is silent for seventy-two hours, and what waited goes on when it is back (P1, P9, DOS8, DOS9). */
import { expect, test } from 'vitest'
import type { SystemName } from '../../src/platform/config.ts'
import { sourceSettings } from '../../src/platform/outside/settings.ts'
import { type Outlasted, outlast, periodsAllowed } from '../outage/seventy-two-hours.ts'
import { keep, scale } from './figures.ts'

const systems = Object.keys(sourceSettings).filter((name): name is SystemName => name in sourceSettings)
const all: Outlasted[] = []

test.each(systems)('three days without %s', async (system) => {
  const outlasted = await outlast(system, Math.max(2, Math.round(6 * scale)), 120)
  all.push(outlasted)
  const { wrongs, dossiers, waiting, inVain, resumedAfterMinutes, fastest } = outlasted
  keep({ proof: `72 hours without ${system}`, dossiers, waiting, inVain, resumedAfterMinutes, fastest, mostAllowed: sourceSettings[system].ratePerSecond, lost: wrongs.length })
  expect(wrongs).toEqual([])
  expect(resumedAfterMinutes).toBeLessThanOrEqual((periodsAllowed * sourceSettings[system].retryMs) / 60_000)
  expect(fastest).toBeLessThanOrEqual(sourceSettings[system].ratePerSecond)
})

test('the outages were felt: something waited for every system that anything waits for', () => {
  // Nobody waits for the eID but the person at the door, who comes again.
  expect(all.filter(({ system, waiting, inVain }) => system !== 'national-id' && waiting + inVain === 0).map(({ system }) => system)).toEqual([])
})
