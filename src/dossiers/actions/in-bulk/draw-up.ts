/** One thing with many dossiers — xử lý hàng loạt: first a look at what would go, then a confirmation, then each dossier by itself. */
import { requireFreshSignIn } from '../../../capabilities/identity/index.ts'
import { refuseHeld } from '../../../platform/background/holds.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Platform } from '../../../platform/runtime.ts'
import type { Actor } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'
import { findDossiers } from '../../store/dossiers.ts'
import { type Bulk, type BulkAct, type BulkItem, findBulk, findUndoing, insertBulk, listItems, lockBulk, saveConfirmed, saveStopped } from '../../store/in-bulk/bulks.ts'
import { cancelSign } from '../once-signed/cancel.ts'
import { acts, codeOf } from './acts.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
export type Chosen = Pick<BulkItem, 'dossierId' | 'shownHash'>

/** The most dossiers that an act takes at once. */
export function mostOf(act: BulkAct): number {
  return acts[act].most
}

function staffOf({ actor }: Work): Staff {
  if (actor.kind !== 'staff') throw new Refusal('wrong-role')
  return actor
}

/**
 * Looks what would go if an act were done with these dossiers now, and keeps the look to be confirmed. Nothing is done.
 * Dossiers of another province are none to the actor and left away.
 * @returns the look's id
 * @throws Refusal 'bulk-empty', 'bulk-too-many'
 */
export async function drawUp(work: Work, act: BulkAct, chosen: readonly Chosen[], undoes?: string): Promise<string> {
  const staff = staffOf(work)
  const { most, look } = acts[act]
  const wanted = [...new Map(chosen.map((one) => [one.dossierId, one])).values()]
  if (wanted.length > most) throw new Refusal('bulk-too-many', { most })
  const known = await findDossiers(work, wanted.map((one) => one.dossierId))
  const own = wanted.filter((one) => known.get(one.dossierId)?.authorityProvince === staff.provinceCode)
  if (own.length === 0) throw new Refusal('bulk-empty')
  const items = await Promise.all(own.map(async (item) => {
    const may = await look(work, item)
    return { dossierId: item.dossierId, shownHash: act === 'sign' ? item.shownHash : null, refusal: may === true ? null : may }
  }))
  return insertBulk(work, staff, { act, undoes }, items)
}

/**
 * Takes back as a whole what was approved in bulk: a look first, as with everything done in bulk.
 * @throws Refusal 'bulk-not-found', 'not-to-undo' for what is no approval, 'undone-before', and what drawUp throws
 */
export async function drawUpUndo(work: Work, bulkId: string): Promise<string> {
  const bulk = await ownBulk(work, bulkId)
  if (bulk.act !== 'approve' && bulk.act !== 'decide') throw new Refusal('not-to-undo')
  if (await findUndoing(work, bulkId)) throw new Refusal('undone-before')
  const done = (await listItems(work, bulkId)).filter((item) => item.state === 'done')
  return drawUp(work, 'take-back', done, bulkId)
}

/** @throws Refusal 'bulk-not-found' also for a colleague's */
async function ownBulk(work: Work, bulkId: string): Promise<Bulk> {
  const bulk = await findBulk(work, bulkId)
  if (bulk?.staffId !== staffOf(work).staffId) throw new Refusal('bulk-not-found')
  return bulk
}

/**
 * Sets the workers to it: a job for each dossier that would go, each judged anew when its turn comes. Confirming again changes nothing.
 * @throws Refusal 'bulk-not-found'; 'log-unstamped' while no decision is signed, and 'sign-in-stale' where the act needs a sign-in fresher than the actor's: the look stays as it is
 */
export async function confirmBulk(work: Work, bulkId: string): Promise<void> {
  await ownBulk(work, bulkId)
  const bulk = await lockBulk(work, bulkId)
  if (!bulk || bulk.confirmedAt) return
  if (bulk.undoes && (await findUndoing(work, bulk.undoes))) throw new Refusal('undone-before')
  const { within, beyond, needsFreshSignIn } = acts[bulk.act]
  if (needsFreshSignIn) await refuseHeld(work, needsFreshSignIn)
  const signedInAt = needsFreshSignIn ? await requireFreshSignIn(work, needsFreshSignIn) : null
  await saveConfirmed(work, bulkId, { sessionId: staffOf(work).sessionId, signedInAt })
  const waiting = (await listItems(work, bulkId)).filter((item) => item.state === 'waiting')
  if (within || beyond) for (const { dossierId } of waiting) work.enqueue('dossiers.bulk-item', { bulkId, dossierId })
  else if (waiting.length > 0) work.enqueue('dossiers.bulk-run', { bulkId })
}

/**
 * Stops what has not begun; orders to sign that are not carried out are cancelled. What is done stays done.
 * @throws Refusal 'bulk-not-found'
 */
export async function stopBulk(platform: Pick<Platform, 'work'>, actor: Staff, bulkId: string): Promise<void> {
  const asked = await platform.work(actor, async (work) => {
    await ownBulk(work, bulkId)
    const bulk = await lockBulk(work, bulkId)
    return bulk?.confirmedAt ? saveStopped(work, bulkId) : []
  })
  // Each by itself: one whose signature was made in this moment is signed, and said to be.
  for (const dossierId of asked) await platform.work(actor, (work) => cancelSign(work, dossierId)).catch(codeOf)
}
