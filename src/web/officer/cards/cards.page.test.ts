/** The page of cards where there are many: nothing that waits for the office is out of reach behind something else (B6, C6). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { decide, dossierOf, pay, signDecision } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { handToPost } from '../../../../test/support/hand-over.ts'
import { newId } from '../../../platform/values/ids.ts'
import { paths } from '../../paths.ts'

let world: CaseWorld
let desk: Desk
let model: string
let count = 0

beforeAll(async () => {
  world = await openCaseWorld()
  desk = await (await openDesks(world)).desk(await world.staff('appraiser'))
  model = await world.file('an')
  await pay(world, model)
  await decide(world, model)
  await signDecision(world, model)
  await handToPost(world)
  await world.workerSettles()
  // What follows stands on rows made by hand, so that there are many.
  world.platform.breaksPromises()
})
afterAll(() => world[Symbol.asyncDispose]())

type Fields = Readonly<Record<string, unknown>>

/** The first dossier with its card and parcel, many times over. @returns their ids, those queued first before the others */
async function many(times: number, like: { readonly dossier: Fields; readonly card: Fields; readonly parcel?: Fields }): Promise<string[]> {
  const ids: string[] = []
  const copy = async (table: string, key: string, fields: Fields) => {
    const [{ columns } = { columns: '' }] = await world.platform.asOwner<{ columns: string }>("select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns where table_schema || '.' || table_name = $1 and is_generated = 'NEVER'", [table])
    await world.platform.asOwner(`insert into ${table} (${columns}) select ${columns} from (select (jsonb_populate_record(t, $2::jsonb)).* from ${table} t where t.${key} = $1) row`, [model, JSON.stringify(fields)])
  }
  for (let n = 0; n < times; n++) {
    const [id, draftId, serial] = [newId(), newId(), String(++count).padStart(4, '0')]
    const [{ draft_id: draft } = {}] = await world.platform.asOwner<{ draft_id: string }>('select draft_id from dossiers.dossier where id = $1', [model])
    await world.platform.asOwner('insert into dossiers.draft select (jsonb_populate_record(t, $2::jsonb)).* from dossiers.draft t where t.id = $1', [draft, JSON.stringify({ id: draftId })])
    await copy('dossiers.dossier', 'id', { id, draft_id: draftId, main_licence_id: newId(), submission_code: `TT-MANY-${serial}`, official_number: `H05.2-261120-9${serial}`, ...like.dossier })
    await copy('deliveries.card', 'dossier_id', { id: newId(), dossier_id: id, card_serial: `ZX90${serial}`, queued_at: `2026-11-20T03:00:00.${serial}Z`, ...like.card })
    if (like.parcel) await copy('deliveries.parcel', 'dossier_id', { id: newId(), dossier_id: id, order_number: `H05.2-261120-9${serial}`, item_number: `ZZ4700${serial}0XX`, changed_at: `2026-11-20T03:00:00.${serial}Z`, ...like.parcel })
    ids.push(id)
  }
  return ids
}

/** Which of these stand on the page, under the heading. */
async function shown(path: string, ids: readonly string[], heading: string): Promise<string[]> {
  const { page } = await desk.opens(path)
  const section = page.querySelectorAll('section').find((one) => one.querySelector('h2')?.text.startsWith(heading))
  return ids.filter((id) => section?.toString().includes(paths.officerDossier(id)))
}

const LOST = 'Thẻ chuyển hoàn, thất lạc'

test('thirty lost cards behind thirty that are merely under way: each is reached, and the last is proposed to be printed anew', async () => {
  await many(30, { dossier: { due_at: '2026-11-21T02:00:00Z' }, card: {}, parcel: { state: 'in-transit' } })
  const lost = await many(30, { dossier: { turn: 'officer', turn_owner: 'office', turn_cause: 'card-lost' }, card: {}, parcel: { state: 'lost' } })
  expect(await shown(paths.cards(), lost, LOST)).toEqual(lost.slice(0, 25))
  const next = desk.opens(paths.cards()).then(({ page }) => page.querySelector('nav[aria-label^="Các trang thẻ chuyển hoàn"] a')?.getAttribute('href') ?? '')
  expect(await next).toBe(paths.cardsAt(2, 1))
  expect(await shown(await next, lost, LOST)).toEqual(lost.slice(25))
  const last = lost.at(-1) ?? ''
  // A success is told to whoever did it, of what they did: an address alone says nothing.
  const told = async (query: string) => (await desk.opens(`${paths.cards()}?${query}`)).page.querySelector('.govuk-notification-banner--success') !== null
  const claimed = `xong=de-nghi-in-lai&ho-so=${last}`
  expect([await told(claimed), await told('xong=in-977'), await told('xong=giao')]).toEqual([false, false, false])
  await desk.opens(await next)
  expect((await desk.sends(paths.cardAct(last, 'de-nghi-in-lai'))).location).toBe(`${paths.cards()}?${claimed}`)
  expect([await told(claimed), await told(claimed.replace('de-nghi', 'dong-y'))]).toEqual([true, false])
  expect((await desk.opens(`${paths.oldCards()}?xong=da-nhan&bang=${last}`)).page.querySelector('.govuk-notification-banner--success')).toBe(null)
  expect(await world.platform.asOwner('select r.state from deliveries.reprint r join deliveries.card c on c.id = r.card_id where c.dossier_id = $1', [last])).toEqual([{ state: 'proposed' }])
})

