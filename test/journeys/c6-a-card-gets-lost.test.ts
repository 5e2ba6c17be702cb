/** What can happen between the office and the door, through the whole program: a failed attempt, a card that came back, a lost card, the old card (B6, C6, DEC2). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCardOfDossier, findList, handToPerson, listOldCardsOf, parcelOf, receiveOldCard, takeCardBack } from '../../src/capabilities/deliveries/index.ts'
import { askReprint, chooseDelivery, handOverResult, judgeReprint, settleDifferences, takeOverList, witnessOldCard } from '../../src/dossiers/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import type { Work } from '../../src/platform/work.ts'
import { decide, dossierOf, pay, signDecision } from '../support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'
import { handToPost, listForPost } from '../support/hand-over.ts'

let world: CaseWorld
let id = ''
const machine = systemActor('test')
beforeAll(async () => {
  world = await openCaseWorld()
  id = await world.file('an')
  await pay(world, id)
  await decide(world, id)
  await signDecision(world, id)
})
afterAll(() => world[Symbol.asyncDispose]())

const reads = <T>(fn: (work: Work) => Promise<T>) => world.platform.read(machine, fn)
const standing = async () => {
  const { turn, turnOwner, turnCause } = await dossierOf(world, id)
  return [turn, turnOwner, turnCause]
}
const numberNow = async () => (await reads((work) => parcelOf(work, id)))?.orderNumber ?? ''

async function posted(): Promise<void> {
  await handToPost(world)
  await world.workerSettles()
}

async function post(to: string, details: Record<string, string> = {}): Promise<void> {
  await world.control('post', 'move', { orderNumber: await numberNow(), to, ...details })
  await world.hoursPass(2.1)
}

test('whoever closed a list does not count it for the post, nor confirms what they counted, whatever post they hold (DEC2)', async () => {
  const [appraiser, postal] = [await world.staff('appraiser'), await world.staff('postal')]
  const under = async (who: typeof appraiser, role: string, officeCode: string | null) => {
    const [other] = await world.platform.asOwner<{ id: string }>(`insert into identity.staff (id, identity_index, full_name, role, province_code, office_code, active_from)
      select gen_random_uuid(), identity_index, full_name, $2, province_code, $3, active_from from identity.staff where id = $1 returning id`, [who.staffId, role, officeCode])
    return { ...who, staffId: other?.id ?? '', role, officeCode }
  }
  const listId = (await listForPost(world, appraiser)) ?? ''
  const [officerAtThePost, postalInTheOffice] = [await under(appraiser, 'postal', postal.officeCode), await under(postal, 'appraiser', null)]
  const list = await reads((work) => findList(work, listId))
  const nothingInTheBag = new Map(list?.items.map((item) => [item.itemNumber, 'not-in-bag']))
  await expect(world.platform.work(officerAtThePost, (work) => takeOverList(work, listId, nothingInTheBag))).rejects.toMatchObject({ code: 'listed-by-you' })
  expect(await world.platform.work(postal, (work) => takeOverList(work, listId, nothingInTheBag))).toBe('counted')
  const hash = (await reads((work) => findList(work, listId)))?.countedHash ?? ''
  await expect(world.platform.work(postalInTheOffice, (work) => settleDifferences(work, listId, hash))).rejects.toMatchObject({ code: 'counted-by-you' })
  await world.platform.work(appraiser, (work) => settleDifferences(work, listId, hash))
  await world.workerSettles()
  expect(await standing()).toEqual(['officer', 'office', 'card-to-post'])
  expect(await world.broken()).toEqual({})
})

test('nobody at home: it is the citizen’s turn to choose, nobody else may, and it goes on by that choice (B6)', async () => {
  await posted()
  expect(await standing()).toEqual(['outside', 'post', 'delivery'])
  await post('FAILED')
  expect(await standing()).toEqual(['citizen', 'citizen', 'redeliver'])
  const { actor: stranger } = await world.signIn('binh')
  await expect(world.platform.work(stranger, (work) => chooseDelivery(work, id, { kind: 'again' }))).rejects.toMatchObject({ code: 'dossier-not-found' })
  const { actor } = await world.signIn('an')
  await expect(world.platform.work(actor, (work) => chooseDelivery(work, id, { kind: 'collect' }))).rejects.toMatchObject({ code: 'parcel-moved-on' })
  await world.platform.work(actor, (work) => chooseDelivery(work, id, { kind: 'again' }))
  expect(await standing()).toEqual(['outside', 'post', 'delivery'])
  await world.workerSettles()
})

test('it came back: the citizen has it sent anew, and the office lists it once it is there again (B6)', async () => {
  await post('RETURNED')
  expect(await standing()).toEqual(['citizen', 'citizen', 'card-sent-back'])
  const { actor } = await world.signIn('an')
  await world.platform.work(actor, (work) => chooseDelivery(work, id, { kind: 'anew' }))
  expect(await standing()).toEqual(['officer', 'office', 'card-coming-back'])
  await world.platform.work(await world.staff('appraiser'), (work) => takeCardBack(work, id))
  await world.workerSettles()
  expect(await standing()).toEqual(['officer', 'office', 'card-to-post'])
  await posted()
  expect(await standing()).toEqual(['outside', 'post', 'delivery'])
  expect(await world.broken()).toEqual({})
})

test('the post lost it: printed anew at no cost on two officers’ word, and the lost one is void in the register (C6, DEC2)', async () => {
  await post('LOST')
  expect(await standing()).toEqual(['officer', 'office', 'card-lost'])
  const lost = await reads((work) => findCardOfDossier(work, id))
  const [appraiser, signer] = [await world.staff('appraiser'), await world.staff('signer')]
  await expect(world.platform.work(signer, (work) => judgeReprint(work, id, 'confirm'))).rejects.toMatchObject({ code: 'reprint-not-proposed' })
  for (const _ of [1, 2]) await world.platform.work(appraiser, (work) => askReprint(work, id))
  // The same person under another post is not a second person.
  await world.platform.asOwner("insert into identity.staff (id, identity_index, full_name, role, province_code, active_from) select gen_random_uuid(), identity_index, full_name, 'signer', province_code, active_from from identity.staff where id = $1", [appraiser.staffId])
  const [other] = await world.platform.asOwner<{ id: string }>("select id from identity.staff where role = 'signer' and identity_index = (select identity_index from identity.staff where id = $1)", [appraiser.staffId])
  await expect(world.platform.work({ ...appraiser, staffId: other?.id ?? '', role: 'signer' }, (work) => judgeReprint(work, id, 'confirm'))).rejects.toMatchObject({ code: 'proposed-by-you' })
  await world.platform.work(signer, (work) => judgeReprint(work, id, 'confirm'))
  await world.workerSettles()
  expect(await standing()).toEqual(['outside', 'printer', 'card'])
  expect(await reads((work) => findCardOfDossier(work, id))).toMatchObject({ state: 'queued', replaces: lost?.id })
  expect(await world.platform.asOwner('select card_serial from licences.void_card')).toEqual([{ card_serial: lost?.cardSerial }])
  expect(await world.platform.asOwner('select count(*)::int as n from payments.charge where dossier_id = $1', [id])).toEqual([{ n: 1 }])
  await posted()
  await post('DELIVERED', { relation: 'FAMILY' })
  expect(await dossierOf(world, id)).toMatchObject({ status: 'returned' })
  expect(await world.broken()).toEqual({})
})

test('the old card is owed from then on, asked for twice, and destroyed by two people (law: the driver sends it back)', async () => {
  const owed = () => reads((work) => listOldCardsOf(work, id))
  expect(await owed()).toMatchObject([{ state: 'owed', reminded: 0 }])
  for (const _ of [1, 2, 3]) await world.hoursPass(16 * 24)
  expect(await owed()).toMatchObject([{ state: 'owed', reminded: 2 }])
  expect(await world.facts('old-card.reminded')).toHaveLength(2)
  const [{ licenceId = '' } = {}] = await owed()
  const [first, second] = [await world.staff('appraiser'), await world.staff('appraiser', 1)]
  await expect(world.platform.work(second, (work) => witnessOldCard(work, licenceId, 'destroyed'))).rejects.toMatchObject({ code: 'old-card-not-here' })
  await world.platform.work(first, (work) => receiveOldCard(work, licenceId))
  await expect(world.platform.work(first, (work) => witnessOldCard(work, licenceId, 'destroyed'))).rejects.toMatchObject({ code: 'received-by-you' })
  for (const _ of [1, 2]) await world.platform.work(second, (work) => witnessOldCard(work, licenceId, 'destroyed'))
  expect(await owed()).toMatchObject([{ state: 'destroyed' }])
  expect(await world.broken()).toEqual({})
})

test('whoever would rather fetch a card that came back gets it at the counter (B6)', async () => {
  id = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, id)
  await decide(world, id)
  await signDecision(world, id)
  await posted()
  await post('RETURNED')
  const { actor } = await world.signIn('hanh')
  await world.platform.work(actor, (work) => chooseDelivery(work, id, { kind: 'collect' }))
  expect(await standing()).toEqual(['officer', 'office', 'card-coming-back'])
  const appraiser = await world.staff('appraiser')
  await world.platform.work(appraiser, (work) => takeCardBack(work, id))
  await world.workerSettles()
  expect(await standing()).toEqual(['citizen', 'citizen', 'collect'])
  await world.platform.work(appraiser, async (work) => {
    await handToPerson(work, (await findCardOfDossier(work, id))?.id ?? '')
    await handOverResult(work, id)
  })
  expect(await dossierOf(world, id)).toMatchObject({ status: 'returned' })
  expect(await world.broken()).toEqual({})
})
