/** A clerk digitises a dossier filed on paper (C4): counted, ordered, sharp, not blank, signed; then it counts. */
import { PDF } from '@libpdf/core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Counter, openCounter, type Screen } from '../../../../test/office/counter.ts'
import type { CaseWorld } from '../../../../test/support/case-world.ts'
import { checkDocument, listDocuments } from '../../../capabilities/documents/index.ts'
import { openCashBook } from '../../../capabilities/payments/index.ts'
import { accept, takeFee } from '../../../dossiers/index.ts'
import { listSums } from '../../../observers/statistics/index.ts'
import { newId } from '../../../platform/values/ids.ts'
import { paths } from '../../paths.ts'
import { listToDigitise } from './view.ts'

let counter: Counter
let world: CaseWorld
let yen: Screen
let dossierId: string
beforeAll(async () => {
  counter = await openCounter()
  world = counter.world
  yen = await counter.clerk(0)
  const visitId = await yen.receives(await counter.castMember('nam'))
  await yen.fills(visitId, 'in-person', { how: 'collect' })
  await yen.uploads(paths.counterVisitAt(visitId, 'papers'), 'file', await page({ text: 'don' }), { kind: 'application' })
  await yen.post(paths.counterVisitAt(visitId, 'paper'))
  await world.workerSettles()
  dossierId = (await world.platform.asOwner<{ id: string }>('select dossier_id as id from counters.visit where id = $1', [visitId]))[0]?.id ?? ''
  expect((await yen.get(paths.counterVisitAt(visitId, 'done'))).text).toContain(paths.digitise(dossierId))
  await world.platform.work(yen.actor, (work) => openCashBook(work, { openingVnd: 0, authorityCode: 'G01024' }))
  await world.platform.work(yen.actor, (work) => takeFee(work, dossierId))
  await world.workerSettles()
})
afterAll(async () => {
  const broken = await world.broken()
  await counter[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

/** A page as a scanner sends it. */
async function page({ text = '', dpi = 200 }: { readonly text?: string; readonly dpi?: number }): Promise<Buffer> {
  const [width, height] = [Math.round((210 / 25.4) * dpi), Math.round((297 / 25.4) * dpi)]
  const lines = Array.from({ length: text ? 24 : 0 }, (_, i) => `<text x="${width / 8}" y="${(height / 30) * (i + 3)}" font-size="${height / 45}">${text} ${'mau '.repeat(((i * 7 + text.length * 3) % 9) + 2)}</text>`)
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f2ee"/>${lines.join('')}</svg>`)).jpeg({ quality: 80 }).toBuffer()
}

async function pdfOf(pages: readonly Buffer[]): Promise<Buffer> {
  const pdf = PDF.create()
  for (const one of pages) pdf.addPage().drawImage(pdf.embedImage(one), { x: 0, y: 0, width: 595, height: 842 })
  return Buffer.from(await pdf.save())
}

const takes = async (declared: string, file: Buffer, kind = 'application') => yen.uploads(paths.digitise(dossierId), 'file', file, { kind, declared })
const pageIds = () => world.platform.asOwner<{ id: string; picture_hash: string }>('select id, picture_hash from counters.page where dossier_id = $1 order by kind, position', [dossierId])
const isDone = async () => (await world.platform.asOwner<{ done: boolean }>('select completed_at is not null as done from counters.digitisation where dossier_id = $1', [dossierId]))[0]?.done

test('a page that is blank, coarse, hostile or no scan at all is not taken, and the page says which and why', async () => {
  const cases: readonly (readonly [string, Buffer])[] = [
    ['Trang 1 là trang trắng', await page({})],
    ['Trang 1 quá mờ so với cỡ giấy', await page({ text: 'don', dpi: 120 })],
    ['Trang 2 là trang trắng', await pdfOf([await page({ text: 'don' }), await page({})])],
    ['không phải PDF, JPEG hay PNG', Buffer.from('<html><script>alert(1)</script>')],
    ['Không đọc được tệp này', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(2_000, 7)])],
    ['không chứa ảnh JPEG', await (async () => { const pdf = PDF.create(); pdf.addPage(); return Buffer.from(await pdf.save()) })()],
    ['Không đọc được tệp này', Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n')],
  ]
  for (const [words, file] of cases) {
    const answer = await takes('2', file)
    expect([answer.status, words, answer.text.includes(words)]).toEqual([422, words, true])
  }
  const cutOff = await yen.breaksOff(paths.digitise(dossierId), 'file')
  expect([cutOff.status, cutOff.text.includes('đường truyền bị ngắt')]).toEqual([422, true])
  for (const wrong of ['', '0', '31', 'x']) expect((await takes(wrong, await page({ text: 'don' }))).text).toContain('Số trang là một số từ 1 đến 30')
  // What is wrong about a scan of the filing is said at that scan, with what was typed.
  const scanId = /id="declared-([^"]+)"/.exec((await yen.get(paths.digitise(dossierId))).text)?.[1] ?? ''
  const { status, text } = await yen.post(paths.digitiseScan(dossierId, scanId), { declared: '99' })
  const tags = ['declared', `declared-${scanId}`].map((id) => [...text.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes(`id="${id}"`)))
  expect([status, text.includes(`href="#declared-${scanId}"`), ...tags.map((tag) => tag && [tag.includes('value="99"'), tag.includes('govuk-input--error')])]).toEqual([422, true, [false, false], [true, true]])
  expect(await pageIds()).toEqual([])
})

