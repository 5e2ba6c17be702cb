/**
 * A slice of `npm run prove:guards`: ten people, accepted dossiers here and elsewhere, and every verb in every state. Left to the proof: the other
 * roles, every other state at every address, a province that was merged, things of other kinds here and elsewhere (lists, cash books, money, clinics …).
 */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDossier, getAnswers, saveAnswers } from '../../src/dossiers/index.ts'
import { appendChange } from '../../src/dossiers/store/dossiers.ts'
import { publicActor } from '../../src/platform/values/actor.ts'
import { doorOf, type Line } from '../../src/web/doors/index.ts'
import { withoutNote, withoutOwner, withoutProvince, withoutThing } from '../office/guards/planted.ts'
import { namingLines, openPages, type Planted, sweep } from '../office/guards/sweep.ts'
import { pressVerbs } from '../office/guards/verbs.ts'
import { type GuardsWorld, openGuardsWorld } from '../office/guards/world.ts'

let guards: GuardsWorld
let app: FastifyInstance

beforeAll(async () => {
  guards = await openGuardsWorld(false)
  app = await openPages(guards.world.platform)
})
afterAll(async () => {
  await app.close()
  await guards[Symbol.asyncDispose]()
})

test('everybody meets at every address what the table of doors says, and reads of nobody but whom it concerns (S1, S2; every state: npm run prove:guards)', async () => {
  const swept = await sweep({ app, ...guards, lines: namingLines })
  expect(swept.leaks).toEqual([])
  expect(swept.differences).toEqual([])
  expect(swept.cells).toBeGreaterThan(1500)
})

test('every verb of the desk is done exactly where can() permits it, in every state and province (S1)', async () => {
  const pressed = await pressVerbs({ app, platform: guards.world.platform, ...guards })
  expect(pressed.differences).toEqual([])
  expect(pressed.cells).toBeGreaterThan(400)
})

test('neither the log, a job nor a message to somebody else tells of the applicant (S2)', async () => {
  expect(guards.log().split('\n').length).toBeGreaterThan(1000)
  expect(guards.canaries.filter((canary) => guards.log().includes(canary))).toEqual([])
  // What the presses above enqueued, announced and noted was refused by the database where it told of somebody; here it is seen doing so.
  await expect(guards.world.platform.asOwner(`insert into platform.due (task, key, payload, due_at) values ('x', 'x', jsonb_build_object('to', $1::text), now())`, [guards.canaries[0]])).rejects.toThrow('a canary in due')
  const answer = await fetch(`${guards.world.sandbox.url}/mailbox/api?limit=500`)
  const { messages }: { messages: { to: string }[] } = await answer.json()
  const own = messages.filter(({ to }) => guards.canaries.includes(to))
  expect(own.length).toBeGreaterThan(0)
  const others = JSON.stringify(messages.filter((one) => !own.includes(one)))
  expect(guards.canaries.filter((canary) => others.includes(canary))).toEqual([])
})

/** The sweep over one address of which the test has a copy without its guard. */
async function sweepWith(planted: Planted): Promise<{ differences: number; leaks: number }> {
  const copy = await openPages(guards.world.platform, planted)
  try {
    const lines = Object.keys(planted).map((key) => doorOf(...(key.split(' ') as [string, string]))).filter((line): line is Line => line !== undefined)
    const { differences, leaks } = await sweep({ app: copy, ...guards, lines })
    return { differences: differences.length, leaks: leaks.length }
  } finally {
    await copy.close()
  }
}

test('control: an address that forgot to ask for the province is seen', async () => {
  expect((await sweepWith(withoutProvince)).differences).toBeGreaterThan(5)
})

test('control: an address that forgot to ask on which dossier a scan hangs is seen, by ids that are there in the own province and in another', async () => {
  const { differences } = await sweepWith(withoutThing)
  expect(differences).toBeGreaterThan(3)
})

test('control: an address that forgot to ask whose dossier it is is seen, and so is every value that it tells', async () => {
  const { differences, leaks } = await sweepWith(withoutOwner)
  expect([differences > 5, leaks > 20]).toEqual([true, true])
})

test('control: a page that shows an applicant to staff and whose line says that it shows nobody is seen (AUD4)', async () => {
  expect((await sweepWith(withoutNote)).leaks).toBeGreaterThan(2)
})

test('behind a forgotten question stands the database: it neither shows nor changes a dossier or a draft of another person or province (AUZ, pitfall 9)', async () => {
  const { world: { platform }, copies, applicant, people } = guards
  const named = (name: string) => people.find((one) => one.name === name)?.actor ?? publicActor
  const here = copies.find(({ province, status }) => province === 'bac-ninh' && status === 'accepted')?.id ?? ''
  const unguarded = (actor: Parameters<typeof platform.read>[0]) => platform.read(actor, (work) => findDossier(work, here))
  for (const name of ['appraiser', 'signer', 'the applicant']) expect((await unguarded(named(name)))?.id, name).toBe(here)
  for (const name of ['appraiser of Hà Nội', 'clerk of Hà Nội', 'another citizen']) {
    expect(await unguarded(named(name)), name).toBeUndefined()
    await expect(platform.read(named(name), (work) => getAnswers(work, { id: here, personId: applicant.personId })), name).rejects.toThrow('expected one row, found 0')
  }
  expect(await unguarded(publicActor)).toBeUndefined()
  // A write that asked nobody changes nothing.
  const dossier = await unguarded(applicant)
  if (!dossier) throw new Error('the applicant has no dossier')
  await platform.work(named('appraiser of Hà Nội'), async (work) => appendChange(work, dossier, { status: 'refused', closedAt: work.now }))
  expect((await unguarded(applicant))?.status).toBe('accepted')
  await expect(platform.work(named('another citizen'), (work) => saveAnswers(work, applicant.personId, dossier.draftId, { phone: '0000999999' }))).rejects.toThrow('draft-not-found')
  // Whoever says nothing of themselves is shown nothing, and a pooled connection forgets who asked before.
  expect((await platform.pool.query('select count(*)::int as n from dossiers.dossier')).rows).toEqual([{ n: 0 }])
})
