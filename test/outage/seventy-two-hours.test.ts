/** Three days without the police (P1, P9); every other system, and the control: npm run prove:faults -- outages. */
import { expect, test } from 'vitest'
import { sourceSettings } from '../../src/platform/outside/settings.ts'
import { outlast, periodsAllowed } from './seventy-two-hours.ts'

test('three days without the police: nobody is lost, everybody goes on within two retry periods, and they are not stormed', async () => {
  const system = 'violations'
  const { wrongs, waiting, resumedAfterMinutes, fastest } = await outlast(system, { size: 2, backlog: 20 })
  expect(wrongs).toEqual([])
  expect(waiting).toBeGreaterThan(sourceSettings[system].ratePerSecond)
  expect(resumedAfterMinutes).toBeLessThanOrEqual((periodsAllowed * sourceSettings[system].retryMs) / 60_000)
  expect(fastest).toBeLessThanOrEqual(sourceSettings[system].ratePerSecond)
})
