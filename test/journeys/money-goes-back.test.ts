/** Nobody pays twice, and nothing is kept without a dossier (P4, B5, D5, MON1 to MON9). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getMoney } from '../../src/capabilities/payments/index.ts'
import { refuse, withdraw } from '../../src/dossiers/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'
import { dossierOf, needsOf, pay } from '../support/case-steps.ts'

let world: CaseWorld
beforeAll(async () => {
  world = await openCaseWorld()
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

const moneyOf = (id: string) => world.platform.read(systemActor('test'), (work) => getMoney(work, id))

test('Dũng is charged twice: one payment serves, the other goes back to where it came from', async () => {
  const id = await world.file('dung')
  await pay(world, id, 'pay-double')
  for (let day = 0; day < 5; day++) await world.hoursPass(24)
  const money = await moneyOf(id)
  expect(money.feePaid).toBe(true)
  expect(money.charges).toHaveLength(2)
  expect(money.refunds.map((r) => r.state)).toEqual(['done'])
  expect(await needsOf(world, id)).toMatchObject({ fee: 'met' })
})

test('who withdraws before acceptance gets the fee back, and the dossier wants no more money', async () => {
  const id = await world.file('an')
  await pay(world, id)
  const { actor } = await world.signIn('an')
  await world.platform.work(actor, (work) => withdraw(work, id))
  for (let day = 0; day < 4; day++) await world.hoursPass(24)
  expect(await dossierOf(world, id)).toMatchObject({ status: 'withdrawn', turn: 'nobody' })
  expect((await moneyOf(id)).refunds).toMatchObject([{ state: 'done', amountVnd: 135_000 }])
  await expect(pay(world, id)).rejects.toThrow('payment-closed')
})

test('a refusal at intake names its article and remedy, and returns the fee', async () => {
  const id = await world.file('binh')
  await pay(world, id)
  const appraiser = await world.claim(id)
  await expect(world.platform.work(appraiser, (work) => refuse(work, id, 'because'))).rejects.toThrow('refusal-code-unknown')
  await world.platform.work(appraiser, (work) => refuse(work, id, 'unresolved-violation'))
  for (let day = 0; day < 4; day++) await world.hoursPass(24)
  expect(await dossierOf(world, id)).toMatchObject({ status: 'refused' })
  const [decision] = await world.platform.asOwner<{ legal_basis: string; remedy: string }>('select legal_basis, remedy from dossiers.decision where dossier_id = $1', [id])
  expect(decision?.legal_basis).toContain('62')
  expect((await moneyOf(id)).refunds).toMatchObject([{ state: 'done' }])
})
