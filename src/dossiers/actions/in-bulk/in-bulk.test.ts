/** Many dossiers at once, each as if by itself: judged when its turn comes, done once, told as it went (C1, C3). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterDay, holdCalendar, withdrawDay } from '../../../capabilities/calendars/index.ts'
import { getDocument } from '../../../capabilities/documents/index.ts'
import { endAbsence, enterAbsence } from '../../../capabilities/identity/index.ts'
import { printCards } from '../once-signed/print.ts'
import { FilesSilent } from '../../../platform/files/contract.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { openStraightFilings } from '../../../../test/office/straight.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { jobs } from '../../../app.ts'
import { sql } from '../../../platform/db/sql.ts'
import { addDays } from '../../../platform/values/dates.ts'
import {
  accept, approve, type BulkAct, claimDossier, confirmBulk, decideAtOnce, drawUp, drawUpUndo, findDecision, findDossier, findDossiers, findStraight, listItems, refuseStale, sign, stopBulk, takeBack,
} from '../../index.ts'
import { isDrawn } from './straight-through/judge.ts'

const machine = systemActor('test')
let world: CaseWorld
let files: Awaited<ReturnType<typeof openStraightFilings>>
let oanh: Awaited<ReturnType<CaseWorld['staff']>>
let phuc: typeof oanh
let signer: typeof oanh
beforeAll(async () => {
  world = await openCaseWorld()
  files = await openStraightFilings(world)
  ;[oanh, phuc, signer] = [await world.staff('appraiser'), await world.staff('appraiser', 1), await world.staff('signer')]
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

/** Whether each was drawn is the service's secret; a test asks the rows. */
async function undrawn(count: number): Promise<string[]> {
  const found: string[] = []
  while (found.length < count) {
    const ids = await files(count - found.length)
    for (const id of ids) if (!(await world.platform.read(machine, (work) => findStraight(work, id)))?.drawn) found.push(id)
  }
  return found
}

async function hashesOf(ids: readonly string[]) {
  return world.platform.read(machine, (work) => Promise.all(ids.map(async (dossierId) => ({ dossierId, shownHash: (await getDocument(work, (await findDecision(work, dossierId))?.decisionDocumentId ?? '')).hash }))))
}

/** What came of each, by dossier. */
async function ends(bulkId: string): Promise<Record<string, string>> {
  const items = await world.platform.read(machine, (work) => listItems(work, bulkId))
  return Object.fromEntries(items.map((item) => [item.dossierId, item.refusal ? `${item.state}: ${item.refusal}` : item.state]))
}

async function statuses(ids: readonly string[]): Promise<(string | undefined)[]> {
  const found = await world.platform.read(machine, (work) => findDossiers(work, ids))
  return ids.map((id) => found.get(id)?.status)
}

async function inBulk(actor: typeof oanh, act: BulkAct, chosen: readonly { dossierId: string; shownHash: string | null }[]): Promise<string> {
  const bulkId = await world.platform.work(actor, (work) => drawUp(work, act, chosen))
  await world.platform.work(actor, (work) => confirmBulk(work, bulkId))
  return bulkId
}

const plain = (ids: readonly string[]) => ids.map((dossierId) => ({ dossierId, shownHash: null }))

test('a share is drawn by a secret, the same for one dossier always', () => {
  const hashes = Array.from({ length: 2_000 }, (_, n) => Buffer.from([(n * 2_654_435_761) >>> 24 & 255, (n * 40_503) >>> 8 & 255, n >>> 8, n & 255]))
  const drawn = hashes.filter((hash) => isDrawn(hash, 50)).length
  expect(drawn).toBeGreaterThan(40)
  expect(drawn).toBeLessThan(200)
  expect(hashes.filter((hash) => isDrawn(hash, 0))).toEqual([])
  expect(hashes.every((hash) => isDrawn(hash, 1000))).toBe(true)
})