test('pages are counted against what was said, moved without script, taken out; a page twice is told of, and an incomplete paper cannot be signed', async () => {
  const [first, second] = [await page({ text: 'trang dau' }), await page({ text: 'hai' })]
  expect((await takes('3', await pdfOf([second, first]))).status).toBe(303)
  expect((await takes('3', second)).status).toBe(303)
  const shown = (await yen.get(paths.digitise(dossierId))).text
  for (const words of ['3 trên 3 trang', 'Trông giống trang 1 ở trên', '200 dpi']) expect(shown).toContain(words)
  const [a, b, c] = await pageIds()
  await yen.post(paths.digitiseMove(dossierId, c?.id ?? ''), { where: 'out' })
  await yen.post(paths.digitiseMove(dossierId, b?.id ?? ''), { where: 'up' })
  expect((await pageIds()).map(({ id }) => id)).toEqual([b?.id, a?.id])
  expect((await yen.get(paths.digitise(dossierId))).text).toContain('số trang quét khác số trang đã khai')
  expect((await yen.post(paths.digitiseSign(dossierId))).text).toContain('Giấy tờ chưa đủ')
  expect(await world.platform.asOwner(`select 1 from documents.document where kind = 'digitised-paper'`)).toEqual([])
  expect((await yen.post(paths.digitise(dossierId), { kind: 'application', declared: '2' })).status).toBe(303)
  const picture = await yen.get(paths.digitisePicture(dossierId, a?.id ?? ''))
  expect(picture.status).toBe(200)
})

test('another office, another role and another dossier find nothing here', async () => {
  const hai = await counter.clerk(1)
  const oanh = await counter.atScreen(await world.staff('appraiser'))
  const [a] = await pageIds()
  for (const url of [paths.digitise(dossierId), paths.digitisePicture(dossierId, a?.id ?? '')]) expect((await hai.get(url)).status).toBe(404)
  expect((await oanh.get(paths.digitise(dossierId))).status).toBe(403)
  expect((await hai.post(paths.digitiseSign(dossierId))).status).toBe(404)
  expect((await yen.get(paths.digitisePicture(newId(), a?.id ?? ''))).status).toBe(404)
  expect((await hai.get(paths.digitiseList())).text).not.toContain(dossierId)
})

