import { expect, test } from 'vitest'
import { run } from '../../../test/prove/payments/adversary.ts'

test('whatever people, thieves, banks, the platform, time and dying processes do: one fee at most is kept and everything else goes back (R7)', { timeout: 240_000 }, async () => {
  const { wrong, sequences, situations } = await run({ seed: 7, sequences: 10, commands: 20, worlds: 2 })
  expect(wrong).toBeUndefined()
  expect(sequences).toBe(10)
  expect(situations['forged call-backs accepted']).toBeUndefined()
})

test('control: were a call-back believed, the adversary would find it (R7)', { timeout: 120_000 }, async () => {
  expect((await run({ seed: 7, sequences: 12, commands: 20, control: 'trusts-call-backs' })).wrong).toMatch(/ledger|paid|settles|confirmed/)
})
