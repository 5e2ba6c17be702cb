/** Who exchanges a licence gives the old card up; who lost theirs has none, and no page or message asks for it (B6, B8). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesks } from '../../../../../test/office/desk.ts'
import { type Asked, leastAsked, listenTo, REMEMBERED } from '../../../../../test/office/statements.ts'
import { decide, dossierOf, pay, signDecision } from '../../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../../test/support/case-world.ts'
import { handToPost } from '../../../../../test/support/hand-over.ts'
import { parcelOf, printBatch, takeCardBack } from '../../../../capabilities/deliveries/index.ts'
import { procedureSlugs } from '../../../../catalogue/index.ts'
import { chooseDelivery } from '../../../../dossiers/index.ts'
import { listMessages } from '../../../../observers/notifications/index.ts'
import { systemActor } from '../../../../platform/values/actor.ts'
import { paths } from '../../../paths.ts'
import { registerCitizen } from '../../index.ts'

const machine = systemActor('test')
const [exchange, reissue] = procedureSlugs
const lost = { reason: 'lost', loss: { how: 'stolen', lostOn: '2026-08-01', notHeld: true } } as const
const OLD_CARD = /thẻ cũ|giấy phép cũ/i

let world: CaseWorld
beforeAll(async () => {
  world = await openCaseWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

async function signed(slug: string, answers: Parameters<CaseWorld['file']>[1], procedure = exchange): Promise<string> {
  const id = await world.file(slug, answers, procedure)
  await pay(world, id)
  await decide(world, id)
  await signDecision(world, id)
  return id
}

async function reads(slug: string, path: string): Promise<string> {
  const { desk, app } = await openDesks(world, registerCitizen)
  const { html, status } = await (await desk((await world.signIn(slug)).actor)).opens(path)
  await app.close()
  expect(status).toBe(200)
  return html.replace(/<[^>]+>/g, ' ')
}

test('who fetches the card is told to bring the old one where there is one', async () => {
  const [an, nam] = [await signed('an', { ...lost, delivery: { how: 'collect' } }, reissue), await signed('nam', { classChoice: { 'law-2008:FB2': 'law-2024:BE' }, delivery: { how: 'collect' } })]
  const appraiser = await world.staff('appraiser')
  await world.platform.work(appraiser, (work) => printBatch(work, appraiser.provinceCode))
  await world.workerSettles()
  const told = async (id: string) => {
    const { personId, turnCause } = await dossierOf(world, id)
    const messages = await world.platform.read(machine, (work) => listMessages(work, id, personId))
    return { turnCause, texts: messages.map(({ text }) => text).filter((text) => text.includes('đã in xong')).join(' ') }
  }
  for (const [slug, id, brings] of [['an', an, false], ['nam', nam, true]] as const) {
    const { turnCause, texts } = await told(id)
    expect(turnCause).toBe('collect')
    expect([slug, texts.includes('mang theo căn cước'), OLD_CARD.test(texts), OLD_CARD.test(await reads(slug, paths.dossier(id)))]).toEqual([slug, true, brings, brings])
  }
})

test('who has the card kept at the authority is told the same, before and after choosing', async () => {
  const [khanh, hanh] = [await signed('khanh', lost, reissue), await signed('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })]
  await handToPost(world)
  await world.workerSettles()
  for (const id of [khanh, hanh]) {
    const parcel = await world.platform.read(machine, (work) => parcelOf(work, id))
    await world.control('post', 'move', { orderNumber: parcel?.orderNumber ?? '', to: 'RETURNED' })
  }
  await world.hoursPass(2.1)
  const appraiser = await world.staff('appraiser')
  for (const [slug, id, brings] of [['khanh', khanh, false], ['hanh', hanh, true]] as const) {
    const choosing = await reads(slug, paths.redelivery(id))
    expect([slug, choosing.includes('Mang theo căn cước'), OLD_CARD.test(choosing)]).toEqual([slug, true, brings])
    const { actor } = await world.signIn(slug)
    await world.platform.work(actor, (work) => chooseDelivery(work, id, { kind: 'collect' }))
    await world.platform.work(appraiser, (work) => takeCardBack(work, id))
    await world.workerSettles()
    const page = await reads(slug, paths.dossier(id))
    expect([slug, page.includes('đến nhận thẻ'), OLD_CARD.test(page)]).toEqual([slug, true, brings])
  }
})

test('a dossier to which everything has happened is read in one turn after its reader is known, and a list of cards asks as much for many as for one (C1)', async () => {
  const asked = listenTo(world.platform.pool)
  const [row] = await world.platform.asOwner<{ id: string; personId: string }>(`select d.id, d.person_id as "personId" from dossiers.dossier d join deliveries.parcel p on p.dossier_id = d.id where p.state = 'returned' limit 1`)
  const { id, personId } = row ?? { id: '', personId: '' }
  const [citizens, officers] = [await openDesks(world, registerCitizen), await openDesks(world)]
  const [holder, desk] = [await citizens.desk({ kind: 'citizen', personId, sessionId: 'test', channel: 'online' }), await officers.desk(await world.staff('appraiser'))]
  const most = async (who: typeof desk, path: string, bound: Asked) => {
    const { statements, turns } = await leastAsked(asked, async () => expect((await who.opens(path)).status).toBe(200))
    expect({ path, statements: Math.max(statements, bound.statements), turns: Math.max(turns, bound.turns) }).toEqual({ path, ...bound })
  }
  // The session, the dossier, all the rest; for officers the hints beside it.
  await most(holder, paths.dossier(id), { statements: 29 + REMEMBERED.statements, turns: 3 + REMEMBERED.turns })
  await most(desk, paths.officerDossier(id), { statements: 49 + REMEMBERED.statements, turns: 4 + REMEMBERED.turns })
  await most(holder, paths.mine(), { statements: 16 + REMEMBERED.statements, turns: 5 + REMEMBERED.turns })
  // Four cards lie here.
  await most(desk, paths.cards(), { statements: 22, turns: 4 })
  await most(desk, paths.worklist('closed'), { statements: 16, turns: 3 })
  await Promise.all([citizens.app.close(), officers.app.close()])
})
