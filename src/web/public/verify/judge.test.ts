import { describe, expect, test } from 'vitest'
import type { RegisterStanding } from '../../../capabilities/licences/index.ts'
import { answersOf, changedBy, type Finding, findingOf } from './judge.ts'

const ours = { documentId: '0199a000-0000-7000-8000-0000000000d1', isWhole: true }
const inForce = { standing: 'in-force' as const, isSuperseded: false }
const foreign = { documentId: null, isWhole: false }

describe('what a checked file is called (B11)', () => {
  test.each<[string, Parameters<typeof findingOf>[0], RegisterStanding | undefined, Finding]>([
    ['a decision of ours', { ...ours, problems: [] }, undefined, 'genuine'],
    ['a licence in force', { ...ours, problems: [] }, 'in-force', 'genuine'],
    ['a licence replaced since', { ...ours, problems: [] }, 'replaced', 'genuine-replaced'],
    ['a licence withdrawn since', { ...ours, problems: [] }, 'withdrawn', 'genuine-withdrawn'],
    ['a licence that ran out', { ...ours, problems: [] }, 'ended', 'genuine-ended'],
    ['a copy from before the second signature', { ...ours, isWhole: false, problems: [] }, undefined, 'incomplete'],
    ['a paper of another office whose signature holds', { ...foreign, problems: [] }, undefined, 'foreign'],
    ['a file with more signatures than are read', { ...foreign, problems: ['too-many-signatures'] }, undefined, 'too-many'],
    ['a declaration of ours, which nobody signs', { ...ours, isWhole: false, problems: ['unsigned'] }, undefined, 'plain'],
    ['a file with a password', { ...foreign, problems: ['unsigned', 'locked'] }, undefined, 'locked'],
    ['a file that lost its end', { ...foreign, problems: ['malformed', 'cut-off'] }, undefined, 'cut-off'],
    ['a signed file that a program saved anew', { ...foreign, problems: ['malformed', 'unsigned'] }, undefined, 'altered'],
    ['a scan', { ...foreign, problems: ['unsigned'] }, undefined, 'unsigned'],
    ['a changed file, however its signer is trusted', { ...foreign, problems: ['altered', 'untrusted'] }, undefined, 'altered'],
    ['something added after signing', { ...foreign, problems: ['appended-after-signing'] }, undefined, 'altered'],
    ['a signature by a certificate of one’s own', { ...foreign, problems: ['untrusted', 'no-timestamp'] }, undefined, 'untrusted'],
    ['a certificate taken back before signing', { ...ours, problems: ['revoked'] }, 'in-force', 'untrusted'],
    ['a list of revocations that is too old', { ...ours, problems: ['revocation-unknown'] }, 'in-force', 'unsure'],
  ])('%s', (_, check, standing, finding) => {
    expect(findingOf(check, { standing, isSuperseded: false })).toBe(finding)
  })

  test('only a file without a problem that is ours and whole is called genuine', () => {
    const problems = ['unsigned', 'malformed', 'too-many-signatures', 'appended-after-signing', 'unexpected-signer', 'another-file', 'altered', 'untrusted', 'wrong-role', 'expired', 'revoked', 'revocation-unknown', 'no-timestamp', 'timestamp-invalid']
    for (const problem of problems) {
      expect(findingOf({ ...ours, problems: [problem] }, inForce), problem).not.toMatch(/^genuine/)
      expect(answersOf({ ...ours, problems: [problem] }, inForce).every(({ answer }) => answer === 'yes'), problem).toBe(false)
    }
  })

  test('what could not be asked is not told as a yes', () => {
    expect(answersOf({ ...foreign, problems: ['unsigned'] }, undefined).map(({ answer }) => answer)).toEqual(['no', 'not-asked', 'not-asked', 'not-asked', 'not-asked', 'no', 'not-asked', 'not-asked', 'not-asked'])
    expect(answersOf({ ...foreign, problems: ['too-many-signatures'] }, undefined).map(({ answer }) => answer)).toEqual(['not-asked', 'not-asked', 'not-asked', 'not-asked', 'not-asked', 'no', 'not-asked', 'not-asked', 'not-asked'])
    expect(answersOf({ ...ours, problems: ['revocation-unknown'] }, inForce).find(({ question }) => question === 'certificate')?.answer).toBe('unknown')
  })

  test('a paper whose date or end a later one tells is genuine and no longer the last word', () => {
    const paper = (kind: string, day: number) => ({ id: `${kind} ${day}`, kind, hash: 'a', madeAt: new Date(Date.UTC(2026, 10, day)) })
    const all = [paper('acceptance-slip', 20), paper('control-sheet', 21), paper('apology', 25), paper('stop-notice', 26), paper('decision', 22), paper('decision', 23)]
    const changed = (at: number) => changedBy(all[at] ?? paper('', 1), all).map(({ id }) => id)
    expect([0, 1, 2, 3, 4, 5].map(changed)).toEqual([['apology 25', 'stop-notice 26'], [], ['stop-notice 26'], [], ['decision 23'], []])
    expect(findingOf({ ...ours, problems: [] }, { standing: undefined, isSuperseded: true })).toBe('genuine-superseded')
    expect(answersOf({ ...ours, problems: [] }, { standing: undefined, isSuperseded: true }).find(({ question }) => question === 'latest')?.answer).toBe('no')
  })
})
