import { expect, test } from 'vitest'
import { backDating } from './back-dating.ts'

const seal = (ceiling: string, minute: number, rate = '1') => ({ ceiling, rate, sealedAt: new Date(Date.UTC(2026, 10, 20, 2, minute)) })
const row = (transaction: string, minute: number) => ({ source: 'dossiers.event', id: 'a', index: 7, row: { transaction_id: transaction, at: `2026-11-20T02:${String(minute).padStart(2, '0')}:00.000000Z` } })

function found(seals: readonly ReturnType<typeof seal>[], one: ReturnType<typeof row>): number {
  const faults: string[] = []
  const dating = backDating((fault) => faults.push(fault))
  for (const each of seals) dating.passed(each)
  dating.look(one)
  return faults.length
}

test('a row is dated back when its transaction began to write after a seal that is ten minutes later than its time', () => {
  expect(found([seal('100', 0), seal('200', 30)], row('205', 19))).toBe(1)
  expect(found([seal('100', 0), seal('200', 30)], row('205', 21))).toBe(0)
})

test('a transaction that was open for long is not: it had its number before the later seals were made', () => {
  expect(found([seal('100', 0), seal('200', 30), seal('300', 50)], row('150', 1))).toBe(0)
})

test('where the clock runs fast, so does what is waited for', () => {
  expect(found([seal('200', 50, '1440')], row('205', 1))).toBe(0)
  expect(found([seal('200', 50, '2')], row('205', 1))).toBe(1)
})
