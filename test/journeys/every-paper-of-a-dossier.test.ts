/** The papers that a dossier leaves behind: how it was handled (Mẫu 05), that it was stopped, and that each is archival, numbered and sealed (C3). */
import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkDocument, checkFile, type Document, listDocuments, readBytes } from '../../src/capabilities/documents/index.ts'
import { authorityOf } from '../../src/catalogue/index.ts'
import { accept, askControlSheet, claimDossier, refuse, withdraw } from '../../src/dossiers/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'
import { decide, dossierOf, pay, signDecision } from '../support/case-steps.ts'

const tester = systemActor('test')
let world: CaseWorld
beforeAll(async () => {
  world = await openCaseWorld()
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

const papersOf = async (id: string, kind?: string) => (await world.platform.read(tester, (work) => listDocuments(work, id))).filter((one) => kind === undefined || one.kind === kind)
async function textOf(document: Document | undefined): Promise<string> {
  const bytes = document && (await readBytes(world.platform, document))
  if (!bytes) return ''
  // Without the letters of the watermark, which stand between those of the lines.
  const lines = (await PDF.load(bytes)).getPages().flatMap((page) => page.extractText().lines.map((line) => line.spans.flatMap((span) => span.chars).filter((one) => !one.fontName.includes('BeVietnamPro-Bold')).map((one) => one.char).join('')))
  return lines.join(' ').normalize('NFC').replace(/\s+/g, ' ')
}

test('an officer asks how a dossier was handled: who held it from when to when; asked again before anything happened it is the same paper', async () => {
  const id = await world.file('an')
  await pay(world, id)
  await decide(world, id)
  const appraiser = await world.staff('appraiser')
  const first = await world.platform.work(appraiser, (work) => askControlSheet(work, id))
  expect(await world.platform.work(await world.staff('supervisor'), (work) => askControlSheet(work, id))).toBe(first)
  await world.workerSettles()
  const [sheet] = await papersOf(id, 'control-sheet')
  expect(sheet).toMatchObject({ state: 'signed', numberText: '1/PKS' })
  const text = await textOf(sheet)
  for (const part of ['PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ', (await dossierOf(world, id)).officialNumber ?? '?', 'Cán bộ thụ lý', 'Ngô Thị Oanh', 'Trước hạn', 'Lãnh đạo ký', 'Đang giữ']) expect(text).toContain(part)
  await signDecision(world, id)
  await world.platform.work(appraiser, (work) => askControlSheet(work, id))
  await world.workerSettles()
  expect(await papersOf(id, 'control-sheet')).toHaveLength(2)
  await expect(world.platform.work(await world.staff('clerk'), (work) => askControlSheet(work, id))).rejects.toThrow('wrong-role')
})

test('who withdraws gets the notice that the handling has stopped, and the sheet ends with it; late steps are told as late', async () => {
  const id = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, id)
  await world.hoursPass(24 * 6)
  const { actor } = await world.signIn('hanh')
  await world.platform.work(actor, (work) => withdraw(work, id))
  await world.workerSettles()
  const [notice] = await papersOf(id, 'stop-notice')
  expect(notice).toMatchObject({ state: 'signed', numberText: '1/TB-DGQ' })
  const text = await textOf(notice)
  for (const part of ['Về việc dừng giải quyết hồ sơ', 'Lệ phí đã nộp được trả lại', (await dossierOf(world, id)).submissionCode, 'TRƯỞNG PHÒNG', 'Người chịu trách nhiệm; cơ quan ký số', 'Bùi Đình Quang']) expect(text).toContain(part)
  const sheet = await textOf((await papersOf(id, 'control-sheet'))[0])
  for (const part of ['Dừng theo đề', 'Quá hạn', 'Kiểm tra, tiếp']) expect(sheet).toContain(part)
})

test('what was accepted and is refused gets the notice that it is not granted, with its law, its way out and its fee, and not the form for what is not accepted', async () => {
  const id = await world.file('em')
  await pay(world, id)
  const appraiser = await world.claim(id)
  await world.platform.work(appraiser, (work) => accept(work, id))
  await world.platform.work(appraiser, (work) => refuse(work, id, 'unresolved-violation'))
  await world.workerSettles()
  expect(await papersOf(id, 'intake-refusal')).toEqual([])
  const [notice] = await papersOf(id, 'refusal-notice')
  expect(notice).toMatchObject({ state: 'signed', numberText: '1/TB' })
  const text = await textOf(notice)
  for (const part of ['Về việc không giải quyết hồ sơ', '(Luật 36/2024/QH15, Điều 62 khoản 4).', 'Ông (bà) vẫn có thể nộp hồ sơ', 'Lệ phí đã nộp không được trả lại', 'khiếu nại', 'Ngô Thị Oanh']) expect(text).toContain(part)
})

test('a refused dossier has its sheet too; every paper is archival and tagged, and none says that it is signed without being so', async () => {
  const id = await world.file('dung')
  const appraiser = await world.staff('appraiser')
  await world.platform.work(appraiser, (work) => claimDossier(work, id))
  await world.platform.work(appraiser, (work) => refuse(work, id, 'unresolved-violation'))
  await world.workerSettles()
  expect(await papersOf(id, 'control-sheet')).toHaveLength(1)
  const ids = await world.platform.asOwner<{ id: string }>('select distinct dossier_id as id from documents.document')
  const papers = (await Promise.all(ids.map(({ id: dossierId }) => papersOf(dossierId)))).flat()
  expect([...new Set(papers.map((one) => one.kind))].sort()).toEqual(['acceptance-slip', 'application', 'control-sheet', 'decision', 'electronic-licence', 'fee-receipt', 'intake-refusal', 'refusal-notice', 'stop-notice'])
  const office = authorityOf('bac-ninh', '2026-11-20').name.vi
  for (const paper of papers) {
    const bytes = (await readBytes(world.platform, paper)) ?? Buffer.alloc(0)
    const raw = bytes.toString('latin1')
    const pdf = await PDF.load(bytes)
    const catalog = pdf.getCatalog()
    // Read out by a machine: structure, language, title; shown alike everywhere: colours and fonts come along.
    for (const key of ['StructTreeRoot', 'MarkInfo', 'OutputIntents', 'Metadata']) expect(catalog.get(key), `${paper.kind} ${key}`).toBeDefined()
    expect(pdf.getTitle()).toBe(paper.title)
    expect(raw, paper.kind).toMatch(/\/Lang \(vi-VN\)/)
    expect((raw.match(/\/BaseFont/g) ?? []).length, paper.kind).toBeGreaterThan(0)
    expect((raw.match(/\/FontFile[23]/g) ?? []).length, paper.kind).toBe((raw.match(/\/Type\s*\/FontDescriptor/g) ?? []).length)
    expect(raw, paper.kind).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(raw, paper.kind).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    const verdict = await world.platform.read(tester, (work) => checkDocument(world.platform, work, paper.id))
    // What the authority issues bears its officer's signature and then its own (NĐ 30/2020/NĐ-CP, Điều 5).
    const signers: Readonly<Record<string, readonly string[]>> = { decision: ['Bùi Đình Quang', office], 'refusal-notice': ['Ngô Thị Oanh', office], 'electronic-licence': [office] }
    if (signers[paper.kind]) expect(verdict.signatures.map(({ name }) => name)).toEqual(signers[paper.kind])
    if (paper.kind === 'application') expect((await checkFile(world.platform, tester, bytes, paper.hash ?? '')).document?.id).toBe(paper.id)
    // The applicant's own declaration is the only paper without a signature, and it does not say that it has one.
    expect([paper.kind, verdict.valid, (await textOf(paper)).includes('Ký số')]).toEqual([paper.kind, paper.kind !== 'application', paper.kind !== 'application'])
  }
})
