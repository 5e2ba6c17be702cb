/** S12: what must not be accepted is not, by two readers that share no code; each check is missed when it is taken away. The outside tools judge the same files in `npm run prove:signatures`. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyPdf } from '../../src/capabilities/documents/engine/verify.ts'
import { type Corpus, openCorpus } from '../prove/signatures/corpus.ts'
import { readAgain } from '../prove/signatures/second-reader.ts'
import { forgetCopies, guards, verifierWithout } from '../prove/signatures/without.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await openCorpus()
})
afterAll(async () => {
  forgetCopies()
  await corpus.office.close()
})

test('every genuine file is accepted by both readers, every forged one by neither', async () => {
  const told: Record<string, unknown> = {}
  for (const { name, file, trust, signers, shown } of [...corpus.genuine, ...corpus.forgeries]) {
    told[name] = { ours: (await verifyPdf(file, trust, signers, shown)).valid, second: readAgain(file, trust, signers, shown) === 'good' }
  }
  const expected = (good: boolean) => ({ ours: good, second: good })
  expect(told).toEqual({ ...Object.fromEntries(corpus.genuine.map(({ name }) => [name, expected(true)])), ...Object.fromEntries(corpus.forgeries.map(({ name }) => [name, expected(false)])) })
})

test('each check is the one that keeps its forgery out: a copy of the verifier without it takes the file for good', async () => {
  expect([...new Set(corpus.forgeries.map(({ guard }) => guard))].sort()).toEqual([...guards].sort())
  const missed: string[] = []
  for (const guard of guards) {
    const blind = await verifierWithout(guard)
    const fooled = await Promise.all(corpus.forgeries.filter((one) => one.guard === guard).map(async ({ file, trust, signers, shown }) => (await blind(file, trust, signers, shown)).valid))
    if (!fooled.every(Boolean)) missed.push(guard)
  }
  expect(missed).toEqual([])
})
