/** R2: fifty killings, and nobody is told anything that does not stand. */
import { expect, test } from 'vitest'
import { keep, scale } from '../figures.ts'
import { forgetfulCommits, soak } from './soak.ts'

const times = (count: number) => Math.max(1, Math.round(count * scale))

test('nothing that was acknowledged is lost, and people are served again within seconds', async () => {
  const { wrongs, ...figures } = await soak({ web: times(20), worker: times(20), database: times(10) }, 400)
  keep({ proof: 'R2 kill soak', ...figures, wrong: wrongs.length, wrongs })
  expect(wrongs).toEqual([])
  expect(figures.worst.web).toBeLessThanOrEqual(2_000)
  expect(figures.worst.database).toBeLessThanOrEqual(5_000)
  expect(figures.worst.jobs).toBeLessThanOrEqual(60_000)
})

test('control: where a commit is acknowledged before it is on disk, a killed server loses what people were told', async () => {
  const { told, wrongs } = await forgetfulCommits()
  keep({ proof: 'R2 control: synchronous_commit off', told, wrong: wrongs.length })
  expect(told).toBeGreaterThan(0)
  expect(wrongs.length).toBeGreaterThan(0)
})
