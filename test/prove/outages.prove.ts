/** Every outside system in turn is silent for seventy-two hours, and what waited goes on when it is back (P1, P9, DOS8, DOS9). */
import { expect, test } from 'vitest'
import type { SystemName } from '../../src/platform/config.ts'
import { sourceSettings } from '../../src/platform/outside/settings.ts'
import { type Outlasted, outlast, periodsAllowed } from '../outage/seventy-two-hours.ts'
import { keep, scale } from './figures.ts'

const systems = Object.keys(sourceSettings).filter((name): name is SystemName => name in sourceSettings)
const all: Outlasted[] = []

test.each(systems)('three days without %s', async (system) => {
  const outlasted = await outlast(system, { size: Math.max(2, Math.round(4 * scale)), backlog: 120 })
  all.push(outlasted)
  const { wrongs, dossiers, waiting, inVain, resumedAfterMinutes, fastest } = outlasted
  keep({ proof: `72 hours without ${system}`, dossiers, waiting, inVain, resumedAfterMinutes, fastest, mostAllowed: sourceSettings[system].ratePerSecond, lost: wrongs.length })
  expect(wrongs).toEqual([])
  expect(resumedAfterMinutes).toBeLessThanOrEqual((periodsAllowed * sourceSettings[system].retryMs) / 60_000)
  expect(fastest).toBeLessThanOrEqual(sourceSettings[system].ratePerSecond)
})

test('the outages were felt: every system was asked in vain', () => {
  expect(all.filter(({ inVain }) => inVain < 10).map(({ system }) => system)).toEqual([])
})

test('control: where those who waited are forgotten, the same proof finds them', async () => {
  const { wrongs } = await outlast('timestamp-authority', { size: 1, backlog: 3, forgets: true })
  expect(wrongs).not.toEqual([])
})
