import { describe, expect, test } from 'vitest'
import { checkPdf } from './check.ts'

const trust = { roots: [], revocationLists: [], now: new Date('2026-11-20T02:00:00Z') }
const bytes = (text: string) => new TextEncoder().encode(text)

/** A signature whose structure is a sequence in a sequence in a sequence. */
function nested(depth: number): Uint8Array {
  let length = 0
  const parts: string[] = []
  for (let level = 0; level < depth; level++) {
    parts.push(`3084${length.toString(16).padStart(8, '0')}`)
    length += 6
  }
  const contents = `<${parts.reverse().join('')}>`
  const head = '%PDF-1.7 /Contents '
  const range = (second: number, rest: number) => ` /ByteRange [0 ${head.length} ${second} ${rest}]`
  const second = head.length + contents.length
  const tail = range(second, 60).padEnd(60)
  return bytes(head + contents + tail)
}

describe('files that strangers bring are checked where they can do no harm (S6)', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing at all', bytes(''), 'unsigned'],
    ['words', bytes('%PDF-1.7 nothing is signed here'), 'unsigned'],
    ['a byte range that lies', bytes('%PDF-1.7 /ByteRange [0 10 99999999 10] /Contents <00>'), 'malformed'],
    ['a signature that is no structure', bytes('%PDF-1.7 /ByteRange [0 49 55 6] padpadpad /Contents <3002 0500>%%EOF'), 'malformed'],
    ['a byte range of numbers beyond counting', bytes(`/ByteRange [0 ${'9'.repeat(400)} 1 1]`), 'malformed'],
    ['two megabytes of beginnings', bytes('/ByteRange [0 1 2 3'.repeat(110_000)), 'unsigned'],
  ])('%s: %j', async (_, file, problem) => {
    const verdict = await checkPdf(file, trust)
    expect(verdict.valid).toBe(false)
    expect(verdict.problems).toContain(problem)
  })

  test('a file of nothing but byte ranges, and one with structures within structures without end, are answered; so is the next', async () => {
    const range = '/ByteRange [0 10 14 9000000]'
    expect(await checkPdf(bytes(range.repeat(320_000)), trust)).toMatchObject({ valid: false })
    expect(await checkPdf(nested(100_000), trust)).toMatchObject({ valid: false })
    expect(await checkPdf(bytes('%PDF-1.7'), trust)).toMatchObject({ valid: false, problems: ['unsigned'] })
  })

  test('no more wait than memory bears', async () => {
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => checkPdf(bytes('%PDF-1.7'), trust)))
    expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(4)
    expect(all.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual(Array.from({ length: 4 }, () => 'Refusal: too-many-checks'))
  })
})
