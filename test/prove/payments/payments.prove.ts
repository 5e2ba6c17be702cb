/** R7: the payment adversary at full length, and what it would find were a call-back believed. */
import { expect, test } from 'vitest'
import { keep, scale, seed } from '../figures.ts'
import { run } from './adversary.ts'

/** Each of these must have come about often enough to mean something. */
const LEAST_OF_EACH = 20

test('whatever payers, banks, thieves and dying processes do, nobody loses a đồng', async () => {
  const figures = await run({ seed, sequences: Math.round(2_000 * scale), seconds: 240 * scale, worlds: 4 })
  const rare = Object.entries(figures.situations).filter(([, times]) => times < LEAST_OF_EACH * scale).map(([name]) => name)
  keep({ proof: 'R7 payment adversary', ...figures, situationsSeen: Object.keys(figures.situations).length, rare })
  expect(figures.wrong).toBeUndefined()
  expect(figures.sequences).toBeGreaterThan(0)
  expect(rare).toEqual([])
})

test('control: were money taken as received because somebody said so, the adversary would find it', async () => {
  const { wrong, sequences } = await run({ seed, sequences: 200, seconds: 120, control: 'trusts-call-backs' })
  keep({ proof: 'R7 control: call-backs believed', sequences, found: wrong !== undefined })
  expect(wrong).toBeDefined()
})