test('what all rules passed waits for one press; the press decides once, whoever else presses; drawn ones are opened by themselves', async () => {
  const ids = await files(4)
  const standing = await world.platform.read(machine, (work) => Promise.all(ids.map((id) => findStraight(work, id))))
  expect(standing.every((one) => one?.passes && one.rules === '2026-1' && one.checks.length === 8)).toBe(true)
  // One is drawn for full appraisal, whatever the secret says of it.
  const [first = '', second = '', third = '', fourth = ''] = ids
  await world.platform.asOwner('update dossiers.straight_through set drawn = dossier_id = $1 where dossier_id = any($2)', [fourth, ids])
  await world.platform.work(phuc, (work) => claimDossier(work, third))
  const look = await world.platform.work(oanh, (work) => drawUp(work, 'decide', plain(ids)))
  expect(await ends(look)).toEqual({ [first]: 'waiting', [second]: 'waiting', [third]: 'left-out: claimed-by-another', [fourth]: 'left-out: drawn-for-audit' })
  // Nothing is done by looking; and between look and turn somebody else takes one.
  expect(await statuses(ids)).toEqual(['filed', 'filed', 'filed', 'filed'])
  await world.platform.work(oanh, (work) => confirmBulk(work, look))
  await world.platform.work(phuc, (work) => claimDossier(work, second))
  await Promise.all([jobs['dossiers.bulk-item']?.(world.platform, { bulkId: look, dossierId: first }), jobs['dossiers.bulk-item']?.(world.platform, { bulkId: look, dossierId: first }), decideAtOnce(world.platform, oanh, first).catch((error: unknown) => error instanceof Refusal || Promise.reject(error))])
  await world.workerSettles()
  expect(await statuses(ids)).toEqual(['approved', 'filed', 'filed', 'filed'])
  const events = await world.platform.asOwner<{ kind: string }>(`select kind from dossiers.event where dossier_id = $1 and kind in ('accept', 'approve')`, [first])
  expect(events.map(({ kind }) => kind).sort()).toEqual(['accept', 'approve'])
  expect((await ends(look))[second]).toBe('refused: claimed-by-another')
  await expect(decideAtOnce(world.platform, oanh, fourth)).rejects.toThrow('drawn-for-audit')
  for (const act of ['claim', 'accept'] as const) {
    const bulkId = await inBulk(oanh, act, plain([fourth]))
    await world.workerSettles()
    expect((await ends(bulkId))[fourth]).toBe('done')
  }
  // Nor is it approved among many: not by the look, and not when it was drawn after the look.
  const seen = await world.platform.work(oanh, (work) => drawUp(work, 'approve', plain([fourth])))
  expect(await ends(seen)).toEqual({ [fourth]: 'left-out: drawn-for-audit' })
  const draws = (drawn: boolean) => world.platform.asOwner('update dossiers.straight_through set drawn = $2 where dossier_id = $1', [fourth, drawn])
  await draws(false)
  const approving = await inBulk(oanh, 'approve', plain([fourth]))
  await draws(true)
  await world.workerSettles()
  expect([await ends(approving), await statuses([fourth])]).toEqual([{ [fourth]: 'refused: drawn-for-audit' }, ['accepted']])
  await world.platform.work(oanh, (work) => approve(work, fourth))
  expect(await statuses([fourth])).toEqual(['approved'])
})

test('what a colleague on holiday holds is free among many as it is by itself; whoever is away takes nothing, one or many (C1, C3)', async () => {
  const [id = ''] = await undrawn(1)
  await world.platform.work(phuc, (work) => claimDossier(work, id))
  const absence = await world.platform.work(phuc, (work) => enterAbsence(work, { staffId: phuc.staffId, coverId: oanh.staffId, fromOn: work.today, toOn: addDays(work.today, 1) }))
  const look = async (actor: typeof oanh, act: BulkAct) => (await ends(await world.platform.work(actor, (work) => drawUp(work, act, plain([id])))))[id]
  expect([await look(phuc, 'claim'), await look(phuc, 'decide'), await look(oanh, 'claim'), await look(oanh, 'decide')]).toEqual(['left-out: you-are-away', 'left-out: you-are-away', 'waiting', 'waiting'])
  await expect(world.platform.work(phuc, (work) => claimDossier(work, id))).rejects.toThrow('you-are-away')
  const deciding = await inBulk(oanh, 'decide', plain([id]))
  await world.workerSettles()
  expect([await ends(deciding), await statuses([id])]).toEqual([{ [id]: 'done' }, ['approved']])
  await world.platform.work(phuc, (work) => endAbsence(work, absence))
})

