import { test } from 'vitest'
import { run } from './payment-adversary.ts'
test('look', { timeout: 240_000 }, async () => {
  console.log(JSON.stringify(await run({ seed: 8, sequences: 10, commands: 20 }), null, 1))
  console.log(JSON.stringify(await run({ seed: 8, sequences: 10, commands: 20, control: 'trusts-call-backs' }), null, 1))
})
