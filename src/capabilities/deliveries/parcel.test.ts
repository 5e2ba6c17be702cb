import { describe, expect, test } from 'vitest'
import { cardSerialOf, isItemNumber, stateAfter, type TrackingEvent } from './parcel.ts'

const at = (state: TrackingEvent['state'], minute: number): TrackingEvent => ({ state, happenedAt: new Date(Date.UTC(2026, 10, 20, 3, minute)) })

describe('a parcel is where its latest event says (B6)', () => {
  test.each<{ says: string; events: TrackingEvent[]; state: string | undefined }>([
    { says: 'nothing is known yet', events: [], state: undefined },
    { says: 'the post took the order', events: [at('registered', 0)], state: 'registered' },
    { says: 'events may come out of order', events: [at('in-transit', 5), at('registered', 0), at('collected', 2)], state: 'in-transit' },
    { says: 'several steps in one minute: the one furthest on the way', events: [at('registered', 0), at('collected', 0), at('in-transit', 0), at('delivered', 0)], state: 'delivered' },
    { says: 'nobody was at home', events: [at('in-transit', 5), at('failed', 9)], state: 'failed' },
    { says: 'it was delivered after a failed try', events: [at('failed', 5), at('in-transit', 8), at('delivered', 9)], state: 'delivered' },
    { says: 'it went back', events: [at('failed', 5), at('returned', 9)], state: 'returned' },
  ])('$says', ({ events, state }) => {
    expect(stateAfter(events)).toBe(state)
  })
})

describe('an item number carries a check digit (UPU S10)', () => {
  test.each([
    ['RA473124829GB', true], // the example of the standard
    ['ZZ000000019XX', false],
    ['ZZ000000014XX', true],
    ['RA473124828GB', false],
    ['ZZ00000001XX', false],
    ['', false],
  ])('%s', (text, expected) => {
    expect(isItemNumber(text)).toBe(expected)
  })

  test('every one of a hundred numbers has exactly one right check digit', () => {
    for (let n = 0; n < 100; n += 1) {
      const right = [...'0123456789'].filter((digit) => isItemNumber(`ZZ${String(n * 7919).padStart(8, '0')}${digit}XX`))
      expect(right).toHaveLength(1)
    }
  })
})

test('card serials are of a series that no real card has', () => {
  expect(cardSerialOf(42)).toBe('ZX000042')
})