test('whoever decides with one press, or upon a page, waits for a change of the calendar with nothing in hand: who counts already gets every dossier (TIM4)', async () => {
  const [pressed = '', shown = ''] = await undrawn(2)
  await world.platform.work(oanh, (work) => claimDossier(work, shown))
  const revision = (await world.platform.read(machine, (work) => findDossier(work, shown)))?.revision ?? 0
  const administrator = await world.staff('administrator')
  const day = await world.platform.work(administrator, (work) => enterDay(work, { province: null, date: '2026-12-23', kind: 'leave', name: 'Nghỉ', decreeNo: '1/QĐ-THU' }))
  const waiting = async () => (await world.platform.asOwner("select 1 from pg_locks where locktype = 'advisory' and not granted")).length
  const others: Promise<unknown>[] = []
  await world.platform.work(machine, async (work) => {
    await holdCalendar(work)
    const joins = async (other: Promise<unknown>, among: number) => {
      others.push(other)
      let ended = false
      other.then(() => { ended = true }, () => { ended = true })
      while (!ended && (await waiting()) < among) await work.db.run(sql`select 1`)
    }
    // Who changes the calendar waits for this transaction; the officers wait behind, and hold no dossier that this one still wants to count.
    await joins(world.platform.work(administrator, (w) => withdrawDay(w, day, '')), 1)
    await joins(decideAtOnce(world.platform, oanh, pressed), 2)
    await joins(world.platform.work(oanh, async (w) => {
      await refuseStale(w, shown, { revision, eventId: '' }, true)
      await accept(w, shown)
    }), 3)
    await work.db.run(sql`select 1 from dossiers.dossier where id in (${pressed}, ${shown}) for update nowait`)
  })
  await Promise.all(others)
  expect(await statuses([pressed, shown])).toEqual(['approved', 'accepted'])
})

test('whoever stops a bulk stops also what a worker has just begun; a silent store of files ends nothing (C1, P5)', async () => {
  const [id = ''] = await undrawn(1)
  const deciding = await inBulk(oanh, 'decide', plain([id]))
  const item = (platform: typeof world.platform) => jobs['dossiers.bulk-item']?.(platform, { bulkId: deciding, dossierId: id })
  const mute = { ...world.platform, files: { ...world.platform.files, get: async () => { throw new FilesSilent('test') } } }
  await expect(item(mute)).rejects.toThrow(FilesSilent)
  expect(await ends(deciding)).toEqual({ [id]: 'waiting' })
  let stopped = false
  const stopping: typeof world.platform = {
    ...world.platform,
    async work(actor, fn) {
      if (!stopped) {
        stopped = true
        await stopBulk(world.platform, oanh, deciding)
      }
      return world.platform.work(actor, fn)
    },
  }
  await item(stopping)
  expect([await ends(deciding), await statuses([id])]).toEqual([{ [id]: 'stopped' }, ['filed']])
})

test('what was taken in bulk is given back in bulk: only one’s own, and nothing that is decided (C1)', async () => {
  const [own = '', colleagues = '', decided = ''] = await undrawn(3)
  await world.platform.work(phuc, (work) => claimDossier(work, colleagues))
  await decideAtOnce(world.platform, oanh, decided)
  await world.platform.work(oanh, (work) => claimDossier(work, own))
  const giving = await inBulk(oanh, 'release', plain([own, colleagues, decided]))
  await world.workerSettles()
  expect(await ends(giving)).toEqual({ [own]: 'done', [colleagues]: 'left-out: not-claimed', [decided]: 'left-out: wrong-status' })
  const held = await world.platform.read(machine, (work) => findDossiers(work, [own, colleagues]))
  expect([held.get(own)?.claimedBy, held.get(colleagues)?.claimedBy]).toEqual([null, phuc.staffId])
})

