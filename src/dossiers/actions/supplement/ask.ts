/** A supplement is asked for once, complete: one to n points, each with a typed reason — yêu cầu bổ sung. Legal: TT 03/2025/TT-VPCP, Mẫu số 02; index 2.1 of Decision 766/QĐ-TTg. */
import { reasonsOf, supplementLimitOn } from '../../../catalogue/index.ts'
import { holdCalendar } from '../../../capabilities/calendars/index.ts'
import { isSamePerson } from '../../../capabilities/identity/index.ts'
import { findPortrait } from '../../../capabilities/portraits/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { askablePoints, overlap } from '../../filing/points.ts'
import { can } from '../../lifecycle.ts'
import { type AskedPoint, insertSupplementPermission, insertSupplementRequest, listSupplementPermissions, listSupplementRequests } from '../../store/asking/requests.ts'
import { appendEvent } from '../../store/dossiers.ts'
import { caseOf } from '../case.ts'
import type { SupplementOrder } from '../../turn.ts'
import { type Held, hold, holdOnly, step } from '../step.ts'
import { lastDayOf } from './remind.ts'

/** Words to a citizen, in characters. */
export const MOST_POINT_NOTE = 500
/** Why a second request is allowed, in characters. */
export const MOST_PERMISSION_REASON = 500

/**
 * Asks the citizen for one to n things in one go.
 * @throws Refusal from the table; 'second-supplement' for a request beyond the first that no supervisor allowed; 'points-missing', 'points-overlap',
 * 'point-unknown' for what this procedure does not ask, 'reason-unfit' where a reason makes no sense for a point, 'note-missing', 'note-too-long'
 */
export async function askSupplement(work: Work, dossierId: string, { points }: { readonly points: readonly AskedPoint[] }): Promise<void> {
  if (work.actor.kind !== 'staff') throw new Refusal('wrong-role')
  // Held before the dossier is locked, as in accept: the last day is counted with this step.
  await holdCalendar(work)
  const held = await hold(work, dossierId, 'askSupplement')
  const { dossier } = held
  // What the service lost by itself was no request of an officer.
  const isAgain = (await listSupplementRequests(work, dossier)).filter((one) => one.askedBy !== null).length >= supplementLimitOn(work.today).value
  const permission = isAgain ? (await listSupplementPermissions(work, dossier)).find((one) => !one.used) : undefined
  // The supervisor's word is another person's.
  if (isAgain && (!permission || (await isSamePerson(work, permission.allowedBy, work.actor.staffId)))) throw new Refusal('second-supplement')
  check(work, points, askablePoints(await caseOf(work, dossier)))
  await ask(work, held, { points, askedBy: work.actor.staffId, permissionId: permission?.id ?? null })
}

function check(work: Work, points: readonly AskedPoint[], askable: readonly string[]): void {
  if (points.length === 0) throw new Refusal('points-missing')
  if (overlap(points.map((point) => point.kind))) throw new Refusal('points-overlap')
  for (const { kind, reason, note } of points) {
    if (!askable.includes(kind)) throw new Refusal('point-unknown')
    if (!reasonsOf(kind, work.today).includes(reason)) throw new Refusal('reason-unfit')
    if (note.trim() === '') throw new Refusal('note-missing')
    if ([...note].length > MOST_POINT_NOTE) throw new Refusal('note-too-long')
  }
}

async function ask(work: Work, held: Held, request: { readonly points: readonly AskedPoint[]; readonly askedBy: string | null; readonly permissionId: string | null }): Promise<void> {
  const { dossier } = held
  const requestId = await insertSupplementRequest(work, { dossierId: dossier.id, ...request })
  const order: SupplementOrder = request.askedBy === null ? 'lost' : request.permissionId === null ? 'first' : 'again'
  const last = await lastDayOf(work, dossier, { askedBy: request.askedBy, askedAt: work.now })
  step(work, held, 'askSupplement', {
    supplement: order, change: { supplementDueAt: last?.dueAt ?? null },
    details: { points: request.points.map(({ kind, reason }) => `${kind}:${reason}`), requestId, ...(last ? { lastOn: last.dueOn } : {}) },
  })
  work.announce('dossier.supplement-asked', { dossierId: dossier.id, requestId }, dossier.personId)
}

/**
 * We lost the picture that the citizen gave and have no other copy: the citizen is asked for a new one (P5). Our loss is no
 * second request. A dossier that is past asking stays as it is: the alarm is with people.
 */
export async function askForLostPortrait(work: Work, dossierId: string): Promise<void> {
  const held = await holdOnly(work, dossierId)
  const portrait = await findPortrait(work, held.dossier.portraitId)
  const isLost = portrait?.state === 'accepted' && portrait.lost === 'picture'
  if (!isLost || can('askSupplement', held.standing, work.actor, work.now) !== true) return
  await ask(work, held, { points: [{ kind: 'portrait', reason: 'unreadable', note: '' }], askedBy: null, permissionId: null })
}

/**
 * A supervisor allows one request more than the law knows. It is counted late and its wait is the office's own (C2).
 * @throws Refusal from the table; 'nothing-to-allow' before a first request; 'reason-missing', 'note-too-long'
 */
export async function allowSecondSupplement(work: Work, dossierId: string, reason: string): Promise<void> {
  if (work.actor.kind !== 'staff') throw new Refusal('wrong-role')
  const { dossier } = await hold(work, dossierId, 'allowSupplement')
  const [requests, permissions] = [await listSupplementRequests(work, dossier), await listSupplementPermissions(work, dossier)]
  if (!requests.some((one) => one.askedBy !== null)) throw new Refusal('nothing-to-allow')
  // A second press finds the word given.
  if (permissions.some((one) => !one.used)) return
  if (reason.trim() === '') throw new Refusal('reason-missing')
  if ([...reason].length > MOST_PERMISSION_REASON) throw new Refusal('note-too-long')
  const permissionId = await insertSupplementPermission(work, dossier, { reason: reason.trim(), allowedBy: work.actor.staffId })
  appendEvent(work, dossier, { kind: 'second-supplement-allowed', from: dossier.status, to: dossier.status, details: { permissionId } })
}
