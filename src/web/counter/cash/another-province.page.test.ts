/** A dossier on paper for the authority of another province: its fee is taken where it was filed (A7, B5). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Counter, openCounter, type Screen } from '../../../../test/office/counter.ts'
import { authorityOf } from '../../../catalogue/index.ts'
import { authorityAccount } from '../../../capabilities/payments/index.ts'
import { paths } from '../../paths.ts'

let counter: Counter
let yen: Screen
let colleague: Screen
let nga: Screen

beforeAll(async () => {
  counter = await openCounter()
  const { world } = counter
  yen = await counter.clerk(0)
  colleague = await counter.clerk(1)
  const { personId } = (await world.signIn('nga')).actor
  const [row] = await world.platform.asOwner<{ id: string }>('select t.id from identity.staff t join identity.person p on p.identity_index = t.identity_index where p.id = $1', [personId])
  nga = await counter.atScreen({ ...yen.actor, staffId: row?.id ?? '', personId, provinceCode: 'ha-noi', officeCode: 'ha-noi-mot-cua' })
})
afterAll(async () => {
  const broken = await counter.world.broken()
  await counter[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

/** Files at the first clerk's point for an authority. @returns the dossier, and the page that says that it was filed */
async function files(slug: string, way: 'in-person' | 'online', province: string): Promise<{ id: string; code: string; done: string }> {
  const person = await counter.castMember(slug)
  const visitId = await yen.receives(person)
  const at = (page: 'papers' | 'paper' | 'done' | 'portrait' | 'code' | 'confirm') => paths.counterVisitAt(visitId, page)
  await yen.fills(visitId, way, { province })
  const picture = await fetch(`${counter.world.sandbox.url}/control/api/people/${person.identityNumber}/portrait.jpg`)
  await yen.uploads(at('portrait'), 'picture', Buffer.from(await picture.arrayBuffer()))
  if (way === 'in-person') {
    await yen.uploads(at('papers'), 'file', Buffer.from('%PDF-1.7\nsigned\n'), { kind: 'application' })
    await yen.post(at('paper'))
  } else {
    await yen.post(at('code'))
    await counter.world.workerSettles()
    await yen.post(at('confirm'), { code: await counter.codeAt('0000700001') })
  }
  await counter.world.workerSettles()
  const [dossier] = await counter.world.platform.asOwner<{ id: string; code: string; province: string }>(
    `select d.id, d.submission_code as code, d.authority_province as province from dossiers.dossier d join counters.visit v on v.dossier_id = d.id where v.id = $1`, [visitId])
  expect(dossier?.province).toBe(province)
  return { id: dossier?.id ?? '', code: dossier?.code ?? '', done: (await yen.get(at('done'))).text }
}

test('the point where the paper was filed finds it and takes its fee; account and receipt are the deciding authority’s; another point of that clerk’s province is told nothing', async () => {
  const { id, code, done } = await files('an', 'in-person', 'ha-noi')
  expect(done).toContain(paths.cashFee(id))
  await yen.post(paths.cashAct('mo'), { 'dau-so': '0' })
  await colleague.post(paths.cashAct('mo'), { 'dau-so': '0' })
  expect((await yen.get(`${paths.cashFind()}?ma=${code}`)).location).toBe(paths.cashFee(id))
  expect((await colleague.get(`${paths.cashFind()}?ma=${code}`)).status).toBe(404)
  expect([(await colleague.get(paths.cashFee(id))).status, (await colleague.post(paths.cashFee(id))).status]).toEqual([404, 404])
  expect((await yen.post(paths.cashFee(id))).location).toBe(`${paths.cashFee(id)}?xong=thu`)
  const code24 = authorityAccount(authorityOf('ha-noi', '2026-11-20').agencyCode.value)
  expect(await counter.world.platform.asOwner('select a.authority_code, r.authority_code as receipt, b.point_id from payments.attempt a join payments.receipt r on r.dossier_id = a.dossier_id join payments.charge c on c.id = r.charge_id join payments.cash_book b on b.id = c.book_id where a.dossier_id = $1', [id]))
    .toEqual([{ authority_code: code24, receipt: code24, point_id: 'bac-ninh-hanh-chinh-cong' }])
  expect(await counter.world.platform.asOwner(`select amount_vnd from payments.ledger_entry where account = 'cash:bac-ninh-hanh-chinh-cong'`)).toEqual([{ amount_vnd: 135_000 }])
})

test('whoever prints the slip, it names the point whose book holds the cash', async () => {
  const [fee] = await counter.world.platform.asOwner<{ id: string }>('select dossier_id as id from payments.receipt')
  // Hà Nội decides it and may look at its money, at a point of its own.
  const slip = (await nga.get(paths.cashFee(fee?.id ?? ''))).text.replace(/<header.*?<\/header>/s, '')
  expect([slip.includes('Trung tâm Hành chính công tỉnh Bắc Ninh'), slip.includes('Hà Nội')]).toEqual([true, false])
})

test('cash is offered and taken for a dossier on paper only', async () => {
  const { id, code, done } = await files('em', 'online', 'ha-noi')
  expect([done.includes('Hiện mã QR để trả'), done.includes(paths.cashFee(id)), done.includes('Thu tiền mặt')]).toEqual([true, false, false])
  expect((await yen.get(`${paths.cashFind()}?ma=${code}`)).status).toBe(404)
  expect((await yen.post(paths.cashFee(id))).status).toBe(404)
})
