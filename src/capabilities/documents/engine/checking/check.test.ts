import { describe, expect, test } from 'vitest'
import { type Actor, publicActor } from '../../../../platform/values/actor.ts'
import { MOST_SIGNATURES } from '../pdf-signatures.ts'
import type { Verdict } from '../verify.ts'
import { checkPdf, takePlace } from './check.ts'

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

/** Signatures that are none, each with a byte range as it should be: every one covers all that is before it. */
function chained(count: number, padding: number): Uint8Array {
  const parts: string[] = ['%PDF-1.7 '.padEnd(padding)]
  let length = padding
  for (let n = 0; n < count; n++) {
    const gap = length + ' /Contents '.length
    const second = gap + '<30020500>'.length
    const range = ` /ByteRange [0 ${gap} ${second} 60]`.padEnd(60)
    parts.push(' /Contents <30020500>', range)
    length = second + range.length
  }
  return bytes(parts.join(''))
}

const check = (file: Uint8Array, actor: Actor = publicActor): Promise<Verdict> => checkPdf(file, trust, actor)
const citizen = (personId: string): Actor => ({ kind: 'citizen', personId, sessionId: 's', channel: 'online' })
const officer: Actor = { kind: 'staff', staffId: 'o', personId: 'p', role: 'appraiser', provinceCode: '27', officeCode: null, sessionId: 's', channel: 'online' }
const refused = { code: 'too-many-checks' }

describe('files that strangers bring are checked where they can do no harm (S6)', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing at all', bytes(''), 'unsigned'],
    ['words', bytes('%PDF-1.7 nothing is signed here'), 'unsigned'],
    ['a byte range that lies', bytes('%PDF-1.7 /ByteRange [0 10 99999999 10] /Contents <00>'), 'malformed'],
    ['a signature that is no structure', bytes('%PDF-1.7 /ByteRange [0 49 55 6] padpadpad /Contents <3002 0500>%%EOF'), 'malformed'],
    ['a byte range of numbers beyond counting', bytes(`/ByteRange [0 ${'9'.repeat(400)} 1 1]`), 'malformed'],
    ['a byte range that goes backwards', bytes('%PDF-1.7 /Contents <30020500> /ByteRange [0 -19 29 40]'), 'malformed'],
    ['byte ranges one within the other', bytes('/ByteRange [0 10 /ByteRange [0 10 20 30] 30]'), 'malformed'],
    ['two megabytes of beginnings', bytes('/ByteRange [0 1 2 3'.repeat(110_000)), 'too-many-signatures'],
    ['two megabytes of the name alone', bytes('/ByteRange '.repeat(190_000)), 'unsigned'],
  ])('%s', async (_, file, problem) => {
    const verdict = await check(file)
    expect(verdict.valid).toBe(false)
    expect(verdict.problems).toContain(problem)
  })

  test.each<[string, Uint8Array]>([
    ['each covering all before it', chained(2_000, 5_000_000)],
    ['one more than are read', chained(MOST_SIGNATURES + 1, 10)],
    ['all covering the same', bytes('%PDF-1.7 /Contents <30020500> '.padEnd(5_000_000) + '/ByteRange [0 19 29 4999000]'.repeat(4_000))],
    ['all reaching beyond the file', bytes('/ByteRange [0 10 14 9000000000]'.repeat(200_000))],
    ['all going backwards', bytes('/ByteRange [0 -1 -2 -3]'.repeat(200_000))],
    ['one within the other', bytes('/ByteRange [0 1 '.repeat(100_000) + ']'.repeat(100_000))],
  ])('thousands of byte ranges, %s: told so, without reading what they cover', async (_, file) => {
    expect(await check(file)).toEqual({ valid: false, problems: ['too-many-signatures'], signatures: [] })
  })

  test('as many signatures as are read, in a large file, are each judged: the process outlives them', async () => {
    const verdict = await check(chained(MOST_SIGNATURES, 9_000_000))
    expect(verdict.problems).toEqual([])
    expect(verdict.signatures.map(({ problems }) => problems)).toEqual(Array.from({ length: MOST_SIGNATURES }, () => ['malformed']))
  })

  test('as many byte ranges as are read, all wrong and all about the whole file, are told to be wrong: the process outlives them', async () => {
    const digits = `%PDF-1.7 /Contents <${'0'.repeat(9_000_000)}> `
    const range = `/ByteRange [0 19 ${digits.length - 1} 9]`
    // A process that died is told as 'malformed' alone.
    expect(await check(bytes(digits + range.repeat(MOST_SIGNATURES)))).toEqual({ valid: false, problems: ['malformed', 'unsigned'], signatures: [] })
  })

  test('structures within structures without end are answered; so is the next file', async () => {
    expect((await check(nested(100_000))).signatures).toMatchObject([{ problems: ['malformed'] }])
    expect(await check(bytes('%PDF-1.7'))).toEqual({ valid: false, problems: ['unsigned'], signatures: [] })
  })
})

describe('no more files wait than memory bears, and nobody takes every place (S6)', () => {
  const all = (actors: readonly Actor[]) => actors.map((actor) => takePlace(actor))
  const fill = (count: number, actorOf: (n: number) => Actor) => all(Array.from({ length: count }, (_, n) => actorOf(n)))
  const leave = (places: readonly (() => void)[]) => {
    for (const one of places) one()
  }

  test('strangers who take all of theirs are told to wait; citizens and officers are checked meanwhile', async () => {
    const places = fill(8, () => publicActor)
    await expect(check(bytes('%PDF-1.7'))).rejects.toMatchObject(refused)
    expect((await check(bytes('%PDF-1.7'), citizen('a'))).problems).toEqual(['unsigned'])
    expect((await check(bytes('%PDF-1.7'), officer)).problems).toEqual(['unsigned'])
    leave(places)
    expect((await check(bytes('%PDF-1.7'))).problems).toEqual(['unsigned'])
  })

  test('citizens who take all of theirs leave an officer a place, and one person takes two', async () => {
    const places = fill(6, (n) => citizen(String(n % 3)))
    expect(() => takePlace(citizen('another'))).toThrow('too-many-checks')
    expect((await check(bytes('%PDF-1.7'), officer)).problems).toEqual(['unsigned'])
    leave(places)
    const own = fill(2, () => citizen('one'))
    expect(() => takePlace(citizen('one'))).toThrow('too-many-checks')
    leave([takePlace(citizen('other')), ...own])
    leave(own)
    leave([takePlace(citizen('one'))])
  })

  test('an officer does not wait for the files of strangers that came before', async () => {
    const slow = bytes('/ByteRange '.repeat(800_000))
    const told: string[] = []
    const strangers = Array.from({ length: 6 }, () => check(slow).then(() => told.push('stranger')))
    await check(bytes('%PDF-1.7'), officer).then(() => told.push('officer'))
    await Promise.all(strangers)
    expect(told.at(-1)).toBe('stranger')
  })
})
