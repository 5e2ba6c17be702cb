/** What the worker does of a thing confirmed for many: each dossier through the action of its button, judged anew, once. */
import { closeList, findCardOfDossier, LIST_LIMIT, printChosen } from '../../../capabilities/deliveries/index.ts'
import { findStaff, isInOffice } from '../../../capabilities/identity/index.ts'
import { readCrop } from '../../../capabilities/portraits/index.ts'
import { FileDamaged } from '../../../platform/files/contract.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Platform } from '../../../platform/runtime.ts'
import { type Actor, systemActor } from '../../../platform/values/actor.ts'
import type { JobPayload, Work } from '../../../platform/work.ts'
import { findDossier } from '../../store/dossiers.ts'
import { type Bulk, findBulk, findItem, lockNext, lockWaiting, saveItems, saveSignatureEnded } from '../../store/in-bulk/bulks.ts'
import { acts, MOST } from './acts.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

const system = systemActor('dossiers')
/** The queue gives up after so many tries; the report must not wait for ever. */
const LAST_TRY = 4
/** How soon an order to sign is tried again that is held. */
const HELD_MS = 5 * 60_000

/** One dossier of a bulk. Repeating it changes nothing: whoever comes second finds the item ended, or the dossier moved on. */
export async function runItem(platform: Platform, bulkId: string, dossierId: string, payload: JobPayload): Promise<void> {
  const bulk = await platform.read(system, (work) => findBulk(work, bulkId))
  if (!bulk?.confirmedAt) return
  try {
    await doItem(platform, bulk, dossierId)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'log-unstamped') return later(platform, bulkId, dossierId)
    if (error instanceof Refusal) return refuse(platform, bulkId, dossierId, error.code)
    if (Number(payload['attempt_'] ?? 0) >= LAST_TRY) await refuse(platform, bulkId, dossierId, 'fault')
    throw error
  }
}

/** Confirmed while decisions were signed, and its turn comes while they are not: it waits, and is signed by itself once they are. */
async function later(platform: Platform, bulkId: string, dossierId: string): Promise<void> {
  await platform.work(system, async (work) => work.schedule('dossiers.bulk-item', `${bulkId} ${dossierId}`, { bulkId, dossierId }, new Date(work.now.getTime() + HELD_MS)))
}

async function refuse(platform: Platform, bulkId: string, dossierId: string, code: string): Promise<void> {
  await platform.work(system, (work) => saveItems(work, bulkId, [dossierId], 'refused', code))
}

async function doItem(platform: Platform, bulk: Bulk, dossierId: string): Promise<void> {
  const act = acts[bulk.act]
  const { item, dossier, actor } = await platform.read(system, async (work) => ({
    item: await findItem(work, bulk.id, dossierId), dossier: await findDossier(work, dossierId), actor: await actorOf(work, bulk),
  }))
  if (item?.state !== 'waiting' || !dossier) return
  if (!actor) throw new Refusal('post-ended')
  if (act.needsPicture) await readCrop(platform, dossier.portraitId).catch(asDamaged)
  if (act.beyond) {
    // The item ends in the very transaction that approves: a repeat after a kill never finds one without the other.
    return act.beyond(platform, actor, item, {
      async atBegin(work) {
        if (!(await lockWaiting(work, bulk.id, dossierId))) throw new Refusal('bulk-stopped')
      },
      atEnd: (work) => saveItems(work, bulk.id, [dossierId], 'done'),
    })
  }
  await platform.work(actor, async (work) => {
    const waiting = await lockWaiting(work, bulk.id, dossierId)
    if (!waiting || !act.within) return
    await act.within(work, waiting, bulk)
    await saveItems(work, bulk.id, [dossierId], bulk.act === 'sign' ? 'asked' : 'done')
  })
}

/** Anything but damage says nothing of a picture: while the store of files is silent the job waits, as for any outage. */
function asDamaged(error: unknown): never {
  throw error instanceof FileDamaged ? new Refusal('picture-damaged') : error
}

/** Who confirmed, with the post as it is today; undefined when it has ended. */
async function actorOf(work: Work, bulk: Bulk): Promise<Staff | undefined> {
  const [staff, inOffice] = await Promise.all([findStaff(work, bulk.staffId), isInOffice(work, bulk.staffId)])
  if (!staff || !inOffice || staff.provinceCode !== bulk.province) return undefined
  return { kind: 'staff', staffId: bulk.staffId, personId: bulk.personId, role: staff.role, provinceCode: staff.provinceCode, officeCode: staff.officeCode, sessionId: bulk.sessionId, channel: 'online' }
}

/** A print run or a list serves many cards: up to a hundred a transaction, each looked at in it. */
export async function runTogether(platform: Platform, bulkId: string, payload: JobPayload): Promise<void> {
  try {
    await runNext(platform, bulkId)
  } catch (error) {
    if (Number(payload['attempt_'] ?? 0) >= LAST_TRY) {
      await platform.work(system, async (work) => saveItems(work, bulkId, (await lockNext(work, bulkId, MOST)).map(({ dossierId }) => dossierId), 'refused', error instanceof Refusal ? error.code : 'fault'))
    }
    throw error
  }
}

async function runNext(platform: Platform, bulkId: string): Promise<void> {
  const { bulk, actor } = await platform.read(system, async (work) => {
    const found = await findBulk(work, bulkId)
    return { bulk: found, actor: found && (await actorOf(work, found)) }
  })
  if (!bulk?.confirmedAt) return
  await platform.work(actor ?? system, async (work) => {
    const items = await lockNext(work, bulkId, LIST_LIMIT)
    const going: string[] = []
    for (const item of items) {
      const may = actor ? await acts[bulk.act].look(work, item) : 'post-ended'
      if (may === true) going.push(item.dossierId)
      else await saveItems(work, bulkId, [item.dossierId], 'refused', may)
    }
    const cards = await Promise.all(going.map(async (dossierId) => (await findCardOfDossier(work, dossierId))?.id ?? ''))
    if (going.length > 0) await (bulk.act === 'print' ? printChosen(work, bulk.province, cards) : closeList(work, cards))
    await saveItems(work, bulkId, going, 'done')
    if (items.length === LIST_LIMIT) work.enqueue('dossiers.bulk-run', { bulkId })
  })
}

/** A paper has all its signatures and yet nothing came of it, since its dossier had left that step: whoever waits is told. */
export async function endWithoutEffect(work: Work, dossierId: string): Promise<void> {
  const dossier = await findDossier(work, dossierId)
  if (dossier && dossier.status !== 'signed' && dossier.status !== 'returned') await saveSignatureEnded(work, dossierId, 'wrong-status')
}
