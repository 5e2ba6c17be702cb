/** R1: four journeys, a death at every boundary they pass: first played within one process, then with SIGKILL and real processes. */
import { expect, test } from 'vitest'
import { keep, scale } from '../figures.ts'
import { crashThrough } from './in-process.ts'
import { announcedLate, doubledMessages } from './plantings.ts'
import { sweepProcesses } from './processes.ts'

const ALL = ['clean', 'refused', 'supplemented', 'double-paid'] as const

test('four dossiers reach their end although a process dies at every boundary on their way', async () => {
  const figures = await crashThrough({ journeys: ALL })
  keep({ proof: 'R1 deaths within one process', ...figures, wrong: figures.wrongs.length })
  expect(figures.wrongs).toEqual([])
  expect(figures.deaths).toBe(figures.places)
})

test('control: facts announced after the commit are lost by one death', async () => {
  const { wrongs, deaths } = await crashThrough({ journeys: ['clean'], plant: announcedLate, dies: (place) => /^db\.commit\.after staff dossiers\.report-status$/.test(place) })
  keep({ proof: 'R1 control: announced after the commit', deaths, wrong: wrongs.length, wrongs })
  expect(deaths).toBe(1)
  expect(wrongs.length).toBeGreaterThan(0)
})

test('control: without the key that makes a repeat harmless, one death tells people twice', async () => {
  const { wrongs, deaths } = await crashThrough({ journeys: ['clean'], plant: doubledMessages, dies: (place) => /^job\.done notifications\./.test(place) })
  keep({ proof: 'R1 control: no unique key', deaths, wrong: wrongs.length, wrongs })
  expect(deaths).toBeGreaterThan(0)
  expect(wrongs.length).toBeGreaterThan(0)
})

test('web, worker and database are killed at every recorded boundary, and nothing is lost, doubled or stuck', async () => {
  // Each place has died once within one process, above; real processes get as far as the time allows, and to each kind of place.
  const figures = await sweepProcesses(760 * scale, scale < 1 ? 0.3 : 0.98)
  keep({ proof: 'R1 real processes killed', ...figures, wrong: figures.wrongs.length, missing: figures.missed.length })
  expect(figures.wrongs).toEqual([])
  expect(figures.died / figures.recorded).toBeGreaterThanOrEqual(scale < 1 ? 0.1 : 0.9)
  expect(scale < 1 ? [] : Object.entries(figures.coverage).filter(([, died]) => died.startsWith('0 '))).toEqual([])
})
