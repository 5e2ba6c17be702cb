/** S12 at full length: the corpus before three judges that share no code, each check seen failing, and a thousand flipped bytes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyPdf } from '../../../src/capabilities/documents/engine/verify.ts'
import { keep, scale, seed } from '../figures.ts'
import { type Corpus, openCorpus } from './corpus.ts'
import { judgeOutside, requireTools } from './outside-tools.ts'
import { readAgain } from './second-reader.ts'
import { forgetCopies, guards, verifierWithout } from './without.ts'

let corpus: Corpus
beforeAll(async () => {
  keep({ proof: 'S12 tools', ...requireTools() })
  corpus = await openCorpus()
})
afterAll(async () => {
  forgetCopies()
  await corpus?.office.close()
})

test('three judges accept every genuine file and not one forged', async () => {
  const verdicts: Record<string, string> = {}
  for (const sample of [...corpus.genuine, ...corpus.forgeries]) {
    const { name, file, trust, signers, shown } = sample
    const ours = await verifyPdf(file, trust, signers, shown)
    const said = [ours.valid ? 'good' : [...ours.problems, ...ours.signatures.flatMap((one) => one.problems)].join(' '), readAgain(file, trust, signers, shown), judgeOutside(sample)]
    verdicts[name] = said.join(' | ')
  }
  const accepted = (of: readonly { readonly name: string }[]) => of.filter(({ name }) => verdicts[name]?.split(' | ').includes('good'))
  const byAll = corpus.genuine.filter(({ name }) => verdicts[name] === 'good | good | good')
  keep({ proof: 'S12 corpus: ours | second reader | pdfsig and openssl', genuine: corpus.genuine.length, acceptedByAll: byAll.length, forged: corpus.forgeries.length, forgedAcceptedByAny: accepted(corpus.forgeries).length, verdicts })
  expect(accepted(corpus.forgeries)).toEqual([])
  expect(byAll).toHaveLength(corpus.genuine.length)
})

test('control: without each of its checks the verifier takes the forgeries that the check is for', async () => {
  const fooled: Record<string, boolean> = {}
  for (const guard of guards) {
    const blind = await verifierWithout(guard)
    const taken = await Promise.all(corpus.forgeries.filter((one) => one.guard === guard).map(async ({ file, trust, signers, shown }) => (await blind(file, trust, signers, shown)).valid))
    fooled[guard] = taken.length > 0 && taken.every(Boolean)
  }
  keep({ proof: 'S12 control: checks taken away', checks: guards.length, seenFailing: Object.values(fooled).filter(Boolean).length })
  expect(Object.entries(fooled).filter(([, seen]) => !seen)).toEqual([])
})

test('whichever byte outside the signature itself is flipped, nobody takes the file', async () => {
  const [sample] = corpus.genuine
  if (!sample) throw new Error('no genuine file')
  const { file, trust, signers } = sample
  const hex = file.indexOf('/Contents <30')
  const flips = Math.round(1_000 * scale)
  let state = seed * 2_654_435_761
  let taken = 0
  let judged = 0
  // What falls into the signature itself is drawn again, not counted.
  while (judged < flips) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const at = state % file.length
    if (at > hex && at < hex + 32_800) continue
    const other = Buffer.from(file)
    other[at] = (other[at] ?? 0) ^ (1 << (state >>> 29))
    if ((await verifyPdf(other, trust, signers)).valid || readAgain(other, trust, signers, Buffer.alloc(0)) === 'good') taken += 1
    judged += 1
  }
  keep({ proof: 'S12 flipped bytes', flips: judged, taken })
  expect({ judged, taken }).toEqual({ judged: flips, taken: 0 })
})
