import { describe, expect, test } from 'vitest'
import { procedures } from '../index.ts'
import { pointKinds, pointsOf, pointWords, reasonsOf, supplementReasons, supplementText } from './points.ts'

const TODAY = '2026-11-22'

describe('what may be asked for (B7, C2)', () => {
  test('a procedure’s points follow from what it needs, whatever it is called', () => {
    const form = ['residence', 'phone', 'email', 'delivery']
    expect(pointsOf({ needs: [] })).toEqual(form)
    for (const version of procedures) {
      const points = pointsOf(version)
      const has = (kind: string) => version.needs.some((need) => need.kind === kind)
      expect(points).toEqual(expect.arrayContaining(form))
      expect([points.includes('portrait'), points.includes('loss-report'), points.includes('health-certificate'), points.includes('certified-copy')])
        .toEqual([has('portrait'), has('loss-report'), has('health-certificate'), has('health-certificate')])
    }
  })

  test('each point has a reason, and each of its reasons words in both languages that end as sentences', () => {
    for (const kind of pointKinds) {
      expect(pointWords(kind)).toMatchObject({ vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) })
      expect(reasonsOf(kind, TODAY).length, kind).toBeGreaterThan(1)
      for (const reason of reasonsOf(kind, TODAY)) {
        const text = supplementText(kind, reason, TODAY)
        expect([text?.vi, text?.en], `${kind} ${reason}`).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)])
      }
    }
  })

  test('a reason that makes no sense for a point has no words: a phone number is never unreadable', () => {
    expect(reasonsOf('phone', TODAY)).toEqual(supplementReasons.filter((reason) => reason !== 'unreadable'))
    expect(supplementText('phone', 'unreadable', TODAY)).toBeUndefined()
  })
})
