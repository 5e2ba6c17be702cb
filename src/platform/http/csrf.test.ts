import { expect, test } from 'vitest'
import { formToken, isFormToken } from './csrf.ts'

test('a form is taken only with the token of its own session', () => {
  const key = Buffer.alloc(32, 1)
  const token = formToken(key, 'session-1')
  expect(isFormToken(key, 'session-1', token)).toBe(true)
  expect([isFormToken(key, 'session-2', token), isFormToken(Buffer.alloc(32, 2), 'session-1', token), isFormToken(key, 'session-1', ''), isFormToken(key, 'session-1', undefined)]).toEqual([false, false, false, false])
})
