/** R7, all of it: the payment adversary in several worlds side by side, for as many sequences as its minutes allow. */
import { expect, test } from 'vitest'
import { keep, scale, seed } from '../figures.ts'
import { run } from '../payment-adversary.ts'

const WORLDS = 4
const SEQUENCES = 500
const SECONDS = 420
/** Each kind of mischief has to have come up at least so often, or nothing is proven. */
const LEAST = 10

test('the payment adversary: nobody loses a đồng, nobody is charged twice, no forged call-back is accepted', async () => {
  const all = await Promise.all(Array.from({ length: WORLDS }, (_, i) => run({ seed: seed * 100 + i, sequences: Math.max(1, Math.ceil(SEQUENCES * scale)), seconds: SECONDS * scale })))
  const situations: Record<string, number> = {}
  for (const { situations: some } of all) for (const [name, n] of Object.entries(some)) situations[name] = (situations[name] ?? 0) + n
  const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0)
  const [differences, byPerson] = [sum((one) => one.differences), sum((one) => one.byPerson)]
  keep({
    proof: 'R7 payment adversary', sequences: sum((one) => one.sequences), dossiers: sum((one) => one.dossiers), 'forged call-backs': situations['forged call-backs'] ?? 0, 'forged accepted': situations['forged call-backs accepted'] ?? 0,
    'differences found': differences, 'closed without a person': `${(100 * (1 - byPerson / Math.max(1, differences))).toFixed(1)} %`, situations,
  })
  expect(all.map((one) => one.wrong).filter((wrong) => wrong !== undefined)).toEqual([])
  expect(situations['forged call-backs accepted'] ?? 0).toBe(0)
  if (scale >= 1) expect(Object.entries(situations).filter(([name, n]) => /^(checkout|transfer|outage|platform|statement|forged):/.test(name) && n < LEAST)).toEqual([])
})

test('control: were a call-back believed, the adversary would find it', async () => {
  const { wrong, sequences } = await run({ seed, sequences: 40, control: 'trusts-call-backs' })
  keep({ proof: 'R7 control: call-backs believed', sequences, found: wrong ?? 'nothing' })
  expect(wrong).toBeDefined()
})
