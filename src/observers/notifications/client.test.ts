import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { mail, mailbox, sms } from '../../../sandbox/mailbox/system.ts'
import { openOutsideWorld, type OutsideWorld } from '../../../test/support/outside-world.ts'
import type { FactKind, Facts } from '../../platform/background/facts.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { type Contact, createNotifications, invariants, listMessages } from './index.ts'

const actor = systemActor('test')
const contacts = new Map<string, Contact>()
const notifications = createNotifications({
  contactOf: async (_work, dossierId) => contacts.get(dossierId),
  dossierOf: async () => ({ submissionCode: 'TT-7K4M-29QX', officialNumber: 'H05.1-261120-0001', dueAt: new Date('2026-11-27T02:40:00Z'), newDueAt: new Date('2026-12-04T10:00:00Z'), supplementBy: null, feeIfStopped: 'return', collectAt: null, oldCardIsReturned: true }),
})

let world: OutsideWorld
let count = 0
beforeAll(async () => {
  world = await openOutsideWorld({ at: '2026-11-20T02:00:00Z', systems: [sms, mail, mailbox], jobs: notifications.jobs, subscriptions: notifications.subscriptions, invariants })
})
afterAll(() => world[Symbol.asyncDispose]())

function newDossier(part: Partial<Contact> = {}) {
  count += 1
  const dossierId = newId()
  const contact: Contact = { personId: newId(), lang: 'vi', phone: `0000${String(count).padStart(6, '0')}`, email: `p${count}@vidu.invalid`, ...part }
  contacts.set(dossierId, contact)
  return { dossierId, ...contact }
}

async function happens<K extends FactKind>(kind: K, payload: Facts[K]) {
  await world.platform.work(actor, async (work) => work.announce(kind, payload))
  await world.workerSettles()
}

const inbox = z.object({ messages: z.array(z.object({ channel: z.string(), subject: z.string().nullable(), text: z.string() })) })

async function boxOf(to: string | null) {
  const answer = await fetch(`${world.sandbox.url}/mailbox/api?to=${encodeURIComponent(to ?? '')}`)
  return inbox.parse(await answer.json()).messages
}

const written = (dossierId: string) => world.platform.asOwner('select channel, template, state, receipt from notifications.message where dossier_id = $1 order by written_at, id', [dossierId])

test('an accepted dossier is told by text message and by letter, each with its receipt', async () => {
  const an = newDossier()
  await happens('dossier.accepted', { dossierId: an.dossierId })
  expect(await boxOf(an.phone)).toEqual([{ channel: 'sms', subject: null, text: 'Toàn Trình: Hồ sơ H05.1-261120-0001 đã được tiếp nhận. Hẹn trả kết quả: 09:40, 27/11/2026.' }])
  expect(await boxOf(an.email)).toMatchObject([{ channel: 'mail', subject: 'Hồ sơ H05.1-261120-0001 đã được tiếp nhận' }])
  expect(await written(an.dossierId)).toMatchObject([
    { channel: 'sms', template: 'dossier.accepted', state: 'sent', receipt: expect.stringMatching(/^SMS-/) }, { channel: 'mail', state: 'sent', receipt: expect.stringMatching(/^MAIL-/) },
  ])
  expect(await world.broken()).toEqual({})
})

test('people are written to in the language they chose, and only where they gave an address', async () => {
  const giang = newDossier({ lang: 'en', email: null })
  await happens('dossier.submitted', { dossierId: giang.dossierId })
  expect(await boxOf(giang.phone)).toMatchObject([{ text: 'Toàn Trình: Your licence dossier was filed. Submission code: TT-7K4M-29QX.' }])
  expect(await written(giang.dossierId)).toHaveLength(1)
})

test('a carrier whose answer is lost carries one message all the same (OUT4)', async () => {
  const dung = newDossier({ email: null })
  await world.fault('sms', { mode: 'lostAnswer' })
  await happens('dossier.signed', { dossierId: dung.dossierId })
  expect(await written(dung.dossierId)).toMatchObject([{ state: 'waiting', receipt: null }])
  expect(await world.broken()).toEqual({})
  await world.fault('sms', { mode: 'ok' })
  await world.hoursPass(1)
  expect(await written(dung.dossierId)).toMatchObject([{ state: 'sent' }])
  expect(await boxOf(dung.phone)).toHaveLength(1)
})

test('a fact heard twice is told once', async () => {
  const em = newDossier({ email: null })
  await happens('payment.settled', { attemptId: newId(), dossierId: em.dossierId, receiptId: newId() })
  const [fact] = await world.platform.asOwner<{ id: string }>(`select id from platform.fact where payload->>'dossierId' = $1`, [em.dossierId])
  await world.platform.work(actor, async (work) => work.enqueue('notifications.write.payment.settled', { dossierId: em.dossierId, factId: fact?.id ?? '' }))
  await world.workerSettles()
  expect(await boxOf(em.phone)).toHaveLength(1)
})

test('an address that the carrier refuses does not keep the worker busy', async () => {
  const minh = newDossier({ phone: '0912345678', email: null })
  await happens('dossier.submitted', { dossierId: minh.dossierId })
  expect(await written(minh.dossierId)).toMatchObject([{ state: 'undeliverable' }])
})

test('addresses and texts lie sealed', async () => {
  const rows = await world.platform.asOwner<{ text: string }>(`select encode(letter, 'escape') as text from notifications.message`)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.map((row) => row.text).join()).not.toContain('0000')
})

test('who reads their dossier finds every message, to which address it went and whether the carrier has it (B7)', async () => {
  const lan = newDossier({ phone: '0000987321' })
  await world.fault('sms', { mode: 'error500' })
  await happens('dossier.submitted', { dossierId: lan.dossierId })
  const read = (personId = lan.personId) => world.platform.read(actor, (work) => listMessages(work, lan.dossierId, personId))
  expect(await read()).toMatchObject([
    { channel: 'mail', to: 'p•••@vidu.invalid', state: 'sent', sentAt: expect.any(Date), subject: 'Đã nhận hồ sơ nộp TT-7K4M-29QX' },
    { channel: 'sms', to: '••• 321', state: 'waiting', sentAt: null, text: expect.stringContaining('TT-7K4M-29QX') },
  ])
  await world.fault('sms', { mode: 'ok' })
  await world.hoursPass(1)
  expect((await read()).map(({ state }) => state)).toEqual(['sent', 'sent'])
  expect(await read(newId())).toEqual([])
})

test('a printed card is news only for who collects it', async () => {
  const hanh = newDossier({ email: null })
  await happens('card.printed', { cardId: newId(), dossierId: hanh.dossierId, batchId: newId() })
  expect(await written(hanh.dossierId)).toEqual([])
})

test('every promise about messages notices when it is broken', async () => {
  world.platform.breaksPromises()
  await world.platform.asOwner(`insert into notifications.message (id, fact_id, dossier_id, person_id, channel, template, lang, letter, state, written_at)
    values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'sms', 'dossier.accepted', 'vi', '\\x00', 'waiting', now())`)
  expect(Object.keys(await world.broken()).sort()).toEqual(Object.keys(invariants).sort())
})
