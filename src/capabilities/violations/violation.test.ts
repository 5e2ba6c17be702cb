import { describe, expect, test } from 'vitest'
import { type BodyAnswer, type Conclusion, conclude, type Violation } from './violation.ts'

const today = '2026-11-20'
const nextTryAt = new Date('2026-11-20T03:00:00Z')

function violation(part: Partial<Violation> = {}): Violation {
  return {
    recordNumber: 'BB-97-1', decisionNumber: null, happenedAt: '2026-10-01T02:00:00Z', behaviour: 'x', legalBasis: 'y', recordedBy: 'z', settleAt: 's',
    fineVnd: 5_000_000, resolved: false, suspendedFrom: null, suspendedUntil: null, ...part,
  }
}

function answer(body: BodyAnswer['body'], part: Partial<BodyAnswer> = {}): BodyAnswer {
  return { body, state: 'answered', askedAt: null, answeredAt: null, nextTryAt: null, exchangeId: null, unresolved: [], resolved: 0, suspensions: [], reasked: null, ...part }
}

const open = violation()
const suspended = violation({ resolved: true, suspendedFrom: '2026-10-15', suspendedUntil: '2026-12-15' })
const down = { state: 'unavailable', nextTryAt } as const

interface Case {
  says: string
  answers: BodyAnswer[]
  enough?: 'all' | 'any'
  expected: Conclusion
}

const cases: Case[] = [
  { says: 'all three bodies of regime 1 hold nothing', answers: [answer('national-police'), answer('provincial-police'), answer('inspectorate')], expected: { outcome: 'clear' } },
  {
    says: 'one body of three is down: neither yes nor no', answers: [answer('national-police'), answer('provincial-police', down), answer('inspectorate')],
    expected: { outcome: 'pending', waitingFor: ['provincial-police'], nextTryAt },
  },
  {
    says: 'an open case blocks even while another body is silent', answers: [answer('national-police', { unresolved: [open] }), answer('inspectorate', down)],
    expected: { outcome: 'unresolved', unresolved: [open] },
  },
  {
    says: 'the same record reported by two bodies is one case', answers: [answer('traffic-order-database', { unresolved: [open] }), answer('eid-account', { unresolved: [open] })],
    expected: { outcome: 'unresolved', unresolved: [open] },
  },
  { says: 'resolved cases do not block', answers: [answer('traffic-order-database', { resolved: 3 })], expected: { outcome: 'clear' } },
  {
    says: 'a paid fine whose suspension still runs blocks as a suspension', answers: [answer('traffic-order-database', { resolved: 1, suspensions: [suspended] })],
    expected: { outcome: 'suspended', suspensions: [suspended], until: '2026-12-15' },
  },
  {
    says: 'the last day of a suspension is still suspended', answers: [answer('eid-account', { suspensions: [violation({ resolved: true, suspendedUntil: today })] })],
    expected: { outcome: 'suspended', suspensions: [violation({ resolved: true, suspendedUntil: today })], until: today },
  },
  {
    says: 'a suspension that ended yesterday is over',
    answers: [answer('eid-account', { suspensions: [violation({ resolved: true, suspendedUntil: '2026-11-19' })] })], expected: { outcome: 'clear' },
  },
  {
    says: 'the eID account is enough where the law names it as the alternative', answers: [answer('traffic-order-database', down), answer('eid-account')],
    enough: 'any', expected: { outcome: 'clear' },
  },
  {
    says: 'with both alternatives silent nothing is concluded', answers: [answer('traffic-order-database', down), answer('eid-account', { state: 'asked' })],
    enough: 'any', expected: { outcome: 'pending', waitingFor: ['traffic-order-database', 'eid-account'], nextTryAt },
  },
  { says: 'a person nobody was asked about is not clear', answers: [], expected: { outcome: 'pending', waitingFor: [], nextTryAt: null } },
]

describe('an unresolved violation blocks the exchange (Luật 36/2024/QH15 Điều 62.4; B4)', () => {
  test.each(cases)('$says', ({ answers, enough, expected }) => {
    expect(conclude(answers, today, enough)).toEqual(expected)
  })
})