test('accepted and approved in bulk, taken back as a whole before it is signed; one that a signer has in hand stays', async () => {
  const ids = await undrawn(3)
  for (const act of ['claim', 'accept', 'approve'] as const) {
    const bulk = await inBulk(oanh, act, plain(ids))
    await world.workerSettles()
    // The time to hold them runs out each time; nobody else took them, so the next act goes on.
    await world.hoursPass(2)
    expect(Object.values(await ends(bulk))).toEqual(['done', 'done', 'done'])
    if (act !== 'approve') continue
    const [held] = await hashesOf(ids)
    await world.platform.work(signer, (work) => sign(work, held?.dossierId ?? '', held?.shownHash ?? ''))
    const undo = await world.platform.work(oanh, (work) => drawUpUndo(work, bulk))
    await world.platform.work(oanh, (work) => confirmBulk(work, undo))
    await expect(world.platform.work(oanh, (work) => drawUpUndo(work, bulk))).rejects.toThrow('undone-before')
    await world.workerSettles()
    expect(await ends(undo)).toEqual({ [ids[0] ?? '']: 'left-out: being-signed', [ids[1] ?? '']: 'done', [ids[2] ?? '']: 'done' })
  }
  expect(await statuses(ids)).toEqual(['signed', 'accepted', 'accepted'])
})

test('a signer signs many with one press: each paper is the one that was shown, what changed meanwhile is refused, what is stopped is not signed', async () => {
  const ids = await undrawn(4)
  for (const id of ids) await decideAtOnce(world.platform, oanh, id)
  await world.workerSettles()
  const shown = await hashesOf(ids)
  const bulk = await world.platform.work(signer, (work) => drawUp(work, 'sign', shown))
  const [changed = '', second = '', third = '', fourth = ''] = ids
  await world.platform.work(oanh, (work) => takeBack(work, changed))
  await world.platform.work(oanh, async (work) => {
    await claimDossier(work, changed)
    await approve(work, changed)
  })
  await world.workerSettles()
  await world.platform.work(signer, (work) => confirmBulk(work, bulk))
  for (const dossierId of [changed, second]) await jobs['dossiers.bulk-item']?.(world.platform, { bulkId: bulk, dossierId })
  expect(await ends(bulk)).toEqual({ [changed]: 'refused: document-changed', [second]: 'asked', [third]: 'waiting', [fourth]: 'waiting' })
  await stopBulk(world.platform, signer, bulk)
  await world.workerSettles()
  expect(await ends(bulk)).toEqual({ [changed]: 'refused: document-changed', [second]: 'refused: cancelled', [third]: 'stopped', [fourth]: 'stopped' })
  expect(await statuses(ids)).toEqual(['approved', 'approved', 'approved', 'approved'])
  await expect(world.platform.work(phuc, (work) => confirmBulk(work, bulk))).rejects.toThrow('bulk-not-found')
  const again = await inBulk(signer, 'sign', await hashesOf(ids))
  await world.workerSettles()
  expect(Object.values(await ends(again))).toEqual(['done', 'done', 'done', 'done'])
  expect(await statuses(ids)).toEqual(['signed', 'signed', 'signed', 'signed'])
  // A run that never succeeds says so in the end, instead of being waited for.
  const broken = await world.platform.work(oanh, (work) => drawUp(work, 'print', plain([third, fourth])))
  await world.platform.work(machine, (work) => work.db.run(sql`update dossiers.bulk set confirmed_at = ${work.now} where id = ${broken}`))
  const platform: typeof world.platform = { ...world.platform, work: async (actor, fn) => actor.kind === 'staff' ? Promise.reject(new Error('the run of cards fails')) : world.platform.work(actor, fn) }
  const runs = async (attempt_: number) => jobs['dossiers.bulk-run']?.(platform, { bulkId: broken, attempt_ })
  await expect(runs(3)).rejects.toThrow('the run of cards fails')
  expect(await ends(broken)).toEqual({ [third]: 'waiting', [fourth]: 'waiting' })
  await expect(runs(4)).rejects.toThrow('the run of cards fails')
  expect(await ends(broken)).toEqual({ [third]: 'refused: fault', [fourth]: 'refused: fault' })
  // Printed by choice, and what is collected in person goes on no list.
  const printing = await inBulk(oanh, 'print', plain([changed, second]))
  await world.workerSettles()
  expect(await ends(printing)).toEqual({ [changed]: 'done', [second]: 'done' })
  const once = await world.platform.work(oanh, (work) => drawUp(work, 'print', plain([second, third])))
  expect(await ends(once)).toEqual({ [second]: 'left-out: card-printed', [third]: 'waiting' })
  const handing = await world.platform.work(oanh, (work) => drawUp(work, 'hand-over', plain([second])))
  expect(await ends(handing)).toEqual({ [second]: 'left-out: collected-in-person' })
  await world.platform.work(oanh, printCards)
  await world.workerSettles()
})
