import { afterAll, beforeAll, expect, test } from 'vitest'
import { decide, dossierOf, pay, signDecision } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { paths } from '../../paths.ts'

let world: CaseWorld
let desk: Desk
let signer: Desk
let an: string

beforeAll(async () => {
  world = await openCaseWorld()
  const desks = await openDesks(world)
  desk = await desks.desk(await world.staff('appraiser'))
  signer = await desks.desk(await world.staff('signer'))
  an = await world.file('an', { delivery: { how: 'collect' } })
})
afterAll(() => world[Symbol.asyncDispose]())

async function listed(path: string): Promise<boolean> {
  return (await desk.opens(path)).html.includes(paths.officerDossier(an))
}

test('each role begins with its own work', async () => {
  expect((await desk.opens(paths.desk())).location).toBe(paths.worklist('to-do'))
  expect((await signer.opens(paths.desk())).location).toBe(paths.worklist('to-sign'))
})

test('a dossier stands in the list of whoever owes the next step', async () => {
  expect(await listed(paths.worklist('waiting-citizen'))).toBe(true)
  expect(await listed(paths.worklist('to-do'))).toBe(false)
  await pay(world, an)
  expect(await listed(paths.worklist('to-do'))).toBe(true)
})

test.each(['nguyen van an', '097088001234'])('"%s" finds the dossier, and the address says nothing about the person', async (text) => {
  await desk.opens(paths.worklist('closed'))
  const { location = '' } = await desk.sends(paths.search(), { tim: text })
  expect(decodeURIComponent(location)).not.toMatch(/nguyen|097088/)
  expect(await listed(location)).toBe(true)
})

test('a search that somebody else made shows nothing of theirs', async () => {
  await desk.opens(paths.worklist('closed'))
  const { location = '' } = await desk.sends(paths.search(), { tim: 'nguyen van an' })
  expect((await signer.opens(location)).html).not.toContain('nguyen van an')
})

test('a card is printed in a batch and handed to the person who collects it; then the dossier is closed (C6)', async () => {
  await decide(world, an)
  await signDecision(world, an)
  await signer.opens(paths.cards())
  expect(signer.whyNot.bind(signer, 'In một đợt')).toThrow()
  await desk.opens(paths.cards())
  expect((await desk.sends(paths.cardsPrint())).location).toBe(`${paths.cards()}?xong=in-1`)
  await world.workerSettles()
  await desk.opens(paths.cards())
  expect((await desk.sends(paths.cardsHandOver(an))).location).toBe(`${paths.cards()}?xong=giao`)
  await world.workerSettles()
  expect((await dossierOf(world, an)).status).toBe('returned')
})

test('a card whose picture is not the dossier’s stops the print run (POR1)', async () => {
  const id = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, id)
  await decide(world, id)
  await signDecision(world, id)
  world.platform.breaksPromises()
  await world.platform.asOwner("update deliveries.card set portrait_hash = repeat('0', 64) where dossier_id = $1", [id])
  await desk.opens(paths.cards())
  const stopped = await desk.sends(paths.cardsPrint())
  expect([stopped.status, stopped.html.includes('Chưa in: mã ảnh của thẻ sau khác')]).toEqual([409, true])
})
