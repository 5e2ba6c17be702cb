import { expect, test } from 'vitest'
import { createSlots } from './slots.ts'

test('a place is taken under every count or under none, and given back once', () => {
  const slots = createSlots()
  const [all, here] = [{ of: 'all', most: 3 }, { of: 'here', most: 1 }]
  const first = slots.take([here, all])
  expect(slots.take([here, all])).toEqual({ full: 'here' })
  const others = [slots.take([all]), slots.take([all])]
  // The refused one took nothing: exactly three are in.
  expect(others.every((one) => 'leave' in one)).toBe(true)
  expect(slots.take([all])).toEqual({ full: 'all' })
  if ('leave' in first) {
    first.leave()
    first.leave()
  }
  expect('leave' in slots.take([here, all])).toBe(true)
  expect(slots.take([all])).toEqual({ full: 'all' })
})