test('parcels under way are read page by page to the last and back again, each once, also when one on the way arrives meanwhile', async () => {
  const far = await many(60, { dossier: {}, card: {}, parcel: { state: 'collected' } })
  const nav = 'nav[aria-label="Các trang bưu gửi đang đi"]'
  const walk = async (path: string, rel: 'next' | 'prev', between = async () => {}): Promise<string[][]> => {
    const { page } = await desk.opens(path)
    const seen = page.querySelectorAll('#buu-gui tbody a').map((link) => link.getAttribute('href') ?? '')
    const on = page.querySelector(`${nav} a[rel="${rel}"]`)?.getAttribute('href')
    await between()
    return on ? [seen, ...(await walk(on, rel))] : [seen]
  }
  const pages = await walk(paths.cards(), 'next')
  expect(pages.flat().length).toBe(new Set(pages.flat()).size)
  expect(pages.slice(0, -1).every((rows) => rows.length === 25)).toBe(true)
  expect(far.filter((id) => !pages.flat().includes(paths.officerDossier(id)))).toEqual([])
  const arrives = async () => void (await world.platform.asOwner("update deliveries.parcel set state = 'delivered' where dossier_id = $1", [pages[0]?.[3]?.split('/').at(-1)]))
  expect((await walk(paths.cards(), 'next', arrives)).slice(1)).toEqual(pages.slice(1))
  const back = await walk(await lastPage(nav), 'prev')
  expect(back.reverse().flat()).toEqual(pages.flat().filter((_, at) => at !== 3))
})

async function lastPage(nav: string, path: string = paths.cards()): Promise<string> {
  const on = (await desk.opens(path)).page.querySelector(`${nav} a[rel="next"]`)?.getAttribute('href')
  return on ? lastPage(nav, on) : path
}

test('whatever lies there uncollected, what is to be posted is shown and goes on a list; those to be collected have pages of their own', async () => {
  const printed = { state: 'printed', handed_over_at: null, handed_over_to: null, list_id: null }
  const waiting = await many(110, { dossier: { delivery: 'collect', turn: 'citizen', turn_owner: 'citizen', turn_cause: 'collect' }, card: printed })
  const [toPost = ''] = await many(1, { dossier: { turn: 'officer', turn_owner: 'office', turn_cause: 'card-to-post' }, card: printed, parcel: { state: 'ordered', item_number: null } })
  const [back = ''] = await many(1, { dossier: { delivery: 'collect', turn: 'citizen', turn_owner: 'citizen', turn_cause: 'collect' }, card: printed, parcel: { state: 'returned' } })
  const [unsaid = ''] = await many(1, { dossier: { turn: 'citizen', turn_owner: 'citizen', turn_cause: 'card-sent-back' }, card: printed, parcel: { state: 'returned' } })
  const all = [...waiting, toPost, back, unsaid]
  expect(await shown(paths.cards(), all, 'Chờ bàn giao bưu chính')).toEqual([toPost])
  expect(await shown(paths.cards(), all, 'Chờ công dân đến nhận')).toEqual([...waiting.slice(0, 50), back])
  expect(await shown(paths.cardsAt(1, 3), all, 'Chờ công dân đến nhận')).toEqual(waiting.slice(100))
  await desk.opens(paths.cards())
  const [card] = await world.platform.asOwner<{ id: string }>('select id from deliveries.card where dossier_id = $1', [toPost])
  expect((await desk.sends(paths.handOverLists(), { the: card?.id ?? '' })).status).toBe(303)
  await world.workerSettles()
  expect((await dossierOf(world, toPost)).turnCause).toBe('card-listed')
  expect(await shown(paths.cards(), all, 'Chờ bàn giao bưu chính')).toEqual([])
})

test('where somebody prints, the appraisers do not; who prints sees neither name nor dossier; when the post ends, the next request knows it (C1, AUZ1)', async () => {
  const [id = ''] = await many(1, { dossier: {}, card: { state: 'queued', batch_id: null, printed_at: null, handed_over_at: null, handed_over_to: null, list_id: null } })
  const dao = await world.staff('printer')
  await world.platform.asOwner("update identity.staff set province_code = 'bac-ninh' where id = $1", [dao.staffId])
  const room = await (await openDesks(world)).desk({ ...dao, provinceCode: 'bac-ninh' })
  const page = await desk.opens(paths.cards())
  expect([page.html.includes('Tỉnh có cán bộ in thẻ'), page.page.querySelector(`form[action="${paths.cardsPrint()}"]`)]).toEqual([true, null])
  const { html } = await room.opens(paths.printing())
  const { applicantName } = await dossierOf(world, id)
  expect([html.includes(`ZX90${String(count).padStart(4, '0')}`), html.includes(applicantName), html.includes(paths.officerDossier(id)), (await room.opens(paths.cards())).status]).toEqual([true, false, false, 403])
  await world.platform.asOwner('update identity.staff set active_to = active_from where id = $1', [dao.staffId])
  expect((await room.opens(paths.printing())).status).toBe(403)
  await desk.opens(paths.cards())
  await world.platform.asOwner('update identity.staff set active_to = null where id = $1', [dao.staffId])
  expect((await desk.sends(paths.cardsPrint())).status).toBe(409)
  await room.opens(paths.printing())
  expect((await room.sends(paths.printing())).location).toBe(`${paths.printing()}?xong=1`)
  expect((await room.opens(`${paths.printing()}?xong=1`)).html).toContain('Đã in 1 thẻ trong một đợt.')
})
