/** Three days without the police, and three days without the payment platform (P1, P4, P9); every other system: npm run prove:faults -- outages. */
import { expect, test } from 'vitest'
import { sourceSettings } from '../../src/platform/outside/settings.ts'
import { outlast, periodsAllowed } from './seventy-two-hours.ts'

test.each(['violations', 'payment-platform'] as const)('three days without %s: nobody is lost, everybody goes on within two retry periods, and it is not stormed', async (system) => {
  const { wrongs, waiting, resumedAfterMinutes, fastest } = await outlast(system, { size: 2, backlog: 20 })
  expect(wrongs).toEqual([])
  if (system === 'violations') expect(waiting).toBeGreaterThan(sourceSettings[system].ratePerSecond)
  expect(resumedAfterMinutes).toBeLessThanOrEqual((periodsAllowed * sourceSettings[system].retryMs) / 60_000)
  expect(fastest).toBeLessThanOrEqual(sourceSettings[system].ratePerSecond)
})

test('control: where those who waited are forgotten when the police come back, the same proof finds them', async () => {
  const { wrongs } = await outlast('violations', { size: 1, backlog: 3, forgets: true })
  expect(wrongs).not.toEqual([])
})