test('signed by the clerk each paper is a PDF/A with a valid signature; only then the dossier counts, once, and nothing can be changed any more', async () => {
  expect((await yen.get(paths.digitiseList())).text).toContain(dossierId)
  expect((await yen.post(paths.digitiseSign(dossierId))).location).toBe(paths.digitise(dossierId))
  expect(await isDone()).toBe(false)
  // While it is being signed the page opens itself again; a no does not, for its address opens nothing.
  const no = await yen.post(paths.digitiseMove(dossierId, (await pageIds())[0]?.id ?? ''), { where: 'out' })
  expect([(await yen.get(paths.digitise(dossierId))).refresh, no.status, no.refresh]).toEqual(['2', 422, ''])
  await yen.post(paths.digitiseSign(dossierId))
  await world.workerSettles()
  expect(await isDone()).toBe(true)
  const [paper] = (await world.platform.read(yen.actor, (work) => listDocuments(work, dossierId))).filter(({ kind }) => kind === 'digitised-paper')
  const verdict = await world.platform.read(yen.actor, (work) => checkDocument(world.platform, work, paper?.id ?? ''))
  expect([verdict.valid, verdict.signatures.length, paper?.state]).toEqual([true, 1, 'signed'])
  expect(await world.platform.asOwner(`select count(*)::int as n from platform.fact where kind = 'dossier.digitised'`)).toEqual([{ n: 1 }])
  const [a] = await pageIds()
  expect((await yen.post(paths.digitiseMove(dossierId, a?.id ?? ''), { where: 'out' })).text).toContain('không sửa được nữa')
  expect((await takes('1', await page({ text: 'them' }), 'other')).text).toContain('không sửa được nữa')
  expect((await yen.get(paths.digitise(dossierId))).text).toContain('Hồ sơ đã được số hóa')
  // What is published counts it on the day it was accepted (E6).
  await world.platform.work(await world.claim(dossierId), (work) => accept(work, dossierId))
  for (let hour = 0; hour < 3; hour++) await world.hoursPass(0.2)
  const sums = await world.platform.read(yen.actor, (work) => listSums(work, 'digitised', { from: '2026-11-20', to: '2026-11-20', provinces: ['bac-ninh'] }, 'all'))
  expect(Object.fromEntries(sums.map(({ part, amount }) => [part, amount]))).toEqual({ whole: 1, part: 1 })
  // Whoever says afterwards that there were more pages is found out.
  await world.platform.asOwner('update counters.paper set declared_pages = 3')
  expect(Object.keys(await world.broken())).toEqual([expect.stringMatching(/^DOC7/)])
  await world.platform.asOwner('update counters.paper set declared_pages = 2')
  const oanh = await counter.atScreen(await world.staff('appraiser'))
  const seen = (await oanh.get(paths.officerDossier(dossierId))).text
  expect(seen).toContain(paths.officerDocument(dossierId, paper?.id ?? ''))
  expect((await oanh.get(paths.officerDocument(dossierId, paper?.id ?? ''))).text.slice(0, 5)).toBe('%PDF-')
})

test('where the certificate of the clerk who signs is revoked the page says so and stands still; another clerk of the point signs the same papers, once', async () => {
  const visitId = await yen.receives(await counter.castMember('binh'))
  await yen.fills(visitId, 'in-person', { how: 'collect' })
  await yen.uploads(paths.counterVisitAt(visitId, 'papers'), 'file', await page({ text: 'don' }), { kind: 'application' })
  await yen.post(paths.counterVisitAt(visitId, 'paper'))
  await world.workerSettles()
  const [first] = [dossierId]
  dossierId = (await world.platform.asOwner<{ id: string }>('select dossier_id as id from counters.visit where id = $1', [visitId]))[0]?.id ?? ''
  expect(dossierId).not.toBe(first)
  expect((await takes('1', await page({ text: 'don' }))).status).toBe(303)
  await fetch(`${world.sandbox.url}/control/api/systems/certificate-authority/actions/revoke`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ certificate: 'Phan Thị Yến' }) })
  await world.hoursPass(3)
  await yen.post(paths.digitiseSign(dossierId))
  await world.workerSettles()
  const shown = await yen.get(paths.digitise(dossierId))
  expect([shown.refresh, shown.text.includes('chứng thư của người được yêu cầu ký đã bị thu hồi')]).toEqual(['', true])
  expect((await yen.get(paths.digitiseList())).text).toContain('Chưa ký được')
  // The list asks as much whether or not papers in it wait for signatures.
  const asked: PropertyKey[] = []
  const rows = await world.platform.read(yen.actor, (work) => listToDigitise({ ...work, db: new Proxy(work.db, { get: (db, name) => { asked.push(name); return Reflect.get(db, name) } }) }, { officeCode: yen.actor.officeCode ?? '' }))
  expect([rows.map(({ state }) => state), asked]).toEqual([['refused'], ['many', 'many', 'many']])

  const hai = await counter.clerk(1)
  await world.platform.asOwner('update identity.staff set office_code = (select office_code from identity.staff where id = $1) where id = $2', [yen.actor.staffId, hai.actor.staffId])
  for (let press = 0; press < 2; press++) expect((await hai.post(paths.digitiseSign(dossierId))).location).toBe(paths.digitise(dossierId))
  await world.workerSettles()
  expect(await isDone()).toBe(true)
  expect(await world.platform.asOwner(`select s.signer_id as by, s.state from documents.signature s join documents.document d on d.id = s.document_id where d.dossier_id = $1 and d.kind = 'digitised-paper' order by s.ordinal`, [dossierId]))
    .toEqual([{ by: yen.actor.staffId, state: 'replaced' }, { by: hai.actor.staffId, state: 'done' }])
})
