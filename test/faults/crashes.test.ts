/** Processes die wherever an effect leaves them; whoever comes after goes on, and nothing is lost or done twice (R1, DOS1, MON4, DEC1). */
import { expect, test } from 'vitest'
import { linesWith, sourceFiles } from '../architecture/source.ts'
import { crashThrough } from '../prove/crash/in-process.ts'
import { announcedLate } from '../prove/crash/plantings.ts'

test('a dossier reaches its end although a process dies at every boundary on its way', { timeout: 240_000 }, async () => {
  const { wrongs, deaths } = await crashThrough({ journeys: ['clean'] })
  expect(wrongs).toEqual([])
  expect(deaths).toBeGreaterThan(100)
})

test('control: where facts are announced after the commit, one death loses what should have followed', { timeout: 240_000 }, async () => {
  const { wrongs, deaths } = await crashThrough({ journeys: ['clean'], plant: announcedLate, dies: (place) => /^db\.commit\.after staff dossiers\.report-status$/.test(place) })
  expect(deaths).toBe(1)
  expect(wrongs.length).toBeGreaterThan(0)
})

test('no process of the service can be driven: only tests attach a driver, and no setting does', () => {
  expect(linesWith(/driveBoundaries\(/, sourceFiles().filter((path) => path !== 'src/platform/db/boundary.ts'))).toEqual([])
})
