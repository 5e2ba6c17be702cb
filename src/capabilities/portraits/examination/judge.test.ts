import { expect, test } from 'vitest'
import { disputableReasons } from '../verdict.ts'
import { judge } from './judge.ts'

const good = {
  eyeDistance: 200, yaw: 0, pitch: 2, roll: 1, light: 140, darkShare: 0, brightShare: 0,
  sharpness: 0.2, eyesOpen: 0.33, mouthOpen: 0.04, background: 3,
}

test('a good portrait has no reason and no doubt', () => {
  expect(judge(good, [])).toEqual({ doubts: [] })
})

test.each([
  ['face-too-small', { eyeDistance: 89 }],
  ['head-turned', { yaw: -13 }],
  ['head-tilted', { roll: 9 }],
  ['head-tilted', { pitch: -15 }],
  ['too-dark', { light: 33 }],
  ['too-dark', { darkShare: 0.5 }],
  ['too-bright', { light: 209, brightShare: 0.6 }],
  ['blurred', { sharpness: 0.011 }],
  ['eyes-closed', { eyesOpen: 0.13 }],
  ['mouth-open', { mouthOpen: 0.3 }],
  ['background-busy', { background: 64 }],
] as const)('%s is told for %o', (reason, change) => {
  expect(judge({ ...good, ...change }, [])).toEqual({ reason, doubts: [] })
})

test('only one reason is told, and it is the one to mend first', () => {
  expect(judge({ ...good, eyeDistance: 10, eyesOpen: 0, background: 90 }, []).reason).toBe('face-too-small')
})

test('a person whose eyes are narrow may insist, and the officer is told to look', () => {
  expect(judge({ ...good, eyesOpen: 0.15 }, ['eyes-closed'])).toEqual({ doubts: ['eyes-closed'] })
})

test('insisting on one thing does not hide another', () => {
  expect(judge({ ...good, eyesOpen: 0.15, mouthOpen: 0.4 }, ['eyes-closed'])).toEqual({ reason: 'mouth-open', doubts: ['eyes-closed'] })
})

test('a turned or blurred face cannot be insisted on', () => {
  expect(judge({ ...good, yaw: 30 }, disputableReasons).reason).toBe('head-turned')
  expect(judge({ ...good, sharpness: 0 }, disputableReasons).reason).toBe('blurred')
})

test('a landmark that was not found is no face, never an accident', () => {
  expect(judge({ ...good, eyesOpen: Number.NaN }, disputableReasons).reason).toBe('no-face')
})
