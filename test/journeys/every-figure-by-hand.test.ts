/**
 * Six people through the whole program, and every published figure as one counts it by hand (E1, E3, E6). The clock stands still but
 * where hours pass, so every day and minute below is known beforehand. All times are of Viet Nam.
 *
 * Friday 20 November 2026, 09:00: five file. An, Bình, Dũng and Em online, Nam on paper over the counter, where he pays cash; Dũng in Hà Nội,
 *   the others in Bắc Ninh. Cúc begins and answers one page. The four press "pay" at once; the platform tells us at 10:00.
 * 10:00: all but Bình are accepted, so due on Monday 30 November (Tuesday the 24th is a holiday); Bình is refused at intake. An is signed.
 * Monday 23 November, 10:00: Nam is signed and fetches the card; An's card goes to the post, which delivers it by 13:00; Dũng withdraws.
 * Tuesday 1 December, 10:00: Em is signed, a day late.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCardOfDossier, handToPerson, parcelOf } from '../../src/capabilities/deliveries/index.ts'
import { openCashBook, startAttempt } from '../../src/capabilities/payments/index.ts'
import { procedureSlugs } from '../../src/catalogue/index.ts'
import { accept, approve, claimDossier, handOverResult, refuse, saveAnswers, startDraft, takeFee, withdraw } from '../../src/dossiers/index.ts'
import { listValidLicences } from '../../src/capabilities/licences/index.ts'
import { type Breakdown, type FigureId, listSums, type Scope } from '../../src/observers/statistics/index.ts'
import { type Actor, systemActor } from '../../src/platform/values/actor.ts'
import { paths } from '../../src/web/paths.ts'
import { type Counter, openCounter } from '../office/counter.ts'
import { dossierOf, signDecision } from '../support/case-steps.ts'
import type { CaseWorld } from '../support/case-world.ts'
import { handToPost } from '../support/hand-over.ts'
import { payAtCheckout } from '../support/pay.ts'

const machine = systemActor('test')
let counter: Counter
let world: CaseWorld
beforeAll(async () => {
  counter = await openCounter()
  world = counter.world
  await sixPeople()
})
afterAll(() => counter[Symbol.asyncDispose]())

async function sixPeople(): Promise<void> {
  const { platform } = world
  const online = { an: await world.file('an'), binh: await world.file('binh'), dung: await world.file('dung', { authorityProvince: 'ha-noi' }), em: await world.file('em', { delivery: { how: 'collect' } }) }
  const nam = await namOnPaper()
  await cucBegins()
  for (const id of Object.values(online)) {
    const { personId, amountVnd, submissionCode } = await dossierOf(world, id)
    const { checkoutUrl } = await platform.work(machine, (work) => startAttempt(work, platform.config, { dossierId: id, personId, amountVnd, authorityCode: 'G01024', orderInfo: submissionCode }))
    await payAtCheckout(checkoutUrl, 'pay')
  }
  await world.hoursPass(1)

  const hanoi = await officerOfHanoi()
  for (const [officer, ids] of [[await world.staff('appraiser'), [online.an, online.em, nam]], [hanoi, [online.dung]]] as const) {
    for (const id of ids) {
      await platform.work(officer, (work) => claimDossier(work, id))
      await platform.work(officer, (work) => accept(work, id))
    }
  }
  await platform.work(await world.claim(online.binh), (work) => refuse(work, online.binh, 'unresolved-violation'))
  await world.workerSettles()
  await decided(online.an)

  await world.hoursPass(72)
  await decided(nam)
  const { actor: dung } = await world.signIn('dung')
  await platform.work(dung, (work) => withdraw(work, online.dung))
  await handToPost(world)
  await platform.work(await world.staff('appraiser'), async (work) => {
    await handToPerson(work, (await findCardOfDossier(work, nam))?.id ?? '')
    await handOverResult(work, nam)
  })
  await world.workerSettles()
  const parcel = await platform.read(machine, (work) => parcelOf(work, online.an))
  await world.control('post', 'move', { orderNumber: parcel?.orderNumber ?? '', to: 'DELIVERED', relation: 'SELF' })
  await world.hoursPass(3)

  await world.hoursPass(8 * 24 - 3)
  await decided(online.em)
  for (const hours of [24, 1, 1]) await world.hoursPass(hours)
}

async function decided(id: string): Promise<void> {
  await world.platform.work(await world.claim(id), (work) => approve(work, id))
  await world.workerSettles()
  await signDecision(world, id)
}

/** Filed over the counter with the signed application scanned in, and paid there at once. @returns the dossier's id */
async function namOnPaper(): Promise<string> {
  const yen = await counter.clerk()
  const visitId = await yen.receives(await counter.castMember('nam'))
  await yen.fills(visitId, 'in-person', { how: 'collect' })
  await yen.uploads(paths.counterVisitAt(visitId, 'papers'), 'file', Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n'), { kind: 'application' })
  expect((await yen.post(paths.counterVisitAt(visitId, 'paper'))).location).toBe(paths.counterVisitAt(visitId, 'done'))
  await world.workerSettles()
  const [visit] = await world.platform.asOwner<{ dossier_id: string }>('select dossier_id from counters.visit where id = $1', [visitId])
  const id = visit?.dossier_id ?? ''
  await world.platform.work(yen.actor, (work) => openCashBook(work, { openingVnd: 0, authorityCode: 'G01024' }))
  await world.platform.work(yen.actor, (work) => takeFee(work, id))
  await world.workerSettles()
  return id
}

async function cucBegins(): Promise<void> {
  const { person, actor } = await world.signIn('cuc')
  const [licence] = await world.platform.read(actor, (work) => listValidLicences(work, person.identityNumber))
  const [procedure] = procedureSlugs
  if (!licence || !procedure) throw new Error('no licence, or no procedure')
  const draftId = await world.platform.work(actor, (work) => startDraft(work, { personId: actor.personId, procedure, licenceIds: [licence.id] }))
  await world.platform.work(actor, (work) => saveAnswers(work, actor.personId, draftId, { reason: 'expiring' }))
}

async function officerOfHanoi(): Promise<Extract<Actor, { kind: 'staff' }>> {
  const { actor } = await world.signIn('thao')
  const [row] = await world.platform.asOwner<{ id: string }>('select t.id from identity.staff t join identity.person p on p.identity_index = t.identity_index where p.id = $1', [actor.personId])
  return { ...(await world.staff('appraiser')), staffId: row?.id ?? '', personId: actor.personId, provinceCode: 'ha-noi' }
}

const YEAR = { from: '2026-01-01', to: '2026-12-31' }

/** Bucket by bucket, a figure's parts and amounts. */
async function sums(figure: FigureId, by: Breakdown, scope: Partial<Scope> = {}): Promise<Record<string, Record<string, number>>> {
  const rows = await world.platform.read(machine, (work) => listSums(work, figure, { ...YEAR, ...scope }, by))
  return Object.fromEntries(Object.entries(Object.groupBy(rows, ({ bucket }) => bucket)).map(([bucket, of = []]) => [bucket, Object.fromEntries(of.map(({ part, amount }) => [part, amount]))]))
}

describe('every figure by day, province and channel', () => {
  test.each<[FigureId, Breakdown, Record<string, Record<string, number>>]>([
    // Accepted: An, Dũng, Em online, Nam on paper; Bình was refused at intake and Cúc did not file.
    ['online-share', 'day', { '2026-11-20': { whole: 4, part: 3 } }],
    ['online-share', 'province', { 'bac-ninh': { whole: 3, part: 2 }, 'ha-noi': { whole: 1, part: 1 } }],
    ['online-share', 'channel', { online: { whole: 3, part: 3 }, 'in-person': { whole: 1 } }],
    // Dũng has no result: filed online and counted as if not. All four were reported to the national portal.
    ['online-with-result', 'day', { '2026-11-20': { whole: 4, part: 2, synced: 4 } }],
    ['online-with-result', 'province', { 'bac-ninh': { whole: 3, part: 2, synced: 3 }, 'ha-noi': { whole: 1, synced: 1 } }],
    ['online-with-result', 'channel', { online: { whole: 3, part: 2, synced: 3 }, 'in-person': { whole: 1, synced: 1 } }],
    // Due on one day; Em was late, and Dũng's withdrawal ended his in time.
    ['on-time', 'day', { '2026-11-30': { whole: 4, part: 3 } }],
    ['on-time', 'province', { 'bac-ninh': { whole: 3, part: 2 }, 'ha-noi': { whole: 1, part: 1 } }],
    ['on-time', 'channel', { online: { whole: 3, part: 2 }, 'in-person': { whole: 1, part: 1 } }],
    // Nam paid cash.
    ['paid-online', 'day', { '2026-11-20': { whole: 4, part: 3 } }],
    ['paid-online', 'province', { 'bac-ninh': { whole: 3, part: 2 }, 'ha-noi': { whole: 1, part: 1 } }],
    ['paid-online', 'channel', { online: { whole: 3, part: 3 }, 'in-person': { whole: 1 } }],
    // An's card came by post, Nam's over the counter, Em's lies there.
    ['returned-by-post', 'day', { '2026-11-23': { whole: 2, part: 1 } }],
    ['returned-by-post', 'province', { 'bac-ninh': { whole: 2, part: 1 } }],
    ['returned-by-post', 'channel', { online: { whole: 1, part: 1 }, 'in-person': { whole: 1 } }],
    ['electronic-result', 'day', { '2026-11-20': { whole: 1, part: 1 }, '2026-11-23': { whole: 1, part: 1 }, '2026-12-01': { whole: 1, part: 1 } }],
    // Nobody has digitised what Nam brought.
    ['digitised', 'day', { '2026-11-20': { whole: 1 } }],
    ['electronic-result', 'province', { 'bac-ninh': { whole: 3, part: 3 } }],
    ['electronic-result', 'channel', { online: { whole: 2, part: 2 }, 'in-person': { whole: 1, part: 1 } }],
  ])('%s by %s', async (figure, by, expected) => {
    expect(await sums(figure, by)).toEqual(expected)
  })

  test('months and quarters add the days up', async () => {
    expect(await sums('electronic-result', 'month')).toEqual({ '2026-11': { whole: 2, part: 2 }, '2026-12': { whole: 1, part: 1 } })
    expect(await sums('electronic-result', 'quarter')).toEqual({ '2026-Q4': { whole: 3, part: 3 } })
    expect(await sums('online-share', 'all', { provinces: ['bac-ninh'], channel: 'online' })).toEqual({ '': { whole: 2, part: 2 } })
    expect(await sums('online-share', 'all', { provinces: ['bac-ninh', 'ha-noi'], channel: 'online' })).toEqual({ '': { whole: 3, part: 3 } })
  })
})

describe('how far the six came (E3)', () => {
  const filed = { started: 5, reason: 5, details: 5, authority: 5, contact: 5, portrait: 5, certificate: 5, delivery: 5, filed: 5, paid: 5, accepted: 4, signed: 3, returned: 2 }

  test('all began on Friday; Cúc, who answered one page, is in the numbers of the whole country only', async () => {
    expect(await sums('funnel', 'day')).toEqual({ '2026-11-20': { ...filed, started: 6, reason: 6 } })
    expect((await sums('funnel', 'province'))['']).toEqual({ started: 1, reason: 1 })
    expect(await sums('funnel', 'all', { provinces: ['bac-ninh', 'ha-noi'] })).toEqual({ '': filed })
    expect((await sums('funnel', 'province'))['ha-noi']).toEqual({ ...Object.fromEntries(Object.keys(filed).slice(0, 11).map((stage) => [stage, 1])) })
  })

  test('by channel: Nam’s was on paper from the first page on', async () => {
    expect((await sums('funnel', 'channel'))['in-person']).toEqual(Object.fromEntries(Object.keys(filed).map((stage) => [stage, 1])))
    expect((await sums('funnel', 'channel'))['online']).toMatchObject({ started: 5, filed: 4, paid: 4, accepted: 3, signed: 2, returned: 1 })
  })
})

describe('whose time passed (C7)', () => {
  const HOUR = 60
  test('on Friday An and Bình ended, each after an hour in which their fee was waited for', async () => {
    expect(await sums('waits', 'day')).toEqual({
      '2026-11-20': { whole: 2, citizen: 2 * HOUR },
      // Nam's fee was there at once: 73 hours of the office. Dũng's: an hour for his fee, then 72.
      '2026-11-23': { whole: 2, citizen: HOUR, office: (73 + 72) * HOUR },
      '2026-12-01': { whole: 1, citizen: HOUR, office: 11 * 24 * HOUR },
    })
  })

  test('by province and channel the same hours', async () => {
    expect(await sums('waits', 'province')).toEqual({ 'bac-ninh': { whole: 4, citizen: 3 * HOUR, office: (73 + 264) * HOUR }, 'ha-noi': { whole: 1, citizen: HOUR, office: 72 * HOUR } })
    expect(await sums('waits', 'channel')).toEqual({ online: { whole: 4, citizen: 4 * HOUR, office: (72 + 264) * HOUR }, 'in-person': { whole: 1, office: 73 * HOUR } })
  })
})

test('no promise is broken on the way', async () => {
  expect(await world.broken()).toEqual({})
})
