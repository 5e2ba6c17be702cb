import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { getPerson, meetPerson } from './index.ts'
import { savePerson } from './store/people.ts'

const actor = systemActor('test')
const card = { identityNumber: '098152000111', fullName: 'Đỗ Thị Mẫu', birthDate: '1952-03-04' } as const
const account = { ...card, issuer: 'https://eid.vidu.invalid', subject: 's-mau' }
let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T02:00:00Z' })
})
afterAll(() => platform[Symbol.asyncDispose]())

const meet = (fullName: string = card.fullName) => platform.work(actor, (work) => meetPerson(work, { ...card, fullName }))

test('whoever was helped by their card alone finds everything under their own account at the first sign-in (A4)', async () => {
  const atTheCounter = await meet()
  expect(await meet()).toBe(atTheCounter)
  expect(await platform.work(actor, (work) => savePerson(work, account))).toBe(atTheCounter)
  expect(await platform.work(actor, (work) => savePerson(work, account))).toBe(atTheCounter)
})

test('a line typed at a counter changes no name of somebody known (A3)', async () => {
  const known = await platform.work(actor, (work) => savePerson(work, account))
  expect(await meet('Đỗ Thị Nhầm')).toBe(known)
  expect((await platform.read(actor, (work) => getPerson(work, known))).fullName).toBe(card.fullName)
})

test('a card met at two counters at the same moment is one person (A4)', async () => {
  const other = { identityNumber: '098152000222', fullName: 'Ngô Văn Mẫu', birthDate: '1960-01-01' } as const
  const ids = await Promise.all(Array.from({ length: 6 }, () => platform.work(actor, (work) => meetPerson(work, other))))
  expect(new Set(ids).size).toBe(1)
})

test('an account of somebody else is never taken over by a number (A2)', async () => {
  await platform.work(actor, (work) => savePerson(work, account))
  await expect(platform.work(actor, (work) => savePerson(work, { ...account, subject: 's-other' }))).rejects.toThrow()
})
